package io.enforcement.gateway.routes.security;

import io.enforcement.gateway.routes.problem.ProblemCode;
import io.enforcement.gateway.routes.problem.ProblemException;
import io.enforcement.gateway.routes.problem.ProblemWriter;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.stereotype.Component;

/** What all filter chains have in common: no sessions, strict headers, problem documents. */
@Component
class ChainDefaults {

  private static final String CONTENT_POLICY =
      "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self';"
          + " frame-ancestors 'none'";

  /** Lives as long as the request, its asynchronous part included. */
  private final SecurityContextRepository contexts =
      new RequestAttributeSecurityContextRepository();

  private final Refusals refusals;
  private final ProblemWriter writer;

  ChainDefaults(Refusals refusals, ProblemWriter writer) {
    this.refusals = refusals;
    this.writer = writer;
  }

  SecurityContextRepository contexts() {
    return contexts;
  }

  /** A chain for programs that prove themselves in every request. */
  HttpSecurity tokenApi(HttpSecurity http) {
    // No cookie or session proves anybody here, so a foreign page cannot make a browser act in a
    // person's name: there is nothing that CSRF protection could protect.
    return base(http)
        .csrf(AbstractHttpConfigurer::disable)
        .exceptionHandling(
            refused ->
                refused.authenticationEntryPoint(whoAreYou()).accessDeniedHandler(notAllowed()));
  }

  /** A chain that denies by saying that there is nothing, to everybody alike. */
  HttpSecurity hidden(HttpSecurity http) {
    return base(http)
        .exceptionHandling(
            refused ->
                refused
                    .authenticationEntryPoint(
                        (request, response, e) ->
                            writer.write(request, response, ProblemCode.NOT_FOUND))
                    .accessDeniedHandler(
                        (request, response, e) ->
                            writer.write(request, response, ProblemCode.NOT_FOUND)));
  }

  private HttpSecurity base(HttpSecurity http) {
    return http.securityContext(context -> context.securityContextRepository(contexts))
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .formLogin(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .headers(ChainDefaults::strict);
  }

  private static void strict(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_POLICY))
        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER));
  }

  /** The filter that knows people by their tokens. */
  AuthenticationFilter bearer(AuthenticationManager people) {
    AuthenticationFilter filter = new AuthenticationFilter(people, new BearerTokenConverter());
    filter.setSecurityContextRepository(contexts);
    // The default would look for a saved page and redirect to it.
    filter.setSuccessHandler((request, response, person) -> {});
    filter.setFailureHandler(
        (request, response, e) ->
            refusals.answer(request, response, unknown("authentication.token")));
    return filter;
  }

  private AuthenticationEntryPoint whoAreYou() {
    return (request, response, e) ->
        refusals.answer(request, response, unknown("authentication.required"));
  }

  private static ProblemException unknown(String rule) {
    return ProblemException.of(ProblemCode.UNAUTHENTICATED, "Authorization", rule);
  }

  private AccessDeniedHandler notAllowed() {
    return (request, response, e) ->
        refusals.answer(request, response, ProblemException.of(ProblemCode.FORBIDDEN));
  }
}
