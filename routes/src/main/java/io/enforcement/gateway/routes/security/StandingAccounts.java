package io.enforcement.gateway.routes.security;

import io.enforcement.gateway.routes.security.SignIns.Standing;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks at every request of a session whether the account still stands: a disabled person is nobody
 * from the next click on, a session ends after twelve hours however busy it is, and who was given a
 * password by somebody else first chooses another.
 */
final class StandingAccounts extends OncePerRequestFilter {

  static final Duration LONGEST_SESSION = Duration.ofHours(12);

  private final SignIns signIns;
  private final Clock clock;

  StandingAccounts(SignIns signIns, Clock clock) {
    this.signIns = signIns;
    this.clock = clock;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication caller = SecurityContextHolder.getContext().getAuthentication();
    if (!(caller instanceof PersonAuthentication person)) {
      chain.doFilter(request, response);
      return;
    }
    Optional<Standing> standing = signIns.standing(person.getPrincipal().id());
    if (standing.isEmpty() || isTooOld(request.getSession(false))) {
      request.getSession().invalidate();
      SecurityContextHolder.clearContext();
      ConsoleSecurity.lead(request, response, ConsoleSecurity.SIGN_IN + "?ended");
    } else if (standing.get().mustChange() && !isAllowedBefore(request.getRequestURI())) {
      ConsoleSecurity.lead(request, response, ConsoleSecurity.PASSWORD);
    } else {
      chain.doFilter(request, response);
    }
  }

  private boolean isTooOld(HttpSession session) {
    return session != null
        && clock.millis() - session.getCreationTime() > LONGEST_SESSION.toMillis();
  }

  private static boolean isAllowedBefore(String path) {
    return path.equals(ConsoleSecurity.PASSWORD)
        || path.equals(ConsoleSecurity.SIGN_OUT)
        || path.equals(ConsoleSecurity.LANGUAGE);
  }
}
