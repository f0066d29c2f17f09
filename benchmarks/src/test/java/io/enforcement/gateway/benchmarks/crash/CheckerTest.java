package io.enforcement.gateway.benchmarks.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.benchmarks.crash.Checker.Promise;
import io.enforcement.gateway.benchmarks.crash.Checker.Violation;
import io.enforcement.gateway.benchmarks.crash.Evidence.Receiver;
import io.enforcement.gateway.benchmarks.crash.Evidence.Told;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CheckerTest {

  private final List<Sent> sent = new ArrayList<>();
  private final Set<String> changedReceipts = new HashSet<>();
  private final Map<Receiver, List<String>> effects = new EnumMap<>(Receiver.class);
  private final Map<String, Told> told = new HashMap<>();
  private AttachmentEvidence files = files(Set.of("file"), Set.of("file"), Set.of(), Set.of());

  CheckerTest() {
    for (Receiver receiver : Receiver.values()) {
      effects.put(receiver, new ArrayList<>());
    }
  }

  @Test
  void acceptsARunInWhichEveryPromiseWasKept() {
    sent("first", 1);
    sent("second", 2);
    wrong("bad");
    everywhere("first");
    everywhere("second");

    assertThat(found()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void findsWhatIsMissingAtAReceiver(Receiver receiver) {
    sent("first", 1);
    everywhere("first");
    effects.get(receiver).clear();

    assertThat(found()).containsExactly(Promise.NOTHING_LOST);
  }

  @Test
  void owesNothingToASenderWithoutAReceipt() {
    sent.add(new Sent("first", "case", 1, false, false));

    assertThat(found()).isEmpty();
  }

  @Test
  void letsAnUncertainEffectOfClassCWaitForPeople() {
    sent("first", 1);
    everywhere("first");
    effects.get(Receiver.C).clear();
    told.put("first", new Told("ACCEPTED", Map.of(Receiver.C, "IN_DOUBT")));

    assertThat(found()).isEmpty();
  }

  @Test
  void letsTheCaseWaitBehindAnUncertainEffectOfClassC() {
    sent("first", 1);
    sent("second", 2);
    everywhere("first");
    everywhere("second");
    effects.get(Receiver.C).clear();
    told.put("first", new Told("ACCEPTED", Map.of(Receiver.C, "IN_DOUBT")));
    told.put("second", new Told("ACCEPTED", Map.of(Receiver.C, "READY")));

    assertThat(found()).isEmpty();
  }

  @Test
  void doesNotLetARecordWaitWhenNothingOfItsCaseIsInDoubt() {
    sent("first", 1);
    everywhere("first");
    effects.get(Receiver.C).clear();
    told.put("first", new Told("ACCEPTED", Map.of(Receiver.C, "READY")));

    assertThat(found()).containsExactly(Promise.NOTHING_LOST);
  }

  @ParameterizedTest
  @EnumSource(names = {"A", "B", "D"})
  void doesNotExcuseDoubtWhereTheReceiverCanBeTrustedOrAsked(Receiver receiver) {
    sent("first", 1);
    everywhere("first");
    effects.get(receiver).clear();
    told.put("first", new Told("ACCEPTED", Map.of(receiver, "IN_DOUBT")));

    assertThat(found()).containsExactly(Promise.NOTHING_LOST);
  }

  @Test
  void excusesARecordThatALaterRevisionHasReplaced() {
    sent("first", 1);
    sent("second", 2);
    everywhere("second");
    told.put("first", new Told("SUPERSEDED", Map.of()));

    assertThat(found()).isEmpty();
  }

  @Test
  void doesNotExcuseAMessageThatWasSetAside() {
    sent("first", 1);
    told.put("first", new Told("none, message QUARANTINED", Map.of()));

    assertThat(found()).hasSize(Receiver.values().length).containsOnly(Promise.NOTHING_LOST);
  }

  @ParameterizedTest
  @EnumSource
  void findsAFurtherEffect(Receiver receiver) {
    sent("first", 1);
    everywhere("first");
    effects.get(receiver).add("first");

    assertThat(found()).containsExactly(Promise.NOTHING_TWICE);
  }

  @ParameterizedTest
  @EnumSource
  void findsARecordThatOvertookItsPredecessor(Receiver receiver) {
    sent("first", 1);
    sent("second", 2);
    everywhere("first");
    everywhere("second");
    effects.put(receiver, new ArrayList<>(List.of("second", "first")));

    assertThat(found()).containsExactly(Promise.ORDER_PER_CASE);
  }

  @Test
  void asksForNoOrderBetweenCases() {
    sent.add(new Sent("one", "case-1", 1, false, true));
    sent.add(new Sent("other", "case-2", 1, false, true));
    everywhere("other");
    everywhere("one");

    assertThat(found()).isEmpty();
  }

  @Test
  void findsAnEffectOfARefusedRecord() {
    wrong("bad");
    effects.get(Receiver.B).add("bad");

    assertThat(found()).containsExactly(Promise.NO_GHOST);
  }

  @Test
  void findsAnEffectOfWhatNobodySent() {
    effects.get(Receiver.D).add("unheard-of");

    assertThat(found()).containsExactly(Promise.NO_GHOST);
  }

  @Test
  void findsADuplicateWithAnotherReceipt() {
    sent("first", 1);
    everywhere("first");
    changedReceipts.add("first");

    assertThat(found()).containsExactly(Promise.SAME_RECEIPT);
  }

  @Test
  void findsAFileThatDidNotReachItsReceiverOrIsNotConfirmed() {
    files = files(Set.of(), Set.of(), Set.of(), Set.of());
    assertThat(found()).containsExactly(Promise.FILE_KEPT);
    files = files(Set.of("file"), Set.of(), Set.of(), Set.of());
    assertThat(found()).containsExactly(Promise.FILE_KEPT);
  }

  @Test
  void findsAFileThatSomebodyElseGotAndWhatIsLeftOver() {
    files = files(Set.of("file"), Set.of("file"), Set.of("file"), Set.of());
    assertThat(found()).containsExactly(Promise.FILE_FOR_ITS_RECEIVER);
    files = files(Set.of("file"), Set.of("file"), Set.of(), Set.of("partial/x.part"));
    assertThat(found()).containsExactly(Promise.NOTHING_LEFT);
  }

  @Test
  void findsAFileThatNobodySentAndOneWithOtherBytes() {
    files = files(Set.of("file", "ghost"), Set.of("file"), Set.of(), Set.of());
    assertThat(found()).containsExactly(Promise.NO_GHOST);
    files =
        new AttachmentEvidence(
            Set.of("file"),
            Set.of("file"),
            Set.of("file"),
            Set.of("file"),
            Set.of("file"),
            Set.of("file"),
            Set.of(),
            Set.of());
    assertThat(found()).containsExactly(Promise.FILE_KEPT);
  }

  /** One file was acknowledged together with its notice. */
  private static AttachmentEvidence files(
      Set<String> fetched, Set<String> confirmed, Set<String> leaked, Set<String> leftOver) {
    Set<String> one = Set.of("file");
    return new AttachmentEvidence(one, one, one, fetched, confirmed, Set.of(), leaked, leftOver);
  }

  private void sent(String id, int ordinal) {
    sent.add(new Sent(id, "case", ordinal, false, true));
  }

  private void wrong(String id) {
    sent.add(new Sent(id, "wrong-case", 1, true, false));
  }

  private void everywhere(String id) {
    effects.values().forEach(each -> each.add(id));
  }

  private List<Promise> found() {
    return Checker.check(new Evidence(sent, changedReceipts, effects, told, files)).stream()
        .map(Violation::promise)
        .toList();
  }
}
