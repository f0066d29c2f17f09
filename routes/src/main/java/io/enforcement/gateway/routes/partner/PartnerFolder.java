package io.enforcement.gateway.routes.partner;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * One partner's folder, in the jar or a site's own pack: its settings file and what lies beside it.
 * Immutable and thread-safe.
 */
public final class PartnerFolder {

  private static final String SHIPPED =
      "classpath*:io/enforcement/gateway/mappings/*/partner*.yaml";

  private static final ObjectMapper YAML =
      new ObjectMapper(new YAMLFactory()).enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private final PartnerFile file;
  private final boolean shipped;
  private final Function<String, Optional<byte[]>> files;

  private PartnerFolder(
      PartnerFile file, boolean shipped, Function<String, Optional<byte[]>> files) {
    this.file = file;
    this.shipped = shipped;
    this.files = files;
  }

  /** All folders in the jar. */
  static List<PartnerFolder> shipped() {
    List<PartnerFolder> folders = new ArrayList<>();
    try {
      for (Resource yaml : new PathMatchingResourcePatternResolver().getResources(SHIPPED)) {
        folders.add(
            new PartnerFolder(
                read(yaml.getDescription(), yaml.getContentAsByteArray()),
                true,
                name -> beside(yaml, name)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("partner folders cannot be listed", e);
    }
    return folders;
  }

  /**
   * The folder that these files are.
   *
   * @throws IllegalArgumentException when {@code partner.yaml} is missing or wrong
   */
  static PartnerFolder of(PackFiles pack) {
    byte[] yaml =
        pack.bytes(PackFiles.SETTINGS)
            .orElseThrow(() -> new IllegalArgumentException("there is no " + PackFiles.SETTINGS));
    return of(read(PackFiles.SETTINGS, yaml), pack);
  }

  /** The folder that these files are, when its settings have been read already. */
  static PartnerFolder of(PartnerFile file, PackFiles pack) {
    return new PartnerFolder(file, false, pack::bytes);
  }

  /**
   * This folder with files of the site before its own. Its settings file stays what it is; a
   * translator in Java keeps the code lists that it was built with.
   */
  PartnerFolder amended(PackFiles amendment) {
    return new PartnerFolder(
        file, shipped, name -> amendment.bytes(name).or(() -> files.apply(name)));
  }

  /** The same folder for another partner of the same kind. */
  PartnerFolder like(String id) {
    return new PartnerFolder(file.like(id), shipped, files);
  }

  PartnerFile file() {
    return file;
  }

  String id() {
    return file.partner();
  }

  /** Whether it came with the gateway, rather than being the site's own. */
  boolean isShipped() {
    return shipped;
  }

  /** A file that lies beside {@code partner.yaml}; empty when there is none. */
  Optional<byte[]> bytes(String name) {
    return files.apply(name);
  }

  /** The text of a file that lies beside {@code partner.yaml}. */
  String text(String name) {
    return bytes(name)
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .orElseThrow(
            () ->
                new IllegalArgumentException("partner " + id() + ": file " + name + " is missing"));
  }

  private static Optional<byte[]> beside(Resource yaml, String name) {
    try {
      Resource file = yaml.createRelative(name);
      return file.exists() ? Optional.of(file.getContentAsByteArray()) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  private static PartnerFile read(String origin, byte[] yaml) {
    try {
      return YAML.readValue(yaml, PartnerFile.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(origin + ": " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(origin, e);
    }
  }
}
