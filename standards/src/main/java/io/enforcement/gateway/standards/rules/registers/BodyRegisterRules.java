package io.enforcement.gateway.standards.rules.registers;

import io.enforcement.gateway.standards.model.BodyEntrustment;
import io.enforcement.gateway.standards.model.BodyReference;
import io.enforcement.gateway.standards.model.EnforcementBody;
import io.enforcement.gateway.standards.rules.book.Findings;
import java.time.LocalDate;

/** The register of bodies: by whose power they act, and until when. */
final class BodyRegisterRules {

  private final EnforcementBody body;
  private final LocalDate today;
  private final Findings findings;

  private BodyRegisterRules(EnforcementBody body, LocalDate today, Findings findings) {
    this.body = body;
    this.today = today;
    this.findings = findings;
  }

  static void check(EnforcementBody body, LocalDate today, Findings findings) {
    BodyRegisterRules rules = new BodyRegisterRules(body, today, findings);
    rules.entrustment();
    rules.coercion();
    rules.stopped();
  }

  private void entrustment() {
    BodyEntrustment entrustment = body.getEntrustment();
    if (entrustment == null) {
      if (Boolean.TRUE.equals(body.isEntrusted())) {
        findings.add("register.body-entrusting", "entrustment", "absent");
      }
      return;
    }
    if (Boolean.FALSE.equals(body.isEntrusted())) {
      findings.add("register.body-entrusting", "entrusted", "not entrusted, with an entrustment");
    }
    if (isItself(entrustment.getEntrustingBody())) {
      findings.add(
          "register.body-entrusting", "entrustment.entrustingBody.uscc", "code of the body itself");
    }
    if (Boolean.FALSE.equals(body.isStopped())
        && RegisterRules.isBefore(entrustment.getValidUntil(), today)) {
      findings.add("register.entrustment-over", "entrustment.validUntil", "a day gone by");
    }
  }

  private boolean isItself(BodyReference entrusting) {
    return entrusting != null
        && body.getBody() != null
        && entrusting.getUscc() != null
        && entrusting.getUscc().equals(body.getBody().getUscc());
  }

  private void coercion() {
    int coercion = body.getSubjectPowers().indexOf(ItemRegisterRules.COERCION);
    if (Boolean.TRUE.equals(body.isEntrusted()) && coercion >= 0) {
      findings.add("register.coercion-entrusted", "subjectPowers[" + coercion + "]", "entrusted");
    }
  }

  private void stopped() {
    if (Boolean.TRUE.equals(body.isStopped()) && body.getStopDate() == null) {
      findings.add("register.body-stopped", "stopDate", "absent");
    } else if (Boolean.TRUE.equals(body.isStopped()) && today.isBefore(body.getStopDate())) {
      findings.add("register.body-stopped", "stopped", "stopped, though the day is to come");
    } else if (Boolean.FALSE.equals(body.isStopped())
        && RegisterRules.hasCome(body.getStopDate(), today)) {
      findings.add("register.body-stopped", "stopped", "not stopped, though the day has come");
    }
  }
}
