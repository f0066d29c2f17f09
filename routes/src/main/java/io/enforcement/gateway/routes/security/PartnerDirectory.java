package io.enforcement.gateway.routes.security;

import io.enforcement.gateway.connectors.Secret;
import java.util.Optional;

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
   * A partner at the door.
   *
   * @param partner its id
   * @param secret what it signs with; empty when a certificate is its proof
   */
  record Known(String partner, Optional<Secret> secret) {}
}
