package io.enforcement.gateway.routes.query;

import io.enforcement.gateway.standards.model.Answer;
import io.enforcement.gateway.standards.model.AnswerOutcome;
import io.enforcement.gateway.standards.model.BodyReference;
import io.enforcement.gateway.standards.model.Operation;
import io.enforcement.gateway.standards.model.Query;
import io.enforcement.gateway.standards.model.QueryKind;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Makes the answer to a query, from the source of its kind. Thread-safe. */
final class Answers {

  private final Map<QueryKind, AnswerSource> sources;

  Answers(Map<QueryKind, AnswerSource> sources) {
    this.sources = Map.copyOf(sources);
  }

  /**
   * The answer as it stands at this moment.
   *
   * @param id of the answer as a record
   * @param body who answers
   */
  Answer to(Query query, UUID id, BodyReference body, Instant now) {
    Answer answer = begun(query, id, body, now);
    sources.get(query.getQueryKind()).fill(answer, query, answer.getAnsweredAt().toLocalDate());
    if (isFilled(answer)) {
      answer.setAnswerOutcome(AnswerOutcome.FOUND);
    } else {
      // How new the data are would tell that there are some.
      answer.setDataAsOf(null);
      if (answer.getAnswerOutcome() == null) {
        answer.setAnswerOutcome(AnswerOutcome.NOT_FOUND);
      }
    }
    return answer;
  }

  private static Answer begun(Query query, UUID id, BodyReference body, Instant now) {
    Answer answer = new Answer();
    answer.setBody(body);
    address(answer, query, id, now);
    return answer;
  }

  /** Makes it the answer to this query, given now. */
  static void address(Answer answer, Query query, UUID id, Instant now) {
    answer.setRecordUniqueIdentity(id.toString());
    answer.setCdOperation(Operation.I);
    answer.setRevision(1);
    answer.setQueryId(query.getQueryId());
    answer.setQueryKind(query.getQueryKind());
    answer.setAnsweredAt(
        OffsetDateTime.ofInstant(now.truncatedTo(ChronoUnit.MILLIS), Subjects.CHINA));
    // An asker's clock may be ahead of ours; nothing is answered before it was asked.
    answer.setAskedAt(
        query.getAskedAt().isAfter(answer.getAnsweredAt()) ? null : query.getAskedAt());
  }

  private static boolean isFilled(Answer answer) {
    return Stream.<List<?>>of(
            answer.getOfficerAnswers(),
            answer.getHolderAnswers(),
            answer.getLicenceAnswers(),
            answer.getInspectionAnswers())
        .anyMatch(list -> !list.isEmpty());
  }
}
