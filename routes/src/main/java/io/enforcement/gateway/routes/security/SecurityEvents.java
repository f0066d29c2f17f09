package io.enforcement.gateway.routes.security;

/**
 * What the door and the register of people tell the audit trail. People's events are called inside
 * the transaction that changes the row; an exception undoes the change.
 */
public interface SecurityEvents {

  /**
   * A caller was refused. Called at a limited rate, so that a flood cannot fill the trail.
   *
   * @param code a {@link io.enforcement.gateway.routes.problem.ProblemCode} or the rule that
   *     refused
   * @param appKeyIfWellFormed what the caller said to be, or null; not proven
   * @param remoteAddress address of the connection, never of a forwarding header
   */
  void refused(String code, String appKeyIfWellFormed, String remoteAddress);

  /** Somebody added an account. */
  void personAdded(String actor, Person person);

  /** Somebody disabled an account. */
  void personDisabled(String actor, String name);

  /** Somebody signed in to the console. */
  void signedIn(String name, String remoteAddress);

  /** An account was locked after too many wrong tries. */
  void locked(String name, String remoteAddress);

  /** Somebody chose another password, or was given one. */
  void passwordSet(String actor, String name);

  /** Somebody began or ceased to use a second factor. */
  void secondFactorSet(String name, boolean inUse);
}
