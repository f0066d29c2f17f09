package io.enforcement.gateway.routes.partner;

/** Somebody who holds something of each partner, and follows when one comes, changes or goes. */
public interface PartnerChange {

  /**
   * Looks at a partner before it comes or changes.
   *
   * @throws IllegalArgumentException when it cannot be in service as it is; names the partner
   */
  default void require(Partner next) {}

  /** Follows a change; the catalogue shows the partner as it is now. */
  default void follow(String partner) {}
}
