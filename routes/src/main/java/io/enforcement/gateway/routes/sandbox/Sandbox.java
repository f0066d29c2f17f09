package io.enforcement.gateway.routes.sandbox;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.routes.sandbox.farside.CityManagementDepartment;
import io.enforcement.gateway.routes.sandbox.farside.CreditPlatform;
import io.enforcement.gateway.routes.sandbox.farside.HousingDepartment;
import io.enforcement.gateway.routes.sandbox.farside.PublicityPlatform;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The far sides that must be there before the gateway starts, and what a site would have to write
 * into its settings to reach them.
 */
final class Sandbox implements AutoCloseable {

  private static final String GATEWAY = "enforcement-gateway";
  private static final String SFTP_USER = "gateway";
  private static final int HOUSING_CONCURRENCY = 6;
  private static final List<String> LADDER = List.of("PT0.5S", "PT1S", "PT2S", "PT5S");

  private final Path directory;
  private final Secret housingSecret;
  private final PublicityPlatform publicity;
  private final CityManagementDepartment city;
  private final CreditPlatform credit;

  private Sandbox(Path directory, SecretFiles secrets) {
    this.directory = directory;
    housingSecret = secrets.secret("housing");
    publicity =
        new PublicityPlatform(directory.resolve("publicity"), GATEWAY, secrets.secret("publicity"));
    city =
        new CityManagementDepartment(
            directory.resolve("city-management"), SFTP_USER, secrets.secret("city-management"));
    credit = new CreditPlatform(directory.resolve("credit"), secrets.secret("credit"));
  }

  static Sandbox start(Path dataDirectory) {
    SecretFiles secrets = new SecretFiles(dataDirectory.resolve("secrets"));
    return new Sandbox(dataDirectory.resolve("sandbox"), secrets);
  }

  Path directory() {
    return directory;
  }

  PublicityPlatform publicity() {
    return publicity;
  }

  CityManagementDepartment city() {
    return city;
  }

  CreditPlatform credit() {
    return credit;
  }

  /** The sender over HTTP, once there is somebody to send to. */
  HousingDepartment housing(URI gateway) {
    return new HousingDepartment(
        directory.resolve("housing"), gateway, "housing", housingSecret, HOUSING_CONCURRENCY);
  }

  /** The settings {@code gateway.partners.*} of this installation. */
  Map<String, Object> properties() {
    Map<String, Object> all = new LinkedHashMap<>();
    partner(all, "housing", Map.of());
    partner(
        all,
        "publicity",
        Map.of(
            "endpoint", publicity.base() + "/records",
            "allow-loopback", "true",
            "accepted", "/code=OK"));
    partner(
        all,
        "city-management",
        Map.of(
            "host",
            "127.0.0.1",
            "port",
            Integer.toString(city.port()),
            "user",
            SFTP_USER,
            "host-key-fingerprint",
            city.hostKeyFingerprint(),
            "poll",
            "PT0.5S"));
    partner(
        all,
        "credit",
        Map.ofEntries(
            Map.entry("url", credit.jdbcUrl()),
            Map.entry("user", CreditPlatform.GATEWAY_ROLE),
            Map.entry("ledger", "gateway_ledger"),
            Map.entry("table.penalty", "penalty"),
            Map.entry("table.penalty_revocation", "penalty_revocation"),
            Map.entry("table.rejection", "penalty_rejection"),
            Map.entry("key-column", "ROW_ID"),
            Map.entry("flag-column", "READ_FLAG"),
            Map.entry("poll", "PT0.5S")));
    return all;
  }

  private static void partner(Map<String, Object> all, String id, Map<String, String> settings) {
    String prefix = "gateway.partners." + id + ".";
    all.put(prefix + "active", "true");
    for (int i = 0; i < LADDER.size(); i++) {
      all.put(prefix + "retry[" + i + "]", LADDER.get(i));
    }
    settings.forEach((name, value) -> all.put(prefix + "settings." + name, value));
  }

  @Override
  public void close() {
    publicity.close();
    city.close();
    credit.close();
  }
}
