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
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/**
 * Every row comes in, in whatever order it was committed, and is marked with its verdict; on every
 * product.
 */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FrontDatabaseSourceContract {

  PartnerDatabase credit;
  FrontDatabaseSource source;
  final List<Item> items = new ArrayList<>();

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
        "DROP TABLE IF EXISTS rejection",
        "CREATE TABLE rejection (id bigint PRIMARY KEY, reason text, at "
            + credit.instant()
            + ", on_day date, fine numeric(18,2), flag int NOT NULL DEFAULT 0)");
    source = source("table", "rejection");
  }

  @AfterEach
  void close() {
    source.close();
  }

  @Test
  void handsOverARowAsJsonAndMarksIt() throws Exception {
    credit.runs(
        "INSERT INTO rejection VALUES (7, '证件号码有误𠮷', "
            + credit.instantOf(1795307400)
            + ", '2026-11-21', 1.50, 0)");

    assertThat(source.poll(10, this::take)).isEqualTo(1);
    assertThat(source.poll(10, this::take)).isZero();

    assertThat(items).singleElement().extracting(Item::name).isEqualTo("7");
    assertThat(new String(items.get(0).body(), UTF_8))
        .isEqualTo(
            "{\"table\":\"rejection\",\"row\":{\"ID\":7,\"REASON\":\"证件号码有误𠮷\","
                + "\"AT\":\"2026-11-22T08:30:00"
                + credit.offset()
                + "\",\"ON_DAY\":\"2026-11-21\",\"FINE\":1.50}}");
    assertThat(flags()).containsExactly("1");
  }

  @Test
  void aMissingValueIsNull() throws Exception {
    credit.runs("INSERT INTO rejection (id) VALUES (1)");
    assertThat(source.poll(10, this::take)).isEqualTo(1);
    assertThat(items.get(0).body())
        .asString(UTF_8)
        .endsWith("{\"ID\":1,\"REASON\":null,\"AT\":null,\"ON_DAY\":null,\"FINE\":null}}");
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
  void doesNotHoldUpThePartnerWhileItHoldsRows() throws Exception {
    credit.runs("INSERT INTO rejection (id) VALUES (1), (5)");
    source.poll(
        10,
        item -> {
          if (items.isEmpty()) {
            inserts("(0), (3), (9)");
          }
          return take(item);
        });
    assertThat(source.poll(10, this::take)).isEqualTo(3);
    assertThat(items).extracting(Item::name).containsExactly("1", "5", "0", "3", "9");
  }

  @Test
  void twoGatewaysNeverTakeTheSameRow() throws Exception {
    credit.runs("INSERT INTO rejection (id) VALUES (1), (2), (3), (4)");
    try (var second = source("table", "rejection")) {
      assertThat(
              source.poll(
                  2,
                  item -> {
                    if (items.isEmpty()) {
                      polls(second);
                    }
                    return take(item);
                  }))
          .isEqualTo(2);
    }
    assertThat(items).extracting(Item::name).containsExactly("3", "4", "1", "2");
    assertThat(flags()).containsExactly("1", "1", "1", "1");
  }

  @Test
  void marksEachVerdictAndLeavesTheRest() throws Exception {
    credit.runs("INSERT INTO rejection (id) VALUES (1), (2), (3), (4), (5)");
    List<Verdict> verdicts =
        new ArrayList<>(List.of(Verdict.TAKEN, Verdict.CONFLICT, Verdict.REFUSED, Verdict.LATER));

    assertThat(source.poll(10, item -> verdicts.remove(0))).isEqualTo(3);

    assertThat(flags()).containsExactly("1", "2", "3", "0", "0");
  }

  @Test
  void findsTheRealTableOfALogicalName() throws Exception {
    credit.runs("INSERT INTO rejection (id) VALUES (1)");
    try (var mapped = source("table", "no", "table.no", "REJECTION")) {
      assertThat(mapped.poll(1, this::take)).isEqualTo(1);
    }
    assertThat(items.get(0).body()).asString(UTF_8).startsWith("{\"table\":\"no\",");
  }

  @Test
  void handsOverNoMoreThanTheLimit() throws Exception {
    credit.runs("INSERT INTO rejection (id) VALUES (1), (2), (3)");
    assertThat(source.poll(2, this::take)).isEqualTo(2);
    assertThat(flags()).containsExactly("1", "1", "0");
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
    try (Wire wire = credit.wire();
        var far = source("table", "rejection", "url", credit.url(wire.port()))) {
      assertThatExceptionOfType(Unreachable.class)
          .isThrownBy(
              () ->
                  far.poll(
                      10,
                      item -> {
                        wire.cut();
                        return take(item);
                      }));
      assertThat(far.poll(10, this::take)).isEqualTo(1);
    }
    assertThat(items).extracting(Item::name).containsExactly("1", "1");
    assertThat(items.get(1).body()).isEqualTo(items.get(0).body());
  }

  private FrontDatabaseSource source(String... more) {
    List<String> settings = new ArrayList<>(List.of(more));
    settings.addAll(List.of("key-column", "ID", "flag-column", "FLAG"));
    return new FrontDatabaseSource(credit.settings(settings.toArray(String[]::new)));
  }

  private void inserts(String rows) {
    try {
      credit.runs("INSERT INTO rejection (id) VALUES " + rows);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void polls(FrontDatabaseSource other) {
    try {
      other.poll(10, this::take);
    } catch (Unreachable e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> flags() {
    return credit.lists("SELECT flag FROM rejection ORDER BY id");
  }

  Verdict take(Item item) {
    items.add(item);
    return Verdict.TAKEN;
  }
}
