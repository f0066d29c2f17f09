package io.enforcement.gateway.routes.query;

import io.enforcement.gateway.routes.CannotStart;
import io.enforcement.gateway.routes.partner.Partner;
import io.enforcement.gateway.routes.partner.PartnerCatalog;
import io.enforcement.gateway.routes.partner.PartnerChange;
import io.enforcement.gateway.standards.model.Answer;
import io.enforcement.gateway.standards.model.BodyReference;
import io.enforcement.gateway.standards.rules.StandardValidator;
import io.enforcement.gateway.standards.validation.Finding;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/**
 * The body in whose name the gateway answers. Needed, and checked at the start, as soon as a
 * partner may ask: a fault must not show first in somebody's answer. Immutable.
 */
@Component
class AnsweringBody implements PartnerChange {

  private static final String SETTING = "gateway.queries.body";

  private final BodyReference reference = new BodyReference();
  private final StandardValidator validator;
  private final Clock clock;

  AnsweringBody(
      QuerySettings settings, PartnerCatalog catalog, StandardValidator validator, Clock clock) {
    this.validator = validator;
    this.clock = clock;
    QuerySettings.Body body = settings.body();
    if (body != null) {
      reference.setName(body.name());
      reference.setUscc(body.uscc());
      reference.setAreaNumber(body.areaNumber());
    }
    for (Partner partner : catalog.partners()) {
      try {
        require(partner);
      } catch (CannotStart e) {
        if (!catalog.isOwn(partner.id())) {
          throw e;
        }
        catalog.setAside(partner, e.getMessage());
      }
    }
  }

  BodyReference reference() {
    return reference;
  }

  @Override
  public void require(Partner partner) {
    if (partner.queries().isEmpty()) {
      return;
    }
    LocalDate today = LocalDate.now(clock.withZone(Subjects.CHINA));
    Answer answer = new Answer();
    answer.setBody(reference);
    for (Finding finding : validator.check(answer, today).findings()) {
      if (finding.refuses() && finding.path().matches("body(\\..*)?")) {
        throw new CannotStart(
            "partner %s may ask queries, so %s must say who answers: %s is wrong (%s)."
                .formatted(partner.id(), SETTING, finding.path(), finding.rule()));
      }
    }
  }
}
