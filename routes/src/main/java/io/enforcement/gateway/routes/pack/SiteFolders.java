package io.enforcement.gateway.routes.pack;

import io.enforcement.gateway.routes.pack.check.PackCheck;
import io.enforcement.gateway.routes.pack.check.PackProblem;
import io.enforcement.gateway.routes.pack.check.PackProblem.Severity;
import io.enforcement.gateway.routes.partner.GatewaySettings;
import io.enforcement.gateway.routes.partner.PackFiles;
import io.enforcement.gateway.routes.partner.SitePacks.Offered;
import io.enforcement.gateway.routes.store.PackStore;
import io.enforcement.gateway.routes.store.PackStore.NewVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The packs that lie as folders in {@code <data-dir>/partners/}. A folder whose content was never
 * installed is offered at the start; one that was, stays what the versions say: a pack that was
 * rolled back does not come back with the next start.
 */
@Component
class SiteFolders {

  private static final String ORIGIN = "folder";
  private static final String ACTOR = "start";

  private final Path folders;
  private final PackStore store;
  private final PackCheck check;
  private final AddedWords words;

  SiteFolders(GatewaySettings settings, PackStore store, PackCheck check, AddedWords words) {
    this.folders = settings.dataDir().resolve("partners");
    this.store = store;
    this.check = check;
    this.words = words;
  }

  /** What is new, by partner id; with all that is wrong with it. */
  Map<String, Offered> offered() {
    Map<String, Offered> offered = new TreeMap<>();
    if (!Files.isDirectory(folders)) {
      return offered;
    }
    try (Stream<Path> found = Files.list(folders)) {
      for (Path folder : found.filter(Files::isDirectory).sorted().toList()) {
        String id = folder.getFileName().toString();
        offered(id, folder).ifPresent(pack -> offered.put(id, pack));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the folders of partners cannot be read", e);
    }
    return offered;
  }

  /** Makes a version of what is in service by now, and returns its number. */
  int install(String id, PackFiles pack) {
    return store.addOnce(new NewVersion(id, pack.digest(), pack.toZip(), null, ORIGIN), ACTOR);
  }

  private Optional<Offered> offered(String id, Path folder) throws IOException {
    PackFiles pack;
    try {
      pack = PackFiles.ofFolder(folder);
    } catch (PackFiles.Unreadable e) {
      return Optional.of(new Offered(PackFiles.empty(), List.of(e.text(Locale.getDefault()))));
    }
    String digest = pack.digest();
    if (store.versions(id).stream().anyMatch(version -> version.digest().equals(digest))) {
      return Optional.empty();
    }
    return Optional.of(new Offered(pack, errors(id, pack)));
  }

  private List<String> errors(String id, PackFiles pack) {
    return Stream.concat(
            check.check(pack).stream().filter(PackProblem::isError),
            words.missing(id, pack).stream()
                .map(word -> word.problem(Severity.ERROR, Locale.getDefault())))
        .map(PackProblem::inOneLine)
        .toList();
  }
}
