package io.enforcement.gateway.routes.pack.check;

import io.enforcement.gateway.connectors.TransportSetting;
import io.enforcement.gateway.connectors.TransportSetting.Form;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an exchange says of its transport in {@code settings}: names that the transport knows, what
 * can stand in each, and what is left to the site.
 */
record TransportCheck(Draft draft) {

  private static final String CREDENTIALS = "credentials";

  /**
   * Looks at the settings of one exchange.
   *
   * @param path its entry, for example {@code sends[0]}
   * @param known those of its transport; none for a transport that nobody knows, which is told
   *     elsewhere
   * @param holes further names, for which its selector asks
   */
  void check(
      String path,
      String via,
      Map<String, String> settings,
      List<TransportSetting> known,
      Collection<String> holes) {
    settings.forEach(
        (name, value) -> {
          String place = path + ".settings." + name;
          Optional<TransportSetting> setting =
              known.stream().filter(each -> each.is(name)).findFirst();
          Secrets.check(draft, place, name, value, setting.map(TransportSetting::form));
          if (setting.isPresent()) {
            value(place, setting.get(), value);
          } else if (!known.isEmpty() && !holes.contains(name)) {
            List<String> names = known.stream().map(TransportSetting::name).toList();
            draft.unknown(place, "setting.unknown", name, names, name, via);
          }
        });
    leftToTheSite(path, via, settings, known);
  }

  private void value(String place, TransportSetting setting, String value) {
    if (value.isBlank()) {
      draft.error(place, "blank", place);
    } else if (setting.form() == Form.WORD && !setting.allows(value)) {
      draft.unknown(place, "yaml.word", value, setting.words(), place, value);
    } else if (!setting.allows(value)) {
      draft.error(place, "setting." + setting.form(), place);
    }
  }

  private void leftToTheSite(
      String path, String via, Map<String, String> settings, List<TransportSetting> known) {
    List<String> missing =
        known.stream()
            .filter(setting -> setting.isNeeded(settings))
            .map(TransportSetting::name)
            .filter(name -> !settings.containsKey(name))
            .filter(name -> !name.equals(CREDENTIALS) || draft.file().credentials() == null)
            .toList();
    if (!missing.isEmpty()) {
      draft.warning(
          path + ".via",
          "setting.site",
          path,
          via,
          String.join(", ", missing),
          draft.file().partner());
    }
  }
}
