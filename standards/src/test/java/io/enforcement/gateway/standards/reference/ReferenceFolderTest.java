package io.enforcement.gateway.standards.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.enforcement.gateway.standards.SampleFiles;
import io.enforcement.gateway.standards.Samples;
import io.enforcement.gateway.standards.calendar.DayKind;
import io.enforcement.gateway.standards.codes.DivisionKnowledge;
import io.enforcement.gateway.standards.register.Registers;
import io.enforcement.gateway.standards.rules.ReferenceData;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceFolderTest {

  private static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 4);
  private static final String TOWNSHIP = "640106199";

  /** The certificate of the published sample, whose body is {@link #BODY}. */
  private static final String CERTIFICATE = "640104011";

  private static final String BODY = "11640104MB1GXDM29U";
  private static final String ITEM = "01020304050608";

  @TempDir Path files;

  private LocalDate today = Samples.TODAY;
  private ReferenceFolder folder;

  @Test
  void isWhatIsShippedUntilSomebodyPutsAFileThere() throws IOException {
    folder = new ReferenceFolder(files.resolve("absent"), () -> today);
    assertThat(folder.current()).isEqualTo(ReferenceData.shipped());

    Files.createDirectories(files.resolve("absent/Officer.json"));
    Files.writeString(files.resolve("absent/notes.csv"), "not ours");
    Files.writeString(files.resolve("absent/officers.json"), "not ours");
    assertThat(folder.current()).isEqualTo(ReferenceData.shipped());
  }

  @Test
  void aNewYearIsAFileThatIsPutThereWhileTheProgramRuns() throws IOException {
    open();
    assertThat(kind(NEW_YEAR)).isEqualTo(DayKind.UNKNOWN);

    calendar("2027-01-01,off,invented,test");
    assertThat(kind(NEW_YEAR)).isEqualTo(DayKind.WORKING);

    calendar("2027-01-01,off,invented,test\n2027-01-04,off,invented,test");
    assertThat(kind(NEW_YEAR)).isEqualTo(DayKind.OFF);

    calendar("2027-01-01,closed,invented,test");
    assertThatIllegalArgumentException()
        .isThrownBy(folder::current)
        .withMessageContaining("cn-2027.csv");
    assertThat(folder.lastGood().calendar().kind(NEW_YEAR)).isEqualTo(DayKind.OFF);
  }

  @Test
  void soIsADivision() throws IOException {
    open();
    division("");
    assertThat(knows()).isEqualTo(DivisionKnowledge.KNOWN);
    assertThat(folder.current().divisions()).isSameAs(folder.current().divisions());

    division("2026-01-31");
    assertThat(knows()).isEqualTo(DivisionKnowledge.NOT_IN_FORCE);

    division("soon");
    assertThatIllegalArgumentException()
        .isThrownBy(folder::current)
        .withMessage("division-yinchuan.csv line 2: 'soon' is no date like 2026-01-31");
    assertThat(folder.lastGood().divisions().knows(TOWNSHIP, today))
        .isEqualTo(DivisionKnowledge.NOT_IN_FORCE);

    Files.delete(files.resolve("division-yinchuan.csv"));
    assertThat(folder.current().divisions().find(TOWNSHIP)).isEmpty();
  }

  @Test
  void soAreTheRegisters() throws IOException {
    open();
    assertThat(registers().holdOfficersOf(BODY)).isFalse();

    put("Officer.json", sample("Officer/valid.json"));
    put("Officer-suspended.xml", sample("Officer/suspended.xml"));
    assertThat(registers().officer(CERTIFICATE)).isPresent();
    assertThat(registers().officer("640104019")).isPresent();
    assertThat(registers().holdOfficersOf(BODY)).isTrue();
    assertThat(registers().holdItemsOf(BODY)).isFalse();

    zip("EnforcementItem-2026.zip", "penalty.json", sample("EnforcementItem/penalty.json"));
    assertThat(registers().items(ITEM)).hasSize(1);
    assertThat(registers().holdItemsOf(BODY)).isTrue();
    assertThat(registers()).isSameAs(registers());

    Files.delete(files.resolve("Officer-suspended.xml"));
    assertThat(registers().officer("640104019")).isEmpty();
    assertThat(registers().officer(CERTIFICATE)).isPresent();
  }

  @Test
  void halfARegisterIsNotTakenOverAndTheFaultIsNamedWithoutAnyValue() throws IOException {
    open();
    String good = line(sample("Officer/valid.json"));
    put("Officer-all.jsonl", good);
    assertThat(registers().officer(CERTIFICATE)).isPresent();

    String wrong = good.replace("640104198904123019", "640104198904123010");
    put("Officer-all.jsonl", good.replace(CERTIFICATE, "640104012") + "\n" + wrong + "\n");
    division("");
    assertThatIllegalArgumentException()
        .isThrownBy(folder::current)
        .withMessage(
            "Officer-all.jsonl record 2, line 2: identifier.citizen-id idCertificate.number");
    assertThatIllegalArgumentException().isThrownBy(folder::current);

    assertThat(folder.lastGood().registers().officer(CERTIFICATE)).isPresent();
    assertThat(folder.lastGood().registers().officer("640104012")).isEmpty();
    assertThat(folder.lastGood().divisions().knows(TOWNSHIP, today))
        .isEqualTo(DivisionKnowledge.KNOWN);

    put("Officer-all.jsonl", good.replace(CERTIFICATE, "640104012"));
    assertThat(registers().officer("640104012")).isPresent();
  }

  @Test
  void aFaultInAZipNamesTheEntry() throws IOException {
    open();
    zip("Officer.zip", "county/a.json", "{}");

    assertThatIllegalArgumentException()
        .isThrownBy(folder::current)
        .withMessageStartingWith("Officer.zip!county/a.json record 1, line 1: structure.missing");
  }

  @Test
  void aRecordOfAnotherKindIsNoEntry() throws IOException {
    open();
    put("EnforcementItem.xml", sample("Officer/suspended.xml"));

    assertThatIllegalArgumentException()
        .isThrownBy(folder::current)
        .withMessage("EnforcementItem.xml record 1, line 1: file.record-type");
  }

  /** A day to come refuses an entry, until it has come. */
  @Test
  void anotherDayIsAnotherQuestion() throws IOException {
    open();
    put("Officer.json", sample("Officer/valid.json"));
    today = LocalDate.parse("2024-02-29");
    assertThatIllegalArgumentException()
        .isThrownBy(folder::current)
        .withMessageContaining("date.future");

    today = LocalDate.parse("2024-03-01");
    assertThat(registers().officer(CERTIFICATE)).isPresent();
  }

  private void open() {
    folder = new ReferenceFolder(files, () -> today);
  }

  private DayKind kind(LocalDate day) {
    return folder.current().calendar().kind(day);
  }

  private DivisionKnowledge knows() {
    return folder.current().divisions().knows(TOWNSHIP, today);
  }

  private Registers registers() {
    return folder.current().registers();
  }

  private void calendar(String rows) throws IOException {
    put("cn-2027.csv", "date,day,occasion,source\n" + rows + "\n");
  }

  private void division(String until) throws IOException {
    put(
        "division-yinchuan.csv",
        "code,name,validFrom,validTo,successor,source\n" + TOWNSHIP + ",甲镇,," + until + ",,test\n");
  }

  private void put(String name, String text) throws IOException {
    Files.writeString(files.resolve(name), text);
  }

  private void zip(String name, String entry, String text) throws IOException {
    try (OutputStream out = Files.newOutputStream(files.resolve(name));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static String sample(String name) {
    return new String(SampleFiles.bytes(SampleFiles.of(name)), StandardCharsets.UTF_8);
  }

  private static String line(String json) {
    return json.replaceAll("\\s*\\n\\s*", "");
  }
}
