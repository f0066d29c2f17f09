package io.enforcement.gateway.routes.pack.check;

import io.enforcement.gateway.routes.partner.OfflinePartner;
import io.enforcement.gateway.routes.partner.PackFiles;
import io.enforcement.gateway.routes.partner.PartnerFile;
import java.util.Collection;
import java.util.List;

/**
 * A pack while it is looked at.
 *
 * @param file what is sound of its settings; a missing text is empty
 * @param ways the translations that they name
 * @param places knows where each entry of the settings stands
 * @param partner its translators
 */
record Draft(
    PackFiles pack,
    PartnerFile file,
    List<Way> ways,
    YamlCheck places,
    OfflinePartner partner,
    Problems problems) {

  static Draft of(PackFiles pack, PartnerFile file, YamlCheck places, Problems problems) {
    return new Draft(pack, file, Way.of(file), places, OfflinePartner.of(file, pack), problems);
  }

  /** Something is wrong with this entry of the settings. */
  void error(String path, String kind, Object... arguments) {
    problems.error(PackFiles.SETTINGS, places.line(path), kind, arguments);
  }

  /** This entry of the settings has a word that is not known. */
  void unknown(
      String path, String kind, String word, Collection<String> known, Object... arguments) {
    problems.unknown(PackFiles.SETTINGS, places.line(path), kind, word, known, arguments);
  }

  /** Somebody should look at this entry of the settings. */
  void warning(String path, String kind, Object... arguments) {
    problems.warning(PackFiles.SETTINGS, places.line(path), kind, arguments);
  }
}
