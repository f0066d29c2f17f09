package io.enforcement.gateway.standards.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.enforcement.gateway.standards.Samples;
import io.enforcement.gateway.standards.model.Party;
import io.enforcement.gateway.standards.model.PenaltyDecision;
import io.enforcement.gateway.standards.model.Revocation;
import io.enforcement.gateway.standards.model.Severity;
import io.enforcement.gateway.standards.validation.Finding;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StandardValidatorTest {

  private static final LocalDate DECIDED = LocalDate.parse("2026-05-20");

  static Stream<Arguments> refusals() {
    return Stream.of(
        refused("identifier.uscc", "body.uscc", d -> d.getBody().setUscc("91640122MA7QX3D8XY")),
        refused(
            "identifier.uscc",
            "parties[0].uscc",
            d -> d.getParties().get(0).setUscc("91640122MA7QX3D8XY")),
        refused(
            "identifier.citizen-id",
            "parties[1].certificate.number",
            d -> d.getParties().get(1).getCertificate().setNumber("640122199211051823")),
        refused(
            "identifier.citizen-id",
            "parties[0].legalRepresentative.certificate.number",
            d -> d.getParties().get(0).getLegalRepresentative().getCertificate().setNumber("1")),
        refused("code.unknown", "punishProcedure", d -> d.setPunishProcedure("3")),
        refused(
            "code.unknown",
            "caseReference.caseSource",
            d -> d.getCaseReference().setCaseSource("7")),
        refused("code.unknown", "discretion.plot", d -> d.getDiscretion().setPlot("9")),
        refused("code.unknown", "parties[0].kind", d -> d.getParties().get(0).setKind("9")),
        refused(
            "code.unknown",
            "parties[1].certificate.type",
            d -> d.getParties().get(1).getCertificate().setType("01")),
        refused("code.unknown", "penalties[1].type", d -> d.getPenalties().get(1).setType("14")),
        refused(
            "party.certificate-missing",
            "parties[1].certificate",
            d -> d.getParties().get(1).setCertificate(null)),
        refused(
            "penalty.amount-missing",
            "penalties[0].amount",
            d -> d.getPenalties().get(0).setAmount(null)),
        refused(
            "penalty.amount-missing",
            "penalties[0].amount",
            d -> d.getPenalties().set(0, Samples.penalty("03", "0.00", 1))),
        refused(
            "penalty.party",
            "penalties[1].partyNos[1]",
            d -> d.getPenalties().get(1).getPartyNos().set(1, 3)),
        refused(
            "party.duplicate-number", "parties[2].no", d -> d.getParties().add(Samples.citizen())),
        refused(
            "date.order",
            "punishSetDate",
            d -> d.getCaseReference().setFilingDate(DECIDED.plusDays(1))));
  }

  @Test
  void findsNothingInARecordThatIsInOrder() {
    assertThat(validate(Samples.decision())).isEmpty();
    assertThat(StandardValidator.validate(Samples.revocation(), Samples.TODAY)).isEmpty();
    assertThat(StandardValidator.validate(Samples.receipt(), Samples.TODAY)).isEmpty();
    assertThat(StandardValidator.validate(Samples.rejections(), Samples.TODAY)).isEmpty();
  }

  @ParameterizedTest(name = "{0} at {1}")
  @MethodSource("refusals")
  void refusesWhatNobodyCanUse(String rule, String path, Consumer<PenaltyDecision> fault) {
    PenaltyDecision decision = Samples.decision();
    fault.accept(decision);

    assertThat(validate(decision))
        .extracting(Finding::severity, Finding::rule, Finding::path)
        .containsExactly(tuple(Severity.REFUSE, rule, path));
  }

  @Test
  void refusesADayToCome() {
    PenaltyDecision decision = Samples.decision();

    assertThat(StandardValidator.validate(decision, DECIDED.minusDays(1)))
        .extracting(Finding::rule, Finding::path)
        .containsExactly(tuple("date.future", "punishSetDate"));
    assertThat(StandardValidator.validate(decision, DECIDED)).isEmpty();
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
  void aSmallFineByTheSummaryProcedureIsInOrder() {
    PenaltyDecision decision = Samples.decision();
    decision.setPunishProcedure("1");
    decision.getParties().remove(0);
    decision.getPenalties().clear();
    decision.getPenalties().add(Samples.penalty("03", "200.00"));
    assertThat(validate(decision)).isEmpty();

    decision.getPenalties().set(0, Samples.penalty("03", "200.01"));
    assertThat(validate(decision))
        .extracting(Finding::rule, Finding::arguments)
        .containsExactly(tuple("duty.summary-procedure", List.of("200")));
  }

  @Test
  void judgesARevocation() {
    Revocation revocation = Samples.revocation();
    revocation.getBody().setUscc("1164010678L04X1230");
    revocation.setRevocationDate(Samples.TODAY.plusDays(1));
    revocation.setPunishFileNum("第87号");
    revocation.setRevocationFileNum("第 87");

    assertThat(StandardValidator.validate(revocation, Samples.TODAY))
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
    hollow.getPenalties().add(null);
    hollow.getOfficers().add(null);

    assertThat(validate(hollow)).isNotEmpty();
    assertThat(StandardValidator.validate(new Revocation(), Samples.TODAY)).isEmpty();
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
    return StandardValidator.validate(decision, Samples.TODAY);
  }

  private static Arguments refused(String rule, String path, Consumer<PenaltyDecision> fault) {
    return Arguments.of(rule, path, fault);
  }
}
