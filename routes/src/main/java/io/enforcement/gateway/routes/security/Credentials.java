package io.enforcement.gateway.routes.security;

import io.enforcement.gateway.connectors.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Secrets by name: first from the environment ({@code GATEWAY_SECRET_<NAME>}), then from the file
 * {@code <data-dir>/secrets/<name>}. There are no defaults. A file is read again when it changes,
 * so a secret can be replaced while the gateway runs. Thread-safe.
 */
@Component
public final class Credentials {

  private static final Logger LOG = LoggerFactory.getLogger(Credentials.class);
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
  private static final long LARGEST_BYTES = 64 * 1024;

  private final Path folder;
  private final Map<String, String> environment;
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  private record Known(FileTime modified, long size, Secret secret) {}

  /**
   * @param dataDir where {@code secrets} lies
   */
  @Autowired
  public Credentials(@Value("${gateway.data-dir:./data}") Path dataDir) {
    this(dataDir, System.getenv());
  }

  Credentials(Path dataDir, Map<String, String> environment) {
    this.folder = dataDir.resolve("secrets").toAbsolutePath().normalize();
    this.environment = environment;
  }

  /**
   * The secret of that name.
   *
   * @throws MissingSecret when neither place has it, it is empty or unreadable
   * @throws IllegalArgumentException when the name is not one of a secret
   */
  public Secret byName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "the name of a secret consists of 1 to 63 of a-z, 0-9 and -");
    }
    String value = environment.get(variable(name));
    return value != null && !value.isBlank() ? new Secret(value) : fromFile(name);
  }

  private Secret fromFile(String name) {
    Path file = folder.resolve(name);
    try {
      if (!Files.isRegularFile(file)) {
        throw missing(name, "is missing");
      }
      FileTime modified = Files.getLastModifiedTime(file);
      long size = Files.size(file);
      Known last = known.get(name);
      if (last != null && last.modified.equals(modified) && last.size == size) {
        return last.secret;
      }
      Secret secret = read(name, file, size);
      known.put(name, new Known(modified, size, secret));
      return secret;
    } catch (IOException e) {
      throw missing(name, "cannot be read");
    }
  }

  private Secret read(String name, Path file, long size) throws IOException {
    warnWhenOthersMayRead(name, file);
    String text =
        size > LARGEST_BYTES ? "" : Files.readString(file, StandardCharsets.UTF_8).strip();
    if (text.isEmpty()) {
      throw missing(name, "is empty or larger than 64 KiB");
    }
    return new Secret(text);
  }

  private void warnWhenOthersMayRead(String name, Path file) throws IOException {
    if (!Files.getFileStore(file).supportsFileAttributeView("posix")) {
      return;
    }
    Set<PosixFilePermission> rights = Files.getPosixFilePermissions(file);
    if (rights.contains(PosixFilePermission.OTHERS_READ)
        || rights.contains(PosixFilePermission.GROUP_READ)) {
      LOG.warn("the file of secret {} can be read by others: set its mode to 600", name);
    }
  }

  private MissingSecret missing(String name, String what) {
    return new MissingSecret(
        "secret '%s' %s: set the environment variable %s or write the file %s"
            .formatted(name, what, variable(name), folder.resolve(name)));
  }

  private static String variable(String name) {
    return "GATEWAY_SECRET_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
