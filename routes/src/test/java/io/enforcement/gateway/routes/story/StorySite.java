package io.enforcement.gateway.routes.story;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.routes.DataDirectory;
import io.enforcement.gateway.routes.broker.FarBroker;
import io.enforcement.gateway.routes.database.SharedPrograms;
import io.enforcement.gateway.routes.sandbox.SitePartners;
import io.enforcement.gateway.routes.sandbox.farside.Behaviour;
import io.enforcement.gateway.routes.sandbox.farside.CreditPlatform;
import io.enforcement.gateway.routes.sandbox.farside.FilePartner;
import io.enforcement.gateway.routes.sandbox.farside.Platform;
import io.enforcement.gateway.routes.sandbox.farside.PublicityPlatform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/**
 * What a site has around its gateway: the partners' far sides, their secrets, the folders of the
 * site's own partners and the settings that name where everybody is.
 */
final class StorySite implements AutoCloseable {

  private static final String USER = "gateway";
  private static final List<String> LADDER = List.of("PT0.2S", "PT0.5S", "PT1S", "PT1S", "PT1S");
  private static final String PERIOD = "PT0.3S";
  private static final List<String> OWN_PARTNERS =
      List.of("registry", "prosecutor", "archive", "water", "harbour", "village");

  private static final String POLICE = "11640106MB1GXEB13K";

  private final DataDirectory data;
  private final FilePartner city;
  private final FilePartner archive;
  private final CreditPlatform credit;
  private final PublicityPlatform publicity;
  private final Platform police;
  private final RestReceiver registry = new RestReceiver();
  private final RestReceiver prosecutor = new RestReceiver();
  private final Map<String, Wire> wires = new LinkedHashMap<>();

  StorySite(DataDirectory data) {
    this.data = data;
    OWN_PARTNERS.forEach(this::installFolder);
    for (String name :
        List.of(
            "housing",
            "city-management",
            "credit",
            "publicity",
            "archive",
            "prosecutor",
            "water",
            "harbour",
            "village",
            "region",
            "police",
            "hotline-yunling")) {
      writeSecret(name, "invented-secret-of-" + name + "-for-the-stories");
    }
    Path far = data.path().resolve("far-side");
    SharedPrograms.linkInto(far.resolve("credit"));
    city = files(far, "city-management");
    archive = files(far, "archive");
    credit = new CreditPlatform(far.resolve("credit"), secret("credit"));
    publicity =
        new PublicityPlatform(far.resolve("publicity"), "enforcement-gateway", secret("publicity"));
    police = new Platform("police", far.resolve("police"), "enforcement-gateway", secret("police"));
    wires.put("publicity", new Wire(publicity.base().getPort()));
    wires.put("credit", new Wire(creditPort()));
    wires.put("registry", new Wire(registry.port()));
    wires.put("prosecutor", new Wire(prosecutor.port()));
  }

  private FilePartner files(Path far, String id) {
    return new FilePartner(id, far.resolve(id), USER, secret(id), List.of(FilePartner.OUT));
  }

  /** The data directory of the gateway. */
  Path home() {
    return data.path();
  }

  Secret secret(String name) {
    return data.secret(name).orElseThrow();
  }

  FilePartner city() {
    return city;
  }

  FilePartner archive() {
    return archive;
  }

  CreditPlatform credit() {
    return credit;
  }

  PublicityPlatform publicity() {
    return publicity;
  }

  Platform police() {
    return police;
  }

  RestReceiver registry() {
    return registry;
  }

  RestReceiver prosecutor() {
    return prosecutor;
  }

  Wire wire(String partner) {
    return wires.get(partner);
  }

  Map<String, Object> settings() {
    return new SitePartners(LADDER)
        .with("housing")
        .with("water", Map.of("caller-id", "requester-7@2399"))
        .with("harbour", Map.of("caller-id", "harbour-office"))
        .with("village")
        .with("region", rest("registry"))
        .with("police", soap(police.port()), Map.of("uscc", POLICE))
        .with("hotline-yunling", rest("registry"), Map.of("region", "6401"))
        .with("registry", rest("registry"))
        .with("prosecutor", rest("prosecutor"))
        .with(
            "publicity",
            rest("publicity"),
            Map.of("accepted", "/code=OK", "request-timeout", "PT2S"))
        .with("city-management", SitePartners.sftp(city, USER), SitePartners.poll(PERIOD))
        .with("archive", SitePartners.sftp(archive, USER), Map.of("connect-timeout", "PT5S"))
        .with("credit", SitePartners.frontDatabase(creditUrl()), SitePartners.poll(PERIOD))
        .settings();
  }

  /** What names a broker of the site; its password is kept beside the partners'. */
  Map<String, Object> settingsFor(FarBroker broker) {
    writeSecret("far-broker", broker.password().reveal());
    return Map.of(
        "gateway.broker.url",
        broker.url(),
        "gateway.broker.user",
        FarBroker.ACCOUNT,
        "gateway.broker.password-name",
        "far-broker");
  }

  private static Map<String, String> soap(int port) {
    return Map.of(
        "endpoint", "http://127.0.0.1:" + port,
        "path", "/soap",
        "allow-loopback", "true",
        "accepted", "code=0",
        "auth", "username-token",
        "user", "enforcement-gateway");
  }

  private Map<String, String> rest(String partner) {
    return SitePartners.rest(wires.get(partner).port());
  }

  /** Over the wire, not straight to the database. */
  private String creditUrl() {
    return credit
        .jdbcUrl()
        .replace(":" + creditPort() + "/", ":" + wires.get("credit").port() + "/");
  }

  private int creditPort() {
    return URI.create(credit.jdbcUrl().substring(5)).getPort();
  }

  void reset() {
    publicity.behave(Behaviour.ok());
    publicity.forgetKeys();
    credit.behave(Behaviour.ok());
    city.behave(Behaviour.ok());
    archive.behave(Behaviour.ok());
    registry.behave(RestReceiver.Manner.WORKS);
    registry.canSay(true);
    prosecutor.behave(RestReceiver.Manner.WORKS);
    police.behave(Behaviour.ok());
    wires.values().forEach(Wire::mend);
  }

  /** Puts the folder of one of the site's own partners in its place. */
  void installFolder(String partner) {
    try {
      Path shipped = Path.of(StorySite.class.getResource("/story/partners/" + partner).toURI());
      Path folder = data.path().resolve("partners").resolve(partner);
      FileSystemUtils.copyRecursively(shipped, folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  void writeSecret(String name, String value) {
    try {
      Path file = data.path().resolve("secrets").resolve(name);
      Files.writeString(file, value + "\n");
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    wires.values().forEach(Wire::close);
    registry.close();
    prosecutor.close();
    publicity.close();
    police.close();
    city.close();
    archive.close();
    credit.close();
  }
}
