package io.enforcement.gateway.routes.sandbox.farside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.routes.sandbox.farside.Behaviour.Kind;
import io.enforcement.gateway.routes.sandbox.farside.Ledger.Event;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CreditPlatformTest {

  private static final String COMPANY = "91640106MA7QX3D8XN";
  private static final Secret PASSWORD = new Secret("an-invented-password");
  @TempDir static Path directory;
  private static CreditPlatform platform;

  @BeforeAll
  static void start() {
    platform = new CreditPlatform(directory, PASSWORD);
    platform.register(Map.of(COMPANY, "贺兰云帆市政工程有限公司"));
  }

  @AfterAll
  static void stop() {
    platform.close();
  }

  @Test
  void passesARowThatItsChecksLike() throws SQLException {
    write("good", "贺兰云帆市政工程有限公司", LocalDate.now().minusDays(2));
    await().until(() -> sign("good") == 1);
    assertThat(platform.ledger().keys(Event.ARRIVED)).containsEntry("good", 1);
  }

  @Test
  void rejectsANameThatIsNotTheRegistersAndSaysSoInItsTable() throws SQLException {
    write("renamed", "贺兰云帆集团", LocalDate.now().minusDays(2));
    await().until(() -> sign("renamed") == 2);
    assertThat(rejection("renamed")).isEqualTo("1001");
  }

  @Test
  void rejectsWhatComesAfterSevenWorkingDays() throws SQLException {
    write("late", "贺兰云帆市政工程有限公司", LocalDate.now().minusDays(20));
    await().until(() -> sign("late") == 2);
    assertThat(rejection("late")).isEqualTo("1007");
  }

  @Test
  void takesTheSameDeliveryKeyOnce() throws SQLException {
    write("once", "贺兰云帆市政工程有限公司", LocalDate.now().minusDays(2));
    assertThatThrownBy(() -> write("once", "贺兰云帆市政工程有限公司", LocalDate.now().minusDays(2)))
        .isInstanceOf(SQLException.class);
    await().until(() -> sign("once") == 1);
  }

  @Test
  void turnsTheGatewayAwayWhileItIsDown() throws SQLException {
    platform.behave(Behaviour.of(Kind.DOWN));
    assertThatThrownBy(this::connect).isInstanceOf(SQLException.class);
    platform.behave(Behaviour.of(Kind.ERROR_500));
    assertThatThrownBy(() -> write("failing", "x", LocalDate.now()))
        .isInstanceOf(SQLException.class);
    platform.behave(Behaviour.ok());
    try (Connection connection = connect()) {
      assertThat(connection.isValid(1)).isTrue();
    }
  }

  @Test
  void keepsThePlatformsOwnColumnsToItself() throws SQLException {
    try (Connection connection = connect()) {
      assertThatThrownBy(
              () -> connection.createStatement().executeUpdate("update penalty set check_sign = 1"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void countsWorkingDaysWithoutWeekends() {
    LocalDate friday = LocalDate.of(2026, 5, 22);
    assertThat(CreditChecks.workingDays(friday, friday)).isZero();
    assertThat(CreditChecks.workingDays(friday, friday.plusDays(3))).isEqualTo(1);
    assertThat(CreditChecks.workingDays(friday, friday.plusDays(11))).isEqualTo(7);
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(
        platform.jdbcUrl(), CreditPlatform.GATEWAY_ROLE, PASSWORD.reveal());
  }

  private void write(String key, String name, LocalDate decided) throws SQLException {
    try (Connection connection = connect()) {
      connection.setAutoCommit(false);
      try (PreparedStatement ledger =
              connection.prepareStatement("insert into gateway_ledger (delivery_key) values (?)");
          PreparedStatement row =
              connection.prepareStatement(
                  "insert into penalty (rec_id, cf_xdr_mc, cf_xdr_lb, cf_xdr_shxym, cf_wsh, cf_wfxw,"
                      + " cf_sy, cf_yj, cf_cflb, cf_nr, cf_nr_fk, cf_jdrq, cf_yxq, cf_cfjg,"
                      + " cf_cfjgdm, cf_sjly, cf_sjlydm) values (?, ?, '法人及非法人组织', ?, '号', 'x',"
                      + " 'x', 'x', '罚款', 'x', 2.65, ?, '2099-12-31', 'x', '1', 'x', '1')")) {
        ledger.setString(1, key);
        ledger.executeUpdate();
        row.setString(1, key);
        row.setString(2, name);
        row.setString(3, COMPANY);
        row.setDate(4, Date.valueOf(decided));
        row.executeUpdate();
      }
      connection.commit();
    }
  }

  private int sign(String key) throws SQLException {
    return Integer.parseInt(one("select check_sign::text from penalty where rec_id = ?", key));
  }

  private String rejection(String key) throws SQLException {
    return one("select error_type from penalty_rejection where rec_id = ?", key);
  }

  private String one(String query, String key) throws SQLException {
    try (Connection connection = connect();
        PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, key);
      try (ResultSet result = statement.executeQuery()) {
        assertThat(result.next()).isTrue();
        return result.getString(1);
      }
    }
  }

  static {
    org.awaitility.Awaitility.setDefaultTimeout(Duration.ofSeconds(20));
  }
}
