package io.enforcement.gateway.routes.query;

import io.enforcement.gateway.connectors.Dispatch;
import io.enforcement.gateway.connectors.PartnerReply;
import io.enforcement.gateway.connectors.Requestor;
import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.Part;
import io.enforcement.gateway.routes.failure.Breakers;
import io.enforcement.gateway.routes.partner.Partner.Answering;
import io.enforcement.gateway.routes.problem.ProblemCode;
import io.enforcement.gateway.routes.problem.ProblemException;
import io.enforcement.gateway.standards.model.Answer;
import io.enforcement.gateway.standards.model.Query;
import io.enforcement.gateway.standards.model.QueryKind;
import io.enforcement.gateway.standards.validation.Rejected;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One partner that is asked: threads and a waiting room of its own (Bulkhead), a circuit breaker of
 * its own, one attempt, and an answer only when it fits the question. What goes wrong here touches
 * neither the deliveries to this partner nor the queries to another one. Thread-safe.
 */
final class AskedPartner implements AutoCloseable {

  private final Answering answering;
  private final Requestor requestor;
  private final QueryTurns turns;
  private final Breakers breakers;
  private final String breaker;

  /** Whoever gives the turns and the requestor leaves them to it. */
  AskedPartner(Answering answering, Requestor requestor, QueryTurns turns, Breakers breakers) {
    this.answering = answering;
    this.requestor = requestor;
    this.turns = turns;
    this.breakers = breakers;
    this.breaker = "queries to " + answering.partner() + "/" + answering.exchange();
  }

  boolean isOf(String partner) {
    return answering.partner().equals(partner);
  }

  Answering answering() {
    return answering;
  }

  boolean answers(QueryKind kind, String organ) {
    return answering.queries().contains(kind) && answering.organ().equals(organ);
  }

  /**
   * The question in the partner's format, with the permitted fields.
   *
   * @throws Rejected when the format cannot say it
   */
  byte[] request(Query query, UUID id, Instant now) {
    return answering.request().fromStandard(query, new Context(id.toString(), now, null));
  }

  /**
   * Asks once.
   *
   * @throws ProblemException {@code UNAVAILABLE} without room for one more, {@code
   *     PARTNER_TOO_SLOW} when time is over
   */
  PartnerReply ask(byte[] request, UUID id) {
    long start = System.nanoTime();
    Dispatch dispatch = new Dispatch(id.toString(), answering.exchange(), request);
    return turns.take(
        () -> ask(dispatch, turns.timeout().minusNanos(System.nanoTime() - start)),
        () -> ProblemException.of(ProblemCode.PARTNER_TOO_SLOW));
  }

  private PartnerReply ask(Dispatch dispatch, Duration left) {
    if (left.isNegative()) {
      return new PartnerReply.TooSlow("waited for its turn");
    }
    if (!breakers.permits(breaker)) {
      return new PartnerReply.Unavailable("circuit open");
    }
    PartnerReply reply = new PartnerReply.Broken("our own failure");
    long start = System.nanoTime();
    try {
      reply = requestor.ask(dispatch, left);
      return reply;
    } finally {
      breakers.record(breaker, reply, System.nanoTime() - start);
    }
  }

  /**
   * The partner's answer, as far as the asker may see it; empty when it is none to this question.
   *
   * @throws Rejected when it cannot be read
   */
  Optional<Answer> answer(byte[] reply, Query query, UUID id, Instant now) {
    List<Part> parts = answering.reply().toStandard(reply, new Context(id.toString(), now, null));
    return Optional.of(parts)
        .filter(all -> all.size() == 1)
        .map(all -> all.get(0))
        .filter(Part.Translated.class::isInstance)
        .map(part -> ((Part.Translated) part).record())
        .filter(Answer.class::isInstance)
        .map(Answer.class::cast)
        .filter(answer -> fits(answer, query, id))
        .map(answer -> permitted(answer, query, id, now));
  }

  /** Its number, its kind, its organ, and nobody but who was asked about. */
  private boolean fits(Answer answer, Query query, UUID id) {
    return id.toString().equals(answer.getQueryId())
        && query.getQueryKind() == answer.getQueryKind()
        && answer.getBody() != null
        && answering.organ().equals(answer.getBody().getUscc())
        && answer.getOfficerAnswers().stream()
            .allMatch(
                officer ->
                    officer.getCertNo() != null
                        && Subjects.certificate(officer.getCertNo())
                            .equals(AskedSubject.of(query)));
  }

  private Answer permitted(Answer answer, Query query, UUID id, Instant now) {
    Answer seen = (Answer) answering.answered().permitted().in(answer);
    Answers.address(seen, query, id, now);
    return seen;
  }

  @Override
  public void close() {
    turns.close();
    requestor.close();
  }
}
