package io.enforcement.gateway.routes.story;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.connectors.jms.PartnerBroker;
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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * What a site has around its gateway: the partners' far sides, their secrets, the folders of the
 * site's own partners and the settings that name where everybody is.
 */
final class StorySite implements AutoCloseable {

  private static final String USER = "gateway";
  private static final List<String> LADDER = List.of("PT0.2S", "PT0.5S", "PT1S", "PT1S", "PT1S");
  private static final String PERIOD = "PT0.3S";

  /** Where the shipped partner {@code city-management} has its folder. */
  private static final String CITY = "io/enforcement/gateway/mappings/citymanagement";

  /** Who such departments are, to be told of what they owe. */
  static final String CITY_USCC = "1164010078L07F3662";

  private static final String ARCHIVE = "story/partners/archive";
  private static final List<String> OWN_PARTNERS =
      List.of(
          "registry",
          "prosecutor",
          "archive",
          "water",
          "harbour",
          "village",
          "call-centre",
          "bailiff",
          "registrar",
          "inspectorate",
          "lighthouse");

  private static final String POLICE = "11640106MB1GXEB13K";

  /** Two inspectorates of one kind, each with its own code and its own listed person. */
  static final String COUNTY_INSPECTORATE = "11640104MB1GXE0213";

  static final String CITY_INSPECTORATE = "11640104MB1GXDM45H";
  static final String COUNTY_INSPECTOR = "county-inspector";

  /** Another of the same list. */
  static final String COUNTY_DEPUTY = "county-deputy";

  static final String CITY_INSPECTOR = "city-inspector";

  /** Another of the same list. */
  static final String CITY_DEPUTY = "city-deputy";

  private final DataDirectory data;
  private final FilePartner city;
  private final FilePartner archive;
  private final FilePartner market;
  private final Mount marketMount;
  private final PartnerBroker broker;
  private final CreditPlatform credit;
  private final PublicityPlatform publicity;
  private final Platform police;
  private final RestReceiver registry = new RestReceiver();
  private final RestReceiver prosecutor = new RestReceiver();
  private final Map<String, Wire> wires = new LinkedHashMap<>();

  StorySite(DataDirectory data) {
    this.data = data;
    OWN_PARTNERS.forEach(this::installFolder);
    installCityLike("market", "filedrop");
    installArchiveLike("depot", "filedrop", Paper.DEPOT);
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
            "market",
            "call-centre",
            "region",
            "police",
            "hotline-yunling",
            "inspectorate",
            "inspectorate-city")) {
      writeSecret(name, "invented-secret-of-" + name + "-for-the-stories");
    }
    Path far = data.path().resolve("far-side");
    SharedPrograms.linkInto(far.resolve("credit"));
    city = ownFiles(far, "city-management");
    archive = ownFiles(far, "archive");
    market = ownFiles(far, "market");
    marketMount = new Mount(far.resolve("market-mount"), files(market));
    writeSecret("partner-broker", PartnerBroker.PASSWORD.reveal());
    broker = PartnerBroker.start(far.resolve("partner-broker"), brokerQueues());
    credit = new CreditPlatform(far.resolve("credit"), secret("credit"));
    publicity =
        new PublicityPlatform(far.resolve("publicity"), "enforcement-gateway", secret("publicity"));
    police = new Platform("police", far.resolve("police"), "enforcement-gateway", secret("police"));
    wires.put("publicity", new Wire(publicity.base().getPort()));
    wires.put("credit", new Wire(creditPort()));
    wires.put("registry", new Wire(registry.port()));
    wires.put("prosecutor", new Wire(prosecutor.port()));
  }

  private FilePartner ownFiles(Path far, String id) {
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

  /** Who leaves its files in a folder that is mounted here. */
  FilePartner market() {
    return market;
  }

  Mount marketMount() {
    return marketMount;
  }

  /** The broker of two partners: one is reached over Core, the other over AMQP. */
  PartnerBroker broker() {
    return broker;
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
    Map<String, Object> settings = partners();
    settings.put("gateway.partners.inspectorate.people[0]", COUNTY_INSPECTOR);
    settings.put("gateway.partners.inspectorate.people[1]", COUNTY_DEPUTY);
    settings.put("gateway.partners.inspectorate-city.like", "inspectorate");
    settings.put("gateway.partners.inspectorate-city.name.en", "Inspectorate of a city");
    settings.put("gateway.partners.inspectorate-city.people[0]", CITY_INSPECTOR);
    settings.put("gateway.partners.inspectorate-city.people[1]", CITY_DEPUTY);
    return settings;
  }

  private Map<String, Object> partners() {
    return new SitePartners(LADDER)
        .with("housing")
        .with("water", Map.of("caller-id", "requester-7@2399"))
        .with("harbour", Map.of("caller-id", "harbour-office"))
        .with("village")
        .with("region", rest("registry"))
        .with("police", soap(police.port()), Map.of("uscc", POLICE))
        .with("hotline-yunling", rest("registry"), Map.of("region", "6401"))
        .with("registry", rest("registry"))
        .with("inspectorate", rest("registry"), Map.of("uscc", COUNTY_INSPECTORATE))
        .with("inspectorate-city", rest("registry"), Map.of("uscc", CITY_INSPECTORATE))
        .with("prosecutor", rest("prosecutor"))
        .with(
            "publicity",
            rest("publicity"),
            Map.of("accepted", "/code=OK", "request-timeout", "PT2S"))
        .with("city-management", SitePartners.sftp(city, USER), poll(), Map.of("uscc", CITY_USCC))
        .with("archive", SitePartners.sftp(archive, USER), Map.of("connect-timeout", "PT5S"))
        .with("market", marketMount.settings(), poll(), Map.of("uscc", CITY_USCC))
        .with("depot", marketMount.settings())
        .with("call-centre")
        .with("bailiff", broker("core"), poll())
        .with("registrar", broker("amqp"), poll())
        .with("credit", SitePartners.frontDatabase(creditUrl()), poll())
        .settings();
  }

  /** Settings of partners that a story has besides, with the same short waits. */
  static SitePartners morePartners() {
    return new SitePartners(LADDER);
  }

  static Map<String, String> poll() {
    return SitePartners.poll(PERIOD);
  }

  /** The credit platform on another database than its own, over the same wire as ever. */
  Map<String, Object> creditOn(int port, String url, String user, Secret password) {
    writeSecret("credit", password.reveal());
    Wire wire = new Wire(port);
    wires.put("credit", wire).close();
    return Map.of(
        "gateway.partners.credit.settings.url",
        url.replace(":" + port + "/", ":" + wire.port() + "/"),
        "gateway.partners.credit.settings.user",
        user,
        // The whole ladder is climbed while a story waits.
        "gateway.partners.credit.settings.connect-timeout",
        "PT1S");
  }

  /** A wire to a partner that a story has besides. */
  Wire layWire(String partner, IntSupplier port) {
    Wire wire = new Wire(port);
    wires.put(partner, wire);
    return wire;
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

  private Map<String, String> broker(String protocol) {
    return Map.of(
        "broker",
        broker.address(),
        "protocol",
        protocol,
        "user",
        PartnerBroker.US,
        "credentials",
        "partner-broker",
        "connect-timeout",
        "PT3S",
        "request-timeout",
        "PT5S");
  }

  private static String[] brokerQueues() {
    return Stream.of("bailiff", "registrar")
        .flatMap(
            p -> Stream.of("decisions", "aside", "receipts", "penalties").map(q -> p + "." + q))
        .toArray(String[]::new);
  }

  /** The folder of a department's files, whoever shows it to us. */
  static Path files(FilePartner department) {
    return department.folder("out").getParent();
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
    marketMount.appear();
    if (!broker.isUp()) {
      broker.start();
    }
    registry.behave(RestReceiver.Manner.WORKS);
    registry.canSay(true);
    prosecutor.behave(RestReceiver.Manner.WORKS);
    police.behave(Behaviour.ok());
    wires.values().forEach(Wire::mend);
  }

  /** Puts the folder of one of the site's own partners in its place. */
  void installFolder(String partner) {
    install("story/partners/" + partner, partner, file -> file);
  }

  /** A department like the urban management department, under its own id over another transport. */
  void installCityLike(String partner, String via) {
    install(
        CITY,
        partner,
        file -> file.replace("city-management", partner).replace("via: sftp", "via: " + via));
  }

  /** A receiver like the archive, for the decisions of another region over another transport. */
  void installArchiveLike(String partner, String via, String region) {
    install(
        ARCHIVE,
        partner,
        file ->
            file.replace("archive", partner)
                .replace("via: sftp", "via: " + via)
                .replace(Paper.ARCHIVE, region));
  }

  private void install(String shipped, String partner, UnaryOperator<String> changed) {
    try {
      Path folder = data.path().resolve("partners").resolve(partner);
      Files.createDirectories(folder);
      var resources = new PathMatchingResourcePatternResolver();
      for (String kind : List.of("yaml", "jslt", "csv")) {
        for (Resource file : resources.getResources("classpath:" + shipped + "/*." + kind)) {
          String text = file.getContentAsString(StandardCharsets.UTF_8);
          Files.writeString(
              folder.resolve(file.getFilename()), kind.equals("yaml") ? changed.apply(text) : text);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
    market.close();
    broker.close();
    credit.close();
  }
}
