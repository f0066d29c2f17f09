package io.enforcement.gateway.benchmarks.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The data directory of one installation, as people would prepare it: secrets, partners of its own
 * as folders of data, {@code gateway.yaml}. Used by one thread.
 */
public final class Site {

  private final Path directory;
  private final Map<String, Map<String, String>> active = new LinkedHashMap<>();
  private final Map<String, String> settings = new LinkedHashMap<>();

  public Site(Path directory) throws IOException {
    this.directory = Files.createDirectories(directory);
  }

  public Path directory() {
    return directory;
  }

  /** A new secret, written where the gateway looks for it. */
  public String secret(String name) throws IOException {
    String value = UUID.randomUUID() + "-" + UUID.randomUUID();
    secret(name, value);
    return value;
  }

  /** A secret that the other side has chosen. */
  public void secret(String name, String value) throws IOException {
    Path file = Files.createDirectories(directory.resolve("secrets")).resolve(name);
    Files.writeString(file, value);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  /** Puts one file into the folder of a partner of the site's own. */
  public void partnerFile(String partner, String name, String content) throws IOException {
    Path folder = Files.createDirectories(directory.resolve("partners").resolve(partner));
    Files.writeString(folder.resolve(name), content);
  }

  /** Activates a partner with these settings over those of its {@code partner.yaml}. */
  public void activate(String partner, Map<String, String> settings) {
    active.put(partner, settings);
  }

  /** Sets one setting of the gateway by its whole name. */
  public void set(String name, String value) {
    settings.put(name, value);
  }

  /** A sandbox whose time is moved, and begins so far from the machine's. */
  public void clockAhead(Duration ahead) throws IOException {
    set("gateway.movable-clock", "true");
    Files.writeString(directory.resolve("clock-ahead"), ahead.toString());
  }

  /** Writes {@code gateway.yaml}. */
  public void write() throws IOException {
    StringBuilder yaml = new StringBuilder();
    settings.forEach(
        (name, value) -> yaml.append(name).append(": \"").append(value).append("\"\n"));
    yaml.append("gateway:\n  partners:\n");
    active.forEach(
        (partner, settings) -> {
          yaml.append("    ").append(partner).append(":\n      active: true\n");
          if (!settings.isEmpty()) {
            yaml.append("      settings:\n");
          }
          settings.forEach(
              (name, value) ->
                  yaml.append("        ").append(name).append(": \"").append(value).append("\"\n"));
        });
    Files.writeString(directory.resolve("gateway.yaml"), yaml);
  }
}
