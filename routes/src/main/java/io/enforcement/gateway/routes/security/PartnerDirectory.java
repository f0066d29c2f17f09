package io.enforcement.gateway.routes.security;

import io.enforcement.gateway.connectors.Secret;
import java.util.Optional;
import java.util.Set;

/** Which partners there are, seen from the door. Called for each request, by many threads. */
public interface PartnerDirectory {

  /**
   * The active partner that proves itself in this way, and in no other, and goes by that name.
   *
   * @param name the AppKey, the requester id, the paasid; for a certificate {@code sha256:} with
   *     the fingerprint in lower-case hexadecimal digits, or {@code subject:} with the canonical
   *     name
   */
  Optional<Known> known(CallerProof proof, String name);

  /**
   * The certificates, named as in {@link #known}, one of which the connection of this partner must
   * show beside its proof; empty: none was agreed, and any connection will do.
   */
  default Set<String> certificates(String partner) {
    return Set.of();
  }

  /**
   * A partner at the door.
   *
   * @param partner its id
   * @param secret what it signs with; empty when a certificate is its proof
   */
  record Known(String partner, Optional<Secret> secret) {}
}
