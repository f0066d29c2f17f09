package io.enforcement.gateway.routes.sandbox;

import io.enforcement.gateway.routes.sandbox.farside.CreditPlatform;
import io.enforcement.gateway.routes.sandbox.farside.FilePartner;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a site would have to write into its settings to put simulated partners into service: {@code
 * gateway.partners.*}. Used by one thread.
 */
public final class SitePartners {

  private static final String LOOPBACK = "127.0.0.1";

  private final Map<String, Object> settings = new LinkedHashMap<>();
  private final List<String> ladder;

  /**
   * @param ladder of every partner: nobody who watches waits for an hour
   */
  public SitePartners(List<String> ladder) {
    this.ladder = List.copyOf(ladder);
  }

  /** Puts a partner into service, with what its transport needs. */
  @SafeVarargs
  public final SitePartners with(String id, Map<String, String>... transport) {
    String prefix = "gateway.partners." + id + ".";
    settings.put(prefix + "active", "true");
    for (int i = 0; i < ladder.size(); i++) {
      settings.put(prefix + "retry[" + i + "]", ladder.get(i));
    }
    for (Map<String, String> part : transport) {
      part.forEach((name, value) -> settings.put(prefix + "settings." + name, value));
    }
    return this;
  }

  public Map<String, Object> settings() {
    return settings;
  }

  /** A receiver over HTTP on this machine. */
  public static Map<String, String> rest(int port) {
    return Map.of(
        "endpoint", "http://" + LOOPBACK + ":" + port + "/records", "allow-loopback", "true");
  }

  /** The SFTP server of a department, for the user given. */
  public static Map<String, String> sftp(FilePartner server, String user) {
    return Map.of(
        "host",
        LOOPBACK,
        "port",
        Integer.toString(server.port()),
        "user",
        user,
        "host-key-fingerprint",
        server.hostKeyFingerprint());
  }

  /** The front-end database of a credit platform, to write into and to read rejections from. */
  public static Map<String, String> frontDatabase(String jdbcUrl) {
    return Map.of(
        "url", jdbcUrl,
        "user", CreditPlatform.GATEWAY_ROLE,
        "ledger", "gateway_ledger",
        "table.penalty", "penalty",
        "table.penalty_revocation", "penalty_revocation",
        "table.licence", "licence",
        "table.objection_answer", "objection_answer",
        "table.rejection", "penalty_rejection",
        "key-column", "ROW_ID",
        "flag-column", "READ_FLAG");
  }

  /** How often a source is looked at. */
  public static Map<String, String> poll(String period) {
    return Map.of("poll", period);
  }
}
