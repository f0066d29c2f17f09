package io.enforcement.gateway.routes.security;

import io.enforcement.gateway.routes.problem.ProblemCode;
import io.enforcement.gateway.routes.problem.ProblemException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.function.Function;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Knows a partner by the signature of its request, never by what the body says. Cheap checks come
 * first: the body is read only for well-formed, fresh headers, and parsed by nobody before the
 * signature is proven. What is refused here leaves no trace but a (rate-limited) event.
 */
final class PartnerAuthenticationFilter extends OncePerRequestFilter {

  private final PartnerSignatures signatures;
  private final NonceStore nonces;
  private final IntakeLimits limits;
  private final Function<HttpServletRequest, SignedBody> bodies;
  private final Clock clock;
  private final Refusals refusals;
  private final SecurityContextRepository contexts;

  PartnerAuthenticationFilter(
      PartnerSignatures signatures,
      NonceStore nonces,
      IntakeLimits limits,
      Function<HttpServletRequest, SignedBody> bodies,
      Clock clock,
      Refusals refusals,
      SecurityContextRepository contexts) {
    this.signatures = signatures;
    this.nonces = nonces;
    this.limits = limits;
    this.bodies = bodies;
    this.clock = clock;
    this.refusals = refusals;
    this.contexts = contexts;
  }

  /** Without an AppKey this is not a partner's request: what comes behind decides on it. */
  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getHeader(SignatureHeaders.APP_KEY) == null;
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

  private PartnerRequest proven(HttpServletRequest request) {
    if (request.getHeader("Authorization") != null) {
      throw ProblemException.of(
          ProblemCode.UNAUTHENTICATED, "Authorization", "authentication.two-credentials");
    }
    SignatureHeaders headers = SignatureHeaders.of(request);
    headers.requireWithin(limits.clockWindow(), clock.instant());
    SignedBody body = bodies.apply(request);
    signatures.require(headers, request, body);
    requireFirstUse(headers, request);
    return new PartnerRequest(
        headers.appKey(), body.bytes(), body.sha256(), headers.nonce(), headers.at());
  }

  /** The nonce of a POST is stored by the intake's own transaction, in the same statement. */
  private void requireFirstUse(SignatureHeaders headers, HttpServletRequest request) {
    if (!request.getMethod().equals("POST")
        && !nonces.firstUse(headers.appKey(), headers.nonce(), clock.instant())) {
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
