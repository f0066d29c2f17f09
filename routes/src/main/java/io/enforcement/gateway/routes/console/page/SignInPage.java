package io.enforcement.gateway.routes.console.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The door of the console, its language, and what is said to somebody without a right. */
@Controller
class SignInPage {

  private static final Duration LANGUAGE_KEPT = Duration.ofDays(365);

  /** Why the form is shown: {@code wrong}, {@code out}, {@code ended}; nothing at first. */
  @GetMapping("/console/sign-in")
  String signIn(
      @RequestParam(required = false) String wrong,
      @RequestParam(required = false) String out,
      @RequestParam(required = false) String ended,
      Model model) {
    model.addAttribute(
        "why", wrong != null ? "wrong" : out != null ? "out" : ended != null ? "ended" : null);
    return "console/sign-in";
  }

  /**
   * Switches the language and goes back to where the person was.
   *
   * @param back a page of the console; anything else leads to the first page
   */
  @PostMapping("/console/language")
  String language(
      @RequestParam String language,
      @RequestParam String back,
      HttpServletRequest request,
      HttpServletResponse response) {
    Cookie cookie = new Cookie(ConsoleLanguage.COOKIE, language.equals("en") ? "en" : "zh");
    cookie.setPath("/console");
    cookie.setHttpOnly(true);
    cookie.setSecure(request.isSecure());
    cookie.setAttribute("SameSite", "Lax");
    cookie.setMaxAge((int) LANGUAGE_KEPT.toSeconds());
    response.addCookie(cookie);
    return "redirect:" + (back.matches("/console([/?][!-~]*)?") ? back : "/console");
  }

  /** Where the security chain forwards somebody to who has not the right. */
  @RequestMapping("/console/refused")
  String refused(HttpServletResponse response) {
    response.setStatus(HttpStatus.FORBIDDEN.value());
    return "console/refused";
  }
}
