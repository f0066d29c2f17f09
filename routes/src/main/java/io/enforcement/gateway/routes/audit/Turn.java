package io.enforcement.gateway.routes.audit;

/** Says which of several gateways on one database may append to the tree. */
@FunctionalInterface
public interface Turn {

  /**
   * Takes or keeps the turn. Called inside the transaction that appends: nobody else gets the turn
   * before it ends.
   *
   * @return false when another living gateway has it
   */
  boolean take();
}
