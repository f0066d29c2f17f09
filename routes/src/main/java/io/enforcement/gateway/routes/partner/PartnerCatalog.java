package io.enforcement.gateway.routes.partner;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.routes.partner.GatewaySettings.PartnerSettings;
import io.enforcement.gateway.routes.partner.Partner.Receiving;
import io.enforcement.gateway.routes.partner.Partner.Sending;
import io.enforcement.gateway.routes.security.CallerProof;
import io.enforcement.gateway.routes.security.Credentials;
import io.enforcement.gateway.routes.security.PartnerDirectory;
import java.time.Instant;
import java.time.Period;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Every partner in service. A shipped partner is in service when the installation's settings switch
 * it on, a site's own pack unless they switch it off. A site's own pack that cannot be in service
 * as it is is set aside at the start, and the others begin without it. A partner can be put into
 * service, replaced and taken out while the gateway runs: whoever asks sees all of a partner or
 * nothing, and never two versions at once. Thread-safe.
 */
@Component
public class PartnerCatalog implements PartnerDirectory {

  private static final Logger LOG = LoggerFactory.getLogger(PartnerCatalog.class);

  private final GatewaySettings settings;
  private final PartnerFactory factory;
  private final Credentials credentials;
  private final Map<String, PartnerFolder> shipped = new TreeMap<>();
  private final Map<String, Aside> aside = new ConcurrentSkipListMap<>();
  private final Set<String> taken = new TreeSet<>();
  private volatile InService inService;

  /**
   * A site's own partner that is not in service as its files say.
   *
   * @param partner its id
   * @param name display names by language; none when its settings cannot be read
   * @param why all that is missing or wrong
   */
  public record Aside(String partner, Map<String, String> name, String why) {}

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
      Map<String, SitePack> packs,
      Map<String, Entry> entries,
      List<Receiving> receivings,
      CallerNames callers,
      Map<String, Restriction> restrictions) {}

  PartnerCatalog(
      GatewaySettings settings, PartnerFactory factory, Credentials credentials, SitePacks packs) {
    this.settings = settings;
    this.factory = factory;
    this.credentials = credentials;
    PartnerFolder.shipped().forEach(this::ship);
    Map<String, Restriction> restrictions = new TreeMap<>();
    shipped.forEach((id, folder) -> restrict(id, folder, restrictions));
    packs.retired().forEach((id, files) -> restrict(id, folder(id, files), restrictions));
    Map<String, SitePack> inForce = packs.inForce();
    inService = new InService(inForce, Map.of(), List.of(), new CallerNames(), restrictions);
    Map<String, SitePacks.Offered> offered = packs.offered();
    Set<String> own = new TreeSet<>(inForce.keySet());
    own.addAll(offered.keySet());
    own.removeAll(shipped.keySet());
    Set<String> others = new TreeSet<>(settings.partners().keySet());
    others.addAll(inForce.keySet());
    others.removeIf(id -> own.contains(kind(id)));
    inService = changed(inForce, others);
    own.forEach(id -> begin(id, Optional.ofNullable(offered.get(id))));
  }

  /** Takes in what a folder offers; with a fault, what was in force of the partner stays. */
  private void begin(String id, Optional<SitePacks.Offered> offered) {
    if (offered.isPresent() && take(id, offered.get())) {
      return;
    }
    if (!inService.packs.containsKey(id)) {
      return;
    }
    try {
      inService = changed(inService.packs, about(id));
    } catch (IllegalArgumentException e) {
      setAside(id, inService.packs.get(id).files(), e.getMessage());
    }
  }

  private boolean take(String id, SitePacks.Offered offered) {
    String why = String.join("; ", offered.errors());
    if (why.isEmpty()) {
      why = missing(id, offered.files());
    }
    if (why.isEmpty()) {
      try {
        put(id, SitePack.atOnce(offered.files()));
        taken.add(id);
        return true;
      } catch (IllegalArgumentException e) {
        why = e.getMessage();
      }
    }
    setAside(id, offered.files(), why);
    return false;
  }

  private String missing(String id, PackFiles files) {
    try {
      return SiteFault.inOneLine(faults(id, files));
    } catch (IllegalArgumentException e) {
      return e.getMessage();
    }
  }

  private void setAside(String id, PackFiles files, String why) {
    Optional<PartnerFile> file = Optional.empty();
    try {
      file = Optional.of(PartnerFolder.of(files).file());
    } catch (IllegalArgumentException e) {
      // Its settings cannot be read, which the reason says.
    }
    setAside(new Aside(id, file.map(PartnerFile::name).orElse(Map.of()), why));
    Set<String> restricted = file.map(PartnerFile::restricted).orElse(Set.of());
    if (!restricted.isEmpty()) {
      inService.restrictions.putIfAbsent(id, new Restriction(restricted, own(id).people()));
    }
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

  /**
   * Whether a sender's signature covers what it sends by an exchange, so that nobody else may
   * change that; also when nobody knows any more, because the partner is not in service.
   */
  public boolean signsBodies(String partner, String exchange) {
    Entry entry = inService.entries.get(partner);
    return entry == null
        || entry.folder.file().authentication() == CallerProof.GATEWAY
            && entry
                .partner
                .sending(exchange)
                .filter(sending -> !sending.via().equals(Sending.REST))
                .isEmpty();
  }

  /** A file of the partner's folder, when the partner is in service and has it. */
  public Optional<byte[]> file(String partner, String name) {
    return Optional.ofNullable(inService.entries.get(partner)).flatMap(e -> e.folder.bytes(name));
  }

  /** How long bodies of its messages are kept, when the partner is in service and says it. */
  public Optional<Period> retention(String partner) {
    return Optional.ofNullable(inService.entries.get(partner))
        .map(entry -> entry.folder.file().retention())
        .map(Period::parse);
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

  /** What only listed people know of, by partner; of partners that are not in service too. */
  public Map<String, Restriction> restrictions() {
    return inService.restrictions;
  }

  /** The partners that a pack is about: the one of its id, and those that are like it. */
  public List<String> about(String id) {
    return Stream.concat(
            Stream.of(id),
            settings.partners().entrySet().stream()
                .filter(partner -> id.equals(partner.getValue().like()))
                .map(Map.Entry::getKey))
        .toList();
  }

  /** The site's own partners that are not in service as their files say, by id. */
  public Collection<Aside> aside() {
    return List.copyOf(aside.values());
  }

  /** The site's own packs that were put into service out of their folders at the start, by id. */
  public Set<String> takenFromFolders() {
    return Set.copyOf(taken);
  }

  /** Whether the partner is the site's own, rather than one that the gateway brings. */
  public boolean isOwn(String id) {
    return !shipped.containsKey(kind(id));
  }

  /**
   * Takes a site's own partner out of service at the start, because something of it cannot be
   * opened; what waits for it waits on.
   */
  public synchronized void setAside(Partner partner, String why) {
    Map<String, Entry> entries = new TreeMap<>(inService.entries);
    entries.remove(partner.id());
    taken.remove(kind(partner.id()));
    inService = inService(inService.packs, entries, inService.restrictions);
    setAside(new Aside(partner.id(), partner.name(), why));
  }

  private void setAside(Aside partner) {
    aside.put(partner.partner(), partner);
    LOG.error("partner {} is not in service: {}", partner.partner(), partner.why());
  }

  /**
   * All that this pack and the site leave open or say wrongly, for each partner that it is about;
   * nothing of those that the site's settings switch off.
   */
  public List<SiteFault> faults(String id, PackFiles pack) {
    return about(id).stream()
        .filter(each -> own(each).inService(isOwn(id)))
        .flatMap(
            each ->
                new SiteFaults(folderFor(each, id, pack), own(each), credentials).all().stream())
        .distinct()
        .toList();
  }

  /** All that folder and site leave open or say wrongly of a partner in service. */
  public List<SiteFault> faults(String partner) {
    return Optional.ofNullable(inService.entries.get(partner)).stream()
        .flatMap(entry -> new SiteFaults(entry.folder, entry.own, credentials).all().stream())
        .toList();
  }

  /**
   * The partners that this pack would be here, without putting them into service; none that the
   * site's settings switch off.
   *
   * @throws IllegalArgumentException when pack and site do not fit together
   */
  public List<Partner> prepare(String id, SitePack pack) {
    InService then = changed(with(id, pack), about(id));
    return about(id).stream()
        .flatMap(each -> Optional.ofNullable(then.entries.get(each)).stream())
        .map(Entry::partner)
        .toList();
  }

  /**
   * Puts a pack into service, in place of what bore its id. Nobody sees a state between the two.
   */
  public synchronized void put(String id, SitePack pack) {
    inService = changed(with(id, pack), about(id));
    about(id).forEach(aside::remove);
  }

  /**
   * Takes a site's own pack out of service; a shipped partner comes back as it was shipped, when
   * the site's settings switch it on.
   */
  public synchronized void remove(String id) {
    inService = changed(with(id, null), about(id));
    about(id).forEach(aside::remove);
  }

  /** Whether there is a partner of that id, in service or not. */
  public boolean knows(String id) {
    return isShipped(id) || inService.entries.containsKey(id) || aside.containsKey(id);
  }

  /** Whether the gateway brings a partner of that id. */
  public boolean isShipped(String id) {
    return shipped.containsKey(id);
  }

  private Map<String, SitePack> with(String id, SitePack pack) {
    Map<String, SitePack> packs = new TreeMap<>(inService.packs);
    packs.remove(id);
    if (pack != null) {
      packs.put(id, pack);
    }
    return packs;
  }

  /** The view with these packs, in which only the partners named are made anew. */
  private InService changed(Map<String, SitePack> packs, Collection<String> anew) {
    Map<String, Entry> entries = new TreeMap<>(inService.entries);
    Map<String, Restriction> restrictions = new TreeMap<>(inService.restrictions);
    for (String id : anew) {
      entries.remove(id);
      PartnerFolder folder = folderOf(id, packs);
      if (folder != null) {
        restrict(id, folder, restrictions);
      }
      if (folder != null && own(id).inService(!folder.isShipped())) {
        entries.put(id, entry(id, folder, packs));
      }
    }
    return inService(packs, entries, restrictions);
  }

  private static InService inService(
      Map<String, SitePack> packs,
      Map<String, Entry> entries,
      Map<String, Restriction> restrictions) {
    CallerNames callers = new CallerNames();
    entries.forEach((id, e) -> callers.add(id, e.folder.file().authentication(), e.own.settings()));
    // Every record that is translated asks for them.
    List<Receiving> receivings =
        entries.values().stream().flatMap(e -> e.partner.receives().stream()).toList();
    return new InService(packs, entries, receivings, callers, restrictions);
  }

  private void ship(PartnerFolder folder) {
    if (shipped.putIfAbsent(folder.id(), folder) != null) {
      throw new IllegalArgumentException("two folders are partner " + folder.id());
    }
  }

  private Entry entry(String id, PartnerFolder folder, Map<String, SitePack> packs) {
    SitePack pack = packs.get(kind(id));
    boolean dated = pack != null && pack.before() != null;
    Partner before =
        dated ? factory.partner(folder(kind(id), pack.before()).like(id), own(id)) : null;
    return new Entry(
        factory.partner(folder, own(id)), folder, own(id), dated ? pack.since() : null, before);
  }

  /** A second partner of a kind uses the folder of the first. */
  private String kind(String id) {
    return own(id).like() == null ? id : own(id).like();
  }

  /** Null when there is none and nobody asks for it. */
  private PartnerFolder folderOf(String id, Map<String, SitePack> packs) {
    String kind = kind(id);
    SitePack pack = packs.get(kind);
    PartnerFolder folder = pack == null ? shipped.get(kind) : folder(kind, pack.files());
    if (own(id).like() == null) {
      if (folder == null && own(id).inService(false)) {
        throw new IllegalArgumentException(
            "gateway.partners." + id + " is active, but there is no folder of that partner");
      }
      return folder;
    }
    if (folder == null) {
      throw new IllegalArgumentException(
          "gateway.partners." + id + ".like is " + kind + ", but there is no folder of that name");
    }
    if (shipped.containsKey(id) || packs.containsKey(id)) {
      throw new IllegalArgumentException(
          "gateway.partners." + id + ".like is set, but there is a folder of that partner");
    }
    return folder.like(id);
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

  private PartnerFolder folderFor(String partner, String id, PackFiles pack) {
    PartnerFolder folder = folder(id, pack);
    return partner.equals(id) ? folder : folder.like(partner);
  }

  private void restrict(String id, PartnerFolder folder, Map<String, Restriction> restrictions) {
    PartnerFile file = folder.file();
    if (file.restricted().isEmpty()) {
      return;
    }
    if (!file.exchanges().containsAll(file.restricted())) {
      throw new IllegalArgumentException(
          "partner " + id + ": restricted names an exchange that it does not have");
    }
    Set<String> people = own(id).people();
    if (own(id).inService(!folder.isShipped()) && people.isEmpty()) {
      throw new IllegalArgumentException(
          "gateway.partners."
              + id
              + ".people names nobody who may know of its restricted exchanges");
    }
    restrictions.put(id, new Restriction(file.restricted(), people));
  }

  private PartnerSettings own(String id) {
    return settings.partners().getOrDefault(id, PartnerSettings.NOTHING);
  }

  private Optional<Secret> secret(CallerProof proof, Partner partner) {
    return proof == CallerProof.MUTUAL_TLS
        ? Optional.empty()
        : Optional.of(credentials.byName(partner.credentials()));
  }
}
