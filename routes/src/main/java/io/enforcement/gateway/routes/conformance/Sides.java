package io.enforcement.gateway.routes.conformance;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.mappings.file.Parcel;
import io.enforcement.gateway.routes.partner.AttachmentWay;
import io.enforcement.gateway.routes.partner.PartnerFile;
import io.enforcement.gateway.routes.partner.PartnerFile.Receives;
import io.enforcement.gateway.routes.partner.PartnerFile.Sends;
import io.enforcement.gateway.routes.sandbox.farside.AskedDesk;
import io.enforcement.gateway.routes.sandbox.farside.FrontDatabase;
import io.enforcement.gateway.routes.sandbox.farside.FrontPlatform;
import io.enforcement.gateway.routes.sandbox.farside.FrontTables;
import io.enforcement.gateway.routes.sandbox.farside.HttpClients;
import io.enforcement.gateway.routes.sandbox.side.AmqpDoorway;
import io.enforcement.gateway.routes.sandbox.side.FarSide;
import io.enforcement.gateway.routes.sandbox.side.FileSide;
import io.enforcement.gateway.routes.sandbox.side.FrontSide;
import io.enforcement.gateway.routes.sandbox.side.HttpSide;
import io.enforcement.gateway.routes.sandbox.side.Meeting;
import io.enforcement.gateway.routes.sandbox.side.OwnBroker;
import io.enforcement.gateway.routes.sandbox.side.TlsDoor;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The simulated far sides of a candidate: one for each kind of transport that it uses. All take the
 * gateway under the same account, so that one partner may have several. Used by one thread.
 */
final class Sides implements AutoCloseable {

  private static final String POLL = "PT0.5S";
  private static final Set<String> HTTP = Set.of("rest", "soap", "outbox");

  private final Candidate candidate;
  private final Cases cases;
  private final Path directory;
  private final Secret secret;
  private final String account;
  private final Map<String, FarSide> byKind = new LinkedHashMap<>();
  private final Map<String, Object> properties = new HashMap<>();
  private final Optional<AskedDesk> desk;
  private final Optional<TlsDoor> door;
  private FrontDatabase database;
  private URI gateway;

  /**
   * Starts them.
   *
   * @param secret by which both sides prove themselves, as the partner has it
   * @param secrets makes other secrets of the gateway
   */
  Sides(
      Candidate candidate,
      Cases cases,
      Path directory,
      Secret secret,
      Function<String, Secret> secrets) {
    this.candidate = candidate;
    this.cases = cases;
    this.directory = directory;
    this.secret = secret;
    account = FrontPlatform.role(candidate.id());
    door =
        candidate.isKnownByCertificate()
            ? Optional.of(new TlsDoor(candidate.id(), directory.resolve("door"), secrets))
            : Optional.empty();
    door.ifPresent(tls -> properties.putAll(tls.properties()));
    for (String kind : kinds(candidate.file())) {
      byKind.put(kind, side(kind, secrets));
    }
    desk =
        candidate.file().answers().isEmpty()
            ? Optional.empty()
            : Optional.of(new AskedDesk(candidate.id(), account, secret));
  }

  private static Set<String> kinds(PartnerFile file) {
    Set<String> kinds = new LinkedHashSet<>();
    file.sends().forEach(s -> kinds.add(kind(s.via())));
    file.receives().forEach(r -> kinds.add(kind(r.via())));
    file.answers().forEach(a -> kinds.add(kind(a.via())));
    return kinds;
  }

  private static String kind(String via) {
    return HTTP.contains(via) ? "http" : via;
  }

  private FarSide side(String kind, Function<String, Secret> secrets) {
    String id = candidate.id();
    Path own = directory.resolve(kind);
    return switch (kind) {
      case "http" ->
          new HttpSide(
              id,
              own,
              account,
              secret,
              Signer.proof(candidate, secret),
              () -> gateway,
              door.map(TlsDoor::partner).orElseGet(HttpClients::plain),
              receiving());
      case "sftp" ->
          FileSide.served(id, own, account, secret, meeting(kind, "directory"), parcels(), POLL);
      case "filedrop" -> FileSide.mounted(id, own, meeting(kind, "directory"), parcels(), POLL);
      case "jms" -> OwnBroker.start(id, own, account, secret, meeting(kind, "queue"), POLL);
      case "amqp" -> {
        AmqpDoorway doorway = new AmqpDoorway(id, own, secrets, POLL);
        properties.putAll(doorway.properties());
        yield doorway.farSide();
      }
      case "frontdb" -> {
        database = FrontDatabase.start(own);
        FrontSamples samples = new FrontSamples(candidate, cases);
        yield new FrontSide(
            id, own, database, secret, samples.rows(), mark(), samples.names(), POLL);
      }
      default -> throw new IllegalArgumentException("no far side for via " + kind);
    };
  }

  private String mark() {
    return candidate.file().sends().stream()
        .map(s -> s.settings().get("flag-column"))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(FrontTables.FLAG);
  }

  private Set<String> receiving() {
    Set<String> vias = new LinkedHashSet<>();
    candidate.file().receives().stream()
        .map(Receives::via)
        .filter(HTTP::contains)
        .forEach(vias::add);
    return vias;
  }

  private Meeting meeting(String via, String setting) {
    Map<String, String> sends = new TreeMap<>();
    Map<String, String> receives = new TreeMap<>();
    for (Sends exchange : candidate.file().sends()) {
      if (exchange.via().equals(via) && exchange.settings().containsKey(setting)) {
        sends.put(exchange.exchange(), exchange.settings().get(setting));
      }
    }
    for (Receives exchange : candidate.file().receives()) {
      if (exchange.via().equals(via) && exchange.settings().containsKey(setting)) {
        receives.put(exchange.exchange(), exchange.settings().get(setting));
      }
    }
    return new Meeting(sends, receives);
  }

  private Map<String, Parcel> parcels() {
    Map<String, Parcel> parcels = new HashMap<>();
    for (Sends exchange : candidate.file().sends()) {
      if (exchange.attachments() == AttachmentWay.ENCLOSED) {
        parcels.put(exchange.exchange(), Parcel.of(exchange.format()));
      }
    }
    return parcels;
  }

  /** What a site would set to reach them. */
  Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    byKind.values().forEach(side -> settings.putAll(side.settings()));
    door.ifPresent(tls -> settings.put("caller-certificate", tls.fingerprint()));
    desk.ifPresent(
        asked ->
            cases.asked().stream()
                .flatMap(c -> c.body().stream())
                .findFirst()
                .ifPresent(
                    body -> {
                      settings.put("query.organ", body.getUscc());
                      settings.put("query.endpoint", "http://127.0.0.1:" + asked.port());
                    }));
    return settings;
  }

  /** What the installation sets besides. */
  Map<String, Object> properties() {
    return Map.copyOf(properties);
  }

  /** From now on the far sides know where the gateway is. */
  void begin(URI base) {
    gateway = base;
  }

  /** The far side of a transport that the candidate uses. */
  FarSide of(String via) {
    return byKind.get(kind(via));
  }

  /** What closes the gateway's door, when the candidate is known by its certificate. */
  Optional<TlsDoor> door() {
    return door;
  }

  /** Where the candidate is asked; there when it answers anything. */
  AskedDesk desk() {
    return desk.orElseThrow();
  }

  Collection<FarSide> all() {
    return byKind.values();
  }

  /** Lets all look for what has come. */
  void look() throws InterruptedException {
    for (FarSide side : byKind.values()) {
      side.look();
    }
  }

  @Override
  public void close() {
    byKind.values().forEach(side -> side.partner().close());
    desk.ifPresent(AskedDesk::close);
    if (database != null) {
      database.close();
    }
  }
}
