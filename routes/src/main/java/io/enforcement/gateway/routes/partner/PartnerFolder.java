package io.enforcement.gateway.routes.partner;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * One partner's folder, in the jar or in the site's {@code partners/}: its settings file and what
 * lies beside it.
 */
record PartnerFolder(PartnerFile file, Resource origin) {

  private static final String SHIPPED =
      "classpath*:io/enforcement/gateway/mappings/*/partner*.yaml";

  private static final ObjectMapper YAML =
      new ObjectMapper(new YAMLFactory()).enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  /** All folders: those that we ship, and those of the site. */
  static List<PartnerFolder> all(Path siteFolders) {
    List<PartnerFolder> folders = new ArrayList<>();
    var resources = new PathMatchingResourcePatternResolver();
    try {
      for (Resource yaml : resources.getResources(SHIPPED)) {
        folders.add(read(yaml));
      }
      for (Path yaml : siteFiles(siteFolders)) {
        folders.add(read(resources.getResource(yaml.toUri().toString())));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("partner folders cannot be listed", e);
    }
    return folders;
  }

  /** The same folder for another partner of the same kind. */
  PartnerFolder like(String id) {
    return new PartnerFolder(file.like(id), origin);
  }

  /** A file that lies beside {@code partner.yaml}; empty when there is none. */
  Optional<byte[]> bytes(String name) {
    try {
      Resource file = origin.createRelative(name);
      return file.exists() ? Optional.of(file.getContentAsByteArray()) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("partner " + file.partner() + ": " + name, e);
    }
  }

  /** The text of a file that lies beside {@code partner.yaml}. */
  String text(String name) {
    try {
      return origin.createRelative(name).getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "partner " + file.partner() + ": file " + name + " is missing", e);
    }
  }

  private static PartnerFolder read(Resource yaml) throws IOException {
    try (var in = yaml.getInputStream()) {
      return new PartnerFolder(YAML.readValue(in, PartnerFile.class), yaml);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(yaml.getDescription() + ": " + e.getOriginalMessage(), e);
    }
  }

  private static List<Path> siteFiles(Path siteFolders) throws IOException {
    if (!Files.isDirectory(siteFolders)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(siteFolders)) {
      return folders
          .map(f -> f.resolve("partner.yaml"))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    }
  }
}
