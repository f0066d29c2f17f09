package io.enforcement.gateway.routes.security;

import io.enforcement.gateway.connectors.Secret;
import java.util.Optional;

/**
 * Which partners there are, seen from the door. Called for each signed request, by many threads.
 */
public interface PartnerDirectory {

  /** The signing secret of the active partner with that AppKey; empty when there is none. */
  Optional<Secret> secretOf(String appKey);
}
