package io.enforcement.gateway.standards.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.enforcement.gateway.standards.Samples;
import io.enforcement.gateway.standards.model.BodyReference;
import io.enforcement.gateway.standards.model.CaseReference;
import io.enforcement.gateway.standards.model.Certificate;
import io.enforcement.gateway.standards.model.OfficerReference;
import io.enforcement.gateway.standards.model.Party;
import io.enforcement.gateway.standards.model.Penalty;
import io.enforcement.gateway.standards.model.PenaltyDecision;
import io.enforcement.gateway.standards.model.ReviewSummary;
import io.enforcement.gateway.standards.model.Revocation;
import io.enforcement.gateway.standards.model.Severity;
import io.enforcement.gateway.standards.validation.Finding;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds whatever the rule; each rule at work is in {@code BadSampleTest}. */
class StandardValidatorTest {

  private static final LocalDate DECIDED = LocalDate.parse("2026-05-20");

  @Test
  void findsNothingInARecordThatIsInOrder() {
    assertThat(validate(Samples.decision())).isEmpty();
    assertThat(StandardValidator.shipped().validate(Samples.revocation(), Samples.TODAY)).isEmpty();
    assertThat(StandardValidator.shipped().validate(Samples.receipt(), Samples.TODAY)).isEmpty();
    assertThat(StandardValidator.shipped().validate(Samples.rejections(), Samples.TODAY)).isEmpty();
  }

  @Test
  void refusesADayToCome() {
    PenaltyDecision decision = Samples.decision();

    assertThat(StandardValidator.shipped().validate(decision, DECIDED.minusDays(1)))
        .extracting(Finding::rule, Finding::path)
        .containsExactly(tuple("date.future", "punishSetDate"));
    assertThat(StandardValidator.shipped().validate(decision, DECIDED)).isEmpty();
  }

  @Test
  void aSoleTraderNeedsTheCreditCodeAndNoCertificate() {
    PenaltyDecision decision = Samples.decision();
    Party trader = decision.getParties().get(1);
    trader.setSelfEmployed(true);
    trader.setUscc("92640106MA8HK2T57M");
    trader.setCertificate(null);

    assertThat(validate(decision)).isEmpty();
  }

  @Test
  void judgesARevocation() {
    Revocation revocation = Samples.revocation();
    revocation.getBody().setUscc("1164010678L04X1230");
    revocation.setRevocationDate(Samples.TODAY.plusDays(1));
    revocation.setPunishFileNum("第87号");
    revocation.setRevocationFileNum("第 87");

    assertThat(StandardValidator.shipped().validate(revocation, Samples.TODAY))
        .extracting(Finding::severity, Finding::rule)
        .containsExactly(
            tuple(Severity.REFUSE, "identifier.uscc"),
            tuple(Severity.WARNING, "number.shape"),
            tuple(Severity.WARNING, "number.shape"),
            tuple(Severity.REFUSE, "date.future"),
            tuple(Severity.WARNING, "revocation.same-number"));
  }

  @Test
  void survivesARecordWithNothingInIt() {
    PenaltyDecision hollow = new PenaltyDecision();
    hollow.getParties().add(null);
    hollow.getParties().add(new Party());
    hollow.getParties().get(1).setCertificate(new Certificate());
    hollow.getPenalties().add(null);
    hollow.getPenalties().add(new Penalty());
    hollow.getPenalties().add(Samples.penalty("13", null));
    hollow.getOfficers().add(null);
    hollow.getOfficers().add(new OfficerReference());
    hollow.getPunishAccords().add(null);
    hollow.setBody(new BodyReference());
    hollow.setCaseReference(new CaseReference());
    hollow.setLegalReview(new ReviewSummary());
    hollow.getLegalReview().setReviewer(new OfficerReference());
    hollow.setPublishUntil(Samples.TODAY);

    assertThat(validate(hollow)).isNotEmpty();
    assertThat(StandardValidator.shipped().validate(new Revocation(), Samples.TODAY)).isEmpty();
  }

  @Test
  void noFindingEverHoldsAValue() {
    PenaltyDecision decision = Samples.decision();
    decision.getParties().get(1).getCertificate().setNumber("640122199211051823");
    decision.getParties().get(0).setUscc("91640122MA7QX3D8XY");

    assertThat(validate(decision).toString())
        .doesNotContain("640122199211051823", "91640122MA7QX3D8XY", "梁晓岚");
  }

  private static List<Finding> validate(PenaltyDecision decision) {
    return StandardValidator.shipped().validate(decision, Samples.TODAY);
  }
}
