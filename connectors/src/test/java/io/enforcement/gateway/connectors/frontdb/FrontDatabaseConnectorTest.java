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
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows and ledger entry are there together or not at all, and once. */
@Timeout(120)
class FrontDatabaseConnectorTest {

  private static PartnerDatabase credit;
  private FrontDatabaseConnector connector;

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
        "DROP TABLE IF EXISTS gateway_ledger, xy_penalty",
        "CREATE TABLE gateway_ledger (delivery_key varchar(100) PRIMARY KEY,"
            + " written_at timestamp NOT NULL)",
        "CREATE TABLE xy_penalty (CF_WSH varchar(20) CONSTRAINT one_per_number UNIQUE,"
            + " CF_NR_FK numeric(18,6), CF_JDRQ date, CF_YXQ timestamp, SJC timestamptz,"
            + " CF_N int, CF_OK boolean, CF_ID uuid)");
    connector = new FrontDatabaseConnector(credit.settings("table.penalty", "XY_PENALTY"));
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
            "{\"CF_WSH\":\"甲〔2026〕1号\",\"CF_NR_FK\":\"1.500000\",\"CF_JDRQ\":\"2026/11/22\","
                + "\"CF_YXQ\":\"2026-11-22 08:30:00\",\"SJC\":\"2026-11-22T08:30:00+08:00\","
                + "\"CF_N\":7,\"CF_OK\":true,\"cf_id\":\"0b0f7c1e-1111-4222-8333-444455556666\"},"
                + "{\"CF_WSH\":\"2\",\"CF_NR_FK\":2.5,\"CF_JDRQ\":\"2026-11-22\",\"CF_N\":null}");

    assertThat(outcome.reason()).isEqualTo("2 rows written");
    assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    assertThat(
            credit.tells(
                "SELECT concat_ws('|', CF_NR_FK, CF_JDRQ, CF_YXQ, SJC AT TIME ZONE 'UTC', CF_N,"
                    + " CF_OK, CF_ID) FROM xy_penalty WHERE CF_WSH = '甲〔2026〕1号'"))
        .isEqualTo(
            "1.500000|2026-11-22|2026-11-22 08:30:00|2026-11-22 00:30:00|7|t|"
                + "0b0f7c1e-1111-4222-8333-444455556666");
    assertThat(credit.tells("SELECT delivery_key FROM gateway_ledger")).isEqualTo("k1");
    assertThat(connector.ask(new Dispatch("k1", "penalty", new byte[0]))).isEqualTo(Presence.FOUND);
    assertThat(connector.ask(new Dispatch("k2", "penalty", new byte[0])))
        .isEqualTo(Presence.NOT_FOUND);
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
        "{\"CF_NR_FK\":1e999999999}; a value does not fit column cf_nr_fk",
        "{\"CF_WSH\":[1]}; a value does not fit column cf_wsh",
        "{}; a row is not an object with columns",
        "{\"CF_WSH\":\"1\"},{\"CF_WSH\":\"1\"};"
            + " the database refuses the rows: 23505, constraint one_per_number",
        "{\"CF_WSH\":\"0123456789012345678901\"}; the database refuses the rows: 22001"
      })
  void refusesWhatTheTableCannotTake(String rows, String reason) {
    Outcome outcome = send("k1", rows);
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(outcome.reason()).isEqualTo(reason.strip());
    assertThat(rows()).isEqualTo("0");
    assertThat(credit.tells("SELECT count(*) FROM gateway_ledger")).isEqualTo("0");
  }

  @Test
  void refusesATableThatNoSettingNames() {
    Dispatch other =
        new Dispatch("k1", "penalty", "{\"table\":\"pg_class\",\"rows\":[{\"a\":1}]}".getBytes());
    assertThat(connector.send(other)).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void aDatabaseThatIsDownIsUnavailable() {
    String nowhere = "jdbc:postgresql://127.0.0.1:1/postgres";
    try (var lonely =
        new FrontDatabaseConnector(
            credit.settings("url", nowhere, "table.penalty", "t", "connect-timeout", "PT1S"))) {
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
  void aKillInTheMiddleLeavesNothingAndCanBeRepeated() throws Exception {
    try (Connection other = credit.line()) {
      other.setAutoCommit(false);
      other.createStatement().execute("INSERT INTO gateway_ledger VALUES ('k1', now())");
      var sending = CompletableFuture.supplyAsync(() -> send("k1", "{\"CF_WSH\":\"1\"}"));
      await().until(credit::killsTheWaitingGateway);

      assertThat(sending.get()).isInstanceOf(Outcome.Unavailable.class);
      other.rollback();
    }
    assertThat(rows()).isEqualTo("0");
    assertThat(send("k1", "{\"CF_WSH\":\"1\"}")).isInstanceOf(Outcome.Accepted.class);
    assertThat(rows()).isEqualTo("1");
  }

  @Test
  void aKillAtTheCommitIsAmbiguousAndSafeToRepeat() throws Exception {
    credit.runs(
        "CREATE OR REPLACE FUNCTION hold() RETURNS trigger LANGUAGE plpgsql AS"
            + " 'BEGIN PERFORM pg_advisory_xact_lock(1); RETURN NULL; END'",
        "CREATE CONSTRAINT TRIGGER hold AFTER INSERT ON xy_penalty DEFERRABLE INITIALLY DEFERRED"
            + " FOR EACH ROW EXECUTE FUNCTION hold()");
    try (Connection other = credit.line()) {
      other.createStatement().execute("SELECT pg_advisory_lock(1)");
      var sending = CompletableFuture.supplyAsync(() -> send("k1", "{\"CF_WSH\":\"1\"}"));
      await().until(credit::killsTheWaitingGateway);

      assertThat(sending.get()).isInstanceOf(Outcome.Ambiguous.class);
    }
    assertThat(send("k1", "{\"CF_WSH\":\"1\"}")).isInstanceOf(Outcome.Accepted.class);
    assertThat(rows()).isEqualTo("1");
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
                new FrontDatabaseConnector(
                    credit.settings("url", "jdbc:postgresql://h/d?password=x")));
  }

  private Outcome send(String key, String rows) {
    return connector.send(dispatch(key, rows));
  }

  private static Dispatch dispatch(String key, String rows) {
    String body = "{\"table\":\"penalty\",\"rows\":[" + rows + "]}";
    return new Dispatch(key, "penalty-decision", body.getBytes(UTF_8));
  }

  private static String rows() {
    return credit.tells("SELECT count(*) FROM xy_penalty");
  }
}
