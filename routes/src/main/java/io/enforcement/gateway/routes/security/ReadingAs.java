package io.enforcement.gateway.routes.security;

import java.util.Optional;
import org.springframework.security.core.Authentication;

/** With whose eyes a caller reads. */
public final class ReadingAs {

  /** The partner of somebody who was given none: no partner has an empty id. */
  private static final String NONE = "";

  private ReadingAs() {}

  /**
   * The partner whose eyes a caller has: a partner its own, an integrator those of the partner that
   * they connect; everybody else has their own.
   */
  public static Optional<String> partner(Authentication caller) {
    if (caller instanceof PartnerAuthentication partner) {
      return Optional.of(partner.getPrincipal());
    }
    return caller instanceof PersonAuthentication person
            && person.getPrincipal().role() == Role.INTEGRATOR
        ? Optional.of(Optional.ofNullable(person.getPrincipal().partner()).orElse(NONE))
        : Optional.empty();
  }

  /**
   * The partner to whose region a regional data officer is bound, an empty id for one who was bound
   * to none; everybody else is bound to no region.
   */
  public static Optional<String> region(Authentication caller) {
    return caller instanceof PersonAuthentication person
            && person.getPrincipal().role() == Role.REGIONAL_DATA
        ? Optional.of(Optional.ofNullable(person.getPrincipal().partner()).orElse(NONE))
        : Optional.empty();
  }
}
