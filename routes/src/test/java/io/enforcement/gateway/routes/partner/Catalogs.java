package io.enforcement.gateway.routes.partner;

import io.enforcement.gateway.routes.partner.GatewaySettings.PartnerSettings;
import io.enforcement.gateway.routes.security.Credentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Catalogues as a site would have them, with the packs that lie in its data directory. */
final class Catalogs {

  private Catalogs() {}

  static PartnerCatalog of(
      Path data, Map<String, PartnerSettings> partners, Translators translators) {
    Credentials credentials = new Credentials(data);
    return new PartnerCatalog(
        new GatewaySettings(data, partners),
        new PartnerFactory(translators, credentials),
        credentials,
        () -> packs(data.resolve("partners")));
  }

  private static Map<String, SitePack> packs(Path folders) {
    Map<String, SitePack> packs = new TreeMap<>();
    if (Files.isDirectory(folders)) {
      try (Stream<Path> found = Files.list(folders)) {
        for (Path folder : found.toList()) {
          PackFiles files = PackFiles.ofFolder(folder);
          packs.put(folder.getFileName().toString(), SitePack.atOnce(files));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return packs;
  }
}
