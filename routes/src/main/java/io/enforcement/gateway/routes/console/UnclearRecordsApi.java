package io.enforcement.gateway.routes.console;

import io.enforcement.gateway.routes.conversation.Kinds;
import io.enforcement.gateway.routes.partner.Restrictions;
import io.enforcement.gateway.routes.problem.ProblemCode;
import io.enforcement.gateway.routes.problem.ProblemException;
import io.enforcement.gateway.routes.store.ConversationStore;
import io.enforcement.gateway.routes.store.ConversationStore.Asks;
import io.enforcement.gateway.routes.store.ConversationStore.Unclear;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Records that may belong to several conversations, or answer several letters of one: a work list
 * for people; what may belong to restricted ones is there for listed people only.
 */
@RestController
class UnclearRecordsApi {

  private static final int LIMIT = 100;

  private final ConversationStore store;
  private final Kinds kinds;
  private final Restrictions restrictions;

  UnclearRecordsApi(ConversationStore store, Kinds kinds, Restrictions restrictions) {
    this.store = store;
    this.kinds = kinds;
    this.restrictions = restrictions;
  }

  /** The oldest first. */
  @GetMapping("/api/v1/unclear-records")
  List<Unclear> unclear(Authentication person) {
    return store.unclear(LIMIT).stream().filter(each -> maySee(person, each.kind())).toList();
  }

  private boolean maySee(Authentication person, String kind) {
    return !kinds.named(kind).orElseThrow().restricted() || restrictions.lists(person.getName());
  }

  /**
   * Says to which of the candidates a record belongs; one of both is given.
   *
   * @param conversation where it may belong to several conversations
   * @param letter where it may answer several letters, the record of the one that it answers
   */
  @PostMapping("/api/v1/unclear-records/{record}")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void choose(
      @PathVariable UUID record,
      @RequestParam(required = false) UUID conversation,
      @RequestParam(required = false) UUID letter,
      Authentication person) {
    boolean seen = store.unclear(record).stream().allMatch(each -> maySee(person, each.kind()));
    Asks asks = letter == null ? Asks.CONVERSATION : Asks.LETTER;
    UUID chosen = letter == null ? conversation : letter;
    if (!seen || !store.choose(record, asks, chosen, person.getName())) {
      throw ProblemException.of(ProblemCode.NOT_FOUND);
    }
  }
}
