package io.enforcement.gateway.routes.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.routes.store.DeadlineState;
import io.enforcement.gateway.standards.calendar.WorkingCalendar;
import io.enforcement.gateway.standards.model.BodyReference;
import io.enforcement.gateway.standards.model.CrimeReference;
import io.enforcement.gateway.standards.model.CrimeTransfer;
import io.enforcement.gateway.standards.model.CrimeTransferReceipt;
import io.enforcement.gateway.standards.model.Operation;
import io.enforcement.gateway.standards.model.OrganReference;
import io.enforcement.gateway.standards.model.StandardRecord;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stays of a deadline when rules and documents change. */
class ReckoningTest {

  private static final Kind KIND = Kinds.shipped().named("crime-transfer").orElseThrow();

  @TempDir Path folder;

  @Test
  void aRuleThatChangesMovesNoDeadlineThatWasComputed() throws Exception {
    Deadline before = review(DeadlineTable.shipped(), Map.of(), receipt("2026-04-03T10:20+08:00"));
    DeadlineTable changed = tableWith("deadlines.csv", "F09", "3 CD", "30 CD");

    Deadline after =
        review(changed, Map.of(before.key(), before), receipt("2026-04-03T10:20+08:00"));
    Deadline fresh = review(changed, Map.of(), receipt("2026-04-03T10:20+08:00"));

    assertThat(after).isEqualTo(before);
    assertThat(fresh.due()).isAfter(before.due());
    assertThat(fresh.version()).isNotEqualTo(before.version());
  }

  @Test
  void aDocumentThatIsCorrectedMovesItsDeadline() {
    Deadline before = review(DeadlineTable.shipped(), Map.of(), receipt("2026-04-03T10:20+08:00"));

    Deadline after =
        review(
            DeadlineTable.shipped(),
            Map.of(before.key(), before),
            receipt("2026-04-08T10:20+08:00"));

    assertThat(before.due()).isEqualTo(OffsetDateTime.parse("2026-04-08T00:00+08:00"));
    assertThat(after.due()).isEqualTo(OffsetDateTime.parse("2026-04-14T00:00+08:00"));
  }

  @Test
  void anEndInAYearWithoutACalendarAccusesNobody() {
    Deadline deadline =
        review(DeadlineTable.shipped(), Map.of(), receipt("2026-12-31T10:20+08:00"));

    assertThat(deadline.unknownYears()).containsExactly(2027);
    assertThat(deadline.state()).isEqualTo(DeadlineState.OPEN);
  }

  @Test
  void aSiteSaysWithinHowManyDaysInspectionsAreCompared() throws Exception {
    StoryFile story =
        StoryFile.all().stream()
            .filter(each -> each.kind().equals("repeated-inspection"))
            .findFirst()
            .orElseThrow();
    Told shipped = Told.of(story.kind());
    Told own = Told.of(story.kind(), tableWith("deadlines-6401.csv", "U08d", "90 CD", "30 CD"));

    story.steps().stream()
        .flatMap(step -> step.document().stream())
        .forEach(
            record -> {
              shipped.came(record);
              own.came(record);
            });

    assertThat(shipped.state()).isEqualTo("INSPECTED_AGAIN");
    assertThat(own.state()).isEqualTo("INSPECTED");
    assertThat(own.all()).isEmpty();
  }

  private DeadlineTable tableWith(String file, String id, String was, String limit)
      throws Exception {
    String all = Files.readString(Path.of("src/main/resources/conversation/deadlines.csv"));
    String header = all.lines().findFirst().orElseThrow();
    String row = all.lines().filter(line -> line.startsWith(id + ",")).findFirst().orElseThrow();
    Files.writeString(
        folder.resolve(file),
        header + "\n" + row.replace(was, limit) + "\n",
        StandardCharsets.UTF_8);
    return DeadlineTable.with(folder);
  }

  private static Deadline review(
      DeadlineTable table, Map<Deadline.Key, Deadline> held, CrimeTransferReceipt receipt) {
    Conversation conversation = new Conversation(UUID.randomUUID(), KIND);
    conversation.add(document("letter", letter()), 1);
    conversation.add(document("receipt", receipt), 1);
    Clocks clocks = new Clocks(WorkingCalendar.of(WorkingCalendar.shipped()).in("640104"));
    return new Reckoning(
            KIND,
            conversation.course(List.of(), List.of()),
            conversation.documents(),
            List.of(),
            Map.of(),
            held,
            clocks)
        .under(table.of("crime-transfer", "640104")).stream()
            .filter(deadline -> deadline.rule().equals("F09"))
            .collect(Collectors.collectingAndThen(Collectors.toList(), all -> all.get(0)));
  }

  private static Document document(String identity, StandardRecord record) {
    record.setCdOperation(Operation.I);
    record.setRevision(1);
    return Document.of(
        KIND, UUID.randomUUID(), identity, new Content(record, 0, List.of()), Instant.EPOCH);
  }

  private static CrimeTransfer letter() {
    CrimeTransfer letter = new CrimeTransfer();
    letter.setBody(new BodyReference());
    letter.getBody().setName("示例区综合执法局");
    letter.getBody().setUscc("11640104MB1GXDM29U");
    letter.getBody().setAreaNumber("640104");
    letter.setLetterNumber("示综执移字〔2026〕3号");
    letter.setSentAt(OffsetDateTime.parse("2026-04-03T10:05+08:00"));
    return letter;
  }

  private static CrimeTransferReceipt receipt(String acceptedAt) {
    CrimeTransferReceipt receipt = new CrimeTransferReceipt();
    receipt.setTransfer(new CrimeReference());
    receipt.getTransfer().setLetterNumber("示综执移字〔2026〕3号");
    receipt.getTransfer().setSender(new OrganReference());
    receipt.getTransfer().getSender().setName("示例区综合执法局");
    receipt.setLetterNumber("示公(经)受字〔2026〕8号");
    receipt.setAcceptedAt(OffsetDateTime.parse(acceptedAt));
    return receipt;
  }
}
