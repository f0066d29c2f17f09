package io.enforcement.gateway.connectors.sftp;

import io.enforcement.gateway.connectors.ConnectorSettings;
import io.enforcement.gateway.connectors.Secret;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where the server is and how we know it is the right one.
 *
 * @param secret a password, or a private key in PEM or OpenSSH form
 * @param fingerprints pinned host keys, {@code SHA256:...}; several while a partner changes its key
 */
record SftpSettings(
    String host,
    int port,
    String user,
    Secret secret,
    Set<String> fingerprints,
    Duration connectTimeout,
    Duration requestTimeout) {

  private static final int SSH_PORT = 22;

  /**
   * @throws IllegalArgumentException naming the partner and the setting that is wrong
   */
  static SftpSettings of(ConnectorSettings settings) {
    return new SftpSettings(
        settings.required("host"),
        settings.number("port", SSH_PORT),
        settings.required("user"),
        settings.secret("credentials"),
        fingerprints(settings),
        settings.duration("connect-timeout", Duration.ofSeconds(10)),
        settings.duration("request-timeout", Duration.ofSeconds(30)));
  }

  private static Set<String> fingerprints(ConnectorSettings settings) {
    Set<String> pinned =
        Arrays.stream(settings.required("host-key-fingerprint").split(","))
            .map(String::strip)
            .collect(Collectors.toUnmodifiableSet());
    if (!pinned.stream().allMatch(one -> one.startsWith("SHA256:"))) {
      throw settings.wrong("host-key-fingerprint", "does not start with SHA256:");
    }
    return pinned;
  }

  /** A folder on the server, absolute or from the account's home. */
  static String folder(ConnectorSettings settings, String name, String fallback) {
    String folder = settings.optional(name).orElse(fallback);
    boolean climbs = Arrays.asList(folder.split("/")).contains("..");
    if (climbs || folder.chars().anyMatch(Character::isISOControl)) {
      throw settings.wrong(name, "is not a plain folder");
    }
    return folder;
  }
}
