package io.enforcement.gateway.routes.console.page;

import static java.util.stream.Collectors.groupingBy;

import io.enforcement.gateway.routes.console.ConversationsApi;
import io.enforcement.gateway.routes.console.ConversationsApi.ConversationDetail;
import io.enforcement.gateway.routes.console.ConversationsApi.ConversationStatus;
import io.enforcement.gateway.routes.console.ConversationsApi.Due;
import io.enforcement.gateway.routes.console.DeadlineStatus;
import io.enforcement.gateway.routes.console.FindingsApi;
import io.enforcement.gateway.routes.console.TellingsApi;
import io.enforcement.gateway.routes.console.TellingsApi.How;
import io.enforcement.gateway.routes.security.PersonAuthentication;
import io.enforcement.gateway.routes.store.DeadlineState;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Deadlines by their ends, broken duties, and the conversations they are owed in. */
@Controller
class DeadlinePages {

  /** So many rows the resources give at most; a list of so many may go on. */
  static final int FULL = 100;

  private final ConversationsApi conversations;
  private final FindingsApi findings;
  private final TellingsApi tellings;

  DeadlinePages(ConversationsApi conversations, FindingsApi findings, TellingsApi tellings) {
    this.conversations = conversations;
    this.findings = findings;
    this.tellings = tellings;
  }

  /** In lanes: past their end, in doubt, to come. */
  @GetMapping("/console/deadlines")
  String deadlines(
      @RequestParam(required = false) Due due,
      @RequestParam(required = false) String owner,
      @RequestParam(defaultValue = "false") boolean byHand,
      PersonAuthentication caller,
      Model model,
      HttpServletRequest request) {
    List<DeadlineStatus> open =
        conversations.deadlines(
            List.of(DeadlineState.OPEN),
            due,
            null,
            MessagePages.given(owner),
            byHand,
            caller,
            request);
    model.addAttribute("due", due);
    model.addAttribute("owner", MessagePages.given(owner));
    model.addAttribute("byHand", byHand);
    model.addAttribute("count", open.size());
    model.addAttribute("full", FULL);
    model.addAttribute("lanes", open.stream().collect(groupingBy(DeadlineStatus::state)));
    return "console/deadlines";
  }

  @GetMapping("/console/findings")
  String findings(PersonAuthentication caller, Model model, HttpServletRequest request) {
    model.addAttribute("findings", findings.findings(null, null, "", false, caller, request));
    return "console/findings";
  }

  @GetMapping("/console/conversations")
  String conversations(
      @RequestParam(required = false) String kind,
      @RequestParam(required = false) Due due,
      @RequestParam(required = false) UUID after,
      PersonAuthentication caller,
      Model model,
      HttpServletRequest request) {
    String wanted = MessagePages.given(kind);
    List<ConversationStatus> page =
        conversations.conversations(wanted, null, due, null, after, caller, request);
    model.addAttribute("conversations", page);
    model.addAttribute("kind", wanted);
    model.addAttribute("due", due);
    model.addAttribute("next", page.size() < FULL ? null : page.get(FULL - 1).id());
    return "console/conversations";
  }

  @GetMapping("/console/conversations/{id}")
  String conversation(
      @PathVariable UUID id, PersonAuthentication caller, Model model, HttpServletRequest request) {
    ConversationDetail detail = conversations.conversation(id, caller, request);
    model.addAttribute("detail", detail);
    model.addAttribute(
        "byHand", detail.deadlines().stream().filter(DeadlineStatus::byHand).toList());
    return "console/conversation";
  }

  /** A person has told a receiver that the gateway cannot tell. */
  @PostMapping("/console/deadlines/{id}/telling")
  String tell(
      @PathVariable UUID id,
      @RequestParam String reason,
      @RequestParam UUID conversation,
      PersonAuthentication caller) {
    tellings.tell(id, new How(reason), caller);
    return "redirect:/console/conversations/" + conversation;
  }
}
