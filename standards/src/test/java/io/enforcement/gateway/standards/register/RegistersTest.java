package io.enforcement.gateway.standards.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.standards.SampleFiles;
import io.enforcement.gateway.standards.model.EnforcementItem;
import io.enforcement.gateway.standards.model.ItemSubject;
import io.enforcement.gateway.standards.model.Officer;
import io.enforcement.gateway.standards.model.Operation;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the registers answer, and where they keep silent. */
class RegistersTest {

  private static final LocalDate DAY = LocalDate.parse("2026-04-20");
  private static final LocalDate BEFORE = DAY.minusDays(1);
  private static final LocalDate AFTER = DAY.plusDays(1);
  private static final String CERTIFICATE = "640104011";
  private static final String BODY = "11640104MB1GXDM29U";
  private static final String TOWNSHIP = "11640122MB1GXE056P";
  private static final String ITEM = "01020304050608";

  @Test
  void theHighestRevisionCountsInWhateverOrderTheyCome() {
    Officer renewed = officer(2);
    renewed.setCertValidTo(DAY);
    Officer old = officer(1);
    old.setCertValidTo(BEFORE);

    assertThat(entry(old, renewed).faultOn(DAY)).isEmpty();
    assertThat(entry(renewed, old).faultOn(DAY)).isEmpty();
    assertThat(entry(renewed, old).faultOn(AFTER)).contains(CertificateFault.EXPIRED);
  }

  @Test
  void whatWasWithdrawnIsAsIfItHadNeverBeenUnlessItComesAgain() {
    Officer removed = officer(2);
    removed.setCdOperation(Operation.D);
    Officer removedAtOnce = officer(1);
    removedAtOnce.setCdOperation(Operation.D);

    assertThat(officers(officer(1), removed).officer(CERTIFICATE)).isEmpty();
    assertThat(officers(removed, officer(1)).holdOfficersOf(BODY)).isFalse();
    assertThat(officers(officer(1), removedAtOnce).officer(CERTIFICATE)).isEmpty();
    assertThat(officers(removedAtOnce, officer(1)).officer(CERTIFICATE)).isEmpty();
    assertThat(officers(officer(1), removed, officer(3)).officer(CERTIFICATE)).isPresent();

    EnforcementItem none = item(2);
    none.setCdOperation(Operation.D);
    assertThat(items(item(1), none).items(ITEM)).isEmpty();
    assertThat(items(none, item(1)).holdItemsOf(BODY)).isFalse();
  }

  @Test
  void aRenewedCertificateHeldBeforeWhereAnEarlierRevisionSaysSo() {
    Officer renewed = officer(2);
    renewed.setCertIssueDate(AFTER);

    assertThat(entry(renewed).faultOn(DAY)).contains(CertificateFault.NOT_YET_ISSUED);
    assertThat(entry(renewed, officer(1)).faultOn(DAY)).isEmpty();
  }

  @Test
  void aStateCountsFromItsDayAndASuspensionUntilItsEnd() {
    assertThat(inState("02", DAY, null).faultOn(DAY)).contains(CertificateFault.SUSPENDED);
    assertThat(inState("02", DAY, AFTER).faultOn(AFTER)).contains(CertificateFault.SUSPENDED);
    assertThat(inState("02", BEFORE, BEFORE).faultOn(DAY)).isEmpty();
    assertThat(inState("02", AFTER, null).faultOn(DAY)).isEmpty();
    assertThat(inState("03", BEFORE, null).faultOn(DAY)).contains(CertificateFault.WITHDRAWN);
    assertThat(inState("04", BEFORE, null).faultOn(DAY)).contains(CertificateFault.CANCELLED);
    assertThat(inState("04", null, null).faultOn(DAY)).isEmpty();
    assertThat(inState("01", BEFORE, null).faultOn(DAY)).isEmpty();
  }

  @Test
  void anEntryThatWasToldLaterSaysNothingOfTheBodyOnThatDay() {
    Officer told = officer(1);
    told.setCdTime(BEFORE.atStartOfDay().atOffset(ZoneOffset.ofHours(8)));
    assertThat(entry(told).mayActFor(BODY, DAY)).isTrue();
    assertThat(entry(told).mayActFor(TOWNSHIP, DAY)).isFalse();
    assertThat(entry(told).mayActFor(TOWNSHIP, BEFORE)).isTrue();

    Officer silent = officer(1);
    silent.setCdTime(null);
    assertThat(entry(silent).mayActFor(TOWNSHIP, DAY)).isTrue();

    Officer moved = officer(2);
    moved.setCdTime(told.getCdTime());
    moved.getBody().setUscc(TOWNSHIP);
    assertThat(entry(told, moved).mayActFor(BODY, DAY)).isTrue();
  }

  @Test
  void blanksAndDotsDoNotMakeAnotherName() {
    Officer officer = officer(1);
    officer.setName("马·哈桑");

    assertThat(entry(officer).isNamed("马．哈桑")).isTrue();
    assertThat(entry(officer).isNamed(" 马 • 哈桑")).isTrue();
    assertThat(entry(officer).isNamed("马哈")).isFalse();
  }

  @Test
  void anItemIsInForceFromItsFirstDayUntilTheDayOfItsEnd() {
    EnforcementItem item = item(1);
    item.setPlanEffectiveDate(DAY);
    item.setPlanCancelDate(AFTER);

    assertThat(entry(item).mayBeInForce(BEFORE)).isFalse();
    assertThat(entry(item).mayBeInForce(DAY)).isTrue();
    assertThat(entry(item).mayBeInForce(AFTER)).isFalse();

    item.setRevokeDate(DAY);
    assertThat(entry(item).mayBeInForce(DAY)).isFalse();
  }

  @Test
  void aStateWithoutADayCountsFromTheDayAfterItWasTold() {
    EnforcementItem paused = item(1);
    paused.setTaskState("02");
    paused.setCdTime(DAY.atStartOfDay().atOffset(ZoneOffset.ofHours(8)));
    assertThat(entry(paused).mayBeInForce(DAY)).isTrue();
    assertThat(entry(paused).mayBeInForce(AFTER)).isFalse();

    paused.setTaskState("03");
    assertThat(entry(paused).mayBeInForce(AFTER)).isFalse();
    paused.setPlanCancelDate(AFTER.plusDays(1));
    assertThat(entry(paused).mayBeInForce(AFTER)).isTrue();

    paused.setPlanCancelDate(null);
    paused.setCdTime(null);
    assertThat(entry(paused).mayBeInForce(AFTER)).isTrue();
  }

  @Test
  void aHigherVersionEndsTheOneBeforeUnlessItIsADraft() {
    EnforcementItem next = item(1);
    next.setTaskVersion(3);
    next.setPlanEffectiveDate(DAY);
    next.getItemSubjects().clear();

    assertThat(inForce(items(item(1), next), BEFORE)).isEqualTo(1);
    assertThat(inForce(items(item(1), next), DAY)).isEqualTo(1);

    next.setCurrentState("10");
    assertThat(inForce(items(item(1), next), DAY)).isEqualTo(2);
  }

  @Test
  void aTownshipTakesOverAndTheDepartmentStops() {
    EnforcementItem item = item(1);
    item.getItemSubjects().get(0).setValidUntil(BEFORE);
    item.getItemSubjects().get(1).setValidFrom(DAY);

    assertThat(entry(item).mayBeExercisedBy(BODY, BEFORE)).isTrue();
    assertThat(entry(item).mayBeExercisedBy(TOWNSHIP, BEFORE)).isFalse();
    assertThat(entry(item).mayBeExercisedBy(BODY, DAY)).isFalse();
    assertThat(entry(item).mayBeExercisedBy(TOWNSHIP, DAY)).isTrue();
  }

  @Test
  void aBodyHasWhatStandsInItsCatalogueWhoeverElseHasIt() {
    EnforcementItem item = item(1);
    ItemSubject township = item.getItemSubjects().get(1);
    item.getItemSubjects().clear();
    assertThat(entry(item).mayBeExercisedBy(BODY, DAY)).isTrue();
    assertThat(entry(item).mayBeExercisedBy(TOWNSHIP, DAY)).isFalse();

    item.getItemSubjects().add(township);
    assertThat(entry(item).mayBeExercisedBy(BODY, DAY)).isTrue();
    assertThat(entry(item).mayBeExercisedBy(TOWNSHIP, DAY)).isTrue();
  }

  @Test
  void anItemWithoutTheCodeOfSupervisionIsNotKnownByIt() {
    EnforcementItem item = item(1);
    item.setSuperviseItemCode(null);

    assertThat(items(item).holdItemsOf(BODY)).isFalse();
  }

  private static Officer officer(int revision) {
    Officer officer = (Officer) SampleFiles.read(SampleFiles.of("Officer/valid.json"));
    officer.setRevision(revision);
    return officer;
  }

  private static EnforcementItem item(int revision) {
    EnforcementItem item =
        (EnforcementItem) SampleFiles.read(SampleFiles.of("EnforcementItem/penalty.json"));
    item.setRevision(revision);
    return item;
  }

  private static OfficerEntry inState(String state, LocalDate since, LocalDate until) {
    Officer officer = officer(1);
    officer.setCertStatus(state);
    officer.setCertStatusDate(since);
    officer.setSuspendedUntil(until);
    return entry(officer);
  }

  private static OfficerEntry entry(Officer... revisions) {
    return officers(revisions).officer(CERTIFICATE).orElseThrow();
  }

  private static Registers officers(Officer... revisions) {
    Registers.Builder registers = new Registers.Builder();
    List.of(revisions).forEach(registers::add);
    return registers.build();
  }

  private static ItemEntry entry(EnforcementItem item) {
    return items(item).items(ITEM).get(0);
  }

  private static Registers items(EnforcementItem... revisions) {
    Registers.Builder registers = new Registers.Builder();
    List.of(revisions).forEach(registers::add);
    return registers.build();
  }

  private static long inForce(Registers registers, LocalDate day) {
    return registers.items(ITEM).stream().filter(item -> item.mayBeInForce(day)).count();
  }
}
