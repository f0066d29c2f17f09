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
import org.junit.jupiter.params.provider.ValueSource;

class CheckerTest {

  /** What is said of a file with which all went well. */
  private static final Set<FileFate> GOOD =
      Set.of(
          FileFate.SENT,
          FileFate.UPLOADED,
          FileFate.ACKNOWLEDGED,
          FileFate.FETCHED,
          FileFate.CONFIRMED,
          FileFate.KEPT);

  private final List<Sent> sent = new ArrayList<>();
  private final Set<String> changedReceipts = new HashSet<>();
  private final Map<Receiver, List<String>> effects = new EnumMap<>(Receiver.class);
  private final Map<String, Told> told = new HashMap<>();
  private final Map<FileFate, Set<String>> files = new EnumMap<>(FileFate.class);
  private final Map<String, Integer> deadlines = new HashMap<>();
  private final Set<String> leftOver = new HashSet<>();
  private final Map<Receiver, Set<String>> refusals = new EnumMap<>(Receiver.class);
  private Books books = new Books(List.of(), 9, 9, 0, List.of(), List.of());

  CheckerTest() {
    for (Receiver receiver : Receiver.values()) {
      effects.put(receiver, new ArrayList<>());
    }
    for (FileFate good : GOOD) {
      files.put(good, new HashSet<>(Set.of("file")));
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
  void findsATrailThatTheVerifierRefuses() {
    books = new Books(List.of("BAD at position 3"), 9, 9, 0, List.of(), List.of());

    assertThat(found()).containsExactly(Promise.TRAIL_PROVEN);
  }

  @Test
  void findsEventsThatNoExportedCheckpointCovers() {
    books = new Books(List.of(), 9, 8, 0, List.of(), List.of());

    assertThat(found()).containsExactly(Promise.TRAIL_EXPORTED);
  }

  @Test
  void findsClaimsThatAreLeft() {
    books = new Books(List.of(), 9, 9, 1, List.of(), List.of());

    assertThat(found()).containsExactly(Promise.NOTHING_HELD);
  }

  @Test
  void findsReceiversWhoseDeliveriesAreNotTheirSum() {
    books = new Books(List.of(), 9, 9, 0, List.of("crash-a"), List.of());

    assertThat(found()).containsExactly(Promise.BALANCED);
  }

  @Test
  void findsLinesThatNoLogMayHold() {
    books = new Books(List.of(), 9, 9, 0, List.of(), List.of("gateway.log line 7"));

    assertThat(found()).containsExactly(Promise.LOGS_CLEAN);
  }

  @Test
  void excusesWhatAReceiverRefusedByItsOwnLedgerAndNothingElse() {
    sent("first", 1);
    everywhere("first");
    effects.get(Receiver.A).clear();
    told.put("first", new Told("ACCEPTED", Map.of(Receiver.A, "REFUSED_BY_RECEIVER")));

    assertThat(found()).containsExactly(Promise.NOTHING_LOST);

    refusals.put(Receiver.A, Set.of("first"));

    assertThat(found()).isEmpty();
  }

  @Test
  void owesNothingToASenderWithoutAReceipt() {
    sent.add(new Sent("first", "first", "case", 1, false, false));

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
    sent.add(new Sent("one", "one", "case-1", 1, false, true));
    sent.add(new Sent("other", "other", "case-2", 1, false, true));
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

  @ParameterizedTest
  @ValueSource(ints = {0, 2})
  void findsADeadlineThatWasLostOrOpenedTwice(int count) {
    sent("first", 1);
    everywhere("first");
    deadlines.put("first", count);

    assertThat(found()).containsExactly(Promise.DEADLINE_ONCE);
  }

  @ParameterizedTest
  @EnumSource(names = {"FETCHED", "CONFIRMED", "KEPT"})
  void findsAFileThatIsNotAtItsReceiverOrNotConfirmedOrGoneAfterAll(FileFate missing) {
    files.remove(missing);

    assertThat(found()).containsExactly(Promise.FILE_KEPT);
  }

  @Test
  void owesNothingOfAFileThatNobodyWasToldOf() {
    files.keySet().retainAll(Set.of(FileFate.SENT));

    assertThat(found()).isEmpty();
  }

  @Test
  void findsAFileWithOtherBytesAndOneThatSomebodyElseGot() {
    said(FileFate.SPOILT, "file");
    said(FileFate.LEAKED, "file");

    assertThat(found()).containsExactlyInAnyOrder(Promise.FILE_KEPT, Promise.FILE_FOR_ITS_RECEIVER);
  }

  @Test
  void acceptsAFileThatWasCutAndResumedOrFoundWhole() {
    said(FileFate.CUT, "file");
    said(FileFate.RESUMED, "file");
    said(FileFate.FOUND_WHOLE, "file");

    assertThat(found()).isEmpty();
  }

  @Test
  void findsAFileThatStayedCut() {
    said(FileFate.CUT, "cut");

    assertThat(found()).containsExactly(Promise.FILE_RESUMABLE);
  }

  @ParameterizedTest
  @EnumSource(names = {"OVERSTATED", "NOT_RESUMABLE"})
  void findsAnUntrueAnswerAfterACut(FileFate untrue) {
    said(untrue, "file");

    assertThat(found()).containsExactly(Promise.FILE_RESUMABLE);
  }

  @Test
  void findsAFileThatWasSaidToBeWholeAndCameNowhere() {
    said(FileFate.CUT, "cut");
    said(FileFate.FOUND_WHOLE, "cut");
    said(FileFate.UPLOADED, "cut");
    said(FileFate.ACKNOWLEDGED, "cut");

    assertThat(found()).containsExactly(Promise.FILE_KEPT);
  }

  @Test
  void findsANoticeThatCameAsTwo() {
    said(FileFate.TOLD_TWICE, "file");

    assertThat(found()).containsExactly(Promise.NOTHING_TWICE);
  }

  @Test
  void findsAFileThatNobodySentAndWhatIsLeftOver() {
    said(FileFate.FETCHED, "ghost");
    leftOver.add("partial/x.part");

    assertThat(found()).containsExactlyInAnyOrder(Promise.NO_GHOST, Promise.NOTHING_LEFT);
  }

  private void said(FileFate fate, String file) {
    files.computeIfAbsent(fate, none -> new HashSet<>()).add(file);
  }

  private void sent(String id, int ordinal) {
    sent.add(new Sent(id, id, "case", ordinal, false, true));
  }

  private void wrong(String id) {
    sent.add(new Sent(id, id, "wrong-case", 1, true, false));
  }

  private void everywhere(String id) {
    effects.values().forEach(each -> each.add(id));
  }

  private List<Promise> found() {
    sent.forEach(each -> deadlines.putIfAbsent(each.decision(), 1));
    AttachmentEvidence attachments = new AttachmentEvidence(files, leftOver);
    return Checker.check(
            new Evidence(
                sent, changedReceipts, effects, told, deadlines, attachments, refusals, books))
        .stream()
        .map(Violation::promise)
        .toList();
  }
}
