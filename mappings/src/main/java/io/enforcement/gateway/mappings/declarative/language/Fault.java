package io.enforcement.gateway.mappings.declarative.language;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/**
 * What can be wrong with a mapping, apart from where it stands; said in Chinese or English.
 * Immutable.
 *
 * @param kind key of the texts: {@code <kind>} says what, {@code <kind>.fix} what to do
 * @param arguments for {@code {0}} and so on; they may come from the mapping
 */
public record Fault(String kind, List<String> arguments) {

  private static final String BUNDLE =
      "io.enforcement.gateway.mappings.declarative.language.problems";

  /** A fault with what is to be named in its texts. */
  public static Fault of(String kind, Object... arguments) {
    return new Fault(kind, Stream.of(arguments).map(String::valueOf).toList());
  }

  /**
   * What is wrong.
   *
   * @param language Chinese, or English for every other
   */
  public String what(Locale language) {
    return text(kind, language);
  }

  /**
   * What to do about it.
   *
   * @param language Chinese, or English for every other
   */
  public String fix(Locale language) {
    return text(kind + ".fix", language);
  }

  private String text(String key, Locale language) {
    boolean chinese = language.getLanguage().equals(Locale.CHINESE.getLanguage());
    // Without a fallback: a missing language must fail, not answer in the machine's own.
    String text =
        ResourceBundle.getBundle(
                BUNDLE,
                chinese ? Locale.CHINESE : Locale.ENGLISH,
                ResourceBundle.Control.getNoFallbackControl(
                    ResourceBundle.Control.FORMAT_PROPERTIES))
            .getString(key);
    for (int i = 0; i < arguments.size(); i++) {
      text = text.replace("{" + i + "}", arguments.get(i));
    }
    return text;
  }
}
