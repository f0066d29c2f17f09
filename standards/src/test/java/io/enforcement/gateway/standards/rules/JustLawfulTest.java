package io.enforcement.gateway.standards.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.standards.Samples;
import io.enforcement.gateway.standards.model.Party;
import io.enforcement.gateway.standards.model.Penalty;
import io.enforcement.gateway.standards.model.PenaltyDecision;
import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The last day and the last yuan that the law allows: nobody is accused of them. */
class JustLawfulTest {

  private static final LocalDate DECIDED = LocalDate.parse("2026-05-20");
  private static final LocalDate FILED = LocalDate.parse("2026-04-12");

  static Stream<Arguments> lawful() {
    return Stream.of(
        lawful("found two years later", d -> d.setViolationEndDate(FILED.minusYears(2))),
        lawful("decided on day 90", JustLawfulTest::filedNinetyDaysBefore),
        lawful("reviewed on the day of filing", d -> d.getLegalReview().setDate(FILED)),
        lawful("reviewed on the day of decision", d -> d.getLegalReview().setDate(DECIDED)),
        lawful("shown for three months", d -> d.setPublishUntil(DECIDED.plusMonths(3))),
        lawful("shown for three years", d -> d.setPublishUntil(DECIDED.plusYears(3))),
        lawful("shown for a year before order 36", JustLawfulTest::warnedBeforeOrder36),
        lawful("valid to the last day of suspension", JustLawfulTest::suspended),
        lawful("detained for 20 days by the police", JustLawfulTest::detained),
        lawful("fined 200 yuan on the spot", d -> onTheSpot(d, d.getParties().get(1), "200.00")),
        lawful("fined 3,000 yuan on the spot", d -> onTheSpot(d, d.getParties().get(0), "3000.00")),
        lawful("one fine each", d -> d.getPenalties().add(Samples.penalty("03", "100.00", 2))),
        lawful("fourteen on that day", JustLawfulTest::fourteen));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lawful")
  void findsNothing(String what, Consumer<PenaltyDecision> change) {
    PenaltyDecision decision = Samples.decision();
    change.accept(decision);

    assertThat(StandardValidator.shipped().check(decision, Samples.TODAY).findings()).isEmpty();
  }

  private static void filedNinetyDaysBefore(PenaltyDecision decision) {
    decision.setViolationEndDate(null);
    decision.getCaseReference().setFilingDate(DECIDED.minusDays(90));
  }

  private static void warnedBeforeOrder36(PenaltyDecision decision) {
    decision.setPunishSetDate(LocalDate.parse("2026-03-31"));
    decision.setViolationEndDate(null);
    decision.getCaseReference().setFilingDate(LocalDate.parse("2026-03-01"));
    decision.getLegalReview().setDate(null);
    decision.setCollectiveDiscussionDate(LocalDate.parse("2026-03-30"));
    decision.getPenalties().clear();
    decision.getPenalties().add(Samples.penalty("01", null, 1, 2));
    decision.setPublishUntil(LocalDate.parse("2027-03-31"));
  }

  private static void suspended(PenaltyDecision decision) {
    Penalty suspension = Samples.penalty("06", null, 1);
    suspension.setLicence("建筑业企业资质证书 示例001");
    suspension.setDays(30);
    decision.getPenalties().add(suspension);
    decision.setValidUntil(DECIDED.plusDays(29));
  }

  private static void detained(PenaltyDecision decision) {
    Penalty detention = Samples.penalty("13", null, 2);
    detention.setDays(20);
    decision.getPenalties().add(detention);
    decision.getBody().setName("云岭市公安局安平分局");
  }

  private static void onTheSpot(PenaltyDecision decision, Party party, String amount) {
    decision.setPunishProcedure("1");
    decision.setHearing(false);
    decision.setMajorCase(false);
    decision.setPublishUntil(null);
    decision.getParties().clear();
    decision.getParties().add(party);
    decision.getPenalties().clear();
    decision.getPenalties().add(Samples.penalty("03", amount, party.getNo()));
  }

  private static void fourteen(PenaltyDecision decision) {
    Party minor = decision.getParties().get(1);
    minor.getCertificate().setNumber("640122201204111823");
    minor.setMinor(true);
    decision.setPublishUntil(null);
  }

  private static Arguments lawful(String what, Consumer<PenaltyDecision> change) {
    return Arguments.of(what, change);
  }
}
