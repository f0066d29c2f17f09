package io.enforcement.gateway.routes.pack.check;

import io.enforcement.gateway.routes.partner.OfflinePartner;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The translators that the settings name: there, compiling, and fed with a form that exists. */
final class TranslatorCheck {

  private static final Pattern PLACE = Pattern.compile("(?:line |:)([0-9]{1,6})");

  private final Draft draft;
  private final References references;

  TranslatorCheck(Draft draft, References references) {
    this.draft = draft;
    this.references = references;
  }

  void check() {
    draft.ways().forEach(this::check);
    references.imported().values().stream()
        .filter(mention -> !draft.pack().names().contains(mention.name()))
        .forEach(
            mention ->
                draft
                    .problems()
                    .error(mention.file(), mention.line(), "file.missing", mention.name()));
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
      try {
        make(way);
      } catch (IllegalArgumentException | IllegalStateException e) {
        failed(way.path(), name, e);
      }
    }
  }

  private Object make(Way way) {
    return way.reads()
        ? draft.partner().reader(way.exchange(), way.translator(), way.format())
        : draft.partner().writer(way.exchange(), way.translator(), way.format());
  }

  private void failed(String path, String name, RuntimeException failure) {
    // A translator's complaint begins with whose it is, and the mapping's own is the cause.
    Throwable said = failure.getCause() == null ? failure : failure.getCause();
    String what = String.valueOf(said.getMessage());
    if (what.contains("does not compile")) {
      Matcher place = PLACE.matcher(what);
      draft
          .problems()
          .error(name, place.find() ? Integer.parseInt(place.group(1)) : 0, "mapping", what);
    } else {
      draft.error(path + ".format", "format", what);
    }
  }
}
