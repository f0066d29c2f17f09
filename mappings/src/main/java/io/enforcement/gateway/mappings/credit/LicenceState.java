package io.enforcement.gateway.mappings.credit;

import io.enforcement.gateway.mappings.Reading;
import io.enforcement.gateway.standards.codes.CodeTable;
import io.enforcement.gateway.standards.model.ActDocumentReference;
import io.enforcement.gateway.standards.model.LicenceDecision;
import io.enforcement.gateway.standards.model.Operation;
import java.time.LocalDate;
import java.util.Map;

/**
 * Number, days and state of the licence that a row is about.
 *
 * <p>What ends or suspends a licence is no row of its own: it is the row of that licence, amended
 * to be no longer valid, with a remark that names the event and its document. Such an event that
 * was wrongly sent cannot be taken back with what it says itself: the licence has to be sent again.
 */
final class LicenceState {

  private static final CodeTable EVENTS = CodeTable.of("licence-event");
  private static final String INVALID = "2";

  private LicenceState() {}

  static void put(
      LicenceDecision decision, Map<String, Object> values, String path, Reading reading) {
    ActDocumentReference original = decision.getOriginalLicence();
    if (original == null || !INVALID.equals(decision.getState())) {
      own(decision, values);
    } else {
      ended(decision, original, values);
      if (decision.getCdOperation() == Operation.D) {
        reading.refuse("credit.licence-again", path + "XK_WSH", "an event, wrongly sent");
      }
    }
  }

  /** A licence holds from its decision and without an end unless it says otherwise. */
  private static void own(LicenceDecision decision, Map<String, Object> values) {
    boolean wrong = decision.getCdOperation() == Operation.D;
    values.put("XK_XKWS", decision.getLicenceFileName());
    values.put("XK_WSH", decision.getLicenceFileNum());
    values.put("XK_ZT", decision.getState());
    values.put("BZ", decision.getRemark());
    days(decision, decision.getDecisionDate(), RowValues.OPEN_ENDED, values);
    RowValues.status(
        decision,
        wrong ? Operation.D.value() : decision.getLicenceEvent(),
        decision.getRemark(),
        values);
  }

  /** Where its days are not said: from its own decision to the one that ended it. */
  private static void ended(
      LicenceDecision decision, ActDocumentReference original, Map<String, Object> values) {
    String remark = RowValues.join(event(decision), decision.getRemark());
    values.put("XK_XKWS", original.getTitle());
    values.put("XK_WSH", original.getDocumentNumber());
    values.put("XK_ZT", INVALID);
    values.put("BZ", remark);
    values.put("CD_OPERATION", Operation.U.value());
    LocalDate decided = original.getDate();
    days(
        decision,
        decided == null ? decision.getDecisionDate() : decided,
        decision.getDecisionDate(),
        values);
    RowValues.status(decision, decision.getLicenceEvent(), remark, values);
  }

  private static void days(
      LicenceDecision decision, LocalDate decided, LocalDate end, Map<String, Object> values) {
    LocalDate from = decision.getValidFrom();
    LocalDate until = decision.getValidUntil();
    values.put("XK_JDRQ", decided);
    values.put("XK_YXQZ", from == null ? decided : from);
    values.put("XK_YXQZI", until == null ? end : until);
  }

  private static String event(LicenceDecision decision) {
    return EVENTS.display(decision.getLicenceEvent()).orElse("其他")
        + " "
        + decision.getLicenceFileNum()
        + " "
        + decision.getDecisionDate();
  }
}
