package io.enforcement.gateway.routes.security;

import java.time.Clock;
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
  private final Refusals refusals;
  private final ChainDefaults chains;

  PartnerGate(
      PartnerDirectory directory,
      CallerHeaders headers,
      NonceStore nonces,
      IntakeLimits limits,
      Refusals refusals,
      ChainDefaults chains) {
    this.directory = directory;
    this.claims = new Claims(headers);
    this.nonces = nonces;
    this.limits = limits;
    this.refusals = refusals;
    this.chains = chains;
  }

  PartnerAuthenticationFilter filter() {
    return new PartnerAuthenticationFilter(
        claims, directory, nonces, limits, Clock.systemUTC(), refusals, chains.contexts());
  }
}
