package io.enforcement.gateway.standards.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.enforcement.gateway.standards.Samples;
import io.enforcement.gateway.standards.model.PenaltyDecision;
import io.enforcement.gateway.standards.model.Severity;
import io.enforcement.gateway.standards.validation.Finding;
import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Duties that were broken: the act is carried, and the warning travels with it. */
class BrokenDutyTest {

  private static final LocalDate DECIDED = LocalDate.parse("2026-05-20");

  static Stream<Arguments> warnings() {
    return Stream.of(
        warned(
            "identifier.organisation-code",
            "parties[0].uscc",
            d -> d.getParties().get(0).setUscc("91640122MA7QX3D89X")),
        warned(
            "identifier.organisation-code",
            "parties[0].organisationCode",
            d -> d.getParties().get(0).setOrganisationCode("MA7QX3D80")),
        warned(
            "identifier.uscc-missing", "parties[0].uscc", d -> d.getParties().get(0).setUscc(null)),
        warned(
            "identifier.item-code",
            "caseReference.superviseItemCode",
            d -> d.getCaseReference().setSuperviseItemCode("123")),
        warned("code.not-in-force", "penalties[1].type", BrokenDutyTest::criticismBeforeTheLaw),
        warned("number.shape", "punishFileNum", d -> d.setPunishFileNum("第87号")),
        warned("number.year", "punishFileNum", d -> d.setPunishFileNum("安综执罚决字〔2025〕第0087号")),
        warned("date.until", "validUntil", d -> d.setValidUntil(DECIDED.minusDays(1))),
        warned("date.until", "publishUntil", d -> d.setPublishUntil(DECIDED.minusDays(1))),
        warned(
            "party.kind-identifier",
            "parties[1].uscc",
            d -> d.getParties().get(1).setUscc(Samples.COMPANY)),
        warned(
            "party.kind-identifier",
            "parties[0].certificate",
            d -> d.getParties().get(0).setCertificate(Samples.certificate("111", Samples.CITIZEN))),
        warned(
            "party.minor",
            "parties[1].minor",
            d -> d.getParties().get(1).getCertificate().setNumber("640122201005201826")),
        warned(
            "penalty.confiscation-amount",
            "penalties[1].amount",
            d -> d.getPenalties().get(1).setAmount(null)),
        warned(
            "penalty.amount-unexpected",
            "penalties[1].amount",
            d -> d.getPenalties().get(1).setType("01")),
        warned("duty.two-officers", "officers", d -> d.getOfficers().remove(1)),
        warned(
            "duty.two-officers",
            "officers",
            d -> d.getOfficers().set(1, Samples.officer("于是", "640106001"))),
        warned("duty.legal-review", "legalReview", d -> d.setLegalReview(null)),
        warned("duty.legal-review", "legalReview", d -> d.getLegalReview().setPassed(false)),
        warned(
            "duty.collective-discussion",
            "collectiveDiscussionDate",
            d -> d.setCollectiveDiscussionDate(null)),
        warned(
            "duty.step-order",
            "collectiveDiscussionDate",
            d -> d.setCollectiveDiscussionDate(DECIDED.plusDays(1))),
        warned(
            "duty.step-order",
            "legalReview.date",
            d -> d.getLegalReview().setDate(DECIDED.plusDays(1))),
        warned("duty.suspected-crime", "suspectedCrime", d -> d.setSuspectedCrime(true)),
        warned(
            "duty.item",
            "caseReference.superviseItemCode",
            d -> d.getCaseReference().setSuperviseItemCode(null)),
        warned(
            "duty.fined-twice",
            "penalties[2]",
            d -> d.getPenalties().add(Samples.penalty("03", "100.00"))),
        warned("duty.summary-procedure", "punishProcedure", d -> d.setPunishProcedure("1")),
        warned("duty.discretion", "discretion", d -> d.setDiscretion(null)));
  }

  @ParameterizedTest(name = "{0} at {1}")
  @MethodSource("warnings")
  void warnsOfABrokenDutyAndCarriesTheAct(
      String rule, String path, Consumer<PenaltyDecision> fault) {
    PenaltyDecision decision = Samples.decision();
    fault.accept(decision);

    assertThat(StandardValidator.validate(decision, Samples.TODAY))
        .extracting(Finding::severity, Finding::rule, Finding::path)
        .containsExactly(tuple(Severity.WARNING, rule, path));
  }

  private static void criticismBeforeTheLaw(PenaltyDecision decision) {
    decision.setPunishFileNum("安综执罚决字〔2020〕第0087号");
    decision.setPunishSetDate(LocalDate.parse("2020-05-20"));
    decision.setLegalReview(null);
    decision.setMajorCase(false);
    decision.setCollectiveDiscussionDate(null);
    decision.getCaseReference().setFilingDate(null);
    decision.getPenalties().set(1, Samples.penalty("02", null, 1));
  }

  private static Arguments warned(String rule, String path, Consumer<PenaltyDecision> fault) {
    return Arguments.of(rule, path, fault);
  }
}
