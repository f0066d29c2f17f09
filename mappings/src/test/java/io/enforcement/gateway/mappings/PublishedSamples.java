package io.enforcement.gateway.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.standards.format.RecordTypes;
import io.enforcement.gateway.standards.format.StandardJson;
import io.enforcement.gateway.standards.format.StandardXml;
import io.enforcement.gateway.standards.model.StandardRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The samples that the standard publishes, wherever it lies: folder or jar. */
public final class PublishedSamples {

  private PublishedSamples() {}

  /** All samples of a record, XML and JSON. */
  public static List<StandardRecord> of(String record) {
    String folder = "/standards/v1/samples/" + record;
    try {
      URI found = StandardRecord.class.getResource(folder).toURI();
      if (!found.getScheme().equals("jar")) {
        return read(Path.of(found), record);
      }
      try (FileSystem jar = FileSystems.newFileSystem(found, Map.of())) {
        return read(jar.getPath(folder), record);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static List<StandardRecord> read(Path folder, String record) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<StandardRecord> records = new ArrayList<>();
      for (Path file : files.sorted().toList()) {
        byte[] bytes = Files.readAllBytes(file);
        records.add(
            file.toString().endsWith(".xml")
                ? StandardXml.read(bytes)
                : StandardJson.read(bytes, RecordTypes.of(record).orElseThrow()));
      }
      assertThat(records).as("samples of %s", record).isNotEmpty();
      return records;
    }
  }
}
