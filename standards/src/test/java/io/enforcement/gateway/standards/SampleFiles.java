package io.enforcement.gateway.standards;

import io.enforcement.gateway.standards.format.RecordTypes;
import io.enforcement.gateway.standards.format.StandardJson;
import io.enforcement.gateway.standards.format.StandardXml;
import io.enforcement.gateway.standards.model.StandardRecord;
import io.enforcement.gateway.standards.reference.ReferenceFolder;
import io.enforcement.gateway.standards.rules.ReferenceData;
import io.enforcement.gateway.standards.rules.StandardValidator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The published samples, {@code standards/v1/samples/<record>/<case>.<xml|json>}: found. */
public final class SampleFiles {

  private static final Path FOLDER = Path.of("src/main/resources/standards/v1/samples");

  private static final Path REFERENCE = Path.of("src/test/resources/reference");

  private SampleFiles() {}

  /** The rules with registers of officers and items that only bad samples name. */
  public static StandardValidator withRegisters() {
    ReferenceData data = new ReferenceFolder(REFERENCE, () -> Samples.TODAY).current();
    return new StandardValidator(() -> data);
  }

  /** All samples in the order of their names. */
  public static List<Path> all() {
    try (Stream<Path> all = Files.walk(FOLDER)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The sample of this record and case, for example {@code Receipt/accepted.json}. */
  public static Path of(String name) {
    return FOLDER.resolve(name);
  }

  /** The name of the record a sample shows. */
  public static String record(Path sample) {
    return sample.getParent().getFileName().toString();
  }

  public static boolean isXml(Path sample) {
    return sample.toString().endsWith(".xml");
  }

  public static StandardRecord read(Path sample) {
    byte[] bytes = bytes(sample);
    return isXml(sample)
        ? StandardXml.read(bytes)
        : StandardJson.read(bytes, RecordTypes.of(record(sample)).orElseThrow());
  }

  public static byte[] bytes(Path sample) {
    try {
      return Files.readAllBytes(sample);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
