package io.enforcement.gateway.routes.pack.check;

import io.enforcement.gateway.mappings.declarative.DataOnlyFromStandard;
import io.enforcement.gateway.mappings.declarative.DataOnlyToStandard;
import io.enforcement.gateway.mappings.declarative.MappingCheck;
import io.enforcement.gateway.mappings.declarative.ShippedFiles;
import io.enforcement.gateway.routes.partner.OfflinePartner;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** The translators that the settings name: there, sound, and fed with a form that exists. */
final class TranslatorCheck {

  /** A mapping that is always sound. */
  private static final String AS_IT_IS = ".";

  private final Draft draft;
  private final Function<String, String> files;
  private final Set<String> read = new TreeSet<>();

  TranslatorCheck(Draft draft) {
    this.draft = draft;
    this.files = ShippedFiles.or(name -> draft.pack().text(name).orElse(null));
  }

  void check() {
    draft.ways().forEach(this::check);
  }

  private void check(Way way) {
    String name = way.translator();
    if (name.isEmpty()) {
      return;
    }
    String path = way.path() + "." + way.entry();
    if (!way.isMapping()) {
      Set<String> shipped =
          way.reads() ? OfflinePartner.shippedToStandard() : OfflinePartner.shippedFromStandard();
      if (!shipped.contains(name)) {
        draft.unknown(path, "translator-unknown", name, shipped, name);
      }
    } else if (way.isOwnFile() && !draft.pack().names().contains(name)) {
      draft.error(path, "file.missing", name);
    } else {
      mapping(name, path);
      form(way);
    }
  }

  /** A mapping that several exchanges share is told of once. */
  private void mapping(String name, String path) {
    if (!read.add(name)) {
      return;
    }
    try {
      MappingCheck.of(name, files.apply(name), files).forEach(draft.problems()::mapping);
    } catch (IllegalArgumentException e) {
      // A name of ours that we do not bring.
      draft.error(path, "file.missing", name);
    }
  }

  /** The form of the messages, whatever the mapping makes of them. */
  private void form(Way way) {
    if (!new FormatCheck(draft, files).isSound(way)) {
      return;
    }
    try {
      if (way.reads()) {
        DataOnlyToStandard.of(AS_IT_IS, way.format(), files);
      } else {
        DataOnlyFromStandard.of(AS_IT_IS, way.format(), files);
      }
    } catch (IllegalArgumentException | IllegalStateException e) {
      draft.error(way.path() + ".format", "format", e.getMessage());
    }
  }
}
