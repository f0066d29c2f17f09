package io.enforcement.gateway.standards.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.enforcement.gateway.standards.Samples;
import io.enforcement.gateway.standards.file.FileCheck.Checked;
import io.enforcement.gateway.standards.format.StandardJson;
import io.enforcement.gateway.standards.format.StandardXml;
import io.enforcement.gateway.standards.model.PenaltyDecision;
import io.enforcement.gateway.standards.model.Revocation;
import io.enforcement.gateway.standards.model.StandardRecord;
import io.enforcement.gateway.standards.rules.StandardValidator;
import io.enforcement.gateway.standards.validation.Finding;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileCheckTest {

  private static final String SOUND =
      new String(StandardJson.write(Samples.decision()), UTF_8).strip();
  private static final String WRONG =
      SOUND.replace("\"uscc\":\"" + Samples.BODY + "\"", "\"uscc\":\"1164010678L04X123Y\"");

  @TempDir Path folder;

  @Test
  void takesOneRecordAnArrayOrOnePerLine() throws IOException {
    assertThat(check("one.json", SOUND)).extracting(Checked::refused).containsExactly(false);
    assertThat(check("array.json", "[" + SOUND + " ,\n" + SOUND + "]"))
        .extracting(Checked::refused)
        .containsExactly(false, false);
    assertThat(check("lines.jsonl", SOUND + "\n\n" + SOUND + "\r\n" + SOUND))
        .extracting(Checked::number, Checked::line, Checked::refused)
        .containsExactly(tuple(1L, 1L, false), tuple(2L, 3L, false), tuple(3L, 4L, false));
    assertThat(check("empty-array.json", " [ ] "))
        .extracting(this::rules)
        .containsExactly(List.of("json.truncated"));
  }

  @Test
  void aRecordThatSpansLinesIsOneRecord() throws IOException {
    String pretty = SOUND.replace(",\"", ",\n\"");

    assertThat(check("pretty.json", pretty)).extracting(Checked::refused).containsExactly(false);
    assertThat(check("two.json", pretty + "\n" + pretty)).hasSize(2);
  }

  @Test
  void oneBadRecordDoesNotStopTheOthers() throws IOException {
    List<Checked> all =
        check("lines.jsonl", String.join("\n", SOUND, WRONG, "{\"a\":", "7", SOUND, "{}}", SOUND));

    assertThat(all)
        .extracting(Checked::line, this::rules)
        .containsExactly(
            tuple(1L, List.of()),
            tuple(2L, List.of("identifier.uscc")),
            tuple(3L, List.of("json.truncated")),
            tuple(4L, List.of("json.type")),
            tuple(5L, List.of()),
            tuple(6L, List.of("json.trailing")),
            tuple(7L, List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[SOUND SOUND]        | json.syntax",
        "[SOUND               | json.truncated",
        "[SOUND,              | json.truncated",
        "[SOUND] x            | json.trailing",
      })
  void anArrayThatIsNoneSaysSoAfterItsSoundRecords(String text, String rule) throws IOException {
    List<Checked> all = check("array.json", text.replace("SOUND", SOUND));

    assertThat(rules(all.get(0))).isEmpty();
    assertThat(rules(all.get(all.size() - 1))).containsExactly(rule);
  }

  @Test
  void jsonDoesNotSayWhatItIs() throws IOException {
    assertThat(rules(check(Optional.empty(), file("one.json", SOUND)).get(0)))
        .containsExactly("file.record-type");
  }

  @Test
  void xmlSaysWhatItIsAndMustBeWhatWasAskedFor() throws IOException {
    Path xml = folder.resolve("one.xml");
    Files.write(xml, StandardXml.write(Samples.decision()));

    assertThat(check(Optional.empty(), xml))
        .extracting(Checked::record, Checked::refused)
        .containsExactly(tuple("PenaltyDecision", false));
    assertThat(rules(check(Optional.of(Revocation.class), xml).get(0)))
        .containsExactly("file.record-type");
  }

  @Test
  void aZipIsTakenApartAndItsEntriesAreNamed() throws IOException {
    Path zip = folder.resolve("batch.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      entry(out, "a/lines.jsonl", SOUND + "\n" + WRONG);
      entry(out, "../../b.json", SOUND);
      entry(out, "note.txt", "hello");
      entry(out, "inner.zip", "PK");
    }

    assertThat(check(Optional.of(PenaltyDecision.class), zip))
        .extracting(checked -> checked.file().substring(zip.toString().length()), this::rules)
        .containsExactly(
            tuple("!a/lines.jsonl", List.of()),
            tuple("!a/lines.jsonl", List.of("identifier.uscc")),
            tuple("!../../b.json", List.of()),
            tuple("!note.txt", List.of("file.form")),
            tuple("!inner.zip", List.of("file.form")));
  }

  @Test
  void aZipBombEndsEarly() throws IOException {
    Path zip = folder.resolve("bomb.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("bomb.json"));
      byte[] zeros = new byte[1 << 20];
      Arrays.fill(zeros, (byte) ' ');
      for (int i = 0; i < 200; i++) {
        out.write(zeros);
      }
      out.closeEntry();
    }
    AtomicLong read = new AtomicLong();
    List<Checked> all = new ArrayList<>();
    new FileCheck(Optional.of(PenaltyDecision.class), Samples.TODAY, StandardValidator.shipped())
        .check(zip, all::add, read::set);

    assertThat(all).extracting(this::rules).containsExactly(List.of("file.zip"));
    assertThat(read.get()).isLessThanOrEqualTo(Files.size(zip));
  }

  @Test
  void aZipThatIsCutOffSaysSoAfterWhatCouldBeRead() throws IOException {
    Path zip = folder.resolve("cut.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      entry(out, "one.json", SOUND);
      entry(out, "two.json", WRONG + " ".repeat(9_000));
    }
    byte[] whole = Files.readAllBytes(zip);
    Files.write(zip, Arrays.copyOf(whole, whole.length / 2));

    assertThat(check(Optional.of(PenaltyDecision.class), zip))
        .last()
        .satisfies(checked -> assertThat(rules(checked)).containsExactly("file.zip"));
  }

  @Test
  void whatIsNoZipIsSaidToBeNone() throws IOException {
    assertThat(rules(check(Optional.empty(), file("no.zip", "hello")).get(0)))
        .containsExactly("file.zip");
  }

  @Test
  void aRecordBeyondTheBoundIsRefusedAndTheNextOneRead() throws IOException {
    String huge = "{\"a\":\"" + "x".repeat(FileCheck.MOST_BYTES) + "\"}";

    assertThat(check("lines.jsonl", SOUND + "\n" + huge + "\n" + SOUND))
        .extracting(this::rules)
        .containsExactly(List.of(), List.of("file.record-size"), List.of());
    assertThat(rules(check("huge.xml", huge).get(0))).containsExactly("file.record-size");
  }

  @Test
  void holdsOneRecordAtATimeHoweverLongTheFile() throws IOException {
    Path lines = folder.resolve("long.jsonl");
    int records = 5_000;
    try (OutputStream out = Files.newOutputStream(lines)) {
      byte[] line = (SOUND + "\n").getBytes(UTF_8);
      for (int i = 0; i < records; i++) {
        out.write(line);
      }
    }
    AtomicLong sound = new AtomicLong();
    AtomicLong read = new AtomicLong();
    new FileCheck(Optional.of(PenaltyDecision.class), Samples.TODAY, StandardValidator.shipped())
        .check(
            lines,
            checked -> {
              assertThat(checked.refused()).isFalse();
              sound.incrementAndGet();
            },
            read::set);

    assertThat(sound).hasValue(records);
    assertThat(read).hasValue(Files.size(lines));
  }

  private List<Checked> check(String name, String text) throws IOException {
    return check(Optional.of(PenaltyDecision.class), file(name, text));
  }

  private static List<Checked> check(Optional<Class<? extends StandardRecord>> type, Path file)
      throws IOException {
    List<Checked> all = new ArrayList<>();
    new FileCheck(type, Samples.TODAY, StandardValidator.shipped())
        .check(file, all::add, bytes -> {});
    return all;
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(UTF_8));
    zip.closeEntry();
  }

  private List<String> rules(Checked checked) {
    return checked.findings().stream().filter(Finding::refuses).map(Finding::rule).toList();
  }
}
