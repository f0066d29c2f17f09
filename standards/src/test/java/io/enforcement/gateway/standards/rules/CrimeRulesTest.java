package io.enforcement.gateway.standards.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.standards.Samples;
import io.enforcement.gateway.standards.dictionary.Dictionary;
import io.enforcement.gateway.standards.dictionary.Field;
import io.enforcement.gateway.standards.dictionary.Property;
import io.enforcement.gateway.standards.dictionary.RecordType;
import io.enforcement.gateway.standards.format.RecordTypes;
import io.enforcement.gateway.standards.model.CrimeReference;
import io.enforcement.gateway.standards.model.CrimeTransfer;
import io.enforcement.gateway.standards.model.FilingDecision;
import io.enforcement.gateway.standards.model.OpinionReply;
import io.enforcement.gateway.standards.model.ProsecutorialOpinion;
import io.enforcement.gateway.standards.model.StandardRecord;
import io.enforcement.gateway.standards.model.SupplementRequest;
import io.enforcement.gateway.standards.model.TimeLimit;
import io.enforcement.gateway.standards.validation.Finding;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Where the clocks of criminal justice must stay silent; where they speak is in the bad samples.
 */
class CrimeRulesTest {

  static Stream<String> records() {
    return Dictionary.v1().records().stream()
        .filter(record -> record.family().equals("crime"))
        .map(RecordType::name);
  }

  @ParameterizedTest
  @MethodSource("records")
  void survivesARecordWithNothingInItButHoles(String name) throws Exception {
    Class<? extends StandardRecord> type = RecordTypes.of(name).orElseThrow();
    StandardRecord hollow = type.getConstructor().newInstance();
    for (Field field : Dictionary.v1().record(name).orElseThrow().fields()) {
      if (field.isList()) {
        ((List<?>) Property.of(type, field.property()).of(hollow)).add(null);
      }
    }

    assertThat(StandardValidator.shipped().validate(hollow, Samples.TODAY))
        .extracting(Finding::rule)
        .doesNotContain("date.order", "crime.filing-late", "opinion.reply-late");
  }

  @Test
  void theLastMomentIsInTime() {
    CrimeTransfer transfer = new CrimeTransfer();
    transfer.setApprovedAt(OffsetDateTime.parse("2026-04-02T16:20:00+08:00"));
    transfer.setSentAt(OffsetDateTime.parse("2026-04-03T08:20:00Z"));

    assertThat(rules(transfer)).doesNotContain("crime.sending-late", "crime.sent-before-approval");
  }

  @Test
  void daysAreThoseOfChinaWhateverTheOffset() {
    CrimeTransfer transfer = new CrimeTransfer();
    transfer.setReportedAt(OffsetDateTime.parse("2026-03-29T20:00:00Z"));
    transfer.setApprovedAt(OffsetDateTime.parse("2026-04-02T15:59:59Z"));
    assertThat(rules(transfer)).doesNotContain("crime.approval-late");

    transfer.setApprovedAt(OffsetDateTime.parse("2026-04-02T16:00:00Z"));
    assertThat(rules(transfer)).contains("crime.approval-late");
  }

  @Test
  void survivesDaysThatNobodyCanCountFrom() {
    CrimeTransfer transfer = new CrimeTransfer();
    transfer.setReportedAt(OffsetDateTime.MAX);
    transfer.setApprovedAt(OffsetDateTime.MAX);
    transfer.setSentAt(OffsetDateTime.MIN);
    transfer.setAdvice(new CrimeReference());
    transfer.getAdvice().setReceivedOn(LocalDate.MAX);
    assertThat(rules(transfer)).doesNotContain("crime.approval-late", "crime.sending-late");

    FilingDecision filing = new FilingDecision();
    filing.setAcceptedOn(LocalDate.MAX);
    filing.setDecidedOn(LocalDate.MAX);
    filing.setNoticedOn(LocalDate.MAX);
    assertThat(rules(filing)).containsOnly("date.future");
  }

  @Test
  void thinEvidenceMayBeAskedForAtAnyTime() {
    SupplementRequest request = new SupplementRequest();
    request.setKind("2");
    request.setAcceptedAt(OffsetDateTime.parse("2026-04-02T16:20:00+08:00"));
    request.setRequestedAt(OffsetDateTime.parse("2026-05-06T09:00:00+08:00"));

    assertThat(rules(request)).isEmpty();
  }

  @Test
  void aCaseFiledOnNoticeHasTheClockOfTheNotice() {
    FilingDecision filing = new FilingDecision();
    filing.setAcceptedOn(LocalDate.parse("2026-04-03"));
    filing.setDecidedOn(LocalDate.parse("2026-05-13"));
    filing.setSupervisionNotice(received("2026-04-28"));

    assertThat(rules(filing)).isEmpty();
  }

  @Test
  void theDayThatTheDocumentSetsGoesBeforeTheLaw() {
    OpinionReply reply = new OpinionReply();
    reply.setLetterKind("1");
    reply.setOpinion(received("2026-07-15"));
    reply.setRepliedOn(LocalDate.parse("2026-10-15"));
    assertThat(rules(reply)).containsExactly("opinion.reply-late");

    TimeLimit limit = new TimeLimit();
    limit.setDue(OffsetDateTime.parse("2026-10-15T23:59:59+08:00"));
    reply.setReplyLimit(limit);
    assertThat(rules(reply)).isEmpty();
  }

  @Test
  void advisedTransfersHaveNoMonthsToReply() {
    OpinionReply reply = new OpinionReply();
    reply.setLetterKind("4");
    reply.setOpinion(received("2026-02-15"));
    reply.setRepliedOn(LocalDate.parse("2026-10-15"));

    assertThat(rules(reply)).isEmpty();
  }

  @Test
  void aRegisteredReviewMayTakeLongerThanTheRuleOf2021() {
    ProsecutorialOpinion opinion = new ProsecutorialOpinion();
    opinion.setNonProsecutionOn(LocalDate.parse("2026-06-25"));
    opinion.setRegisteredOn(LocalDate.parse("2026-06-30"));
    opinion.setIssuedOn(LocalDate.parse("2026-07-14"));
    opinion.setServedOn(LocalDate.parse("2026-07-15"));

    assertThat(rules(opinion)).containsExactly("opinion.copy-justice", "opinion.reply-limit");
  }

  private static CrimeReference received(String day) {
    CrimeReference document = new CrimeReference();
    document.setReceivedOn(LocalDate.parse(day));
    return document;
  }

  private static List<String> rules(StandardRecord record) {
    return StandardValidator.shipped().validate(record, Samples.TODAY).stream()
        .map(Finding::rule)
        .toList();
  }
}
