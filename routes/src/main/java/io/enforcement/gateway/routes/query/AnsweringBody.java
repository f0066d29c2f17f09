package io.enforcement.gateway.routes.query;

import io.enforcement.gateway.routes.CannotStart;
import io.enforcement.gateway.routes.partner.Partner;
import io.enforcement.gateway.routes.partner.PartnerCatalog;
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
class AnsweringBody {

  private static final String SETTING = "gateway.queries.body";

  private final BodyReference reference = new BodyReference();

  AnsweringBody(
      QuerySettings settings, PartnerCatalog catalog, StandardValidator validator, Clock clock) {
    QuerySettings.Body body = settings.body();
    if (body != null) {
      reference.setName(body.name());
      reference.setUscc(body.uscc());
      reference.setAreaNumber(body.areaNumber());
    }
    catalog.partners().stream()
        .filter(partner -> !partner.queries().isEmpty())
        .findFirst()
        .ifPresent(
            partner -> require(partner, validator, LocalDate.now(clock.withZone(Subjects.CHINA))));
  }

  BodyReference reference() {
    return reference;
  }

  private void require(Partner partner, StandardValidator validator, LocalDate today) {
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
