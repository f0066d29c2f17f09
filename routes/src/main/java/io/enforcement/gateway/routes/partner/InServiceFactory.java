package io.enforcement.gateway.routes.partner;

import io.enforcement.gateway.routes.partner.GatewaySettings.PartnerSettings;
import io.enforcement.gateway.routes.partner.InService.Entry;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** Makes what the next moment sees out of what this one does. Thread-safe. */
final class InServiceFactory {

  private final PartnerFolders folders;
  private final PartnerFactory partners;

  InServiceFactory(PartnerFolders folders, PartnerFactory partners) {
    this.folders = folders;
    this.partners = partners;
  }

  /** The view in which a site's own pack is this one, or is not there any more when it is null. */
  InService with(InService before, String id, SitePack pack) {
    Map<String, SitePack> packs = new TreeMap<>(before.packs());
    packs.remove(id);
    if (pack != null) {
      packs.put(id, pack);
    }
    return changed(before, packs, folders.about(id));
  }

  /**
   * The view with these packs, in which only the partners named are made anew.
   *
   * @throws IllegalArgumentException when packs and settings do not fit together
   */
  InService changed(InService before, Map<String, SitePack> packs, Collection<String> anew) {
    Map<String, Entry> entries = new TreeMap<>(before.entries());
    Map<String, Restriction> restrictions = new TreeMap<>(before.restrictions());
    for (String id : anew) {
      entries.remove(id);
      PartnerFolder folder = folders.of(id, packs);
      if (folder != null) {
        Restriction.of(id, folder, folders.own(id)).ifPresent(r -> restrictions.put(id, r));
      }
      if (folder != null && folders.own(id).inService(!folder.isShipped())) {
        entries.put(id, entry(id, folder, packs));
      }
    }
    return InService.of(packs, entries, restrictions);
  }

  private Entry entry(String id, PartnerFolder folder, Map<String, SitePack> packs) {
    PartnerSettings own = folders.own(id);
    String kind = folders.kind(id);
    SitePack pack = packs.get(kind);
    boolean dated = pack != null && pack.before() != null;
    Partner before = dated ? partners.partner(folders.of(kind, pack.before()).like(id), own) : null;
    return new Entry(
        partners.partner(folder, own), folder, own, dated ? pack.since() : null, before);
  }
}
