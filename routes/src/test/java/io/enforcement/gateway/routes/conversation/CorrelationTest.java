package io.enforcement.gateway.routes.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.routes.store.ConversationKeyStore.Key;
import io.enforcement.gateway.standards.model.AssistAnswer;
import io.enforcement.gateway.standards.model.BodyReference;
import io.enforcement.gateway.standards.model.CaseReference;
import io.enforcement.gateway.standards.model.Inspection;
import io.enforcement.gateway.standards.model.Operation;
import io.enforcement.gateway.standards.model.OrganReference;
import io.enforcement.gateway.standards.model.Party;
import io.enforcement.gateway.standards.model.PenaltyDecision;
import io.enforcement.gateway.standards.model.StandardRecord;
import io.enforcement.gateway.standards.model.StatisticsReport;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which conversation a record belongs to. */
class CorrelationTest {

  private static final Kind ASSISTANCE = Kinds.shipped().named("assistance").orElseThrow();
  private static final Kind INSPECTED = Kinds.shipped().named("repeated-inspection").orElseThrow();

  @Test
  void anAnswerToTwoRequestsBelongsToEachByTheLetterThatItNames() {
    UUID first = UUID.randomUUID();
    Correlation correlation = new Correlation();
    correlation.learn(
        Correlation.keys(ASSISTANCE, answer("示市监协查〔2026〕5号")).stream()
            .map(key -> new Key(key.kind(), key.number(), key.uscc(), key.organ(), first))
            .toList());

    assertThat(correlation.find(keys("示市监协查〔2026〕5号"))).containsExactly(first);
    assertThat(correlation.find(keys("示市监协查〔2026〕6号"))).isEmpty();
  }

  @Test
  void finesOfOneInspectionAreComparedForEachPartyForItself() {
    assertThat(fine("91640122MA7QX3D8XU")).isEqualTo(fine("91640122MA7QX3D8XU")).hasSize(1);
    assertThat(fine("91640104MA7GXDM18J")).isNotEqualTo(fine("91640122MA7QX3D8XU"));
  }

  private static List<Key> fine(String party) {
    PenaltyDecision decision = new PenaltyDecision();
    decision.setCaseReference(new CaseReference());
    decision.getCaseReference().setCheckActionCode("JC-640106-20260411-0007");
    decision.getParties().add(new Party());
    decision.getParties().get(0).setUscc(party);
    return Correlation.keys(Kinds.shipped().named("one-matter").orElseThrow(), decision);
  }

  @Test
  void inspectionsOfOneYearAreComparedForEachCompany() {
    Inspection planned = inspection("91640122MA7QX3D8XU", "2026-04-11T09:30:00+08:00");
    Inspection later = inspection("91640122MA7QX3D8XU", "2026-12-31T09:30:00+08:00");
    Inspection other = inspection("91640104MA7GXDM18J", "2026-04-11T09:30:00+08:00");
    Inspection nextYear = inspection("91640122MA7QX3D8XU", "2027-01-01T09:30:00+08:00");

    assertThat(Correlation.keys(INSPECTED, planned))
        .hasSize(1)
        .isEqualTo(Correlation.keys(INSPECTED, later))
        .isNotEqualTo(Correlation.keys(INSPECTED, other))
        .isNotEqualTo(Correlation.keys(INSPECTED, nextYear));
  }

  @Test
  void aFollowUpAndOneAfterAReportAreNotCounted() {
    Inspection planned = inspection("91640122MA7QX3D8XU", "2026-04-11T09:30:00+08:00");
    Inspection followUp = inspection("91640122MA7QX3D8XU", "2026-05-11T09:30:00+08:00");
    followUp.setRecheckOf("JC-640106-2026-0305");
    Inspection reported = inspection("91640122MA7QX3D8XU", "2026-05-11T09:30:00+08:00");
    reported.setPlanned(false);
    Inspection citizen = inspection(null, "2026-05-11T09:30:00+08:00");

    assertThat(concernsInspected(planned)).isTrue();
    assertThat(concernsInspected(followUp)).isFalse();
    assertThat(concernsInspected(reported)).isFalse();
    assertThat(concernsInspected(citizen)).isFalse();
  }

  private static boolean concernsInspected(Inspection inspection) {
    return INSPECTED.concerns(
        Document.of(INSPECTED, UUID.randomUUID(), "one", content(inspection), Instant.EPOCH));
  }

  /** Of a company, or of a citizen who has no credit code. */
  private static Inspection inspection(String uscc, String at) {
    Inspection inspection = new Inspection();
    inspection.setCdOperation(Operation.I);
    inspection.setBody(new BodyReference());
    inspection.setPlanned(true);
    inspection.setCheckDate(OffsetDateTime.parse(at));
    inspection.getParties().add(new Party());
    inspection.getParties().get(0).setKind(uscc == null ? "1" : "2");
    inspection.getParties().get(0).setUscc(uscc);
    return inspection;
  }

  @Test
  void aTableOfPartOfAYearIsNoYearlyReport() {
    assertThat(concerns(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31))).isTrue();
    assertThat(concerns(LocalDate.of(2025, 10, 1), LocalDate.of(2025, 12, 31))).isFalse();
    assertThat(concerns(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 6, 30))).isFalse();
  }

  private static boolean concerns(LocalDate from, LocalDate to) {
    StatisticsReport table = new StatisticsReport();
    table.setBody(new BodyReference());
    table.getBody().setUscc("11640104MB1GXDM29U");
    table.setCdOperation(Operation.I);
    table.setPeriodFrom(from);
    table.setPeriodTo(to);
    Kind annual = Kinds.shipped().named("annual-duty").orElseThrow();
    return annual.concerns(
        Document.of(annual, UUID.randomUUID(), "table", content(table), Instant.EPOCH));
  }

  private static List<Key> keys(String letter) {
    return Correlation.keys(ASSISTANCE, answer(letter));
  }

  /** One paper that answers two requests: two records with one number. */
  private static AssistAnswer answer(String letter) {
    AssistAnswer answer = new AssistAnswer();
    answer.setLetterNumber(letter);
    answer.setAnswerNumber("示综执函〔2026〕31号");
    answer.setBody(new BodyReference());
    answer.getBody().setName("示例区综合执法局");
    answer.setAddressee(new OrganReference());
    answer.getAddressee().setName("示例区市场监督管理局");
    return answer;
  }

  private static Content content(StandardRecord record) {
    return new Content(record, 0, List.of());
  }
}
