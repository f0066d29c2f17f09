package io.enforcement.gateway.routes.sandbox.tour;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.routes.sandbox.farside.Ledger;
import io.enforcement.gateway.routes.sandbox.farside.Platform;
import io.enforcement.gateway.routes.sandbox.farside.PostingPartner;
import io.enforcement.gateway.routes.sandbox.farside.SandboxPartner;
import io.enforcement.gateway.standards.format.StandardXml;
import io.enforcement.gateway.standards.model.StandardRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.core.io.ClassPathResource;

/**
 * The guests of the tour: their far sides, what a site would set to reach them, and what they send.
 * Used by one thread.
 */
public final class Tour implements AutoCloseable {

  private static final String GATEWAY = "enforcement-gateway";
  private static final String REGION = "region";
  private static final String OUTBOX = "outbox";
  private static final String XML = "application/xml";
  private static final Map<String, Map<String, String>> WAYS =
      Map.of(
          "rest",
          Map.of("path", "/records", "accepted", "/code=OK"),
          "soap",
          Map.of("path", "/soap", "accepted", "code=0", "auth", "username-token", "user", GATEWAY),
          OUTBOX,
          Map.of());

  private final List<Guest> guests;
  private final Map<String, Platform> platforms = new LinkedHashMap<>();
  private final Function<String, Secret> secrets;

  private Tour(List<Guest> guests, Function<String, Secret> secrets) {
    this.guests = guests;
    this.secrets = secrets;
  }

  /** An exchange that a guest sends, as the gateway's API shows it. */
  public record Sending(String exchange, String via, String contentType) {}

  /**
   * Starts the far sides.
   *
   * @param directory where they keep their ledgers
   * @param secrets makes and finds the secret of a partner
   */
  public static Tour start(Path directory, Function<String, Secret> secrets) {
    Tour tour = new Tour(Guest.all(table()), secrets);
    for (Guest guest : tour.guests) {
      tour.platforms.put(
          guest.id(),
          new Platform(
              guest.id(), directory.resolve(guest.id()), GATEWAY, secrets.apply(guest.id())));
    }
    return tour;
  }

  /** The far sides, for the fault switches. */
  public List<SandboxPartner> farSides() {
    return List.copyOf(platforms.values());
  }

  /** The ids of the guests. */
  public List<String> guests() {
    return guests.stream().map(Guest::id).toList();
  }

  /** The settings of one guest at this installation. */
  public Map<String, String> settings(String id) {
    Guest guest = guest(id);
    int port = platforms.get(id).port();
    Map<String, String> settings = new HashMap<>(WAYS.get(guest.via()));
    settings.put("endpoint", "http://127.0.0.1:" + port);
    settings.put("allow-loopback", "true");
    settings.put("credentials", id);
    settings.put("uscc", guest.uscc());
    settings.put("region", guest.region());
    settings.put("county", guest.region());
    return settings;
  }

  /** What a region reports: every record of the standard; returns how many were taken. */
  public int report(URI gateway, int run) throws InterruptedException {
    PostingPartner region = new PostingPartner(gateway, REGION, secrets.apply(REGION));
    Letters letters = new Letters(guests);
    int taken = 0;
    int number = 0;
    for (StandardRecord record : TourSamples.records()) {
      byte[] xml = StandardXml.write(letters.addressed(record));
      String key = "tour-" + run + "-record-" + ++number;
      taken += isTaken(region.post("record", key, XML, xml)) ? 1 : 0;
    }
    return taken;
  }

  /** What a guest sends of this exchange; returns whether it was taken. */
  public boolean send(URI gateway, int run, String id, Sending sending)
      throws InterruptedException {
    Optional<TourSamples.Document> document = TourSamples.of(guest(id), sending.exchange());
    if (document.isEmpty()) {
      return false;
    }
    PostingPartner partner = new PostingPartner(gateway, id, secrets.apply(id));
    String key = "tour-" + run + "-" + id + "-" + sending.exchange();
    byte[] content = document.get().content();
    return isTaken(
        sending.via().equals("soap")
            ? partner.call(key, content)
            : partner.post(sending.exchange(), key, sending.contentType(), content));
  }

  /** Lets the guests that cannot be called fetch what there is for them; returns how much. */
  public int fetch(URI gateway) throws InterruptedException {
    int fetched = 0;
    for (Guest guest : guests) {
      if (guest.via().equals(OUTBOX)) {
        PostingPartner partner = new PostingPartner(gateway, guest.id(), secrets.apply(guest.id()));
        fetched += partner.fetch(platforms.get(guest.id()));
      }
    }
    return fetched;
  }

  /** What the guests themselves have written down: documents that arrived, by guest. */
  public Map<String, Integer> arrived() {
    Map<String, Integer> arrived = new LinkedHashMap<>();
    platforms.forEach(
        (id, platform) -> arrived.put(id, platform.ledger().count(Ledger.Event.ARRIVED)));
    return arrived;
  }

  private static boolean isTaken(int status) {
    return status == 202 || status == 200;
  }

  private Guest guest(String id) {
    return guests.stream().filter(g -> g.id().equals(id)).findFirst().orElseThrow();
  }

  private static String table() {
    try {
      return new ClassPathResource("sandbox/tour.csv").getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the table of the tour is missing", e);
    }
  }

  @Override
  public void close() {
    new ArrayList<>(platforms.values()).forEach(Platform::close);
  }
}
