package io.enforcement.gateway.routes.story;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A zip with a document, its files and a manifest, as a partner's own program would pack it. */
final class CasePackage {

  private final Map<String, byte[]> entries = new LinkedHashMap<>();
  private final List<String> lines = new ArrayList<>();

  CasePackage with(String name, String type, byte[] content) {
    return named(name, type, "sha256:" + FileDesk.sha256(content), content.length)
        .unnamed(name, content);
  }

  /** A line of the manifest, whatever is in the zip. */
  CasePackage named(String name, String type, String digest, int bytes) {
    lines.add(
        "{\"name\":\"%s\",\"type\":\"%s\",\"count\":1,\"bytes\":%d,\"digest\":\"%s\"}"
            .formatted(name, type, bytes, digest));
    return this;
  }

  /** An entry of the zip, whatever the manifest says. */
  CasePackage unnamed(String name, byte[] content) {
    entries.put(name, content);
    return this;
  }

  byte[] zip() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    String manifest = "{\"files\":[" + String.join(",", lines) + "]}";
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("manifest.json"));
      zip.write(manifest.getBytes(StandardCharsets.UTF_8));
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** What is in a zip, in its order. */
  static Map<String, byte[]> entries(byte[] zip) {
    Map<String, byte[]> found = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        found.put(entry.getName(), in.readAllBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }
}
