package io.enforcement.gateway.routes.security;

import io.enforcement.gateway.routes.audit.AuditEvent;
import io.enforcement.gateway.routes.audit.AuditTrail;
import io.enforcement.gateway.routes.audit.Milestone;
import org.springframework.stereotype.Component;

/** Brings what happens at the door and in the register of people into the audit trail. */
@Component
class SecurityTrail implements SecurityEvents {

  private final AuditTrail trail;

  SecurityTrail(AuditTrail trail) {
    this.trail = trail;
  }

  @Override
  public void refused(String code, String appKeyIfWellFormed, String remoteAddress) {
    append(
        Milestone.UNAUTHENTICATED,
        appKeyIfWellFormed,
        AuditEvent.GATEWAY,
        code + " from " + remoteAddress);
  }

  @Override
  public void personAdded(String actor, Person person) {
    append(Milestone.PERSON_ADDED, null, actor, person.name() + " " + person.role());
  }

  @Override
  public void personDisabled(String actor, String name) {
    append(Milestone.PERSON_DISABLED, null, actor, name);
  }

  @Override
  public void signedIn(String name, String remoteAddress) {
    append(Milestone.SIGNED_IN, null, name, "from " + remoteAddress);
  }

  @Override
  public void locked(String name, String remoteAddress) {
    append(Milestone.PERSON_LOCKED, null, AuditEvent.GATEWAY, name + " from " + remoteAddress);
  }

  @Override
  public void passwordSet(String actor, String name) {
    append(Milestone.PASSWORD_SET, null, actor, name);
  }

  @Override
  public void secondFactorSet(String name, boolean inUse) {
    append(Milestone.SECOND_FACTOR_SET, null, name, inUse ? "in use" : "no longer in use");
  }

  private void append(Milestone milestone, String partner, String actor, String detail) {
    trail.append(new AuditEvent(milestone, null, null, null, partner, actor, detail));
  }
}
