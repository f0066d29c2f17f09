package io.enforcement.gateway.routes.conformance;

import io.enforcement.gateway.standards.dictionary.Label;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the certificate in one language. Immutable. */
final class Texts {

  private static final String BUNDLE = "io.enforcement.gateway.routes.conformance.certificate";

  private final ResourceBundle bundle;
  private final boolean chinese;

  /** Chinese for a Chinese locale, English for every other. */
  Texts(Locale locale) {
    chinese = locale.getLanguage().equals(Locale.CHINESE.getLanguage());
    // Without a fallback: a missing language must fail, not answer in the machine's own.
    bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            chinese ? Locale.CHINESE : Locale.ENGLISH,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** {@code zh} or {@code en}. */
  String language() {
    return chinese ? "zh" : "en";
  }

  Locale locale() {
    return chinese ? Locale.CHINESE : Locale.ENGLISH;
  }

  /** What people call it. */
  String of(Label label) {
    return chinese ? label.zh() : label.en();
  }

  /** What a message, delivery or deadline in this state is called; any other word as it is. */
  String state(String word) {
    String key = "state." + word;
    return bundle.containsKey(key) ? bundle.getString(key) : word;
  }

  /**
   * @param arguments for {@code {0}} and so on
   */
  String of(String key, Object... arguments) {
    String text = bundle.getString(key);
    for (int i = 0; i < arguments.length; i++) {
      text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
    }
    return text;
  }
}
