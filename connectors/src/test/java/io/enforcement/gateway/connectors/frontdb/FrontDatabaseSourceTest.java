package io.enforcement.gateway.connectors.frontdb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.enforcement.gateway.connectors.Source.Item;
import io.enforcement.gateway.connectors.Source.Unreachable;
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
import org.junit.jupiter.api.Timeout;

/** Every row comes in, in whatever order it was committed, and is marked with its verdict. */
@Timeout(120)
class FrontDatabaseSourceTest {

  private static PartnerDatabase credit;
  private FrontDatabaseSource source;
  private final List<Item> items = new ArrayList<>();

  @BeforeAll
  static void startDatabase() throws IOException {
    credit = new PartnerDatabase();
  }

  @AfterAll
  static void stopDatabase() throws IOException {
    credit.close();
  }

  @BeforeEach
  void prepare() throws SQLException {
    credit.runs(
        "DROP TABLE IF EXISTS rejection",
        "CREATE TABLE rejection (id bigint PRIMARY KEY, reason text, at timestamptz, on_day date,"
            + " fine numeric, flag int NOT NULL DEFAULT 0)");
    source =
        new FrontDatabaseSource(
            credit.settings("table", "rejection", "key-column", "ID", "flag-column", "FLAG"));
  }

  @AfterEach
  void close() {
    source.close();
  }

  @Test
  void handsOverARowAsJsonAndMarksIt() throws Exception {
    credit.runs(
        "INSERT INTO rejection VALUES"
            + " (7, '证件号码有误', '2026-11-22T00:30:00Z', '2026-11-21', 1.50, 0)");

    assertThat(source.poll(10, this::take)).isEqualTo(1);
    assertThat(source.poll(10, this::take)).isZero();

    assertThat(items).singleElement().extracting(Item::name).isEqualTo("7");
    assertThat(new String(items.get(0).body(), UTF_8))
        .isEqualTo(
            "{\"table\":\"rejection\",\"row\":{\"ID\":7,\"REASON\":\"证件号码有误\","
                + "\"AT\":\"2026-11-22T08:30:00+08:00\",\"ON_DAY\":\"2026-11-21\",\"FINE\":1.50}}");
    assertThat(credit.tells("SELECT flag FROM rejection")).isEqualTo("1");
  }

  @Test
  void neverSkipsARowThatCommitsLate() throws Exception {
    try (Connection late = credit.line()) {
      late.setAutoCommit(false);
      late.createStatement().execute("INSERT INTO rejection (id) VALUES (1)");
      credit.runs("INSERT INTO rejection (id) VALUES (2)");
      assertThat(source.poll(10, this::take)).isEqualTo(1);
      late.commit();
    }
    assertThat(source.poll(10, this::take)).isEqualTo(1);
    assertThat(items).extracting(Item::name).containsExactly("2", "1");
  }

  @Test
  void passesByRowsThePartnerIsWorkingOnAndTakesThemLater() throws Exception {
    credit.runs("INSERT INTO rejection (id) VALUES (1), (2)");
    try (Connection working = credit.line()) {
      working.setAutoCommit(false);
      working.createStatement().execute("UPDATE rejection SET reason = 'x' WHERE id = 1");
      assertThat(source.poll(10, this::take)).isEqualTo(1);
      working.commit();
    }
    assertThat(source.poll(10, this::take)).isEqualTo(1);
    assertThat(items).extracting(Item::name).containsExactly("2", "1");
  }

  @Test
  void marksEachVerdictAndLeavesTheRest() throws Exception {
    credit.runs("INSERT INTO rejection (id) VALUES (1), (2), (3), (4), (5)");
    List<Verdict> verdicts =
        new ArrayList<>(List.of(Verdict.TAKEN, Verdict.CONFLICT, Verdict.REFUSED, Verdict.LATER));

    assertThat(source.poll(10, item -> verdicts.remove(0))).isEqualTo(3);

    assertThat(credit.tells("SELECT string_agg(flag::text, ',' ORDER BY id) FROM rejection"))
        .isEqualTo("1,2,3,0,0");
  }

  @Test
  void findsTheRealTableOfALogicalName() throws Exception {
    credit.runs("INSERT INTO rejection (id) VALUES (1)");
    try (var mapped =
        new FrontDatabaseSource(
            credit.settings(
                "table",
                "no",
                "table.no",
                "REJECTION",
                "key-column",
                "id",
                "flag-column",
                "flag"))) {
      assertThat(mapped.poll(1, this::take)).isEqualTo(1);
    }
    assertThat(items.get(0).body()).asString(UTF_8).startsWith("{\"table\":\"no\",");
  }

  @Test
  void handsOverNoMoreThanTheLimit() throws Exception {
    credit.runs("INSERT INTO rejection (id) VALUES (1), (2), (3)");
    assertThat(source.poll(2, this::take)).isEqualTo(2);
    assertThat(credit.tells("SELECT count(*) FROM rejection WHERE flag = 0")).isEqualTo("1");
  }

  @Test
  void showsRowsAgainWhenTheTakerFails() throws Exception {
    credit.runs("INSERT INTO rejection (id) VALUES (1)");
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                source.poll(
                    10,
                    item -> {
                      throw new IllegalStateException("our database is gone");
                    }));
    assertThat(source.poll(10, this::take)).isEqualTo(1);
  }

  @Test
  void showsRowsAgainWhenTheConnectionDiesBeforeTheMark() throws Exception {
    credit.runs("INSERT INTO rejection (id) VALUES (1)");
    assertThatExceptionOfType(Unreachable.class)
        .isThrownBy(
            () ->
                source.poll(
                    10,
                    item -> {
                      credit.tells(
                          "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                              + " WHERE application_name = 'enforcement-gateway'");
                      return take(item);
                    }));
    assertThat(source.poll(10, this::take)).isEqualTo(1);
    assertThat(items).extracting(Item::name).containsExactly("1", "1");
    assertThat(items.get(1).body()).isEqualTo(items.get(0).body());
  }

  private Verdict take(Item item) {
    items.add(item);
    return Verdict.TAKEN;
  }
}
