package io.enforcement.gateway.routes.console.page;

import io.enforcement.gateway.routes.problem.CorrelationId;
import io.enforcement.gateway.routes.problem.Diagnosis;
import io.enforcement.gateway.routes.problem.Language;
import io.enforcement.gateway.routes.problem.Problem;
import io.enforcement.gateway.routes.problem.ProblemException;
import io.enforcement.gateway.routes.security.Person;
import io.enforcement.gateway.routes.security.PersonAuthentication;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

/** What all pages have in common: who looks, what the menu has, how things are written. */
@ControllerAdvice(basePackageClasses = Frame.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class Frame {

  private final Clock clock;
  private final ConsoleSettings settings;
  private final boolean province;

  /**
   * @param province whether this gateway is the province's and has its pages
   */
  Frame(
      Clock clock,
      ConsoleSettings settings,
      @Value("${gateway.province.enabled:false}") boolean province) {
    this.clock = clock;
    this.settings = settings;
    this.province = province;
  }

  @ModelAttribute
  void common(
      Model model,
      PersonAuthentication caller,
      HttpServletRequest request,
      HttpServletResponse response) {
    // A cache between us must not give a part of a page to somebody who wants the whole.
    response.setHeader("Vary", "HX-Request");
    Person me = caller == null ? null : caller.getPrincipal();
    model.addAttribute("me", me);
    model.addAttribute("menu", new Menu(me));
    model.addAttribute("province", province);
    model.addAttribute("now", clock.instant());
    model.addAttribute("shown", new Shown(Language.of(request), clock.instant()));
    model.addAttribute("tones", new Tones());
    model.addAttribute("environment", settings.environment());
    model.addAttribute("here", here(request));
  }

  /** The address with its filters: what a person comes back to after a switch of language. */
  private static String here(HttpServletRequest request) {
    String query = request.getQueryString();
    return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
  }

  /** Who may do what is answered by the security filters, not here. */
  @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
  void handOn(RuntimeException denied) {
    throw denied;
  }

  @ExceptionHandler(Exception.class)
  ModelAndView refuse(
      Exception failure,
      PersonAuthentication caller,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    ProblemException refusal = Diagnosis.of(failure, CorrelationId.of(request));
    common(model, caller, request, response);
    model.addAttribute(
        "problem", Problem.of(refusal, Language.of(request), CorrelationId.of(request)));
    return new ModelAndView(
        "console/problem", model.asMap(), HttpStatusCode.valueOf(refusal.code().status()));
  }
}
