package io.enforcement.gateway.routes.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.connectors.frontdb.MariadbPartner;
import io.enforcement.gateway.connectors.peer.Peer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The credit platform with its front database (前置库) on MariaDB: rows out, rejections and repairs
 * in.
 */
@Peer(value = "mariadb-server", program = "mariadbd")
class MariadbStoryTest {

  private static final Secret PASSWORD = new Secret(MariadbPartner.PASSWORD);

  private static MariadbPartner platform;
  private static StoryGateway gateway;
  private static CreditTables tables;

  @BeforeAll
  static void start() throws IOException, SQLException {
    platform = new MariadbPartner();
    platform.runs(tables());
    String url = platform.url(platform.port());
    gateway =
        StoryGateway.with(
            site -> site.creditOn(platform.port(), url, platform.gateway(), PASSWORD));
    tables = new CreditTables(url, platform.gateway(), PASSWORD);
  }

  /** The tables of the simulated platform, in the words of this product. */
  private static String[] tables() throws IOException {
    try (InputStream in =
        MariadbStoryTest.class.getResourceAsStream("/sandbox/credit-platform.sql")) {
      String sql = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Pattern.compile("create table if not exists (?!behaviour)[^;]+;")
          .matcher(sql)
          .results()
          .map(MatchResult::group)
          .map(table -> table.replace("generated always as identity", "auto_increment"))
          .map(table -> table.replace("timestamptz", "timestamp"))
          .toArray(String[]::new);
    }
  }

  @AfterEach
  void reset() {
    gateway.reset();
  }

  @AfterAll
  static void stop() throws IOException {
    gateway.close();
    platform.close();
  }

  @Test
  void aDecisionIsOneRowAndOneLineOfTheLedger() {
    Paper decision = Paper.decision();

    Reply receipt = gateway.housing().sends(decision);

    arrivesOnce(decision, receipt);
    assertThat(trail(receipt)).containsExactly("ATTEMPTING", "DELIVERED");
    assertThat(tables.penalties(decision)).containsExactly("罚款26500元");
  }

  @Test
  void aRejectionInItsTableIsMatchedAndShownToTheSender() throws SQLException {
    Paper decision = Paper.decision();
    Reply receipt = gateway.housing().sends(decision);
    arrivesOnce(decision, receipt);

    platform.runs(
        "insert into penalty_rejection (error_type, remark, table_name, rec_id, cf_wsh, cf_cfjgdm)"
            + " select '9999', '主体已注销', 'penalty', rec_id, cf_wsh, cf_cfjgdm from penalty"
            + " where cf_wsh = '"
            + decision.number()
            + "'");

    gateway.eventually(
        () ->
            assertThat(trail(receipt))
                .containsExactly("ATTEMPTING", "DELIVERED", "REFUSED_BY_RECEIVER"));
    assertThat(gateway.housing().looksUp(receipt).rejection("credit"))
        .contains("9999")
        .contains("主体已注销");
    gateway.eventually(
        () ->
            assertThat(platform.lists("select read_flag from penalty_rejection"))
                .isNotEmpty()
                .doesNotContain("0"));
  }

  @Test
  void aDecisionWaitsWhileTheDatabaseCannotBeReached() {
    Paper decision = Paper.decision();
    gateway.wireTo("credit").cut();
    Reply receipt = gateway.housing().sends(decision);
    gateway.eventually(() -> assertThat(trail(receipt)).contains("RETRY_AT"));

    gateway.wireTo("credit").mend();

    arrivesOnce(decision, receipt);
    assertThat(trail(receipt)).startsWith("ATTEMPTING", "RETRY_AT").doesNotContain("PARKED");
  }

  @Test
  void aDecisionIsParkedAfterTheLastRungAndArrivesWhenAnOperatorReplaysIt() {
    Paper decision = Paper.decision();
    gateway.wireTo("credit").cut();
    Reply receipt = gateway.housing().sends(decision);
    gateway.eventually(() -> assertThat(trail(receipt)).endsWith("PARKED"));
    gateway.wireTo("credit").mend();

    Reply replay = gateway.operator().replays(receipt.messageId(), "credit");

    assertThat(replay.status()).isEqualTo(202);
    arrivesOnce(decision, receipt);
    assertThat(trail(receipt)).endsWith("PARKED", "REPLAYED", "ATTEMPTING", "DELIVERED");
  }

  @Test
  void aRepairInItsTableHoldsTheNextRevisionBack() throws SQLException {
    Paper decision = Paper.decision();
    arrivesOnce(decision, gateway.housing().sends(decision));

    platform.runs(
        """
        insert into repair (xf_bh, revision, xw_lb, wsh, jdrq, jgmc, jgdm, dfbm, xdr_mc, xdr_lb, xdr_shxym, xf_lx, xf_jd,
          xf_sqrq, xf_jg, xf_jgrq)
        select concat('XF-', row_no), 1, '行政处罚', cf_wsh, cf_jdrq, cf_cfjg, cf_cfjgdm, '640106', cf_xdr_mc, cf_xdr_lb,
          cf_xdr_shxym, '终止公示行政处罚信息', '决定', current_date, '准予修复', current_date
        from penalty where cf_wsh = '%s'
        """
            .formatted(decision.number()));
    gateway.eventually(
        () ->
            assertThat(
                    gateway
                        .books()
                        .runtime()
                        .queryForList(
                            "select state from message where sender = 'credit' and exchange = 'repair'",
                            String.class))
                .containsExactly("TRANSLATED"));
    Reply amended = gateway.housing().sends(decision.revised(2));

    gateway.eventually(
        () ->
            assertThat(gateway.housing().looksUp(amended).delivery("publicity"))
                .isEqualTo("DELIVERED"));
    assertThat(gateway.housing().looksUp(amended).trail()).contains("HELD_BACK");
    assertThat(tables.penalties(decision)).hasSize(1);
  }

  private static void arrivesOnce(Paper decision, Reply receipt) {
    gateway.eventually(() -> assertThat(trail(receipt)).endsWith("DELIVERED"));
    assertThat(tables.penalties(decision)).hasSize(1);
    assertThat(tables.ledger(gateway.housing().looksUp(receipt).key("credit"))).isEqualTo(1);
  }

  private static List<String> trail(Reply receipt) {
    return gateway.housing().looksUp(receipt).trail("credit");
  }
}
