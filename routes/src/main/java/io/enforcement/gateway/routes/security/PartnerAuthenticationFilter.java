package io.enforcement.gateway.routes.security;

import io.enforcement.gateway.routes.problem.ProblemCode;
import io.enforcement.gateway.routes.problem.ProblemException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Knows a partner by the signature of its request or, where no header claims one, by the
 * certificate of its connection; never by what the body says. Cheap checks come first: the body is
 * read only for well-formed, fresh headers, and parsed by nobody before the sender is proven. What
 * is refused here leaves no trace but a (rate-limited) event.
 */
final class PartnerAuthenticationFilter extends OncePerRequestFilter {

  private final Claims claims;
  private final PartnerDirectory directory;
  private final PartnerSignatures signatures;
  private final NonceStore nonces;
  private final IntakeLimits limits;
  private final Function<HttpServletRequest, SignedBody> bodies;
  private final Clock clock;
  private final Refusals refusals;
  private final SecurityContextRepository contexts;

  PartnerAuthenticationFilter(
      Claims claims,
      PartnerDirectory directory,
      NonceStore nonces,
      IntakeLimits limits,
      Function<HttpServletRequest, SignedBody> bodies,
      Clock clock,
      Refusals refusals,
      SecurityContextRepository contexts) {
    this.claims = claims;
    this.directory = directory;
    this.signatures = new PartnerSignatures(directory);
    this.nonces = nonces;
    this.limits = limits;
    this.bodies = bodies;
    this.clock = clock;
    this.refusals = refusals;
    this.contexts = contexts;
  }

  /** Without a claim this is not a partner's request: what comes behind decides on it. */
  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !claims.madeBy(request) && shown(request).isEmpty();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      admit(proven(request), request, response);
    } catch (ProblemException refusal) {
      refusals.answer(request, response, refusal);
      return;
    }
    chain.doFilter(request, response);
  }

  /** A person may call over a connection that shows a certificate: the token counts. */
  private static Optional<CallerCertificate> shown(HttpServletRequest request) {
    return request.getHeader("Authorization") == null
        ? CallerCertificate.of(request)
        : Optional.empty();
  }

  private PartnerRequest proven(HttpServletRequest request) {
    if (!claims.madeBy(request)) {
      String partner = shown(request).orElseThrow().partner(directory);
      SignedBody body = bodies.apply(request);
      return new PartnerRequest(partner, body.bytes(), body.sha256(), null, clock.instant());
    }
    if (request.getHeader("Authorization") != null) {
      throw ProblemException.of(
          ProblemCode.UNAUTHENTICATED, "Authorization", "authentication.two-credentials");
    }
    Claim claim = claims.of(request);
    claim.requireWithin(limits.clockWindow(), clock.instant());
    SignedBody body = bodies.apply(request);
    String partner = signatures.require(claim, request, body);
    CallerCertificate.requireOf(partner, request, directory);
    requireFirstUse(partner, claim.nonce(), request);
    return new PartnerRequest(partner, body.bytes(), body.sha256(), claim.nonce(), claim.at());
  }

  /** The nonce of a POST is stored by the intake's own transaction, in the same statement. */
  private void requireFirstUse(String partner, String nonce, HttpServletRequest request) {
    if (!request.getMethod().equals("POST") && !nonces.firstUse(partner, nonce, clock.instant())) {
      throw NonceStore.usedBefore();
    }
  }

  private void admit(
      PartnerRequest proven, HttpServletRequest request, HttpServletResponse response) {
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(new PartnerAuthentication(proven.partner(), proven.nonce()));
    SecurityContextHolder.setContext(context);
    contexts.saveContext(context, request, response);
    request.setAttribute(PartnerRequest.ATTRIBUTE, proven);
  }
}
