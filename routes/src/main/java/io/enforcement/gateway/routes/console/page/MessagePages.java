package io.enforcement.gateway.routes.console.page;

import io.enforcement.gateway.routes.console.ConversationsApi;
import io.enforcement.gateway.routes.console.MessageSearchApi;
import io.enforcement.gateway.routes.console.MessageSearchApi.FoundMessage;
import io.enforcement.gateway.routes.console.MessageSearchApi.FoundPage;
import io.enforcement.gateway.routes.console.MessagesApi;
import io.enforcement.gateway.routes.partner.Partner;
import io.enforcement.gateway.routes.partner.PartnerCatalog;
import io.enforcement.gateway.routes.problem.ProblemCode;
import io.enforcement.gateway.routes.problem.ProblemException;
import io.enforcement.gateway.routes.security.PersonAuthentication;
import io.enforcement.gateway.routes.security.ReadingAs;
import io.enforcement.gateway.routes.store.MessageSearch.Hit;
import io.enforcement.gateway.routes.store.MessageState;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Finding messages, and all there is to know of one. */
@Controller
class MessagePages {

  /** Windows of time that a person may choose, the first is the default. */
  private static final Map<String, Duration> WINDOWS =
      Map.of("1h", Duration.ofHours(1), "24h", Duration.ofDays(1), "7d", Duration.ofDays(7));

  private static final List<String> LAST = List.of("1h", "24h", "7d", "all");

  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  /** A citizen's number or a mobile phone's: neither may stand in an address. */
  private static final Pattern PERSONAL = Pattern.compile("[0-9]{17}[0-9Xx]|1[3-9][0-9]{9}");

  private final MessageSearchApi search;
  private final MessagesApi messages;
  private final ConversationsApi conversations;
  private final PartnerCatalog catalog;
  private final Clock clock;

  MessagePages(
      MessageSearchApi search,
      MessagesApi messages,
      ConversationsApi conversations,
      PartnerCatalog catalog,
      Clock clock) {
    this.search = search;
    this.messages = messages;
    this.conversations = conversations;
    this.catalog = catalog;
    this.clock = clock;
  }

  /**
   * What is looked for, as the address has it.
   *
   * @param last window of time that ends now; {@code all} for no limit
   * @param from a time of Beijing that takes the place of the window, with {@code to}
   */
  public record Filter(
      String last, String from, String to, String partner, String exchange, MessageState state) {

    boolean isFixed() {
      return from != null || to != null;
    }
  }

  @GetMapping("/console/messages")
  String messages(
      @RequestParam(defaultValue = "24h") String last,
      @RequestParam(required = false) String from,
      @RequestParam(required = false) String to,
      @RequestParam(required = false) String partner,
      @RequestParam(required = false) String exchange,
      @RequestParam(required = false) MessageState state,
      @RequestParam(required = false) String key,
      @RequestParam(required = false) UUID after,
      @RequestHeader(name = "HX-Request", required = false) boolean part,
      PersonAuthentication caller,
      Model model) {
    Filter filter =
        new Filter(
            LAST.contains(last) ? last : "24h",
            given(from),
            given(to),
            given(partner),
            given(exchange),
            state);
    FoundPage page =
        given(key) == null
            ? page(filter, after, caller)
            : new FoundPage(search.byKey(key, caller), null);
    model.addAttribute("filter", filter);
    model.addAttribute("windows", LAST);
    model.addAttribute("key", given(key));
    model.addAttribute("page", page);
    model.addAttribute("states", MessageState.values());
    model.addAttribute("partners", senders(caller));
    return part ? "console/messages :: results" : "console/messages";
  }

  private List<String> senders(PersonAuthentication caller) {
    return catalog.partners().stream()
        .filter(partner -> !partner.sends().isEmpty())
        .map(Partner::id)
        .filter(id -> ReadingAs.partner(caller).map(id::equals).orElse(true))
        .toList();
  }

  private FoundPage page(Filter filter, UUID after, PersonAuthentication caller) {
    Duration window = WINDOWS.get(filter.last());
    Instant from =
        filter.isFixed()
            ? moment(filter.from())
            : window == null ? null : clock.instant().minus(window);
    return search.search(
        from,
        moment(filter.to()),
        filter.partner(),
        filter.exchange(),
        filter.state(),
        after,
        caller);
  }

  @GetMapping("/console/messages/{id}")
  String message(
      @PathVariable UUID id, PersonAuthentication caller, Model model, HttpServletRequest request) {
    model.addAttribute("message", messages.message(id, caller, request));
    model.addAttribute(
        "conversations", conversations.conversations(null, null, null, id, null, caller, request));
    return "console/message";
  }

  /**
   * The box that takes any key: leads to the page of an id, else to the messages that the key
   * finds. What it is given does not stand in an address as long as it may be a person's number.
   */
  @PostMapping("/console/search")
  String search(@RequestParam String key, PersonAuthentication caller, RedirectAttributes next) {
    String text = key.strip();
    if (text.isEmpty()) {
      return "redirect:/console/messages";
    }
    if (PERSONAL.matcher(text).matches()) {
      next.addFlashAttribute("fault", "search.personal");
      return "redirect:/console/messages";
    }
    if (ID.matcher(text).matches()) {
      Hit hit = search.find(UUID.fromString(text), caller).orElse(null);
      if (hit != null) {
        return "redirect:" + address(hit);
      }
    }
    List<FoundMessage> found = search.byKey(text, caller);
    if (found.size() == 1) {
      return "redirect:/console/messages/" + found.get(0).messageId();
    }
    next.addAttribute("key", text);
    return "redirect:/console/messages";
  }

  private static String address(Hit hit) {
    return switch (hit.kind()) {
      case MESSAGE, DELIVERY -> "/console/messages/" + hit.id();
      case CONVERSATION -> "/console/conversations/" + hit.id();
      case PARKED -> "/console/dead-letters/entries/" + hit.id();
      case REPLAY_JOB -> "/console/replays/" + hit.id();
    };
  }

  /** An empty field of a form is none. */
  static String given(String value) {
    return value == null || value.isBlank() ? null : value.strip();
  }

  private static Instant moment(String beijing) {
    if (beijing == null) {
      return null;
    }
    try {
      return LocalDateTime.parse(beijing).atZone(Shown.BEIJING).toInstant();
    } catch (DateTimeParseException e) {
      throw ProblemException.of(ProblemCode.MALFORMED);
    }
  }
}
