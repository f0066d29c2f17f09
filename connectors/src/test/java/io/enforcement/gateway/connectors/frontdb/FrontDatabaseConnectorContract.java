package io.enforcement.gateway.connectors.frontdb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import io.enforcement.gateway.connectors.Connector.Presence;
import io.enforcement.gateway.connectors.Dispatch;
import io.enforcement.gateway.connectors.Outcome;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows and ledger entry are there together or not at all, and once; on every product. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FrontDatabaseConnectorContract {

  PartnerDatabase credit;
  FrontDatabaseConnector connector;

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
        "DROP TABLE IF EXISTS gateway_ledger, xy_penalty, dn_receipt",
        "CREATE TABLE gateway_ledger (delivery_key varchar(100) PRIMARY KEY,"
            + " written_at timestamp NOT NULL)",
        "CREATE TABLE xy_penalty (cf_wsh varchar(20), cf_nr_fk numeric(18,6), cf_jdrq date,"
            + " cf_yxq "
            + credit.moment()
            + ", sjc "
            + credit.instant()
            + ", cf_n int, cf_ok boolean, cf_id uuid, cf_must char(3) NOT NULL DEFAULT 'x',"
            + " cf_nr text,"
            + " CONSTRAINT one_per_number UNIQUE (cf_wsh), CONSTRAINT small CHECK (cf_n < 100))",
        "CREATE TABLE dn_receipt (row_id varchar(50) PRIMARY KEY, accepted boolean)");
    connector =
        new FrontDatabaseConnector(
            credit.settings("table.penalty", "Xy_Penalty", "table.receipt", "dn_receipt"));
  }

  @AfterEach
  void close() {
    connector.close();
  }

  @Test
  void writesRowsAndLedgerTogether() {
    Outcome outcome =
        send(
            "k1",
            "{\"CF_WSH\":\"甲𠮷〔2026〕1号\",\"CF_NR_FK\":\"1.500000\",\"CF_JDRQ\":\"2026/11/22\","
                + "\"CF_YXQ\":\"2026-11-22 08:30:00\",\"SJC\":\"2026-11-22T08:30:00+08:00\","
                + "\"CF_N\":7,\"CF_OK\":true,\"cf_id\":\"0b0f7c1e-1111-4222-8333-444455556666\"},"
                + "{\"CF_WSH\":\"2\",\"CF_NR_FK\":2.5,\"CF_JDRQ\":\"2026-11-22\",\"CF_N\":null}");

    assertThat(outcome.reason()).isEqualTo("2 rows written");
    assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    assertThat(
            credit.tells(
                "SELECT concat_ws('|', cf_nr_fk, cf_jdrq, cf_yxq, "
                    + credit.secondsOf("sjc")
                    + ", cf_n, CASE WHEN cf_ok THEN 'yes' END, cf_id) FROM xy_penalty"
                    + " WHERE cf_wsh = '甲𠮷〔2026〕1号'"))
        .isEqualTo(
            "1.500000|2026-11-22|2026-11-22 08:30:00|1795307400|7|yes|"
                + "0b0f7c1e-1111-4222-8333-444455556666");
    assertThat(credit.tells("SELECT count(*) FROM xy_penalty WHERE cf_n IS NULL")).isEqualTo("1");
    assertThat(credit.tells("SELECT delivery_key FROM gateway_ledger")).isEqualTo("k1");
    assertThat(connector.ask(dispatch("k1", "{}"))).isEqualTo(Presence.FOUND);
    assertThat(connector.ask(dispatch("k2", "{}"))).isEqualTo(Presence.NOT_FOUND);
  }

  @Test
  void writesReceiptsIntoATableOfTheirOwn() {
    String body = "{\"table\":\"receipt\",\"rows\":[{\"ROW_ID\":\"7\",\"ACCEPTED\":false}]}";
    assertThat(connector.send(new Dispatch("r1", "receipt", body.getBytes(UTF_8))).reason())
        .isEqualTo("1 rows written");
    assertThat(credit.tells("SELECT row_id FROM dn_receipt WHERE NOT accepted")).isEqualTo("7");
  }

  @Test
  void writesNothingTwiceForOneKey() {
    send("k1", "{\"CF_WSH\":\"1\"}");
    assertThat(send("k1", "{\"CF_WSH\":\"1\"}"))
        .isInstanceOf(Outcome.Accepted.class)
        .extracting(Outcome::reason)
        .isEqualTo("the ledger has it already");
    assertThat(rows()).isEqualTo("1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{\"CF_WSH\":\"1\",\"NO_SUCH\":\"x\"}; the table has no column NO_SUCH",
        "{\"x\\\" DROP TABLE y\":1}; the table has no column (not an identifier)",
        "{\"CF_WSH\":\"1\",\"cf_wsh\":\"2\"}; a row names a column twice",
        "{\"CF_JDRQ\":\"22.11.2026\"}; a value does not fit column cf_jdrq",
        "{\"CF_JDRQ\":\"2026-02-30\"}; a value does not fit column cf_jdrq",
        "{\"CF_NR_FK\":1e999999999}; a value does not fit column cf_nr_fk",
        "{\"CF_NR_FK\":\"0.1234567\"}; a value does not fit column cf_nr_fk",
        "{\"CF_NR_FK\":\"1234567890123\"}; a value does not fit column cf_nr_fk",
        "{\"CF_N\":1e999999999}; a value does not fit column cf_n",
        "{\"CF_WSH\":[1]}; a value does not fit column cf_wsh",
        "{\"CF_WSH\":\"012345678901234567890\"}; a value does not fit column cf_wsh",
        "{\"CF_WSH\":\"a\\ud842\"}; a value does not fit column cf_wsh",
        "{\"CF_NR\":\"a\\ud842\"}; a value does not fit column cf_nr",
        "{}; a row is not an object with columns",
        "{\"CF_WSH\":\"1\"},{\"CF_WSH\":\"1\"};"
            + " the database refuses the rows: DUPLICATE, constraint one_per_number",
        "{\"CF_WSH\":\"x' for key 'y\"},{\"CF_WSH\":\"x' for key 'y\"};"
            + " the database refuses the rows: DUPLICATE, constraint one_per_number",
        "{\"CF_N\":100}; the database refuses the rows: CHECK, constraint small",
        "{\"CF_MUST\":null}; the database refuses the rows: MISSING, column cf_must"
      })
  void refusesWhatTheTableCannotTake(String rows, String reason) {
    Outcome outcome = send("k1", rows);
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(outcome.reason())
        .isEqualTo(
            reason
                .replace("DUPLICATE", credit.duplicate())
                .replace("CHECK", credit.check())
                .replace("MISSING", credit.missing()));
    assertThat(rows()).isEqualTo("0");
    assertThat(ledger()).isEqualTo("0");
  }

  @Test
  void takesAsManyCharactersAsTheColumnHasNotHalves() {
    assertThat(send("k1", "{\"CF_WSH\":\"" + "𠮷".repeat(20) + "\"}"))
        .isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void refusesATableThatNoSettingNames() {
    Dispatch other =
        new Dispatch("k1", "penalty", "{\"table\":\"pg_class\",\"rows\":[{\"a\":1}]}".getBytes());
    assertThat(connector.send(other)).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void aDatabaseThatIsDownIsUnavailable() {
    try (var lonely =
        new FrontDatabaseConnector(
            credit.settings(
                "url", credit.url(1), "table.penalty", "t", "connect-timeout", "PT1S"))) {
      Dispatch dispatch = dispatch("k1", "{\"CF_WSH\":\"1\"}");
      assertThat(lonely.send(dispatch)).isInstanceOf(Outcome.Unavailable.class);
      assertThat(lonely.ask(dispatch)).isEqualTo(Presence.UNKNOWN);
    }
  }

  @Test
  void aMissingLedgerIsUnavailableUntilThePartnerMakesIt() throws SQLException {
    credit.runs("ALTER TABLE gateway_ledger RENAME TO away");
    try {
      assertThat(send("k1", "{\"CF_WSH\":\"1\"}")).isInstanceOf(Outcome.Unavailable.class);
    } finally {
      credit.runs("ALTER TABLE away RENAME TO gateway_ledger");
    }
    assertThat(send("k1", "{\"CF_WSH\":\"1\"}")).isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void aCutInTheMiddleLeavesNothingAndCanBeRepeated() throws Exception {
    try (Wire wire = credit.wire();
        var far = through(wire)) {
      wire.breaksBefore(sent -> sent.contains("INSERT") && sent.contains("xy_penalty"));
      assertThat(far.send(dispatch("k1", "{\"CF_WSH\":\"1\"}")))
          .isInstanceOf(Outcome.Unavailable.class);
      assertThat(wire.isBroken()).isTrue();

      assertThat(far.ask(dispatch("k1", "{}"))).isEqualTo(Presence.NOT_FOUND);
      assertThat(rows()).isEqualTo("0");
      assertThat(far.send(dispatch("k1", "{\"CF_WSH\":\"1\"}")).reason())
          .isEqualTo("1 rows written");
    }
  }

  @Test
  void aCutBeforeTheCommitIsAmbiguousAndTheLedgerSaysNo() throws Exception {
    try (Wire wire = credit.wire();
        var far = through(wire)) {
      wire.breaksBefore(Wire::commit);
      assertThat(far.send(dispatch("k1", "{\"CF_WSH\":\"1\"}")))
          .isInstanceOf(Outcome.Ambiguous.class);
      assertThat(wire.isBroken()).isTrue();

      assertThat(far.ask(dispatch("k1", "{}"))).isEqualTo(Presence.NOT_FOUND);
      assertThat(far.send(dispatch("k1", "{\"CF_WSH\":\"1\"}")).reason())
          .isEqualTo("1 rows written");
      assertThat(rows()).isEqualTo("1");
    }
  }

  @Test
  void aCutAfterTheCommitIsAmbiguousAndTheLedgerSaysYes() throws Exception {
    try (Wire wire = credit.wire();
        var far = through(wire)) {
      wire.breaksAfter(Wire::commit);
      assertThat(far.send(dispatch("k1", "{\"CF_WSH\":\"1\"}")))
          .isInstanceOf(Outcome.Ambiguous.class);
      assertThat(wire.isBroken()).isTrue();

      assertThat(far.ask(dispatch("k1", "{}"))).isEqualTo(Presence.FOUND);
      assertThat(far.send(dispatch("k1", "{\"CF_WSH\":\"1\"}")).reason())
          .isEqualTo("the ledger has it already");
      assertThat(rows()).isEqualTo("1");
    }
  }

  @Test
  void whoeverStillWritesTheKeyIsWaitedForAndNotForEver() throws Exception {
    try (Connection other = credit.line();
        var hasty =
            new FrontDatabaseConnector(
                credit.settings("table.penalty", "xy_penalty", "request-timeout", "PT2S"))) {
      other.setAutoCommit(false);
      other.createStatement().execute("INSERT INTO gateway_ledger VALUES ('k1', now())");
      assertThat(hasty.ask(dispatch("k1", "{}"))).isEqualTo(Presence.UNKNOWN);
      assertThat(hasty.send(dispatch("k1", "{\"CF_WSH\":\"1\"}")))
          .isInstanceOf(Outcome.Unavailable.class);

      var asked = CompletableFuture.supplyAsync(() -> connector.ask(dispatch("k1", "{}")));
      await().until(credit::gatewayWaits);
      other.commit();
      assertThat(asked.get()).isEqualTo(Presence.FOUND);
    }
  }

  @Test
  void aDeadlockIsUnavailableBecauseAllIsRolledBack() throws Exception {
    try (Connection other = credit.line();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      // The server gives up the one who wrote less.
      for (int i = 0; i < 50; i++) {
        statement.execute("INSERT INTO xy_penalty (cf_wsh) VALUES ('other" + i + "')");
      }
      statement.execute("INSERT INTO xy_penalty (cf_wsh) VALUES ('B')");
      var sending =
          CompletableFuture.supplyAsync(() -> send("k1", "{\"CF_WSH\":\"A\"},{\"CF_WSH\":\"B\"}"));
      await().until(credit::gatewayWaits);
      statement.execute("INSERT INTO xy_penalty (cf_wsh) VALUES ('A')");

      assertThat(sending.get()).isInstanceOf(Outcome.Unavailable.class);
      assertThat(sending.get().reason()).startsWith("nothing written: SQLSTATE 40");
      other.rollback();
    }
    assertThat(ledger()).isEqualTo("0");
    assertThat(send("k1", "{\"CF_WSH\":\"A\"},{\"CF_WSH\":\"B\"}").reason())
        .isEqualTo("2 rows written");
  }

  @Test
  void refusesSettingsThatCouldChangeTheSql() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new FrontDatabaseConnector(credit.settings("table.penalty", "a; DROP TABLE b")))
        .withMessage("partner credit: setting table.penalty is not a plain identifier");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new FrontDatabaseConnector(credit.settings("url", credit.url(1) + "?password=x")));
  }

  private FrontDatabaseConnector through(Wire wire) {
    return new FrontDatabaseConnector(
        credit.settings("url", credit.url(wire.port()), "table.penalty", "xy_penalty"));
  }

  Outcome send(String key, String rows) {
    return connector.send(dispatch(key, rows));
  }

  static Dispatch dispatch(String key, String rows) {
    String body = "{\"table\":\"penalty\",\"rows\":[" + rows + "]}";
    return new Dispatch(key, "penalty-decision", body.getBytes(UTF_8));
  }

  private String rows() {
    return credit.tells("SELECT count(*) FROM xy_penalty");
  }

  private String ledger() {
    return credit.tells("SELECT count(*) FROM gateway_ledger");
  }
}
