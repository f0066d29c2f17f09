package io.enforcement.gateway.routes.sandbox;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.routes.clock.ClockConfiguration;
import io.enforcement.gateway.routes.sandbox.farside.CreditPlatform;
import io.enforcement.gateway.routes.sandbox.farside.FilePartner;
import io.enforcement.gateway.routes.sandbox.farside.HousingDepartment;
import io.enforcement.gateway.routes.sandbox.farside.PublicityPlatform;
import io.enforcement.gateway.routes.sandbox.farside.SandboxPartner;
import io.enforcement.gateway.routes.sandbox.tour.Tour;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The far sides that must be there before the gateway starts, and what a site would have to write
 * into its settings to reach them.
 */
final class Sandbox implements AutoCloseable {

  private static final String GATEWAY = "enforcement-gateway";
  private static final String CITY = "city-management";

  /** As its files say it, invented. */
  private static final String CITY_USCC = "1164010678L04X123X";

  private static final String SFTP_USER = "gateway";
  private static final int HOUSING_CONCURRENCY = 6;
  private static final List<String> LADDER = List.of("PT0.5S", "PT1S", "PT2S", "PT5S");
  private static final String PERIOD = "PT0.5S";

  private final Path directory;
  private final Secret housingSecret;
  private final PublicityPlatform publicity;
  private final FilePartner city;
  private final CreditPlatform credit;
  private final Tour tour;

  private Sandbox(Path directory, SecretFiles secrets, boolean departments) {
    this.directory = directory;
    housingSecret = secrets.secret("housing");
    publicity =
        new PublicityPlatform(directory.resolve("publicity"), GATEWAY, secrets.secret("publicity"));
    city =
        new FilePartner(
            CITY,
            directory.resolve(CITY),
            SFTP_USER,
            secrets.secret(CITY),
            List.of(FilePartner.OUT));
    credit = new CreditPlatform(directory.resolve("credit"), secrets.secret("credit"));
    tour =
        Tour.start(
            directory.resolve("tour"), secrets::secret, credit, List.of(publicity), departments);
  }

  static Sandbox start(Path dataDirectory, boolean departments) {
    SecretFiles secrets = new SecretFiles(dataDirectory.resolve("secrets"));
    return new Sandbox(dataDirectory.resolve("sandbox"), secrets, departments);
  }

  Path directory() {
    return directory;
  }

  PublicityPlatform publicity() {
    return publicity;
  }

  FilePartner city() {
    return city;
  }

  CreditPlatform credit() {
    return credit;
  }

  /** All far sides, for the fault switches. */
  List<SandboxPartner> farSides(HousingDepartment housing) {
    List<SandboxPartner> all = new ArrayList<>(List.of(publicity, credit, city, housing));
    all.addAll(tour.farSides());
    return all;
  }

  /** The partners of the second half. */
  Tour tour() {
    return tour;
  }

  /** The sender over HTTP, once there is somebody to send to. */
  HousingDepartment housing(URI gateway) {
    return new HousingDepartment(
        directory.resolve("housing"), gateway, "housing", housingSecret, HOUSING_CONCURRENCY);
  }

  /** The settings of this installation: all partners are in service. */
  Map<String, Object> properties() {
    SitePartners partners = new SitePartners(LADDER);
    tour.guests().forEach(guest -> partners.with(guest, tour.settings(guest)));
    partners
        .with("housing")
        .with(
            "publicity",
            SitePartners.rest(publicity.base().getPort()),
            Map.of("accepted", "/code=OK"))
        .with(
            CITY,
            SitePartners.sftp(city, SFTP_USER),
            SitePartners.poll(PERIOD),
            Map.of("uscc", CITY_USCC))
        .with("credit", SitePartners.frontDatabase(credit.jdbcUrl()), SitePartners.poll(PERIOD));
    Map<String, Object> properties = new HashMap<>(tour.properties());
    properties.put(ClockConfiguration.MOVABLE, true);
    properties.putAll(partners.settings());
    return properties;
  }

  @Override
  public void close() {
    publicity.close();
    city.close();
    tour.close();
    credit.close();
  }
}
