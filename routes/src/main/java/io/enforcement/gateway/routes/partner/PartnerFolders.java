package io.enforcement.gateway.routes.partner;

import io.enforcement.gateway.routes.partner.GatewaySettings.PartnerSettings;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Which folder a partner has: the one that the gateway brings, a site's own pack in its place, or
 * that of another partner of the same kind. Immutable.
 */
final class PartnerFolders {

  private final Map<String, PartnerSettings> settings;
  private final Map<String, PartnerFolder> shipped = new TreeMap<>();

  /**
   * @param settings of the installation, by partner
   * @param shipped what the gateway brings
   * @throws IllegalArgumentException when two of them are the same partner
   */
  PartnerFolders(Map<String, PartnerSettings> settings, List<PartnerFolder> shipped) {
    this.settings = settings;
    for (PartnerFolder folder : shipped) {
      if (this.shipped.putIfAbsent(folder.id(), folder) != null) {
        throw new IllegalArgumentException("two folders are partner " + folder.id());
      }
    }
  }

  /** What the gateway brings, by partner. */
  Map<String, PartnerFolder> shipped() {
    return shipped;
  }

  /** Whether the gateway brings a partner of that id. */
  boolean isShipped(String id) {
    return shipped.containsKey(id);
  }

  /** Whether the partner is the site's own, rather than one that the gateway brings. */
  boolean isOwn(String id) {
    return !isShipped(kind(id));
  }

  /** What the installation says of the partner. */
  PartnerSettings own(String id) {
    return settings.getOrDefault(id, PartnerSettings.NOTHING);
  }

  /** All of whom the installation says something. */
  Set<String> told() {
    return settings.keySet();
  }

  /** A second partner of a kind uses the folder of the first. */
  String kind(String id) {
    return own(id).like() == null ? id : own(id).like();
  }

  /** The partners that a pack is about: the one of its id, and those that are like it. */
  List<String> about(String id) {
    return Stream.concat(
            Stream.of(id),
            settings.entrySet().stream()
                .filter(partner -> id.equals(partner.getValue().like()))
                .map(Map.Entry::getKey))
        .toList();
  }

  /**
   * The folder of a partner; null when there is none and nobody asks for it.
   *
   * @param packs the site's own, by partner
   * @throws IllegalArgumentException when settings and folders do not fit together
   */
  PartnerFolder of(String id, Map<String, SitePack> packs) {
    String kind = kind(id);
    SitePack pack = packs.get(kind);
    PartnerFolder folder = pack == null ? shipped.get(kind) : of(kind, pack.files());
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
    if (isShipped(id) || packs.containsKey(id)) {
      throw new IllegalArgumentException(
          "gateway.partners." + id + ".like is set, but there is a folder of that partner");
    }
    return folder.like(id);
  }

  /**
   * The folder that this pack makes, with what the gateway brings of the same partner behind it.
   *
   * @throws IllegalArgumentException when it is another partner's
   */
  PartnerFolder of(String id, PackFiles pack) {
    PartnerFolder base = shipped.get(id);
    PartnerFolder folder = base == null ? PartnerFolder.of(pack) : base.amended(pack);
    if (!folder.id().equals(id)) {
      throw new IllegalArgumentException(
          "partner " + id + ": its " + PackFiles.SETTINGS + " says partner " + folder.id());
    }
    return folder;
  }

  /** The same for a partner that the pack is about. */
  PartnerFolder of(String partner, String id, PackFiles pack) {
    PartnerFolder folder = of(id, pack);
    return partner.equals(id) ? folder : folder.like(partner);
  }
}
