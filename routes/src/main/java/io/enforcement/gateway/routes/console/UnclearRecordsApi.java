package io.enforcement.gateway.routes.console;

import io.enforcement.gateway.routes.conversation.Kinds;
import io.enforcement.gateway.routes.partner.Restrictions;
import io.enforcement.gateway.routes.problem.ProblemCode;
import io.enforcement.gateway.routes.problem.ProblemException;
import io.enforcement.gateway.routes.store.UnclearRecordStore;
import io.enforcement.gateway.routes.store.UnclearRecordStore.Asks;
import io.enforcement.gateway.routes.store.UnclearRecordStore.Unclear;
import io.enforcement.gateway.standards.dictionary.Label;
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
 * Records that may belong to several conversations or to a full one, or answer several letters of
 * one: a work list for people; what may belong to restricted ones is there for listed people only.
 */
@RestController
class UnclearRecordsApi {

  private static final int LIMIT = 100;

  private final UnclearRecordStore store;
  private final Kinds kinds;
  private final Restrictions restrictions;

  UnclearRecordsApi(UnclearRecordStore store, Kinds kinds, Restrictions restrictions) {
    this.store = store;
    this.kinds = kinds;
    this.restrictions = restrictions;
  }

  /** A record that waits, with what people are asked in words. */
  record Waiting(UUID recordId, String kind, Asks asks, Label why, List<UUID> candidates) {

    static Waiting of(Unclear unclear) {
      return new Waiting(
          unclear.recordId(),
          unclear.kind(),
          unclear.asks(),
          unclear.asks().words(),
          unclear.candidates());
    }
  }

  /** The oldest first; what is asked about full conversations last. */
  @GetMapping("/api/v1/unclear-records")
  List<Waiting> unclear(Authentication person) {
    return store.unclear(LIMIT).stream()
        .filter(each -> maySee(person, each.kind()))
        .map(Waiting::of)
        .toList();
  }

  private boolean maySee(Authentication person, String kind) {
    return !kinds.named(kind).orElseThrow().restricted() || restrictions.lists(person.getName());
  }

  /**
   * Says to which of the candidates a record belongs; one of both is given.
   *
   * @param conversation where it may belong to several conversations, or to a full one
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
    if (!seen || !placed(record, conversation, letter, person.getName())) {
      throw ProblemException.of(ProblemCode.NOT_FOUND);
    }
  }

  private boolean placed(UUID record, UUID conversation, UUID letter, String person) {
    return letter == null
        ? store.chooseConversation(record, conversation, person)
        : store.chooseLetter(record, letter, person);
  }
}
