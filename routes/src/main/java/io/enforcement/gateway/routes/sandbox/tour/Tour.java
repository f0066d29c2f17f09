package io.enforcement.gateway.routes.sandbox.tour;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.mappings.file.Parcel;
import io.enforcement.gateway.routes.sandbox.farside.CreditPlatform;
import io.enforcement.gateway.routes.sandbox.farside.FrontTables;
import io.enforcement.gateway.routes.sandbox.farside.HttpClients;
import io.enforcement.gateway.routes.sandbox.farside.Ledger;
import io.enforcement.gateway.routes.sandbox.farside.PostingPartner;
import io.enforcement.gateway.routes.sandbox.farside.Proof;
import io.enforcement.gateway.routes.sandbox.farside.SandboxPartner;
import io.enforcement.gateway.routes.sandbox.side.AmqpDoorway;
import io.enforcement.gateway.routes.sandbox.side.FarSide;
import io.enforcement.gateway.routes.sandbox.side.FileSide;
import io.enforcement.gateway.routes.sandbox.side.FrontSide;
import io.enforcement.gateway.routes.sandbox.side.HttpSide;
import io.enforcement.gateway.routes.sandbox.side.OwnBroker;
import io.enforcement.gateway.routes.sandbox.side.Sending;
import io.enforcement.gateway.standards.format.StandardXml;
import io.enforcement.gateway.standards.model.StandardRecord;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The guests of the tour: their far sides, what a site would set to reach them, and what they send.
 * Used by one thread.
 */
public final class Tour implements AutoCloseable {

  static final String GATEWAY = "enforcement-gateway";

  /** How often the gateway looks at a guest's places. */
  static final String POLL = "PT2S";

  /** More than the region makes in one run. */
  private static final int AMENDMENTS = 300;

  /** A guest whose far side belongs to the main traffic: on the tour it posts, and that is all. */
  private static final String POST = "post";

  private static final Map<String, String> ENDINGS =
      Map.of(
          "application/json", ".json",
          "application/zip", ".zip",
          "text/csv", ".csv",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx");

  private static final String REGION = "region";
  private static final String XML = "application/xml";

  private final Map<String, Guest> guests = new LinkedHashMap<>();
  private final Map<String, FarSide> farSides = new LinkedHashMap<>();
  private final Map<String, SandboxPartner> main = new HashMap<>();
  private final Map<String, Object> properties = new HashMap<>();
  private final TourSamples samples = new TourSamples();
  private final Function<String, Secret> secrets;
  private URI gateway;
  private int amendments;

  private Tour(Function<String, Secret> secrets) {
    this.secrets = secrets;
  }

  /**
   * Starts the far sides.
   *
   * @param directory where they keep their ledgers
   * @param secrets makes and finds the secret of a partner
   * @param credit the credit platform, whose database server others share; it stays the caller's
   * @param main the receivers of the main traffic that answer on the tour; they stay the caller's
   * @param departments whether the departments come, too
   */
  public static Tour start(
      Path directory,
      Function<String, Secret> secrets,
      CreditPlatform credit,
      List<SandboxPartner> main,
      boolean departments) {
    Tour tour = new Tour(secrets);
    main.forEach(partner -> tour.main.put(partner.id(), partner));
    for (Guest guest : Guest.all(departments)) {
      tour.guests.put(guest.id(), guest);
      if (!guest.via().equals(POST)) {
        tour.farSides.put(guest.id(), tour.farSide(guest, directory.resolve(guest.id()), credit));
      }
    }
    return tour;
  }

  private FarSide farSide(Guest guest, Path directory, CreditPlatform credit) {
    Secret secret = secrets.apply(guest.id());
    return switch (guest.via()) {
      case "credit" -> new CreditSide(credit);
      case "frontdb" ->
          new FrontSide(
              guest.id(),
              directory,
              credit.database(),
              secret,
              samples.rows(guest),
              FrontTables.FLAG,
              Places.of(guest).sends(),
              POLL);
      case "sftp" -> served(guest, directory, secret, Map.of());
      case "sftp-zip" -> served(guest, directory, secret, parcels(guest));
      case "filedrop" -> FileSide.mounted(guest.id(), directory, Places.of(guest), Map.of(), POLL);
      case "jms" -> OwnBroker.start(guest.id(), directory, GATEWAY, secret, Places.of(guest), POLL);
      case "amqp" -> {
        AmqpDoorway doorway = new AmqpDoorway(guest.id(), directory, secrets, POLL);
        properties.putAll(doorway.properties());
        yield doorway.farSide();
      }
      default ->
          new HttpSide(
              guest.id(),
              directory,
              GATEWAY,
              secret,
              Proof.of(Proof.Profile.GATEWAY, guest.id(), secret),
              () -> gateway,
              HttpClients.plain(),
              Set.of(guest.via()));
    };
  }

  private static FarSide served(
      Guest guest, Path directory, Secret secret, Map<String, Parcel> enclosed) {
    return FileSide.served(
        guest.id(), directory, GATEWAY, secret, Places.of(guest), enclosed, POLL);
  }

  private static Map<String, Parcel> parcels(Guest guest) {
    Parcel json = Parcel.of(Map.of("type", "json"));
    return Places.of(guest).sends().keySet().stream()
        .collect(Collectors.toMap(Function.identity(), exchange -> json));
  }

  /** Those of the far sides that are only here, for the fault switches. */
  public List<SandboxPartner> farSides() {
    return farSides.values().stream()
        .filter(side -> !(side instanceof CreditSide))
        .map(FarSide::partner)
        .toList();
  }

  /** The ids of the guests. */
  public List<String> guests() {
    return List.copyOf(guests.keySet());
  }

  /** The settings of one guest at this installation. */
  public Map<String, String> settings(String id) {
    Guest guest = guests.get(id);
    if (guest.via().equals(POST)) {
      return Map.of();
    }
    Map<String, String> settings = new HashMap<>(farSides.get(id).settings());
    settings.put("credentials", id);
    settings.put("uscc", guest.uscc());
    settings.put("region", guest.region());
    settings.put("county", guest.region());
    return settings;
  }

  /** What the installation sets besides, to be met by the guests. */
  public Map<String, Object> properties() {
    return Map.copyOf(properties);
  }

  /** From now on the guests know where the gateway is. */
  public void begin(URI base) {
    gateway = base;
  }

  /** What a region reports: every record of the standard; returns how many were taken. */
  public int report(int run) throws InterruptedException {
    int taken = 0;
    int number = 0;
    for (StandardRecord record : TourSamples.records()) {
      taken += report("tour-" + run + "-record-" + ++number, record) ? 1 : 0;
    }
    return taken;
  }

  /**
   * The region reports what this guest's folder shows as received: not every sample meets the
   * guest's subscription. Returns how many were taken.
   */
  public int report(int run, String id, String exchange) throws InterruptedException {
    Guest guest = guests.get(id);
    int taken = 0;
    for (StandardRecord record : samples.received(guest, exchange)) {
      int revision = AMENDMENTS * (run + 1) + ++amendments;
      String key = "tour-" + run + "-to-" + id + "-" + exchange + "-" + revision;
      taken += report(key, Letters.addressed(record, guest, revision)) ? 1 : 0;
    }
    return taken;
  }

  private boolean report(String key, StandardRecord record) throws InterruptedException {
    PostingPartner region = new PostingPartner(gateway, REGION, secrets.apply(REGION));
    return region.post("record", key, XML, StandardXml.write(record)).status() == 202;
  }

  /**
   * A guest sends the first sound sample of an exchange; returns whether it was taken.
   *
   * @param answering send it only if it answers to a delivery, else only if it does not; an answer
   *     is given to the last delivery that has arrived
   */
  public boolean send(int run, String id, Sending sending, boolean answering)
      throws InterruptedException {
    Guest guest = guests.get(id);
    Optional<byte[]> document =
        sample(guest, sending.exchange()).filter(sample -> Answer.is(sample) == answering);
    if (answering) {
      document = document.flatMap(sample -> last(ledger(guest)).map(key -> Answer.to(sample, key)));
    }
    if (document.isEmpty()) {
      return false;
    }
    String name = "tour-" + run + "-" + id + "-" + sending.exchange();
    return guest.via().equals(POST)
        ? post(guest, sending, name, document.get())
        : send(farSides.get(id), sending, name, document.get());
  }

  /** Of those who post, only what their places name: the rest is the main traffic's. */
  private Optional<byte[]> sample(Guest guest, String exchange) {
    boolean ofTheTour = !guest.via().equals(POST) || Places.of(guest).sends().containsKey(exchange);
    return ofTheTour ? samples.sent(guest, exchange) : Optional.empty();
  }

  private static boolean send(FarSide side, Sending sending, String name, byte[] document)
      throws InterruptedException {
    String ending = side instanceof FileSide ? ENDINGS.get(sending.contentType()) : "";
    return side.send(sending, name + ending, document).taken();
  }

  private boolean post(Guest guest, Sending sending, String key, byte[] document)
      throws InterruptedException {
    PostingPartner sender = new PostingPartner(gateway, guest.id(), secrets.apply(guest.id()));
    return sender.post(sending.exchange(), key, sending.contentType(), document).status() == 202;
  }

  private Ledger ledger(Guest guest) {
    return guest.via().equals(POST)
        ? main.get(guest.id()).ledger()
        : farSides.get(guest.id()).partner().ledger();
  }

  private static Optional<String> last(Ledger ledger) {
    return ledger.entries().stream()
        .filter(entry -> entry.event() == Ledger.Event.ARRIVED)
        .reduce((before, after) -> after)
        .map(Ledger.Entry::key);
  }

  /** Lets the guests look for what has come; returns how much that was. */
  public int look() throws InterruptedException {
    int found = 0;
    for (FarSide side : farSides.values()) {
      found += side.look();
    }
    return found;
  }

  /** What the guests themselves have written down. */
  public Map<String, Ledger> ledgers() {
    Map<String, Ledger> ledgers = new LinkedHashMap<>();
    farSides.forEach((id, side) -> ledgers.put(id, side.partner().ledger()));
    return ledgers;
  }

  @Override
  public void close() {
    farSides().forEach(SandboxPartner::close);
  }
}
