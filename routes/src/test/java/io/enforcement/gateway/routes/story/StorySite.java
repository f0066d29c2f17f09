package io.enforcement.gateway.routes.story;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.routes.DataDirectory;
import io.enforcement.gateway.routes.broker.FarBroker;
import io.enforcement.gateway.routes.database.SharedPrograms;
import io.enforcement.gateway.routes.sandbox.farside.Behaviour;
import io.enforcement.gateway.routes.sandbox.farside.CityManagementDepartment;
import io.enforcement.gateway.routes.sandbox.farside.CreditPlatform;
import io.enforcement.gateway.routes.sandbox.farside.PublicityPlatform;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a site has around its gateway: the partners' far sides, their secrets, the folders of the
 * site's own partners and the settings that name where everybody is.
 */
final class StorySite implements AutoCloseable {

  private static final String USER = "gateway";
  private static final List<String> LADDER = List.of("PT0.2S", "PT0.5S", "PT1S", "PT1S", "PT1S");
  private static final List<String> OWN_PARTNERS = List.of("registry", "prosecutor", "archive");

  private final DataDirectory data;
  private final CityManagementDepartment city;
  private final CityManagementDepartment archive;
  private final CreditPlatform credit;
  private final PublicityPlatform publicity;
  private final RestReceiver registry = new RestReceiver();
  private final RestReceiver prosecutor = new RestReceiver();
  private final Map<String, Wire> wires = new LinkedHashMap<>();

  StorySite(DataDirectory data) {
    this.data = data;
    OWN_PARTNERS.forEach(this::installFolder);
    for (String name : List.of("housing", "city-management", "credit", "publicity", "archive")) {
      writeSecret(name, "invented-secret-of-" + name + "-for-the-stories");
    }
    Path far = data.path().resolve("far-side");
    SharedPrograms.linkInto(far.resolve("credit"));
    city = new CityManagementDepartment(far.resolve("city"), USER, secret("city-management"));
    archive = new CityManagementDepartment(far.resolve("archive"), USER, secret("archive"));
    credit = new CreditPlatform(far.resolve("credit"), secret("credit"));
    publicity =
        new PublicityPlatform(far.resolve("publicity"), "enforcement-gateway", secret("publicity"));
    wires.put("publicity", new Wire(publicity.base().getPort()));
    wires.put("credit", new Wire(URI.create(credit.jdbcUrl().substring(5)).getPort()));
    wires.put("registry", new Wire(registry.port()));
    wires.put("prosecutor", new Wire(prosecutor.port()));
  }

  Secret secret(String name) {
    return data.secret(name).orElseThrow();
  }

  CityManagementDepartment city() {
    return city;
  }

  CityManagementDepartment archive() {
    return archive;
  }

  CreditPlatform credit() {
    return credit;
  }

  PublicityPlatform publicity() {
    return publicity;
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
    Map<String, Object> all = new LinkedHashMap<>();
    partner(all, "housing", Map.of());
    partner(all, "registry", rest("registry"));
    partner(all, "prosecutor", rest("prosecutor"));
    Map<String, String> toPublicity = new LinkedHashMap<>(rest("publicity"));
    toPublicity.put("accepted", "/code=OK");
    toPublicity.put("request-timeout", "PT2S");
    partner(all, "publicity", toPublicity);
    partner(all, "city-management", sftp(city, "poll", "PT0.3S"));
    partner(all, "archive", sftp(archive, "connect-timeout", "PT5S"));
    partner(all, "credit", frontDatabase());
    return all;
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

  private Map<String, String> rest(String partner) {
    String endpoint = "http://127.0.0.1:" + wires.get(partner).port() + "/records";
    return Map.of("endpoint", endpoint, "allow-loopback", "true");
  }

  private static Map<String, String> sftp(
      CityManagementDepartment server, String name, String value) {
    return Map.of(
        "host",
        "127.0.0.1",
        "port",
        Integer.toString(server.port()),
        "user",
        USER,
        "host-key-fingerprint",
        server.hostKeyFingerprint(),
        name,
        value);
  }

  private Map<String, String> frontDatabase() {
    String port = ":" + URI.create(credit.jdbcUrl().substring(5)).getPort() + "/";
    return Map.of(
        "url", credit.jdbcUrl().replace(port, ":" + wires.get("credit").port() + "/"),
        "user", CreditPlatform.GATEWAY_ROLE,
        "ledger", "gateway_ledger",
        "table.penalty", "penalty",
        "table.penalty_revocation", "penalty_revocation",
        "table.rejection", "penalty_rejection",
        "key-column", "ROW_ID",
        "flag-column", "READ_FLAG",
        "poll", "PT0.3S");
  }

  private static void partner(Map<String, Object> all, String id, Map<String, String> settings) {
    String prefix = "gateway.partners." + id + ".";
    all.put(prefix + "active", "true");
    for (int i = 0; i < LADDER.size(); i++) {
      all.put(prefix + "retry[" + i + "]", LADDER.get(i));
    }
    settings.forEach((name, value) -> all.put(prefix + "settings." + name, value));
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
    wires.values().forEach(Wire::mend);
  }

  private void installFolder(String partner) {
    Path folder = data.path().resolve("partners").resolve(partner);
    for (String file : List.of("partner.yaml", "decision.jslt")) {
      String resource = "/story/partners/" + partner + "/" + file;
      try (InputStream in = StorySite.class.getResourceAsStream(resource)) {
        Files.createDirectories(folder);
        Files.copy(in, folder.resolve(file));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void writeSecret(String name, String value) {
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
    city.close();
    archive.close();
    credit.close();
  }
}
