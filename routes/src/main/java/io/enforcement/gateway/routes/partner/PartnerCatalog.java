package io.enforcement.gateway.routes.partner;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.routes.partner.InService.Entry;
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
import java.util.function.BiConsumer;
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

  private final PartnerFolders folders;
  private final InServiceFactory views;
  private final Credentials credentials;
  private final NotInService aside = new NotInService();
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

  PartnerCatalog(
      GatewaySettings settings, PartnerFactory factory, Credentials credentials, SitePacks packs) {
    this.credentials = credentials;
    folders = new PartnerFolders(settings.partners(), PartnerFolder.shipped());
    views = new InServiceFactory(folders, factory);
    Map<String, Restriction> restrictions = restrictions(packs.retired());
    Map<String, SitePack> inForce = packs.inForce();
    inService = InService.of(inForce, Map.of(), restrictions);
    Map<String, SitePacks.Offered> offered = packs.offered();
    Set<String> own = new TreeSet<>(inForce.keySet());
    own.addAll(offered.keySet());
    own.removeAll(folders.shipped().keySet());
    Set<String> others = new TreeSet<>(folders.told());
    others.addAll(inForce.keySet());
    others.removeIf(id -> own.contains(folders.kind(id)));
    inService = views.changed(inService, inForce, others);
    own.forEach(id -> begin(id, Optional.ofNullable(offered.get(id))));
  }

  /** Of what the gateway brings and of what was taken out of service, whoever is in service. */
  private Map<String, Restriction> restrictions(Map<String, PackFiles> retired) {
    Map<String, Restriction> restrictions = new TreeMap<>();
    BiConsumer<String, PartnerFolder> restrict =
        (id, folder) ->
            Restriction.of(id, folder, folders.own(id)).ifPresent(r -> restrictions.put(id, r));
    folders.shipped().forEach(restrict);
    retired.forEach((id, files) -> restrict.accept(id, folders.of(id, files)));
    return restrictions;
  }

  /** Takes in what a folder offers; with a fault, what was in force of the partner stays. */
  private void begin(String id, Optional<SitePacks.Offered> offered) {
    if (offered.isPresent() && take(id, offered.get())) {
      return;
    }
    if (!inService.packs().containsKey(id)) {
      return;
    }
    try {
      inService = views.changed(inService, inService.packs(), about(id));
    } catch (IllegalArgumentException e) {
      setAside(id, inService.packs().get(id).files(), e.getMessage());
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
    aside.add(new Aside(id, file.map(PartnerFile::name).orElse(Map.of()), why));
    Set<String> restricted = file.map(PartnerFile::restricted).orElse(Set.of());
    if (!restricted.isEmpty()) {
      Map<String, Restriction> restrictions = new TreeMap<>(inService.restrictions());
      restrictions.putIfAbsent(id, new Restriction(restricted, folders.own(id).people()));
      inService = InService.of(inService.packs(), inService.entries(), restrictions);
    }
  }

  /** All partners in service, by id. */
  public Collection<Partner> partners() {
    return inService.entries().values().stream().map(Entry::partner).toList();
  }

  public Optional<Partner> partner(String id) {
    return inService.entry(id).map(Entry::partner);
  }

  /** The files of a partner in service, as they lie, without the site's settings. */
  public Optional<OfflinePartner> offline(String id) {
    return inService.entry(id).map(entry -> new OfflinePartner(entry.folder()));
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
    return inService.entry(partner).flatMap(entry -> entry.at(receivedAt).sending(exchange));
  }

  /**
   * Whether a sender's signature covers what it sends by an exchange, so that nobody else may
   * change that; also when nobody knows any more, because the partner is not in service.
   */
  public boolean signsBodies(String partner, String exchange) {
    Entry entry = inService.entries().get(partner);
    return entry == null
        || entry.folder().file().authentication() == CallerProof.GATEWAY
            && entry
                .partner()
                .sending(exchange)
                .filter(sending -> !sending.via().equals(Sending.REST))
                .isEmpty();
  }

  /** A file of the partner's folder, when the partner is in service and has it. */
  public Optional<byte[]> file(String partner, String name) {
    return inService.entry(partner).flatMap(e -> e.folder().bytes(name));
  }

  /** How long bodies of its messages are kept, when the partner is in service and says it. */
  public Optional<Period> retention(String partner) {
    return inService
        .entry(partner)
        .map(entry -> entry.folder().file().retention())
        .map(Period::parse);
  }

  /** Everything that is received by partners in service. */
  public List<Receiving> receivings() {
    return inService.receivings();
  }

  /** The exchange of a receiver, when the partner is in service and receives it. */
  public Optional<Receiving> receiving(String partner, String exchange) {
    return partner(partner).flatMap(p -> p.receiving(exchange));
  }

  @Override
  public Optional<Known> known(CallerProof proof, String name) {
    InService now = inService;
    return now.callers()
        .partner(proof, name)
        .map(id -> now.entries().get(id).partner())
        .map(partner -> new Known(partner.id(), secret(proof, partner)));
  }

  @Override
  public Set<String> certificates(String partner) {
    return inService.callers().certificates(partner);
  }

  /** What only listed people know of, by partner; of partners that are not in service too. */
  public Map<String, Restriction> restrictions() {
    return inService.restrictions();
  }

  /** The partners that a pack is about: the one of its id, and those that are like it. */
  public List<String> about(String id) {
    return folders.about(id);
  }

  /** The site's own partners that are not in service as their files say, by id. */
  public Collection<Aside> aside() {
    return aside.all();
  }

  /** The site's own packs that were put into service out of their folders at the start, by id. */
  public Set<String> takenFromFolders() {
    return Set.copyOf(taken);
  }

  /** Whether the partner is the site's own, rather than one that the gateway brings. */
  public boolean isOwn(String id) {
    return folders.isOwn(id);
  }

  /**
   * Takes a site's own partner out of service at the start, because something of it cannot be
   * opened; what waits for it waits on.
   */
  public synchronized void setAside(Partner partner, String why) {
    Map<String, Entry> entries = new TreeMap<>(inService.entries());
    entries.remove(partner.id());
    taken.remove(folders.kind(partner.id()));
    inService = InService.of(inService.packs(), entries, inService.restrictions());
    aside.add(new Aside(partner.id(), partner.name(), why));
  }

  /**
   * All that this pack and the site leave open or say wrongly, for each partner that it is about;
   * nothing of those that the site's settings switch off.
   */
  public List<SiteFault> faults(String id, PackFiles pack) {
    return about(id).stream()
        .filter(each -> folders.own(each).inService(isOwn(id)))
        .flatMap(
            each ->
                new SiteFaults(folders.of(each, id, pack), folders.own(each), credentials)
                    .all().stream())
        .distinct()
        .toList();
  }

  /** All that folder and site leave open or say wrongly of a partner in service. */
  public List<SiteFault> faults(String partner) {
    return inService.entry(partner).stream()
        .flatMap(entry -> new SiteFaults(entry.folder(), entry.own(), credentials).all().stream())
        .toList();
  }

  /**
   * The partners that this pack would be here, without putting them into service; none that the
   * site's settings switch off.
   *
   * @throws IllegalArgumentException when pack and site do not fit together
   */
  public List<Partner> prepare(String id, SitePack pack) {
    InService then = views.with(inService, id, pack);
    return about(id).stream()
        .flatMap(each -> then.entry(each).stream())
        .map(Entry::partner)
        .toList();
  }

  /**
   * Puts a pack into service, in place of what bore its id. Nobody sees a state between the two.
   */
  public synchronized void put(String id, SitePack pack) {
    inService = views.with(inService, id, pack);
    aside.remove(about(id));
  }

  /**
   * Takes a site's own pack out of service; a shipped partner comes back as it was shipped, when
   * the site's settings switch it on.
   */
  public synchronized void remove(String id) {
    inService = views.with(inService, id, null);
    aside.remove(about(id));
  }

  /** Whether there is a partner of that id, in service or not. */
  public boolean knows(String id) {
    return isShipped(id) || inService.entries().containsKey(id) || aside.has(id);
  }

  /** Whether the gateway brings a partner of that id. */
  public boolean isShipped(String id) {
    return folders.isShipped(id);
  }

  private Optional<Secret> secret(CallerProof proof, Partner partner) {
    return proof == CallerProof.MUTUAL_TLS
        ? Optional.empty()
        : Optional.of(credentials.byName(partner.credentials()));
  }
}
