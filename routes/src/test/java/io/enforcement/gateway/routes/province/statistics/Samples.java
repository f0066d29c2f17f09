package io.enforcement.gateway.routes.province.statistics;

import io.enforcement.gateway.standards.format.RecordTypes;
import io.enforcement.gateway.standards.format.StandardJson;
import io.enforcement.gateway.standards.format.StandardXml;
import io.enforcement.gateway.standards.model.StandardRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** All samples of a kind that are published with the standard. */
final class Samples {

  private static final Path SAMPLES =
      Path.of("../standards/src/main/resources/standards/v1/samples");

  private Samples() {}

  static List<StandardRecord> of(String kind) {
    try (Stream<Path> files = Files.list(SAMPLES.resolve(kind))) {
      return files.sorted().map(file -> read(kind, file)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static StandardRecord read(String kind, Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      return file.toString().endsWith(".xml")
          ? StandardXml.read(bytes)
          : StandardJson.read(bytes, RecordTypes.of(kind).orElseThrow());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
