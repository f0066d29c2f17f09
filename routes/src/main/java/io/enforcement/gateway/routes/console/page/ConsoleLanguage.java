package io.enforcement.gateway.routes.console.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The console's language is what the person switched to, Chinese to begin with, whatever the
 * browser says. Everything behind this filter finds it in {@code Accept-Language}, as with a
 * program.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class ConsoleLanguage extends OncePerRequestFilter {

  static final String COOKIE = "lang";

  private static final String HEADER = "Accept-Language";
  private static final String ENGLISH = "en";

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getRequestURI().startsWith("/console");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Cookie[] cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
    boolean english =
        Stream.of(cookies)
            .anyMatch(c -> c.getName().equals(COOKIE) && c.getValue().equals(ENGLISH));
    chain.doFilter(
        new Speaking(request, english ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE), response);
  }

  /** The request, in the one language of the console. */
  private static final class Speaking extends HttpServletRequestWrapper {

    private final Locale language;

    Speaking(HttpServletRequest request, Locale language) {
      super(request);
      this.language = language;
    }

    @Override
    public String getHeader(String name) {
      return name.equalsIgnoreCase(HEADER) ? language.toLanguageTag() : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
      return name.equalsIgnoreCase(HEADER)
          ? Collections.enumeration(List.of(language.toLanguageTag()))
          : super.getHeaders(name);
    }

    @Override
    public Locale getLocale() {
      return language;
    }

    @Override
    public Enumeration<Locale> getLocales() {
      return Collections.enumeration(List.of(language));
    }
  }
}
