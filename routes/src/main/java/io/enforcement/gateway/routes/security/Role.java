package io.enforcement.gateway.routes.security;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a named person may do; one per account. The three administrators are disjoint and none of
 * them may do everything (GB/T 22239, level 3).
 */
public enum Role {
  /** Watches the traffic and replays parked messages. */
  OPERATOR,
  /** Replays too, and decides what one operator alone may not. */
  REVIEWER,
  /** Reads everything, changes nothing. */
  AUDITOR,
  /** People, roles, keys, policy. */
  SECURITY_ADMINISTRATOR,
  /** Configuration and restart. */
  SYSTEM_ADMINISTRATOR,
  /** The audit trail's own affairs. */
  AUDIT_ADMINISTRATOR,
  /** A partner's developer who connects a system; sees what that partner sees. */
  INTEGRATOR,
  /** The data office of a region. */
  REGIONAL_DATA;

  /** Its authority in Spring Security's terms. */
  String authority() {
    return "ROLE_" + name();
  }

  /** Who watches the traffic as a whole: everybody but the developer of one partner. */
  static String[] watching() {
    return Arrays.stream(values())
        .filter(role -> role != INTEGRATOR)
        .map(Role::name)
        .toArray(String[]::new);
  }

  /** Who may see what stands in a message, masked. */
  static String[] seeingPayloads() {
    return Stream.of(OPERATOR, REVIEWER, AUDITOR, INTEGRATOR)
        .map(Role::name)
        .toArray(String[]::new);
  }

  /** Who may ask for acts of the provincial database and take extracts of it. */
  static String[] workingWithData() {
    return Stream.of(OPERATOR, REVIEWER, AUDITOR, REGIONAL_DATA)
        .map(Role::name)
        .toArray(String[]::new);
  }

  /** Who may keep statistics and the parameters of analyses under a name. */
  static String[] keepingFigures() {
    return Stream.of(OPERATOR, REVIEWER, REGIONAL_DATA).map(Role::name).toArray(String[]::new);
  }

  static Optional<Role> named(String name) {
    return Arrays.stream(values()).filter(role -> role.name().equals(name)).findFirst();
  }

  static String[] names() {
    return List.of(values()).stream().map(Role::name).toArray(String[]::new);
  }
}
