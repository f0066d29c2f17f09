package io.enforcement.gateway.routes.partner;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.routes.partner.GatewaySettings.PartnerSettings;
import io.enforcement.gateway.routes.partner.Partner.Receiving;
import io.enforcement.gateway.routes.partner.Partner.Sending;
import io.enforcement.gateway.routes.security.CallerProof;
import io.enforcement.gateway.routes.security.Credentials;
import io.enforcement.gateway.routes.security.PartnerDirectory;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * Every partner in service. A shipped partner is in service when the installation's settings switch
 * it on, a site's own pack unless they switch it off. A partner can be put into service, replaced
 * and taken out while the gateway runs: whoever asks sees all of a partner or nothing, and never
 * two versions at once. Thread-safe.
 */
@Component
public class PartnerCatalog implements PartnerDirectory {

  private static final PartnerSettings NOTHING_SAID = new PartnerSettings(null, null, null);

  private final GatewaySettings settings;
  private final PartnerFactory factory;
  private final Credentials credentials;
  private final Map<String, PartnerFolder> shipped = new TreeMap<>();
  private volatile InService inService;

  /**
   * @param before the partner until the day on which this version began, null when there is none
   */
  private record Entry(
      Partner partner, PartnerFolder folder, PartnerSettings own, Instant since, Partner before) {

    Partner at(Instant time) {
      return before != null && time.isBefore(since) ? before : partner;
    }
  }

  /** What one moment sees. */
  private record InService(
      Map<String, Entry> entries, List<Receiving> receivings, CallerNames callers) {}

  PartnerCatalog(
      GatewaySettings settings, PartnerFactory factory, Credentials credentials, SitePacks packs) {
    this.settings = settings;
    this.factory = factory;
    this.credentials = credentials;
    PartnerFolder.shipped().forEach(this::ship);
    Map<String, Entry> entries = new TreeMap<>();
    Map<String, SitePack> own = packs.inForce();
    own.forEach((id, pack) -> entries.put(id, entry(id, pack)));
    settings.partners().keySet().stream()
        .filter(id -> !own.containsKey(id))
        .forEach(id -> entries.put(id, entry(id, shippedFolder(id))));
    entries.values().removeIf(Objects::isNull);
    inService = see(entries);
  }

  /** All partners in service, by id. */
  public Collection<Partner> partners() {
    return inService.entries.values().stream().map(Entry::partner).toList();
  }

  public Optional<Partner> partner(String id) {
    return Optional.ofNullable(inService.entries.get(id)).map(Entry::partner);
  }

  /** The exchange of a sender, when the partner is in service and sends it. */
  public Optional<Sending> sending(String partner, String exchange) {
    return partner(partner).flatMap(p -> p.sending(exchange));
  }

  /**
   * The same as it was when a message came in: a partner that changes its format on an agreed day
   * may have sent before that day what is translated after it.
   */
  public Optional<Sending> sending(String partner, String exchange, Instant receivedAt) {
    return Optional.ofNullable(inService.entries.get(partner))
        .flatMap(entry -> entry.at(receivedAt).sending(exchange));
  }

  /** A file of the partner's folder, when the partner is in service and has it. */
  public Optional<byte[]> file(String partner, String name) {
    return Optional.ofNullable(inService.entries.get(partner)).flatMap(e -> e.folder.bytes(name));
  }

  /** Everything that is received by partners in service. */
  public List<Receiving> receivings() {
    return inService.receivings;
  }

  /** The exchange of a receiver, when the partner is in service and receives it. */
  public Optional<Receiving> receiving(String partner, String exchange) {
    return partner(partner).flatMap(p -> p.receiving(exchange));
  }

  @Override
  public Optional<Known> known(CallerProof proof, String name) {
    InService now = inService;
    return now.callers
        .partner(proof, name)
        .map(id -> now.entries.get(id).partner)
        .map(partner -> new Known(partner.id(), secret(proof, partner)));
  }

  /**
   * The partner that this pack would be here, without putting it into service.
   *
   * @return empty when the site's settings switch it off
   * @throws IllegalArgumentException when pack and site do not fit together
   */
  public Optional<Partner> prepare(String id, SitePack pack) {
    Entry entry = entry(id, pack);
    if (entry == null) {
      return Optional.empty();
    }
    see(with(id, entry));
    return Optional.of(entry.partner);
  }

  /**
   * Puts a prepared partner into service, in place of what bore its id. Nobody sees a state between
   * the two.
   */
  public synchronized void put(String id, SitePack pack) {
    inService = see(with(id, entry(id, pack)));
  }

  /**
   * Takes a site's own pack out of service; a shipped partner comes back as it was shipped, when
   * the site's settings switch it on.
   */
  public synchronized void remove(String id) {
    inService = see(with(id, own(id) == null ? null : entry(id, shipped.get(id))));
  }

  /** Whether the gateway brings a partner of that id. */
  public boolean isShipped(String id) {
    return shipped.containsKey(id);
  }

  private Map<String, Entry> with(String id, Entry entry) {
    Map<String, Entry> entries = new TreeMap<>(inService.entries);
    entries.remove(id);
    if (entry != null) {
      entries.put(id, entry);
    }
    return entries;
  }

  private static InService see(Map<String, Entry> entries) {
    CallerNames callers = new CallerNames();
    entries.forEach((id, e) -> callers.add(id, e.folder.file().authentication(), e.own.settings()));
    // Every record that is translated asks for them.
    List<Receiving> receivings =
        entries.values().stream().flatMap(e -> e.partner.receives().stream()).toList();
    return new InService(entries, receivings, callers);
  }

  private void ship(PartnerFolder folder) {
    if (shipped.putIfAbsent(folder.id(), folder) != null) {
      throw new IllegalArgumentException("two folders are partner " + folder.id());
    }
  }

  private PartnerFolder shippedFolder(String id) {
    PartnerFolder folder = shipped.get(id);
    if (folder == null && own(id).inService(false)) {
      throw new IllegalArgumentException(
          "gateway.partners." + id + " is active, but there is no folder of that partner");
    }
    return folder;
  }

  private Entry entry(String id, SitePack pack) {
    Entry entry = entry(id, folder(id, pack.files()));
    if (entry == null || pack.before() == null) {
      return entry;
    }
    Partner before = factory.partner(folder(id, pack.before()), entry.own);
    return new Entry(entry.partner, entry.folder, entry.own, pack.since(), before);
  }

  private PartnerFolder folder(String id, PackFiles pack) {
    PartnerFolder base = shipped.get(id);
    PartnerFolder folder = base == null ? PartnerFolder.of(pack) : base.amended(pack);
    if (!folder.id().equals(id)) {
      throw new IllegalArgumentException(
          "partner " + id + ": its " + PackFiles.SETTINGS + " says partner " + folder.id());
    }
    return folder;
  }

  /** Null when the site does not want it in service. */
  private Entry entry(String id, PartnerFolder folder) {
    PartnerSettings own = own(id) == null ? NOTHING_SAID : own(id);
    return folder == null || !own.inService(!folder.isShipped())
        ? null
        : new Entry(factory.partner(folder, own), folder, own, null, null);
  }

  private PartnerSettings own(String id) {
    return settings.partners().get(id);
  }

  private Optional<Secret> secret(CallerProof proof, Partner partner) {
    return proof == CallerProof.MUTUAL_TLS
        ? Optional.empty()
        : Optional.of(credentials.byName(partner.credentials()));
  }
}
