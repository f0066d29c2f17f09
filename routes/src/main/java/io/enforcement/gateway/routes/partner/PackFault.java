package io.enforcement.gateway.routes.partner;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/**
 * Why files are no pack that can be read.
 *
 * @param about name of the file, shortened and without what would move a reader's cursor; empty
 *     when it is about all of them
 */
public record PackFault(Kind kind, String about) {

  private static final String BUNDLE = "io.enforcement.gateway.routes.partner.packs";
  private static final int LONGEST = 100;

  /** What is the matter with the files. */
  public enum Kind {
    /** Something else than a plain file, a link for example. */
    LINK,
    /** A name that leads out of the pack, or that not every machine can have. */
    NAME,
    /** The same name twice. */
    TWICE,
    /** More bytes than a pack may have. */
    BYTES,
    /** More files than a pack may have. */
    FILES,
    /** No zip file that can be read. */
    ZIP
  }

  static PackFault of(Kind kind, String name) {
    String shown = name.replaceAll("[^\\p{L}\\p{N}._/\\\\ -]", "?");
    return new PackFault(kind, shown.substring(0, Math.min(shown.length(), LONGEST)));
  }

  /** All of them in one line. */
  static String inOneLine(List<PackFault> faults, Locale locale) {
    return faults.stream().map(fault -> fault.text(locale)).collect(Collectors.joining("; "));
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
        .replace("{0}", about);
  }
}
