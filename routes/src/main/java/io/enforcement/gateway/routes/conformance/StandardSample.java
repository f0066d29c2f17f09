package io.enforcement.gateway.routes.conformance;

import io.enforcement.gateway.standards.format.StandardJson;
import io.enforcement.gateway.standards.format.StandardXml;
import io.enforcement.gateway.standards.model.StandardRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Samples that come with the standard. */
final class StandardSample {

  private StandardSample() {}

  /**
   * A sound record.
   *
   * @param name of the sample, without its ending
   */
  static <T extends StandardRecord> T of(Class<T> type, String name) {
    String path = "/standards/v1/samples/" + type.getSimpleName() + "/" + name;
    try (InputStream xml = type.getResourceAsStream(path + ".xml");
        InputStream json = type.getResourceAsStream(path + ".json")) {
      return xml == null
          ? StandardJson.read(json.readAllBytes(), type)
          : type.cast(StandardXml.read(xml.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException("the standard's samples cannot be read", e);
    }
  }
}
