package io.enforcement.gateway.connectors.frontdb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.enforcement.gateway.connectors.Source.Item;
import io.enforcement.gateway.connectors.Source.Verdict;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** A batch comes in as one item, when it is finished and not before; on every product. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BatchSourceContract {

  private static final String SECOND = "2026112200002";
  private static final String FIRST = "2026112200001";

  private PartnerDatabase credit;
  private FrontDatabaseSource source;
  private final List<Item> items = new ArrayList<>();

  abstract PartnerDatabase start() throws IOException;

  @BeforeAll
  void startDatabase() throws IOException {
    credit = start();
  }

  @AfterAll
  void stopDatabase() throws IOException {
    credit.close();
  }

  @BeforeEach
  void prepare() throws SQLException {
    items.clear();
    credit.runs(
        "DROP TABLE IF EXISTS up_penalty, up_batch",
        "CREATE TABLE up_penalty (cd_id varchar(100) PRIMARY KEY, cd_batch varchar(32),"
            + " flag smallint DEFAULT 0)",
        "CREATE TABLE up_batch (cd_batch varchar(32) PRIMARY KEY, row_count int)");
    source = new FrontDatabaseSource(credit.settings(settings()));
  }

  private static String[] settings(String... more) {
    List<String> settings =
        new ArrayList<>(
            List.of("table", "up_penalty", "key-column", "cd_id", "flag-column", "flag"));
    settings.addAll(List.of("group-by", "cd_batch", "batch-table", "up_batch"));
    settings.addAll(List.of(more));
    return settings.toArray(String[]::new);
  }

  @AfterEach
  void close() {
    source.close();
  }

  @Test
  void handsOverABatchAsOneItem() throws Exception {
    writes("b", FIRST, "a", FIRST);
    announces(FIRST, 2);
    assertThat(source.poll(10, this::take)).isEqualTo(1);
    assertThat(source.poll(10, this::take)).isZero();

    assertThat(items).singleElement().extracting(Item::name).isEqualTo(FIRST);
    assertThat(items.get(0).body())
        .asString(UTF_8)
        .isEqualTo(
            "{\"table\":\"up_penalty\",\"batch\":\"2026112200001\",\"rows\":["
                + "{\"CD_ID\":\"a\",\"CD_BATCH\":\"2026112200001\"},"
                + "{\"CD_ID\":\"b\",\"CD_BATCH\":\"2026112200001\"}]}");
    assertThat(flags()).containsExactly("1", "1");
  }

  @Test
  void leavesABatchUntilItIsFinishedAndTakesTheNextMeanwhile() throws Exception {
    writes("a", FIRST, "c", SECOND);
    announces(FIRST, 2);
    announces(SECOND, 1);
    assertThat(source.poll(1, this::take)).isEqualTo(1);
    assertThat(source.poll(1, this::take)).isZero();

    writes("0", FIRST);
    assertThat(source.poll(1, this::take)).isEqualTo(1);
    assertThat(items).extracting(Item::name).containsExactly(SECOND, FIRST);
    assertThat(flags()).containsExactly("1", "1", "1");
  }

  @Test
  void waitsForARowThatCommitsLate() throws Exception {
    announces(FIRST, 2);
    try (Connection late = credit.line()) {
      late.setAutoCommit(false);
      late.createStatement()
          .execute("INSERT INTO up_penalty (cd_id, cd_batch) VALUES ('a', '" + FIRST + "')");
      writes("b", FIRST);
      assertThat(source.poll(10, this::take)).isZero();
      late.commit();
    }
    assertThat(source.poll(10, this::take)).isEqualTo(1);
  }

  @Test
  void leavesABatchWhoseRowsSomebodyHolds() throws Exception {
    writes("a", FIRST, "b", FIRST);
    announces(FIRST, 2);
    try (Connection working = credit.line()) {
      working.setAutoCommit(false);
      working.createStatement().execute("UPDATE up_penalty SET flag = 0 WHERE cd_id = 'a'");
      assertThat(source.poll(10, this::take)).isZero();
    }
    assertThat(flags()).containsExactly("0", "0");
    assertThat(source.poll(10, this::take)).isEqualTo(1);
  }

  @Test
  void knowsNoBatchThatNobodyAnnounced() throws Exception {
    writes("a", FIRST);
    assertThat(source.poll(10, this::take)).isZero();
  }

  @Test
  void marksAllRowsOfABatchWithItsVerdict() throws Exception {
    writes("a", FIRST, "b", FIRST, "c", SECOND);
    announces(FIRST, 2);
    announces(SECOND, 1);
    List<Verdict> verdicts = new ArrayList<>(List.of(Verdict.CONFLICT, Verdict.LATER));
    assertThat(source.poll(10, item -> verdicts.remove(0))).isEqualTo(1);
    assertThat(flags()).containsExactly("2", "2", "0");
  }

  @Test
  void putsABatchAsideThatIsTooLarge() throws Exception {
    writes("a", FIRST, "b", FIRST, "c", SECOND);
    announces(FIRST, 2);
    announces(SECOND, 1);
    try (var small = new FrontDatabaseSource(credit.settings(settings("max-rows", "1")))) {
      assertThat(small.poll(10, this::take)).isEqualTo(1);
    }
    assertThat(items).extracting(Item::name).containsExactly(SECOND);
    assertThat(flags()).containsExactly("3", "3", "1");
  }

  @Test
  void asksForTheTableOfBatches() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new FrontDatabaseSource(
                    credit.settings(
                        "table", "t", "key-column", "k", "flag-column", "f", "group-by", "b")))
        .withMessage("partner credit: setting batch-table is missing");
  }

  /** Pairs of key and batch. */
  private void writes(String... rows) throws SQLException {
    for (int i = 0; i < rows.length; i += 2) {
      credit.runs(
          "INSERT INTO up_penalty (cd_id, cd_batch) VALUES ('%s', '%s')"
              .formatted(rows[i], rows[i + 1]));
    }
  }

  private void announces(String batch, int rows) throws SQLException {
    credit.runs("INSERT INTO up_batch VALUES ('%s', %d)".formatted(batch, rows));
  }

  private List<String> flags() {
    return credit.lists("SELECT flag FROM up_penalty ORDER BY cd_id");
  }

  private Verdict take(Item item) {
    items.add(item);
    return Verdict.TAKEN;
  }
}
