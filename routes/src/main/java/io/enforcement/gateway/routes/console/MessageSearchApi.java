package io.enforcement.gateway.routes.console;

import io.enforcement.gateway.routes.conversation.Kinds;
import io.enforcement.gateway.routes.partner.ExchangeKey;
import io.enforcement.gateway.routes.partner.Partner;
import io.enforcement.gateway.routes.partner.PartnerCatalog;
import io.enforcement.gateway.routes.problem.ProblemCode;
import io.enforcement.gateway.routes.problem.ProblemException;
import io.enforcement.gateway.routes.security.ReadingAs;
import io.enforcement.gateway.routes.store.MessageSearch;
import io.enforcement.gateway.routes.store.MessageSearch.Found;
import io.enforcement.gateway.routes.store.MessageSearch.Hit;
import io.enforcement.gateway.routes.store.MessageSearch.Kind;
import io.enforcement.gateway.routes.store.MessageSearch.Wanted;
import io.enforcement.gateway.routes.store.MessageState;
import io.enforcement.gateway.standards.validation.DocumentNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Finds messages by what people know of them: time, partner, exchange, state; or one key, which is
 * a message's id, the name that its sender gave it, an act, or the number of a case or document.
 */
@RestController
public class MessageSearchApi {

  /** So many messages make a page. */
  public static final int PAGE = 50;

  /**
   * A message that was found.
   *
   * @param naturalKey of its only record, or of the first of several
   * @param waiting how many entries wait for people because of it
   */
  public record FoundMessage(
      UUID messageId,
      String partner,
      String exchange,
      String state,
      Instant receivedAt,
      int records,
      String kind,
      String naturalKey,
      long waiting) {}

  /**
   * A page of them, the newest first.
   *
   * @param next the {@code after} of the next page; null when there is none
   */
  public record FoundPage(List<FoundMessage> messages, UUID next) {}

  private final MessageSearch search;
  private final MessageReaders readers;
  private final PartnerCatalog catalog;
  private final Kinds kinds;

  MessageSearchApi(
      MessageSearch search, MessageReaders readers, PartnerCatalog catalog, Kinds kinds) {
    this.search = search;
    this.readers = readers;
    this.catalog = catalog;
    this.kinds = kinds;
  }

  /**
   * One page of a window of time. It may have fewer rows than others, and still a next page: what
   * the caller may not know is left out.
   *
   * @param from inclusive; null for no limit
   * @param to exclusive; null for no limit
   * @param after the {@code next} of the page before
   */
  @GetMapping("/api/v1/messages/search")
  public FoundPage search(
      @RequestParam(required = false) Instant from,
      @RequestParam(required = false) Instant to,
      @RequestParam(required = false) String partner,
      @RequestParam(required = false) String exchange,
      @RequestParam(required = false) MessageState state,
      @RequestParam(required = false) UUID after,
      Authentication caller) {
    String sender = ReadingAs.partner(caller).orElse(partner);
    List<Found> page = search.page(new Wanted(from, to, sender, exchange, state, after), PAGE + 1);
    boolean more = page.size() > PAGE;
    List<Found> shown = more ? page.subList(0, PAGE) : page;
    return new FoundPage(
        shown(shown.stream(), caller), more ? shown.get(PAGE - 1).head().id() : null);
  }

  /** All messages that this key leads to, the newest first. */
  @GetMapping("/api/v1/messages/by-key")
  public List<FoundMessage> byKey(@RequestParam String key, Authentication caller) {
    return shown(
        ids(key.strip()).distinct().limit(PAGE).map(search::one).flatMap(Optional::stream), caller);
  }

  /** What an id is the id of; a partner's developer is told of messages alone. */
  @GetMapping("/api/v1/messages/by-id")
  public Hit byId(@RequestParam UUID id, Authentication caller) {
    return find(id, caller).orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
  }

  /** The same; empty when it is no id of ours. */
  public Optional<Hit> find(UUID id, Authentication caller) {
    return search
        .byId(id)
        .filter(hit -> hit.kind() == Kind.MESSAGE || ReadingAs.partner(caller).isEmpty());
  }

  private Stream<UUID> ids(String key) {
    List<String> allKinds = kinds.all().stream().map(kind -> kind.name()).toList();
    return Stream.of(
            search.byKey(key, exchanges()),
            search.byAct(key, PAGE),
            search.byNumber(DocumentNumber.normaliseAny(key), allKinds, PAGE))
        .flatMap(List::stream);
  }

  private List<ExchangeKey> exchanges() {
    return catalog.partners().stream()
        .flatMap((Partner p) -> p.sends().stream().map(s -> new ExchangeKey(p.id(), s.exchange())))
        .toList();
  }

  private List<FoundMessage> shown(Stream<Found> found, Authentication caller) {
    return found
        .filter(each -> readers.mayRead(caller, each.head()))
        .map(MessageSearchApi::shown)
        .toList();
  }

  private static FoundMessage shown(Found found) {
    return new FoundMessage(
        found.head().id(),
        found.head().partner(),
        found.head().exchange(),
        found.head().state(),
        found.head().receivedAt(),
        found.records(),
        found.kind(),
        found.naturalKey(),
        found.waiting());
  }
}
