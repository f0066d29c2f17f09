package io.enforcement.gateway.routes.pack;

import io.enforcement.gateway.routes.partner.GatewaySettings;
import io.enforcement.gateway.routes.partner.PackFiles;
import io.enforcement.gateway.routes.partner.SitePacks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The packs that lie as folders in {@code <data-dir>/partners/}. */
@Component
class SiteFolders implements SitePacks {

  private final Path folders;

  SiteFolders(GatewaySettings settings) {
    this.folders = settings.dataDir().resolve("partners");
  }

  @Override
  public Map<String, PackFiles> inForce() {
    Map<String, PackFiles> packs = new TreeMap<>();
    if (!Files.isDirectory(folders)) {
      return packs;
    }
    try (Stream<Path> found = Files.list(folders)) {
      for (Path folder : found.filter(Files::isDirectory).toList()) {
        packs.put(folder.getFileName().toString(), PackFiles.ofFolder(folder));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the folders of partners cannot be read", e);
    }
    return packs;
  }
}
