package io.enforcement.gateway.routes.query;

import io.enforcement.gateway.routes.query.HeldRecords.Found;
import io.enforcement.gateway.standards.model.Answer;
import io.enforcement.gateway.standards.model.Inspection;
import io.enforcement.gateway.standards.model.InspectionAnswer;
import io.enforcement.gateway.standards.model.ObjectKey;
import io.enforcement.gateway.standards.model.Query;
import java.time.LocalDate;

/** Which inspections this organisation has had, the newest first. Thread-safe. */
final class RecentInspections implements AnswerSource {

  private final HeldRecords records;

  RecentInspections(HeldRecords records) {
    this.records = records;
  }

  @Override
  public void fill(Answer answer, Query query, LocalDate today) {
    ObjectKey key = query.getObjectKey();
    Found<Inspection> known =
        records
            .latest(
                Inspection.class,
                AskedSubject.of(query),
                key.getFromDate(),
                key.getUntilDate(),
                MOST)
            .standing();
    known.tell(answer);
    known.records().stream()
        .filter(inspection -> isOf(key.getObjectId(), inspection))
        .map(RecentInspections::told)
        .forEach(answer.getInspectionAnswers()::add);
  }

  private static boolean isOf(String objectId, Inspection inspection) {
    return objectId == null
        || inspection.getSupervisedObject() != null
            && objectId.equals(inspection.getSupervisedObject().getIdentifier());
  }

  private static InspectionAnswer told(Inspection inspection) {
    InspectionAnswer told = new InspectionAnswer();
    told.setBody(inspection.getBody());
    told.setCheckActionCode(inspection.getCheckActionCode());
    told.setCheckDate(inspection.getCheckDate());
    told.setCheckType(inspection.getCheckType());
    told.setSuperviseItemCode(inspection.getSuperviseItemCode());
    told.setCheckResult(inspection.getCheckResult());
    told.setRecheckDate(inspection.getRecheckDate());
    return told;
  }
}
