package io.enforcement.gateway.routes.pack.check;

import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.mappings.ToStandard;
import io.enforcement.gateway.routes.partner.OfflinePartner;
import io.enforcement.gateway.routes.partner.PartnerFile.Receives;
import io.enforcement.gateway.routes.partner.PartnerFile.Sends;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The translators that the settings name: there, compiling, and fed with a form that exists. */
final class TranslatorCheck {

  private static final String OURS = "gateway:";
  private static final Pattern PLACE = Pattern.compile("(?:line |:)([0-9]{1,6})");

  private final Draft draft;
  private final References references;

  TranslatorCheck(Draft draft, References references) {
    this.draft = draft;
    this.references = references;
  }

  void check() {
    List<Sends> sends = draft.file().sends();
    for (int i = 0; i < sends.size(); i++) {
      Sends exchange = sends.get(i);
      check(
          "sends[" + i + "]",
          exchange.translator(),
          OfflinePartner::shippedToStandard,
          () -> draft.partner().toStandard(exchange));
    }
    List<Receives> receives = draft.file().receives();
    for (int i = 0; i < receives.size(); i++) {
      Receives exchange = receives.get(i);
      check(
          "receives[" + i + "]",
          exchange.translator(),
          OfflinePartner::shippedFromStandard,
          () -> draft.partner().unrestricted(exchange));
    }
    references.imported().values().stream()
        .filter(mention -> isMissing(mention.name()))
        .forEach(
            mention ->
                draft
                    .problems()
                    .error(mention.file(), mention.line(), "file.missing", mention.name()));
  }

  /** What reads this exchange; empty when it does not work, which has been said. */
  Optional<ToStandard> of(Sends exchange) {
    return working(() -> draft.partner().toStandard(exchange));
  }

  /** What writes this exchange; empty when it does not work, which has been said. */
  Optional<FromStandard> of(Receives exchange) {
    return working(() -> draft.partner().fromStandard(exchange));
  }

  private static <T> Optional<T> working(Supplier<T> translator) {
    try {
      return Optional.of(translator.get());
    } catch (IllegalArgumentException | IllegalStateException e) {
      return Optional.empty();
    }
  }

  private void check(
      String path, String name, Supplier<Set<String>> shipped, Supplier<?> translator) {
    if (name.isEmpty()) {
      return;
    }
    if (!name.endsWith(References.MAPPING)) {
      if (!shipped.get().contains(name)) {
        draft.unknown(path + ".translator", "translator-unknown", name, shipped.get(), name);
      }
      return;
    }
    if (isMissing(name)) {
      draft.error(path + ".translator", "file.missing", name);
      return;
    }
    try {
      translator.get();
    } catch (IllegalArgumentException | IllegalStateException e) {
      failed(path, name, e);
    }
  }

  private boolean isMissing(String name) {
    return !name.startsWith(OURS) && !draft.pack().names().contains(name);
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
