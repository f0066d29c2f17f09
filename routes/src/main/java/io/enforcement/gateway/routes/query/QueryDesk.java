package io.enforcement.gateway.routes.query;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.enforcement.gateway.routes.audit.Milestone;
import io.enforcement.gateway.routes.security.NonceStore;
import io.enforcement.gateway.routes.security.PartnerRequest;
import io.enforcement.gateway.routes.store.QueryStore;
import io.enforcement.gateway.standards.model.Answer;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Answers a query that may be asked from what the gateway holds: in one transaction the nonce, the
 * look-up, the log and the trail, so that nothing is answered of which nobody could tell later why.
 * Thread-safe.
 */
@Component
class QueryDesk {

  private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();
  private final QueryTurns turns;
  private final QueryStore store;
  private final Answers answers;
  private final AnsweringBody body;
  private final SoundAnswers sound;
  private final Clock clock;

  QueryDesk(
      QueryTurns turns,
      QueryStore store,
      Answers answers,
      AnsweringBody body,
      SoundAnswers sound,
      Clock clock) {
    this.turns = turns;
    this.store = store;
    this.answers = answers;
    this.body = body;
    this.sound = sound;
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
    LoggedQuery logged = new LoggedQuery(ids.generate(), asked.partner(), document.query());
    store.keep(logged.asked(since));
    Answer answer = answers.to(document.query(), logged.id(), body.reference(), clock.instant());
    byte[] xml =
        sound.xml(answer).orElseThrow(() -> new IllegalStateException("our own answer is unsound"));
    byte[] bytes = document.form(answer, xml);
    String outcome = answer.getAnswerOutcome().value();
    store.keep(logged.told(answer.getAnsweredAt().toInstant(), outcome, bytes));
    store.tell(logged.event(Milestone.QUERIED, outcome));
    return bytes;
  }
}
