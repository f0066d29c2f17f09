package io.enforcement.gateway.routes.security;

import io.enforcement.gateway.routes.problem.ProblemCode;
import io.enforcement.gateway.routes.problem.ProblemException;
import io.enforcement.gateway.routes.problem.ProblemWriter;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.authentication.builders.AuthenticationManagerBuilder;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.context.request.async.WebAsyncManagerIntegrationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
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
  private final ApplicationContext application;
  private final ObjectPostProcessor<Object> completed;

  ChainDefaults(
      Refusals refusals,
      ProblemWriter writer,
      ApplicationContext application,
      ObjectPostProcessor<Object> completed) {
    this.refusals = refusals;
    this.writer = writer;
    this.application = application;
    this.completed = completed;
  }

  SecurityContextRepository contexts() {
    return contexts;
  }

  /** A chain for programs that prove themselves in every request. */
  HttpSecurity tokenApi() {
    // No cookie or session proves anybody here, so a foreign page cannot make a browser act in a
    // person's name: there is nothing that CSRF protection could protect.
    return base()
        .csrf(AbstractHttpConfigurer::disable)
        .exceptionHandling(
            refused ->
                refused.authenticationEntryPoint(whoAreYou()).accessDeniedHandler(notAllowed()));
  }

  /**
   * A chain for pages: people in a browser, with a session and protected forms. Bootstrap's
   * stylesheet has its small pictures in itself, hence {@code data:} for images and nothing else.
   */
  HttpSecurity pages() {
    // Without it the address of the page somebody wanted would get a mark that stays in it.
    HttpSessionRequestCache wanted = new HttpSessionRequestCache();
    wanted.setMatchingRequestParameterName(null);
    HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();
    return base()
        .csrf(Customizer.withDefaults())
        .requestCache(cache -> cache.requestCache(wanted))
        .securityContext(context -> context.securityContextRepository(sessions))
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.IF_REQUIRED))
        .headers(
            headers ->
                headers.contentSecurityPolicy(
                    csp -> csp.policyDirectives(CONTENT_POLICY + "; img-src 'self' data:")));
  }

  /** A chain that denies by saying that there is nothing, to everybody alike. */
  HttpSecurity hidden() {
    return base()
        .csrf(Customizer.withDefaults())
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

  /**
   * What the framework would give to every chain, less what is of no use to any of ours. Its own
   * bean asks the application some forty times per chain for customizers that nobody has: a tenth
   * of a start.
   */
  private HttpSecurity base() {
    return new HttpSecurity(
            completed,
            new AuthenticationManagerBuilder(completed),
            Map.of(
                ApplicationContext.class,
                application,
                PathPatternRequestMatcher.Builder.class,
                PathPatternRequestMatcher.withDefaults()))
        .addFilter(new WebAsyncManagerIntegrationFilter())
        .anonymous(Customizer.withDefaults())
        .servletApi(Customizer.withDefaults())
        .securityContext(context -> context.securityContextRepository(contexts))
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
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
