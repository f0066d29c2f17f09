package io.enforcement.gateway.routes.cli.partner;

import io.enforcement.gateway.mappings.GoldenOutcome;
import io.enforcement.gateway.mappings.Part;
import io.enforcement.gateway.mappings.ToStandard;
import io.enforcement.gateway.standards.rules.StandardValidator;
import io.enforcement.gateway.standards.validation.Rejected;

/** What a partner sends becomes records, which are then checked as at the intake. */
record Incoming(Outcomes outcomes) {

  void translate(ToStandard translator, String name, byte[] message) {
    try {
      translator.toStandard(message, GoldenOutcome.inbound(name)).forEach(this::tell);
    } catch (Rejected e) {
      outcomes.refused(0, e.findings());
    }
  }

  private void tell(Part part) {
    if (part instanceof Part.Translated translated) {
      outcomes.read(
          part.position(),
          translated.record(),
          StandardValidator.shipped().check(translated.record(), China.today()).findings());
    } else if (part instanceof Part.Refused refused) {
      outcomes.refused(part.position(), refused.findings());
    }
  }
}
