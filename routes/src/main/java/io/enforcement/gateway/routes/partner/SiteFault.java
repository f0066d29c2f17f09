package io.enforcement.gateway.routes.partner;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/**
 * Something that pack and site together leave open or say wrongly, so that the partner cannot be in
 * service here. Says settings by name and never what they hold.
 *
 * @param exchanges those that it is about; empty for the partner as a whole
 * @param via their transport
 * @param settings names of the settings
 */
public record SiteFault(Kind kind, List<String> exchanges, String via, List<String> settings) {

  private static final String BUNDLE = "io.enforcement.gateway.routes.partner.faults";

  /** What is the matter with the settings. */
  public enum Kind {
    /** The transport needs them. */
    MISSING,
    /** They hold what cannot stand there. */
    WRONG,
    /** They name a secret that is not there; here stands the secret's name. */
    SECRET,
    /** The selector asks for them. */
    HOLE,
    /** The proof by which the partner calls needs them. */
    PROOF
  }

  /** All of them in one line for the log. */
  public static String inOneLine(List<SiteFault> faults) {
    return faults.stream()
        .map(fault -> fault.text(Locale.ENGLISH))
        .collect(Collectors.joining("; "));
  }

  /** In one sentence; Chinese for a Chinese locale, English for every other. */
  public String text(Locale locale) {
    boolean chinese = locale.getLanguage().equals(Locale.CHINESE.getLanguage());
    // Without a fallback: a missing language must fail, not answer in the machine's own.
    return ResourceBundle.getBundle(
            BUNDLE,
            chinese ? Locale.CHINESE : Locale.ENGLISH,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
        .getString(kind.name())
        .replace("{0}", String.join(chinese ? "、" : ", ", exchanges))
        .replace("{1}", via)
        .replace("{2}", String.join(chinese ? "、" : ", ", settings));
  }
}
