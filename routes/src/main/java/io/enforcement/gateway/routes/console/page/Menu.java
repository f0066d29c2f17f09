package io.enforcement.gateway.routes.console.page;

import io.enforcement.gateway.routes.security.Person;
import io.enforcement.gateway.routes.security.Role;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a page offers to a person. It only hides what the security chains would refuse, so that
 * nobody is led to a closed door.
 */
public final class Menu {

  private static final Set<Role> ACTING = EnumSet.of(Role.OPERATOR, Role.REVIEWER);
  private static final Set<Role> AUDITING = EnumSet.of(Role.AUDITOR, Role.AUDIT_ADMINISTRATOR);

  private static final Set<Role> KEEPING_FIGURES =
      EnumSet.of(Role.OPERATOR, Role.REVIEWER, Role.REGIONAL_DATA);

  private final Role role;

  Menu(Person person) {
    this.role = person == null ? null : person.role();
  }

  /** Traffic as a whole: what failed, routes, alarms. */
  public boolean watches() {
    return role != null && role != Role.INTEGRATOR;
  }

  /** Replays, proposals, letting a held sender go on. */
  public boolean acts() {
    return ACTING.contains(role);
  }

  /** Saves analyses of the province. */
  public boolean keepsFigures() {
    return KEEPING_FIGURES.contains(role);
  }

  /** Approves and confirms what somebody else proposed. */
  public boolean reviews() {
    return role == Role.REVIEWER;
  }

  /** The evidence of one parked entry. */
  public boolean seesEntries() {
    return acts() || role == Role.AUDITOR;
  }

  /** What stands in a message, masked. */
  public boolean seesPayloads() {
    return acts() || role == Role.AUDITOR || role == Role.INTEGRATOR;
  }

  /** What receivers get: no business of a sender's developer. */
  public boolean seesSent() {
    return acts() || role == Role.AUDITOR;
  }

  public boolean audits() {
    return AUDITING.contains(role);
  }

  public boolean administersPeople() {
    return role == Role.SECURITY_ADMINISTRATOR;
  }
}
