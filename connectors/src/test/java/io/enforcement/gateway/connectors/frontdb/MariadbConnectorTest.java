package io.enforcement.gateway.connectors.frontdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.connectors.Outcome;
import io.enforcement.gateway.connectors.peer.Peer;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Peer(value = "mariadb-server", program = "mariadbd")
class MariadbConnectorTest extends FrontDatabaseConnectorContract {

  @Override
  PartnerDatabase start() throws IOException {
    return new MariadbPartner();
  }

  /** The partner's server is lenient: it would write a question mark. */
  @ParameterizedTest
  @ValueSource(strings = {"latin1", "gbk", "utf8mb3"})
  void refusesACharacterThatTheTableCannotHold(String charset) throws SQLException {
    table("cf_wsh varchar(20)) CHARACTER SET " + charset);
    assertRefused("{\"CF_WSH\":\"𠮷\"}", "22007, column cf_wsh");
  }

  @Test
  void refusesANumberTextOrChoiceThatWouldBeCut() throws SQLException {
    table("cf_n smallint, cf_nr tinytext, cf_zt enum('a','b'))");
    assertRefused("{\"CF_N\":70000}", "22003, column cf_n");
    assertRefused("{\"CF_NR\":\"" + "处".repeat(90) + "\"}", "22001, column cf_nr");
    assertRefused("{\"CF_ZT\":\"c\"}", "01000, column cf_zt");
  }

  @Test
  void refusesARowWithoutAValueThatMustBe() throws SQLException {
    table("cf_wsh varchar(20), cf_must int NOT NULL)");
    assertRefused("{\"CF_WSH\":\"1\"}", "HY000, column cf_must");
  }

  @Test
  void namesTheForeignKey() throws SQLException {
    table(
        "cf_wsh varchar(20), CONSTRAINT known FOREIGN KEY (cf_wsh) REFERENCES dn_receipt (row_id))");
    assertRefused("{\"CF_WSH\":\"1\"}", "23000, constraint known");
  }

  @Test
  void writesTruthAsOneAndZero() throws SQLException {
    table("cf_ok tinyint(1))");
    send("k1", "{\"CF_OK\":true},{\"CF_OK\":2}");
    assertThat(credit.lists("SELECT cf_ok FROM xy_penalty ORDER BY 1")).containsExactly("1", "2");
  }

  private void table(String columns) throws SQLException {
    credit.runs("DROP TABLE xy_penalty", "CREATE TABLE xy_penalty (" + columns);
  }

  private void assertRefused(String row, String reason) {
    assertThat(send("k1", row))
        .isInstanceOf(Outcome.Refused.class)
        .extracting(Outcome::reason)
        .isEqualTo("the database refuses the rows: " + reason);
    assertThat(credit.tells("SELECT count(*) FROM gateway_ledger")).isEqualTo("0");
  }
}
