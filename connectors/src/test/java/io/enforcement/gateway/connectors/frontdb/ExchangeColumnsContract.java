package io.enforcement.gateway.connectors.frontdb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.enforcement.gateway.connectors.Dispatch;
import io.enforcement.gateway.connectors.Outcome;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** The exchange columns of a row, and batch numbers without gaps; on every product. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ExchangeColumnsContract {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  /** In Shanghai the day is one further than in Greenwich. */
  private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T16:30:00Z"), SHANGHAI);

  private PartnerDatabase credit;
  private FrontDatabaseConnector connector;

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
    credit.runs(
        "DROP TABLE IF EXISTS gateway_ledger, gateway_batch, up_penalty",
        "CREATE TABLE gateway_ledger (delivery_key varchar(100) PRIMARY KEY,"
            + " written_at timestamp NOT NULL, cd_batch varchar(32))",
        "CREATE TABLE gateway_batch (batch_day char(8) PRIMARY KEY, last_number int NOT NULL)",
        "CREATE TABLE up_penalty (cd_id varchar(100) PRIMARY KEY, cd_time "
            + credit.moment()
            + ", cd_source varchar(10), cd_batch varchar(32), cd_operation char(1),"
            + " cf_wsh varchar(20) UNIQUE)");
    connector = new FrontDatabaseConnector(credit.settings(settings()), CLOCK);
  }

  private static String[] settings(String... more) {
    List<String> settings = new ArrayList<>(List.of("table.penalty", "up_penalty"));
    settings.addAll(List.of("cd-id", "CD_ID", "cd-time", "CD_TIME"));
    settings.addAll(List.of("cd-source", "CD_SOURCE", "source-code", "640108"));
    settings.addAll(List.of("cd-batch", "CD_BATCH", "cd-operation", "CD_OPERATION"));
    settings.addAll(List.of(more));
    return settings.toArray(String[]::new);
  }

  @AfterEach
  void close() {
    connector.close();
  }

  @Test
  void writesTheColumnsBesideTheContent() {
    assertThat(send("k1", "{\"CF_WSH\":\"1\"},{\"CF_WSH\":\"2\"}").reason())
        .isEqualTo("2 rows written, batch 2026112200001");
    assertThat(rows())
        .containsExactly(
            "k1-1|2026-11-22 00:30:00|640108|2026112200001|I|1",
            "k1-2|2026-11-22 00:30:00|640108|2026112200001|I|2");
  }

  @Test
  void whatARowSaysItselfStands() {
    send("k1", "{\"CF_WSH\":\"1\",\"cd_id\":\"dept-7\",\"CD_OPERATION\":\"D\"}");
    assertThat(rows()).containsExactly("dept-7|2026-11-22 00:30:00|640108|2026112200001|D|1");
  }

  @Test
  void writesNoneWhereNoSettingNamesThem() {
    try (var bare = new FrontDatabaseConnector(credit.settings("table.penalty", "up_penalty"))) {
      assertThat(bare.send(dispatch("k1", "{\"CD_ID\":\"1\",\"CF_WSH\":\"1\"}")).reason())
          .isEqualTo("1 rows written");
    }
    assertThat(rows()).containsExactly("1|1");
  }

  @Test
  void aRepeatHasTheBatchOfTheFirstTime() {
    send("k1", "{\"CF_WSH\":\"1\"}");
    assertThat(send("k1", "{\"CF_WSH\":\"1\"}").reason())
        .isEqualTo("the ledger has it already, batch 2026112200001");
    assertThat(send("k2", "{\"CF_WSH\":\"2\"}").reason())
        .isEqualTo("1 rows written, batch 2026112200002");
  }

  @Test
  void aRefusedDeliveryLeavesNoGap() {
    send("k1", "{\"CF_WSH\":\"1\"}");
    assertThat(send("k2", "{\"CF_WSH\":\"1\"}")).isInstanceOf(Outcome.Refused.class);
    assertThat(send("k3", "{\"NO_SUCH\":\"1\"}")).isInstanceOf(Outcome.Refused.class);
    assertThat(send("k4", "{\"CF_WSH\":\"2\"}").reason())
        .isEqualTo("1 rows written, batch 2026112200002");
  }

  @Test
  void anAmbiguousDeliveryKeepsItsBatch() throws Exception {
    try (Wire wire = credit.wire();
        var far =
            new FrontDatabaseConnector(
                credit.settings(settings("url", credit.url(wire.port()))), CLOCK)) {
      wire.breaksAfter(Wire::commit);
      assertThat(far.send(dispatch("k1", "{\"CF_WSH\":\"1\"}")))
          .isInstanceOf(Outcome.Ambiguous.class);
      assertThat(far.send(dispatch("k1", "{\"CF_WSH\":\"1\"}")).reason())
          .isEqualTo("the ledger has it already, batch 2026112200001");
    }
    assertThat(rows()).hasSize(1);
  }

  @Test
  void countsWithoutGapsWhenManyWriteAtOnce() {
    List<CompletableFuture<Outcome>> sent =
        IntStream.range(0, 40)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> send("k" + i, "{\"CF_WSH\":\"" + i % 30 + "\"}")))
            .toList();
    assertThat(sent)
        .extracting(CompletableFuture::join)
        .filteredOn(outcome -> outcome instanceof Outcome.Accepted)
        .hasSize(30);
    assertThat(credit.tells("SELECT count(DISTINCT cd_batch) FROM up_penalty")).isEqualTo("30");
    assertThat(credit.tells("SELECT max(cd_batch) FROM gateway_ledger")).isEqualTo("2026112200030");
  }

  @Test
  void countsEachDayFromOne() {
    send("k1", "{\"CF_WSH\":\"1\"}");
    Clock tomorrow = Clock.fixed(CLOCK.instant().plusSeconds(86_400), SHANGHAI);
    try (var next = new FrontDatabaseConnector(credit.settings(settings()), tomorrow)) {
      assertThat(next.send(dispatch("k2", "{\"CF_WSH\":\"2\"}")).reason())
          .isEqualTo("1 rows written, batch 2026112300001");
    }
  }

  @Test
  void aDayWithoutNumbersLeftIsUnavailable() throws SQLException {
    credit.runs("INSERT INTO gateway_batch VALUES ('20261122', 99999)");
    assertThat(send("k1", "{\"CF_WSH\":\"1\"}"))
        .isInstanceOf(Outcome.Unavailable.class)
        .extracting(Outcome::reason)
        .isEqualTo("nothing written: SQLSTATE 54000");
    assertThat(credit.tells("SELECT last_number FROM gateway_batch")).isEqualTo("99999");
  }

  @Test
  void aSourceColumnNeedsASourceCode() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FrontDatabaseConnector(credit.settings("cd-source", "CD_SOURCE")))
        .withMessage("partner credit: setting source-code is missing");
  }

  private List<String> rows() {
    return credit.lists(
        "SELECT concat_ws('|', cd_id, cd_time, cd_source, cd_batch, cd_operation, cf_wsh)"
            + " FROM up_penalty ORDER BY cd_id");
  }

  private Outcome send(String key, String rows) {
    return connector.send(dispatch(key, rows));
  }

  private static Dispatch dispatch(String key, String rows) {
    String body = "{\"table\":\"penalty\",\"rows\":[" + rows + "]}";
    return new Dispatch(key, "penalty-decision", body.getBytes(UTF_8));
  }
}
