package io.enforcement.gateway.routes.pack.check;

import io.enforcement.gateway.connectors.TransportSetting.Form;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A pack travels by mail and lies in archives: it names secrets and never holds one. What is found
 * is told without its value.
 */
final class Secrets {

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

  /** Settings whose very name says that a secret follows. */
  private static final Pattern TELLING =
      Pattern.compile(
          "(?i).*(passw|passwd|pwd|secret|private-?key|access-?key|api-?key|token|密码|口令|密钥).*");

  /** Names of secrets, so named. */
  private static final Pattern NAMING = Pattern.compile("(?i).*(credentials|-name|-field|-column)");

  private static final Pattern PEM = Pattern.compile("(?s).*-----BEGIN .*");
  private static final Pattern IN_ADDRESS =
      Pattern.compile("[a-z][a-z0-9+.:-]*://[^/@\\s]+:[^/@\\s]+@.*");

  private Secrets() {}

  /** The name of a secret, under this entry of the settings. */
  static void checkName(Draft draft, String path, String name) {
    if (name == null || name.isEmpty()) {
      return;
    }
    if (looksRandom(name)) {
      draft.error(path, "secret.value", path);
    } else if (!NAME.matcher(name).matches()) {
      draft.error(path, "secret.name", path);
    }
  }

  /**
   * A setting of a transport.
   *
   * @param form what stands in it; empty for a name that the transport does not know
   */
  static void check(Draft draft, String place, String name, String value, Optional<Form> form) {
    if (form.equals(Optional.of(Form.SECRET_NAME))) {
      checkName(draft, place, value);
    } else if (form.isEmpty()
        && TELLING.matcher(name).matches()
        && !NAMING.matcher(name).matches()) {
      draft.error(place, "secret.setting", name);
    } else if (PEM.matcher(value).matches()
        || IN_ADDRESS.matcher(value).matches()
        || looksRandom(value)) {
      draft.error(place, "secret.value", place);
    }
  }

  /** One long word of letters and digits mixed as nobody would mix them in a name. */
  private static boolean looksRandom(String text) {
    if (text.length() < 20 || !text.matches("[A-Za-z0-9+/_=]+")) {
      return false;
    }
    int changes = 0;
    for (int i = 1; i < text.length(); i++) {
      boolean digit = Character.isDigit(text.charAt(i));
      changes += digit == Character.isDigit(text.charAt(i - 1)) ? 0 : 1;
    }
    return changes >= 5;
  }
}
