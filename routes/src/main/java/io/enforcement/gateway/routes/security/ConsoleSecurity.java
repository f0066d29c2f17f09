package io.enforcement.gateway.routes.security;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import io.enforcement.gateway.routes.security.PasswordProvider.FormDetails;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.core.session.SessionRegistryImpl;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.session.HttpSessionEventPublisher;

/**
 * The console's own door: the only one with sessions, and so the only one with CSRF protection. Its
 * cookie is sent to {@code /console} alone; the doors of programs never see it. The table of pages
 * and rights says of each page what {@link SecurityConfiguration} says of the resource behind it.
 */
@Configuration(proxyBeanMethods = false)
class ConsoleSecurity {

  static final String SIGN_IN = "/console/sign-in";
  static final String SIGN_OUT = "/console/sign-out";
  static final String PASSWORD = "/console/password";
  static final String LANGUAGE = "/console/language";

  private static final String REFUSED = "/console/refused";

  /** One person has so many sessions at most; the next one ends the oldest. */
  private static final int SESSIONS = 3;

  private static final String OPERATOR = Role.OPERATOR.name();
  private static final String REVIEWER = Role.REVIEWER.name();
  private static final String AUDITOR = Role.AUDITOR.name();

  @Bean
  SessionRegistry sessionRegistry() {
    return new SessionRegistryImpl();
  }

  /** Tells the registry of sessions that ended by time. */
  @Bean
  HttpSessionEventPublisher httpSessionEventPublisher() {
    return new HttpSessionEventPublisher();
  }

  @Bean
  @Order(6)
  SecurityFilterChain consoleChain(
      ChainDefaults chains,
      SignIns signIns,
      SessionRegistry sessions,
      @Qualifier("machineClock") Clock clock) {
    return chains
        .pages()
        .securityMatcher("/console", "/console/**")
        .authenticationManager(new ProviderManager(new PasswordProvider(signIns)))
        .formLogin(
            form ->
                form.loginPage(SIGN_IN)
                    .usernameParameter("name")
                    .authenticationDetailsSource(
                        request ->
                            new FormDetails(request.getParameter("code"), request.getRemoteAddr()))
                    .defaultSuccessUrl("/console")
                    .failureUrl(SIGN_IN + "?wrong"))
        .logout(out -> out.logoutUrl(SIGN_OUT).logoutSuccessUrl(SIGN_IN + "?out"))
        .sessionManagement(
            session ->
                session
                    .maximumSessions(SESSIONS)
                    .sessionRegistry(sessions)
                    .expiredUrl(SIGN_IN + "?ended"))
        .exceptionHandling(
            on ->
                on.authenticationEntryPoint(
                        (request, response, e) -> lead(request, response, SIGN_IN))
                    .accessDeniedHandler(ConsoleSecurity::notAllowed))
        .addFilterBefore(new StandingAccounts(signIns, clock), AuthorizationFilter.class)
        .authorizeHttpRequests(
            may ->
                may.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                    .permitAll()
                    .requestMatchers(SIGN_IN, LANGUAGE)
                    .permitAll()
                    .requestMatchers("/console/people/**")
                    .hasRole(Role.SECURITY_ADMINISTRATOR.name())
                    .requestMatchers("/console/audit/**")
                    .hasAnyRole(AUDITOR, Role.AUDIT_ADMINISTRATOR.name())
                    .requestMatchers(
                        POST, "/console/replays/*/approve", "/console/proposals/*/confirm")
                    .hasRole(REVIEWER)
                    .requestMatchers(
                        POST,
                        "/console/routes/**",
                        "/console/dead-letters/**",
                        "/console/replays/**",
                        "/console/proposals/**",
                        "/console/alarms/**",
                        "/console/deadlines/*/telling",
                        "/console/reconciliations/**")
                    .hasAnyRole(OPERATOR, REVIEWER)
                    .requestMatchers(POST, "/console/analyses/**")
                    .hasAnyRole(Role.keepingFigures())
                    .requestMatchers(POST, "/console/messages/*/unmasking")
                    .hasRole(REVIEWER)
                    .requestMatchers(GET, "/console/messages/*/payload/**")
                    .hasAnyRole(Role.seeingPayloads())
                    .requestMatchers(GET, "/console/dead-letters/entries/*")
                    .hasAnyRole(OPERATOR, REVIEWER, AUDITOR)
                    .requestMatchers(
                        GET,
                        "/console/dead-letters/**",
                        "/console/replays/**",
                        "/console/proposals/**",
                        "/console/alarms/**",
                        "/console/handover",
                        "/console/reconciliations/**",
                        "/console/quality/**",
                        "/console/analyses/**",
                        "/console/routes/**")
                    .hasAnyRole(Role.watching())
                    .requestMatchers(GET)
                    .authenticated()
                    .requestMatchers(
                        POST, PASSWORD, "/console/second-factor/**", SIGN_OUT, "/console/search")
                    .authenticated()
                    .anyRequest()
                    .denyAll())
        .build();
  }

  /** A form of a session that has ended leads to the door; a right that is missing is told. */
  private static void notAllowed(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
      throws IOException, ServletException {
    if (SecurityContextHolder.getContext().getAuthentication() == null) {
      lead(request, response, SIGN_IN + "?ended");
      return;
    }
    AccessDeniedHandlerImpl refused = new AccessDeniedHandlerImpl();
    refused.setErrorPage(REFUSED);
    refused.handle(request, response, e);
  }

  /** Part of a page cannot show a form: the whole page is asked for anew, and leads there. */
  static void lead(HttpServletRequest request, HttpServletResponse response, String address)
      throws IOException {
    if (request.getHeader("HX-Request") != null) {
      response.setHeader("HX-Refresh", "true");
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    } else {
      response.sendRedirect(address);
    }
  }
}
