package io.enforcement.gateway.routes.pack;

import io.enforcement.gateway.routes.CannotStart;
import io.enforcement.gateway.routes.pack.check.PackCheck;
import io.enforcement.gateway.routes.pack.check.PackProblem;
import io.enforcement.gateway.routes.partner.GatewaySettings;
import io.enforcement.gateway.routes.partner.PackFiles;
import io.enforcement.gateway.routes.store.PackStore;
import io.enforcement.gateway.routes.store.PackStore.NewVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The packs that lie as folders in {@code <data-dir>/partners/}. A folder whose content was never
 * installed becomes a new version at the start; one that was, stays what the versions say: a pack
 * that was rolled back does not come back with the next start.
 */
@Component
class SiteFolders {

  private static final String ORIGIN = "folder";
  private static final String ACTOR = "start";

  private final Path folders;
  private final PackStore store;
  private final PackCheck check;

  SiteFolders(GatewaySettings settings, PackStore store, PackCheck check) {
    this.folders = settings.dataDir().resolve("partners");
    this.store = store;
    this.check = check;
  }

  /**
   * Installs what is new.
   *
   * @throws CannotStart when a folder is no sound pack; names all that is wrong
   */
  void takeIn() {
    if (!Files.isDirectory(folders)) {
      return;
    }
    try (Stream<Path> found = Files.list(folders)) {
      for (Path folder : found.filter(Files::isDirectory).sorted().toList()) {
        takeIn(folder.getFileName().toString(), read(folder));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the folders of partners cannot be read", e);
    }
  }

  private void takeIn(String id, PackFiles pack) {
    String digest = pack.digest();
    if (store.versions(id).stream().anyMatch(version -> version.digest().equals(digest))) {
      return;
    }
    List<PackProblem> errors = check.check(pack).stream().filter(PackProblem::isError).toList();
    if (!errors.isEmpty()) {
      throw new CannotStart(
          errors.stream()
              .map(PackProblem::inOneLine)
              .collect(Collectors.joining("; ", "partners/" + id + " is no sound pack: ", "")));
    }
    store.add(new NewVersion(id, digest, pack.toZip(), null, ORIGIN), ACTOR);
  }

  private static PackFiles read(Path folder) throws IOException {
    try {
      return PackFiles.ofFolder(folder);
    } catch (PackFiles.Unreadable e) {
      throw new CannotStart("partners/" + folder.getFileName() + ": " + e.getMessage());
    }
  }
}
