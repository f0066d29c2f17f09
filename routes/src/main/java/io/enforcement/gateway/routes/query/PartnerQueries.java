package io.enforcement.gateway.routes.query;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.enforcement.gateway.connectors.PartnerReply;
import io.enforcement.gateway.routes.audit.Milestone;
import io.enforcement.gateway.routes.problem.ProblemCode;
import io.enforcement.gateway.routes.problem.ProblemException;
import io.enforcement.gateway.routes.security.NonceStore;
import io.enforcement.gateway.routes.security.PartnerRequest;
import io.enforcement.gateway.routes.store.QueryStore;
import io.enforcement.gateway.standards.model.Answer;
import io.enforcement.gateway.standards.validation.Rejected;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/**
 * Answers a query by asking the partner that is meant (Request-Reply). That it is asked is
 * committed before anything leaves; what came of it is committed before anybody is answered. No
 * connection and no thread of the traffic is held meanwhile, and of the server's threads only a
 * few: the rest stays for what is sent. Thread-safe.
 */
@Component
class PartnerQueries {

  private static final Duration COME_AGAIN = Duration.ofSeconds(2);

  private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();
  private final QueryTurns turns;
  private final QueryStore store;
  private final SoundAnswers sound;
  private final Clock clock;
  private final Semaphore places;

  PartnerQueries(
      QueryTurns turns, QueryStore store, SoundAnswers sound, QuerySettings settings, Clock clock) {
    this.turns = turns;
    this.store = store;
    this.sound = sound;
    this.clock = clock;
    this.places = new Semaphore(settings.toPartners());
  }

  /**
   * The answer's bytes, in the form of the query.
   *
   * @throws Rejected when the partner's format cannot say what is asked
   * @throws ProblemException {@code PARTNER_TOO_SLOW}, {@code PARTNER_UNAVAILABLE} or {@code
   *     PARTNER_ANSWER} when there is none
   */
  byte[] answer(PartnerRequest asked, QueryDocument document, AskedPartner partner) {
    if (!places.tryAcquire()) {
      throw ProblemException.unavailable(COME_AGAIN);
    }
    try {
      LoggedQuery logged = new LoggedQuery(ids.generate(), asked.partner(), document.query());
      Instant since = clock.instant();
      byte[] request = partner.request(document.query(), logged.id(), since);
      inLog(() -> forward(asked, logged, partner, since));
      return answered(document, logged, partner, request);
    } finally {
      places.release();
    }
  }

  private void forward(
      PartnerRequest asked, LoggedQuery logged, AskedPartner partner, Instant since) {
    if (!store.firstUse(asked.partner(), asked.nonce(), since)) {
      throw NonceStore.usedBefore();
    }
    store.keep(logged.asked(since, partner.answering()));
    store.tell(logged.event(Milestone.QUERY_FORWARDED, partner.answering().partner()));
  }

  private byte[] answered(
      QueryDocument document, LoggedQuery logged, AskedPartner partner, byte[] request) {
    try {
      PartnerReply reply = partner.ask(request, logged.id());
      if (!(reply instanceof PartnerReply.Given given)) {
        throw problem(reply);
      }
      Answer answer =
          read(given, logged, partner)
              .orElseThrow(() -> ProblemException.of(ProblemCode.PARTNER_ANSWER));
      byte[] xml =
          sound.xml(answer).orElseThrow(() -> ProblemException.of(ProblemCode.PARTNER_ANSWER));
      byte[] bytes = document.form(answer, xml);
      String outcome = answer.getAnswerOutcome().value();
      complete(logged, Milestone.QUERIED, outcome, bytes);
      return bytes;
    } catch (ProblemException e) {
      failed(logged, e.code());
      throw e;
    }
  }

  private Optional<Answer> read(
      PartnerReply.Given given, LoggedQuery logged, AskedPartner partner) {
    try {
      return partner.answer(given.body(), logged.query(), logged.id(), clock.instant());
    } catch (Rejected e) {
      return Optional.empty();
    }
  }

  private static ProblemException problem(PartnerReply reply) {
    if (reply instanceof PartnerReply.TooSlow) {
      return ProblemException.of(ProblemCode.PARTNER_TOO_SLOW);
    }
    return reply instanceof PartnerReply.Unavailable
        ? ProblemException.partnerUnavailable(COME_AGAIN)
        : ProblemException.of(ProblemCode.PARTNER_ANSWER);
  }

  private void failed(LoggedQuery logged, ProblemCode code) {
    try {
      complete(logged, Milestone.QUERY_FAILED, code.name(), null);
    } catch (ProblemException e) {
      // The row without an outcome says as much: asked, and nobody was answered.
    }
  }

  private void complete(LoggedQuery logged, Milestone milestone, String outcome, byte[] answer) {
    inLog(
        () -> {
          store.keep(logged.told(clock.instant(), outcome, answer));
          store.tell(logged.event(milestone, outcome));
        });
  }

  private void inLog(Runnable work) {
    turns.take(
        () ->
            store.within(
                turns.timeout(),
                () -> {
                  work.run();
                  return true;
                }));
  }
}
