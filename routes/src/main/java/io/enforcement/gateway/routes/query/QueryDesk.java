package io.enforcement.gateway.routes.query;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.enforcement.gateway.routes.audit.AuditEvent;
import io.enforcement.gateway.routes.audit.Milestone;
import io.enforcement.gateway.routes.security.NonceStore;
import io.enforcement.gateway.routes.security.PartnerRequest;
import io.enforcement.gateway.routes.store.QueryStore;
import io.enforcement.gateway.routes.store.QueryStore.Evidence;
import io.enforcement.gateway.standards.format.StandardXml;
import io.enforcement.gateway.standards.model.Answer;
import io.enforcement.gateway.standards.model.Query;
import io.enforcement.gateway.standards.rules.StandardValidator;
import io.enforcement.gateway.standards.validation.Finding;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Answers a query that may be asked: in one transaction the nonce, the look-up, the evidence and
 * the trail, so that nothing is answered of which nobody could tell later why. Thread-safe.
 */
@Component
class QueryDesk {

  private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();
  private final QueryTurns turns;
  private final QueryStore store;
  private final Answers answers;
  private final AnsweringBody body;
  private final StandardValidator validator;
  private final Clock clock;

  QueryDesk(
      QueryTurns turns,
      QueryStore store,
      Answers answers,
      AnsweringBody body,
      StandardValidator validator,
      Clock clock) {
    this.turns = turns;
    this.store = store;
    this.answers = answers;
    this.body = body;
    this.validator = validator;
    this.clock = clock;
  }

  /** The answer's bytes, in the form of the query. A query that is repeated is answered anew. */
  byte[] answer(PartnerRequest asked, QueryDocument document) {
    Instant since = clock.instant();
    return turns.take(() -> store.within(turns.timeout(), () -> answered(asked, document, since)));
  }

  private byte[] answered(PartnerRequest asked, QueryDocument document, Instant since) {
    if (!store.firstUse(asked.partner(), asked.nonce(), since)) {
      throw NonceStore.usedBefore();
    }
    UUID id = ids.generate();
    Query query = document.query();
    Answer answer = answers.to(query, id, body.reference(), clock.instant());
    byte[] bytes = document.form(answer, sound(answer));
    String kind = query.getQueryKind().value();
    String outcome = answer.getAnswerOutcome().value();
    store.keep(
        new Evidence(
            id,
            asked.partner(),
            query.getQueryId(),
            kind,
            since,
            answer.getAnsweredAt().toInstant(),
            outcome,
            document.xml(),
            bytes),
        event(asked.partner(), kind, id, outcome));
    return bytes;
  }

  /** The partner's own query id stays out of the trail: it is free text. */
  private static AuditEvent event(String partner, String kind, UUID id, String outcome) {
    String detail = kind + " " + id + " " + outcome;
    return new AuditEvent(Milestone.QUERIED, null, null, null, partner, partner, detail);
  }

  /** The answer as XML; one that breaks the standard is our fault and does not leave. */
  private byte[] sound(Answer answer) {
    StandardXml.Checked checked = validator.check(answer, answer.getAnsweredAt().toLocalDate());
    List<String> faults =
        checked.findings().stream()
            .filter(Finding::refuses)
            .map(finding -> finding.rule() + " " + finding.path())
            .toList();
    if (!faults.isEmpty()) {
      throw new IllegalStateException("the answer is no record of the standard: " + faults);
    }
    return checked.xml();
  }
}
