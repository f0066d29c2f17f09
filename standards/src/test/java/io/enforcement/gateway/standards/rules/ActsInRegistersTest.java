package io.enforcement.gateway.standards.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.standards.SampleFiles;
import io.enforcement.gateway.standards.Samples;
import io.enforcement.gateway.standards.model.BodyReference;
import io.enforcement.gateway.standards.model.CaseReference;
import io.enforcement.gateway.standards.model.Inspection;
import io.enforcement.gateway.standards.model.OfficerReference;
import io.enforcement.gateway.standards.model.OtherAct;
import io.enforcement.gateway.standards.model.PenaltyDecision;
import io.enforcement.gateway.standards.model.StandardRecord;
import io.enforcement.gateway.standards.validation.Finding;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Acts that the registers leave in peace; what they find is in {@code BadSampleTest}. The registers
 * are those of {@code src/test/resources/reference}.
 */
class ActsInRegistersTest {

  private static final StandardValidator RULES = SampleFiles.withRegisters();
  private static final String DEPARTMENT = "11640106MB1RG0012F";
  private static final String TOWNSHIP = "11640122MB1RG0020F";
  private static final String HELD = "31020000000002";
  private static final String TAKEN_OVER = "31020000000001";
  private static final String OF_THE_TOWNSHIP = "31020000000006";

  @Test
  void saysNothingOfBodiesThatItDoesNotKnow() {
    assertThat(
            SampleFiles.all().stream()
                .filter(sample -> SampleFiles.record(sample).matches("Inspection|OtherAct|Service"))
                .flatMap(sample -> rules(SampleFiles.read(sample)).stream()))
        .isEmpty();
    assertThat(
            act(
                act -> {
                  act.getBody().setUscc("11640106MB1RG0098A");
                  act.getOfficers().forEach(officer -> officer.setCertNo("640106999"));
                }))
        .isEmpty();
  }

  @Test
  void saysNothingOfAnActInOrder() {
    assertThat(act(act -> {})).isEmpty();
    assertThat(act(act -> act.getOfficers().get(0).setCertNo(" 640106901 "))).isEmpty();
  }

  @Test
  void aTownshipActsWithWhatItTookOver() {
    assertThat(
            act(
                act -> {
                  act.getBody().setUscc(TOWNSHIP);
                  act.setSuperviseItemCode(TAKEN_OVER);
                  act.getOfficers().remove(0);
                  act.getOfficers().get(0).setCertNo("640106908");
                  act.getOfficers().get(0).setName("登记辛");
                }))
        .isEmpty();
    assertThat(
            act(
                act -> {
                  act.setSuperviseItemCode(TAKEN_OVER);
                  act.setActDate(LocalDate.parse("2025-12-31"));
                }))
        .isEmpty();
  }

  @Test
  void aCaseFiledBeforeTheHandOverIsBroughtToItsEnd() {
    PenaltyDecision decision = Samples.decision();
    decision.getBody().setUscc(DEPARTMENT);
    certified(decision.getOfficers());
    CaseReference reference = decision.getCaseReference();
    reference.setSuperviseItemCode(TAKEN_OVER);
    assertThat(rules(decision)).containsExactly("act.item-not-exercised");

    reference.setFilingDate(LocalDate.parse("2025-12-30"));
    assertThat(rules(decision)).doesNotContain("act.item-not-exercised");
  }

  @Test
  void whoCameAlongActsWithTheirOwnOfficersAndItems() {
    Inspection inspection =
        (Inspection) SampleFiles.read(SampleFiles.of("Inspection/random-no-problem.json"));
    inspection.getBody().setUscc(DEPARTMENT);
    inspection.setSuperviseItemCheckIcode(DEPARTMENT + "4640602003000");
    certified(inspection.getOfficers());
    inspection.getOfficers().add(Samples.officer("登记辛", "640106908"));
    inspection.getJointBodies().get(0).setUscc(TOWNSHIP);
    inspection.setSuperviseItemCode(OF_THE_TOWNSHIP);
    assertThat(rules(inspection)).isEmpty();

    inspection.getJointBodies().clear();
    assertThat(rules(inspection))
        .containsExactly("act.item-not-exercised", "act.certificate-of-another-body");
  }

  @Test
  void theDayOfAMomentIsTheDayInChina() {
    Inspection inspection =
        (Inspection) SampleFiles.read(SampleFiles.of("Inspection/random-no-problem.json"));
    inspection.getJointBodies().clear();
    inspection.getBody().setUscc(DEPARTMENT);
    inspection.setSuperviseItemCheckIcode(DEPARTMENT + "4640602003000");
    inspection.setSuperviseItemCode(HELD);
    certified(inspection.getOfficers());
    inspection.getOfficers().add(Samples.officer("登记丁", "640106904"));
    inspection.setCheckEndDate(null);
    inspection.setCheckDate(OffsetDateTime.parse("2026-04-30T18:00:00Z"));

    assertThat(rules(inspection)).doesNotContain("act.certificate-not-valid");
  }

  @Test
  void aSuspensionThatIsOverIsOver() {
    assertThat(
            act(
                act -> {
                  act.setActDate(LocalDate.parse("2026-06-01"));
                  act.getOfficers().add(Samples.officer("登记戊", "640106905"));
                }))
        .isEmpty();
  }

  @Test
  void anOfficerWhoChangedTheBodyActedForEither() {
    assertThat(act(act -> act.getOfficers().add(Samples.officer("登记癸", "640106910")))).isEmpty();
  }

  @Test
  void survivesAnActWithNothingInIt() {
    OtherAct hollow = new OtherAct();
    hollow.getOfficers().add(null);
    hollow.getOfficers().add(new OfficerReference());
    hollow.setSuperviseItemCode(HELD);
    assertThat(rules(hollow)).noneMatch(rule -> rule.startsWith("act."));

    hollow.setBody(new BodyReference());
    hollow.setActDate(LocalDate.parse("2026-04-20"));
    assertThat(rules(hollow)).noneMatch(rule -> rule.startsWith("act."));
  }

  private static List<String> act(Consumer<OtherAct> change) {
    OtherAct act = (OtherAct) SampleFiles.read(SampleFiles.of("OtherAct/levy.json"));
    act.getBody().setUscc(DEPARTMENT);
    act.setSuperviseItemCode(HELD);
    certified(act.getOfficers());
    change.accept(act);
    return rules(act);
  }

  /** Two officers of the department, whose certificates hold. */
  private static void certified(List<OfficerReference> officers) {
    officers.clear();
    officers.add(Samples.officer("登记甲", "640106901"));
    officers.add(Samples.officer("马．登记乙", "640106902"));
  }

  private static List<String> rules(StandardRecord record) {
    return RULES.validate(record, Samples.TODAY).stream().map(Finding::rule).toList();
  }
}
