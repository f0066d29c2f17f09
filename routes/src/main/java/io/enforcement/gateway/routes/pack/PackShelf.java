package io.enforcement.gateway.routes.pack;

import io.enforcement.gateway.routes.partner.PackFiles;
import io.enforcement.gateway.routes.partner.SitePack;
import io.enforcement.gateway.routes.partner.SitePacks;
import io.enforcement.gateway.routes.store.PackStore;
import io.enforcement.gateway.routes.store.PackStore.Version;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * The installed packs, and what lies in the folders of the site and may become one. Thread-safe.
 */
@Component
class PackShelf implements SitePacks {

  private final PackStore store;
  private final SiteFolders folders;
  private volatile Map<String, Integer> atStart = Map.of();
  private volatile Map<String, Offered> offered = Map.of();

  PackShelf(PackStore store, SiteFolders folders) {
    this.store = store;
    this.folders = folders;
  }

  @Override
  public Map<String, SitePack> inForce() {
    Map<String, SitePack> packs = new TreeMap<>();
    atStart = store.inForce();
    atStart.forEach((id, version) -> pack(id, version).ifPresent(pack -> packs.put(id, pack)));
    return packs;
  }

  @Override
  public Map<String, Offered> offered() {
    offered = folders.offered();
    return offered;
  }

  /** Makes a version of what was offered by this folder and is in service now. */
  int install(String id) {
    return folders.install(id, offered.get(id).files());
  }

  @Override
  public Map<String, PackFiles> retired() {
    Map<String, PackFiles> packs = new TreeMap<>();
    store
        .inForce()
        .forEach(
            (id, version) -> {
              if (store.version(id, version).orElseThrow().removal()) {
                lastFiles(id).ifPresent(files -> packs.put(id, files));
              }
            });
    return packs;
  }

  private Optional<PackFiles> lastFiles(String id) {
    return store.versions(id).stream().filter(v -> !v.removal()).findFirst().map(this::files);
  }

  /** By partner, the version that was in force when the catalogue was read. */
  Map<String, Integer> atStart() {
    return atStart;
  }

  /** A version as it is put into service; empty when it takes the partner out of service. */
  Optional<SitePack> pack(String id, int number) {
    Version version = store.version(id, number).orElseThrow();
    if (version.removal()) {
      return Optional.empty();
    }
    PackFiles files = files(version);
    if (!version.dated()) {
      return Optional.of(SitePack.atOnce(files));
    }
    PackFiles before =
        store.before(version).filter(v -> !v.removal()).map(this::files).orElse(null);
    return Optional.of(new SitePack(files, version.inForceFrom(), before));
  }

  /** The files of a version that has some. */
  PackFiles files(Version version) {
    return PackFiles.ofZip(store.files(version.partner(), version.version()).orElseThrow());
  }
}
