package io.enforcement.gateway.standards.file;

import io.enforcement.gateway.standards.file.RecordText.Form;
import io.enforcement.gateway.standards.format.StandardJson;
import io.enforcement.gateway.standards.format.StandardXml;
import io.enforcement.gateway.standards.model.StandardRecord;
import io.enforcement.gateway.standards.rules.StandardValidator;
import io.enforcement.gateway.standards.validation.Finding;
import io.enforcement.gateway.standards.validation.Rejected;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * Checks files of records as the intake would: hardened reading, schema, codes, identifiers, rules.
 * Holds one record at a time, whatever the size of the file. Any thread.
 *
 * <p>Files are XML (one record), JSON (one record, an array, or one record per line) or a zip of
 * these. A JSON text does not say what it is: without a given type it is refused.
 */
public final class FileCheck {

  /** Bytes of one record; the intake takes no larger message. */
  public static final int MOST_BYTES = 1 << 20;

  private final Optional<Class<? extends StandardRecord>> type;
  private final LocalDate today;
  private final StandardValidator validator;

  /**
   * @param type what JSON texts are, and what XML documents must be; empty to take each document's
   *     word
   * @param today the day against which dates are judged
   * @param validator the rules
   */
  public FileCheck(
      Optional<Class<? extends StandardRecord>> type,
      LocalDate today,
      StandardValidator validator) {
    this.type = type;
    this.today = today;
    this.validator = validator;
  }

  /**
   * One record and what was found.
   *
   * @param file the file, and after {@code !} its entry when it is a zip
   * @param number of the record in its file or entry, from 1
   * @param line where it begins, from 1
   * @param record name of the record; {@code ?} when nobody can tell
   * @param content the record itself; empty when it could not be read
   * @param findings all of them, empty when all is well; they never hold a value
   */
  public record Checked(
      String file,
      long number,
      long line,
      String record,
      Optional<StandardRecord> content,
      List<Finding> findings) {

    public Checked {
      findings = List.copyOf(findings);
    }

    public boolean refused() {
      return findings.stream().anyMatch(Finding::refuses);
    }
  }

  /**
   * Checks a file.
   *
   * @param each is told of every record in the order of the file
   * @param progress is told now and then how many bytes of the file have been read
   * @throws IOException when the file cannot be read
   */
  public void check(Path file, Consumer<Checked> each, LongConsumer progress) throws IOException {
    RecordFile.read(file, MOST_BYTES, text -> each.accept(check(text)), progress);
  }

  /** Whether the name is one of a file that can be checked. */
  public static boolean isRecordFile(Path file) {
    return RecordFile.ENDINGS.contains(RecordFile.ending(file.toString()));
  }

  private Checked check(RecordText text) {
    if (text.fault().isPresent()) {
      return unread(text, "?", List.of(text.fault().get()));
    }
    try {
      return text.form() == Form.JSON ? json(text) : xml(text);
    } catch (Rejected e) {
      return unread(text, type.map(Class::getSimpleName).orElse("?"), e.findings());
    }
  }

  private Checked json(RecordText text) {
    Class<? extends StandardRecord> expected =
        type.orElseThrow(
            () -> new Rejected(Finding.of("file.record-type", "", "JSON of unknown type")));
    StandardRecord record = StandardJson.read(text.text(), expected);
    return checked(text, record, validator.check(record, today).findings());
  }

  private Checked xml(RecordText text) {
    StandardXml.Read read = StandardXml.readChecked(text.text());
    if (type.isPresent() && !type.get().isInstance(read.record())) {
      String name = read.record().getClass().getSimpleName();
      return unread(text, name, List.of(Finding.of("file.record-type", "", "another record")));
    }
    return checked(text, read.record(), validator.check(read, today));
  }

  private static Checked checked(RecordText text, StandardRecord record, List<Finding> findings) {
    String name = record.getClass().getSimpleName();
    return new Checked(
        text.file(), text.number(), text.line(), name, Optional.of(record), findings);
  }

  private static Checked unread(RecordText text, String record, List<Finding> findings) {
    return new Checked(text.file(), text.number(), text.line(), record, Optional.empty(), findings);
  }
}
