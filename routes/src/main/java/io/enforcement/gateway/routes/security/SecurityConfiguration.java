package io.enforcement.gateway.routes.security;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.POST;

import io.enforcement.gateway.routes.problem.ProblemCode;
import io.enforcement.gateway.routes.problem.ProblemException;
import io.enforcement.gateway.routes.problem.ProblemWriter;
import jakarta.servlet.DispatcherType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/**
 * The table of paths and rights. Every request meets exactly one of these chains, in this order;
 * the last one takes all the rest and says that there is nothing. No default chain of the framework
 * is ever in force.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableConfigurationProperties({IntakeLimits.class, CallerHeaders.class})
class SecurityConfiguration {

  private static final String EXCHANGES = "/api/v1/exchanges/**";
  private static final String QUERIES = "/api/v1/queries";
  private static final String OUTBOX = "/api/v1/outbox/**";
  private static final String ATTACHMENTS = "/api/v1/attachments/**";
  private static final String SOAP = "/soap/v1/**";
  private static final String MESSAGES = "/api/v1/messages/**";
  private static final String EVIDENCE = "/api/v1/messages/*/evidence";
  private static final String PAYLOAD = "/api/v1/messages/*/payload/**";
  private static final String UNMASKING = "/api/v1/messages/*/unmasking";
  private static final String AUDIT = "/api/v1/audit/*";
  private static final String[] AUDIT_KEYS = {
    "/api/v1/audit/key", "/api/v1/audit/new-log-approval"
  };
  private static final String RECONCILIATIONS = "/api/v1/reconciliations/**";
  private static final String STATISTICS = "/api/v1/statistics/**";
  private static final String ANALYSES = "/api/v1/analyses/**";
  private static final String QUALITY = "/api/v1/quality/**";
  private static final String ACTS = "/api/v1/acts/**";
  private static final String EXTRACTS = "/api/v1/extracts/**";
  private static final String LEGAL_HOLDS = "/api/v1/legal-holds/**";
  private static final String CONVERSATIONS = "/api/v1/conversations/**";
  private static final String DEADLINES = "/api/v1/deadlines";
  private static final String FINDINGS = "/api/v1/findings";
  private static final String CLOSINGS = "/api/v1/findings/*/closing";
  private static final String TELLINGS = "/api/v1/deadlines/*/telling";
  private static final String UNCLEAR = "/api/v1/unclear-records/**";
  private static final String PARKED = "/api/v1/parked/**";
  private static final String GROUPS = "/api/v1/groups";
  private static final String REPLAY_JOBS = "/api/v1/replay-jobs/**";
  private static final String PROPOSALS = "/api/v1/proposals/**";
  private static final String ALARMS = "/api/v1/alarms/**";
  private static final String BODIES = "/api/v1/parked/*/versions/*";
  private static final String ONE_PARKED = "/api/v1/parked/{id:[0-9a-f-]{36}}";
  private static final String PEOPLE = "/api/v1/people/**";
  private static final String TOTALS = "/api/v1/totals";
  private static final String PARTNERS = "/api/v1/partners";
  private static final String PACKS = "/api/v1/partners/*/versions/**";
  private static final String CODES = "/api/v1/partners/*/codes";
  private static final String ROUTES = "/api/v1/routes/**";
  private static final String CLOCK = "/api/v1/clock";

  private static final String[] PUBLIC = {
    "/", "/assets/**", "/favicon.ico", "/standards", "/standards/**"
  };

  private final ChainDefaults chains;

  SecurityConfiguration(ChainDefaults chains) {
    this.chains = chains;
  }

  /** People prove themselves by token only; this also keeps Boot from inventing a user. */
  @Bean
  AuthenticationManager authenticationManager(People people) {
    return new ProviderManager(new PersonProvider(people));
  }

  /** What the strict firewall turns away is answered like everything else. */
  @Bean
  RequestRejectedHandler requestRejectedHandler(ProblemWriter writer) {
    return (request, response, e) ->
        writer.write(
            request, response, ProblemException.of(ProblemCode.MALFORMED, "", "request.form"));
  }

  /** The framework's own forward to the error page; no caller can make one. */
  @Bean
  @Order(1)
  SecurityFilterChain errorPageChain() {
    return chains
        .hidden()
        .securityMatcher(request -> request.getDispatcherType() == DispatcherType.ERROR)
        .authorizeHttpRequests(may -> may.anyRequest().permitAll())
        .build();
  }

  /** The management port: health and figures for everybody who reaches it, nothing else. */
  @Bean
  @Order(2)
  SecurityFilterChain managementChain() {
    return chains
        .hidden()
        .securityMatcher(EndpointRequest.toAnyEndpoint())
        .authorizeHttpRequests(
            may ->
                may.requestMatchers(EndpointRequest.to("health", "prometheus"))
                    .permitAll()
                    .anyRequest()
                    .denyAll())
        .build();
  }

  /** Intake, outbox and queries: a partner, by signature or certificate. */
  @Bean
  @Order(3)
  SecurityFilterChain exchangesChain(PartnerGate partners) {
    return chains
        .tokenApi()
        // The busiest door: a program has no session, and asks for the signed request itself.
        .sessionManagement(AbstractHttpConfigurer::disable)
        .servletApi(AbstractHttpConfigurer::disable)
        .securityMatcher(EXCHANGES, QUERIES, OUTBOX)
        .addFilterBefore(partners.filter(), AuthorizationFilter.class)
        .authorizeHttpRequests(
            may -> may.anyRequest().hasAuthority(PartnerAuthentication.AUTHORITY))
        .build();
  }

  /** Files: a partner, by signature; the door itself says who may have which. */
  @Bean
  @Order(3)
  SecurityFilterChain attachmentsChain(PartnerGate partners) {
    return chains
        .tokenApi()
        .sessionManagement(AbstractHttpConfigurer::disable)
        .servletApi(AbstractHttpConfigurer::disable)
        .securityMatcher(ATTACHMENTS)
        .addFilterBefore(partners.streamingFilter(), AuthorizationFilter.class)
        .authorizeHttpRequests(
            may -> may.anyRequest().hasAuthority(PartnerAuthentication.AUTHORITY))
        .build();
  }

  /** The SOAP door asks for the token in the envelope itself; contracts are for everybody. */
  @Bean
  @Order(4)
  SecurityFilterChain soapChain() {
    return chains
        .tokenApi()
        .sessionManagement(AbstractHttpConfigurer::disable)
        .servletApi(AbstractHttpConfigurer::disable)
        .securityMatcher(SOAP)
        .authorizeHttpRequests(
            may ->
                may.requestMatchers(GET)
                    .permitAll()
                    .requestMatchers(POST)
                    .permitAll()
                    .anyRequest()
                    .denyAll())
        .build();
  }

  /**
   * Messages and conversations: their partners (the controllers check whose), or any person;
   * evidence of a message: auditors only among people; what stands in it, masked: people who work
   * with it; unmasked: reviewers who say why.
   */
  @Bean
  @Order(5)
  SecurityFilterChain messagesChain(PartnerGate partners, AuthenticationManager people) {
    return chains
        .tokenApi()
        .securityMatcher(MESSAGES, CONVERSATIONS, DEADLINES, FINDINGS)
        .addFilterBefore(partners.filter(), AuthorizationFilter.class)
        .addFilterBefore(chains.bearer(people), AuthorizationFilter.class)
        .authorizeHttpRequests(
            may ->
                may.requestMatchers(GET, EVIDENCE)
                    .hasAnyAuthority(PartnerAuthentication.AUTHORITY, Role.AUDITOR.authority())
                    .requestMatchers(GET, PAYLOAD)
                    .hasAnyRole(Role.seeingPayloads())
                    .requestMatchers(POST, UNMASKING)
                    .hasRole(Role.REVIEWER.name())
                    .requestMatchers(GET)
                    .authenticated()
                    .anyRequest()
                    .denyAll())
        .build();
  }

  /** What people do, each by the role. */
  @Bean
  @Order(6)
  SecurityFilterChain peopleChain(AuthenticationManager people) {
    return chains
        .tokenApi()
        .securityMatcher(
            PARKED,
            UNCLEAR,
            CLOSINGS,
            TELLINGS,
            PEOPLE,
            TOTALS,
            PARTNERS,
            PACKS,
            CODES,
            CLOCK,
            ROUTES,
            GROUPS,
            REPLAY_JOBS,
            PROPOSALS,
            ALARMS,
            AUDIT,
            LEGAL_HOLDS,
            RECONCILIATIONS,
            STATISTICS,
            ANALYSES,
            QUALITY,
            ACTS,
            EXTRACTS)
        .addFilterBefore(chains.bearer(people), AuthorizationFilter.class)
        .authorizeHttpRequests(
            may ->
                may.requestMatchers(PEOPLE)
                    .hasRole(Role.SECURITY_ADMINISTRATOR.name())
                    .requestMatchers(POST, AUDIT_KEYS)
                    .hasRole(Role.SECURITY_ADMINISTRATOR.name())
                    .requestMatchers(GET, AUDIT, LEGAL_HOLDS)
                    .hasAnyRole(Role.AUDITOR.name(), Role.AUDIT_ADMINISTRATOR.name())
                    .requestMatchers(POST, AUDIT, LEGAL_HOLDS)
                    .hasRole(Role.AUDIT_ADMINISTRATOR.name())
                    .requestMatchers(DELETE, LEGAL_HOLDS)
                    .hasRole(Role.AUDIT_ADMINISTRATOR.name())
                    .requestMatchers(
                        POST, "/api/v1/replay-jobs/*/approve", "/api/v1/proposals/*/confirm")
                    .hasRole(Role.REVIEWER.name())
                    .requestMatchers(
                        POST,
                        PARKED,
                        ROUTES,
                        REPLAY_JOBS,
                        PROPOSALS,
                        ALARMS,
                        UNCLEAR,
                        CLOSINGS,
                        TELLINGS,
                        CLOCK,
                        RECONCILIATIONS)
                    .hasAnyRole(Role.OPERATOR.name(), Role.REVIEWER.name())
                    .requestMatchers(POST, STATISTICS, ANALYSES)
                    .hasAnyRole(Role.keepingFigures())
                    .requestMatchers(GET, ACTS, EXTRACTS)
                    .hasAnyRole(Role.workingWithData())
                    .requestMatchers(POST, EXTRACTS)
                    .hasAnyRole(Role.workingWithData())
                    .requestMatchers(GET, BODIES)
                    .hasAnyRole(Role.OPERATOR.name(), Role.REVIEWER.name())
                    .requestMatchers(GET, ONE_PARKED)
                    .hasAnyRole(Role.OPERATOR.name(), Role.REVIEWER.name(), Role.AUDITOR.name())
                    .requestMatchers(POST, PACKS)
                    .hasRole(Role.SYSTEM_ADMINISTRATOR.name())
                    .requestMatchers(DELETE, PACKS)
                    .hasRole(Role.SYSTEM_ADMINISTRATOR.name())
                    .requestMatchers(POST, CODES)
                    .hasRole(Role.REVIEWER.name())
                    .requestMatchers(
                        GET,
                        PARKED,
                        GROUPS,
                        REPLAY_JOBS,
                        PROPOSALS,
                        ALARMS,
                        UNCLEAR,
                        TOTALS,
                        PACKS,
                        ROUTES,
                        CLOCK,
                        RECONCILIATIONS,
                        STATISTICS,
                        ANALYSES,
                        QUALITY)
                    .hasAnyRole(Role.watching())
                    .requestMatchers(DELETE, ANALYSES)
                    .hasAnyRole(Role.keepingFigures())
                    .requestMatchers(GET, PARTNERS)
                    .hasAnyRole(Role.names())
                    .anyRequest()
                    .denyAll())
        .build();
  }

  /** The public pages: counts, and the standard. */
  @Bean
  @Order(7)
  SecurityFilterChain publicPagesChain() {
    return chains
        .hidden()
        .securityMatcher(PUBLIC)
        .authorizeHttpRequests(
            may ->
                may.requestMatchers(GET)
                    .permitAll()
                    .requestMatchers(HEAD)
                    .permitAll()
                    .anyRequest()
                    .denyAll())
        .build();
  }

  /** Everything else is not there. */
  @Bean
  @Order(8)
  SecurityFilterChain everythingElseChain() {
    return chains.hidden().authorizeHttpRequests(may -> may.anyRequest().denyAll()).build();
  }
}
