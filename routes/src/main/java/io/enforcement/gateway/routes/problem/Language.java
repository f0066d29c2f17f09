package io.enforcement.gateway.routes.problem;

import io.enforcement.gateway.standards.dictionary.Label;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;

/** The two languages of the API's texts; Chinese unless the caller prefers English. */
public enum Language {
  ZH(Locale.SIMPLIFIED_CHINESE),
  EN(Locale.ENGLISH);

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  public Locale locale() {
    return locale;
  }

  /** What a label says in this language. */
  public String text(Label label) {
    return this == ZH ? label.zh() : label.en();
  }

  /**
   * The first of our languages that the caller names in {@code Accept-Language}. The header is
   * asked for first, because the container answers with the machine's own language when it is
   * absent.
   */
  public static Language of(HttpServletRequest request) {
    if (request.getHeader("Accept-Language") == null) {
      return ZH;
    }
    return Collections.list(request.getLocales()).stream()
        .map(Locale::getLanguage)
        .filter(language -> language.equals("zh") || language.equals("en"))
        .findFirst()
        .map(language -> language.equals("en") ? EN : ZH)
        .orElse(ZH);
  }
}
