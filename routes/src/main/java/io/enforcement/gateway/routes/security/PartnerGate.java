package io.enforcement.gateway.routes.security;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Makes the partners' filter for the chains that want it. The filter itself is no bean: Boot would
 * put it in front of every path.
 */
@Component
class PartnerGate {

  private final PartnerDirectory directory;
  private final Claims claims;
  private final NonceStore nonces;
  private final IntakeLimits limits;
  private final Clock machineClock;
  private final Refusals refusals;
  private final ChainDefaults chains;

  PartnerGate(
      PartnerDirectory directory,
      CallerHeaders headers,
      NonceStore nonces,
      IntakeLimits limits,
      @Qualifier("machineClock") Clock machineClock,
      Refusals refusals,
      ChainDefaults chains) {
    this.directory = directory;
    this.claims = new Claims(headers);
    this.nonces = nonces;
    this.limits = limits;
    this.machineClock = machineClock;
    this.refusals = refusals;
    this.chains = chains;
  }

  /** For messages: the whole body is read before the signature is judged. */
  PartnerAuthenticationFilter filter() {
    return filter(request -> SignedBody.read(request, limits.maxBytes()));
  }

  /** For files: what is put there is signed by its digest and read by whoever keeps it. */
  PartnerAuthenticationFilter streamingFilter() {
    return filter(request -> SignedBody.streaming(request, limits.maxBytes()));
  }

  private PartnerAuthenticationFilter filter(Function<HttpServletRequest, SignedBody> bodies) {
    return new PartnerAuthenticationFilter(
        claims, directory, nonces, limits, bodies, machineClock, refusals, chains.contexts());
  }
}
