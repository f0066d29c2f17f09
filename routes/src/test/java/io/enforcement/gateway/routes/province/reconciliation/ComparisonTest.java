package io.enforcement.gateway.routes.province.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.routes.province.reconciliation.Comparison.Difference;
import io.enforcement.gateway.routes.province.reconciliation.Comparison.Sort;
import io.enforcement.gateway.standards.format.StandardXml;
import io.enforcement.gateway.standards.model.Operation;
import io.enforcement.gateway.standards.model.ReconciliationStatement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two sides that differ find out what differs, and nothing else is told. */
class ComparisonTest {

  /** What the two sides found and what it took. */
  private record Found(Set<Difference> differences, int rounds, long bytes) {}

  @RepeatedTest(30)
  void findsWhatDiffersWhateverItIs(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    List<SentVersion> ours = new ArrayList<>();
    List<SentVersion> theirs = new ArrayList<>();
    Set<Difference> expected = new HashSet<>();
    int size = random.nextInt(3_000);
    for (int i = 0; i < size; i++) {
      SentVersion version = version(i);
      switch (random.nextInt(60)) {
        case 0 -> {
          theirs.add(version);
          expected.add(new Difference(Sort.MISSING_HERE, version));
        }
        case 1 -> {
          ours.add(version);
          expected.add(new Difference(Sort.MISSING_THERE, version));
        }
        case 2 -> {
          SentVersion other =
              new SentVersion(version.actKey(), version.partyKey(), 1, "f".repeat(64));
          ours.add(other);
          theirs.add(version);
          expected.add(new Difference(Sort.CONTENT_DIFFERS, version));
        }
        default -> {
          ours.add(version);
          theirs.add(version);
        }
      }
    }

    assertThat(compare(ours, theirs).differences()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, DigestTree.LISTED, DigestTree.LISTED + 1, 5_000})
  void equalSidesNeedOneStatement(int size) {
    List<SentVersion> all = IntStream.range(0, size).mapToObj(ComparisonTest::version).toList();

    Found found = compare(all, all);
    assertThat(found.differences()).isEmpty();
    assertThat(found.rounds()).isEqualTo(1);
  }

  @Test
  void nothingHeldIsAllMissing() {
    List<SentVersion> all = IntStream.range(0, 2_000).mapToObj(ComparisonTest::version).toList();

    assertThat(compare(List.of(), all).differences()).hasSize(2_000);
    assertThat(compare(all, List.of()).differences()).hasSize(2_000);
  }

  /** Keys of all 20,000 would be some 5 MB. */
  @Test
  void whatIsToldGrowsWithTheDifferencesAndNotWithTheDay() {
    Found none = missing(20_000, 0);
    Found one = missing(20_000, 1);
    Found ten = missing(20_000, 10);
    Found oneOfFewer = missing(5_000, 1);

    assertThat(none.bytes()).isLessThan(5_000);
    assertThat(one.bytes()).isLessThan(30_000);
    assertThat(ten.bytes()).isLessThan(10 * one.bytes());
    assertThat(one.bytes()).isLessThan(2 * oneOfFewer.bytes());
  }

  /** Only a list that makes its digest is one. */
  @Test
  void aListThatWasCutIsAskedForAgain() {
    DigestTree tree =
        DigestTree.of(IntStream.range(0, 10).mapToObj(ComparisonTest::version).toList());
    ReconciliationStatement statement = new ReconciliationStatement();
    Statements.open(tree, List.of(""), statement);
    statement.getStatedVersions().remove(3);

    Comparison comparison = Comparison.of(DigestTree.of(List.of()), statement);
    assertThat(comparison.toOpen()).containsExactly("");
    assertThat(comparison.differences()).isEmpty();
  }

  private static Found missing(int size, int missing) {
    List<SentVersion> all = IntStream.range(0, size).mapToObj(ComparisonTest::version).toList();
    Found found = compare(all.subList(missing, size), all);
    assertThat(found.differences()).hasSize(missing);
    return found;
  }

  private static Found compare(List<SentVersion> ours, List<SentVersion> theirs) {
    DigestTree held = DigestTree.of(ours);
    DigestTree sent = DigestTree.of(theirs);
    Set<Difference> differences = new HashSet<>();
    List<String> open = List.of("");
    int rounds = 0;
    long bytes = 0;
    while (!open.isEmpty()) {
      ReconciliationStatement statement = statement();
      Statements.open(sent, open, statement);
      bytes += StandardXml.write(statement).length;
      Comparison comparison = Comparison.of(held, statement);
      comparison
          .differences()
          .forEach(each -> assertThat(differences.add(each)).as("told once").isTrue());
      open = comparison.toOpen();
      rounds++;
    }
    return new Found(differences, rounds, bytes);
  }

  private static ReconciliationStatement statement() {
    ReconciliationStatement statement = new ReconciliationStatement();
    statement.setRecordUniqueIdentity("statement");
    statement.setCdOperation(Operation.I);
    statement.setRevision(1);
    statement.setStatementDay(LocalDate.of(2026, 5, 20));
    return statement;
  }

  private static SentVersion version(int number) {
    return new SentVersion(
        "1164010678L04X123X|302|安综执罚决字〔2026〕第" + number + "号",
        "0123456789abcdef",
        1,
        "%064x".formatted(number));
  }
}
