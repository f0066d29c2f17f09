package io.enforcement.gateway.routes.sandbox.farside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.routes.database.SharedPrograms;
import io.enforcement.gateway.routes.sandbox.farside.Behaviour.Kind;
import io.enforcement.gateway.routes.sandbox.farside.Ledger.Event;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A front-end database whose tables are what samples of their rows show. */
class FrontPlatformTest {

  private static final Secret PASSWORD = new Secret("an-invented-password");
  private static final JsonNode WRITTEN =
      json("{\"table\":\"up_act\",\"rows\":[{\"act_no\":\"A-1\",\"fine\":2.5},{\"note\":null}]}");
  private static final JsonNode READ =
      json("{\"table\":\"rejection\",\"row\":{\"ROW_ID\":17,\"REMARK\":\"x\"}}");

  @TempDir static Path server;
  @TempDir Path directory;
  private static FrontDatabase database;
  private FrontPlatform platform;
  private JdbcTemplate gateway;

  @BeforeAll
  static void start() {
    SharedPrograms.linkInto(server);
    database = FrontDatabase.start(server);
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @BeforeEach
  void open() {
    platform =
        new FrontPlatform(
            "some-system", directory, database, PASSWORD, new FrontTables(List.of(WRITTEN, READ)));
    gateway =
        new JdbcTemplate(
            new DriverManagerDataSource(platform.jdbcUrl(), platform.role(), PASSWORD.reveal()));
  }

  @AfterEach
  void close() {
    platform.close();
  }

  @Test
  void takesRowsAndNotesTheirDeliveryOnce() {
    gateway.update("insert into up_act (act_no, fine, note) values ('A-1', 2.5, null)");
    gateway.update("insert into gateway_ledger (delivery_key, written_at) values ('key', now())");

    assertThat(platform.look()).isEqualTo(1);
    assertThat(platform.look()).isZero();
    assertThat(platform.ledger().keys(Event.ARRIVED)).containsEntry("key", 1);
  }

  @Test
  void putsARowUnderAKeyOfTheTablesOwn() {
    platform.put("rejection", (ObjectNode) READ.path("row"));
    platform.put("rejection", (ObjectNode) READ.path("row"));

    assertThat(
            gateway.queryForList("select remark from rejection where read_flag = 0", String.class))
        .containsExactly("x", "x");
    assertThat(gateway.update("update rejection set read_flag = 1")).isEqualTo(2);
  }

  @Test
  void keepsItsOwnColumnsToItself() {
    assertThatThrownBy(() -> gateway.update("update gateway_ledger set seen = true"))
        .isInstanceOf(DataAccessException.class);
    assertThatThrownBy(() -> gateway.update("update rejection set remark = 'y'"))
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void turnsTheGatewayAwayWhileItIsDown() {
    platform.behave(Behaviour.of(Kind.DOWN));
    assertThatThrownBy(() -> gateway.queryForList("select 1"))
        .isInstanceOf(DataAccessException.class);
    platform.behave(Behaviour.ok());
    assertThat(gateway.queryForList("select 1")).hasSize(1);
  }

  private static JsonNode json(String text) {
    return Json.MAPPER.readTree(text);
  }
}
