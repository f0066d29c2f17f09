package io.enforcement.gateway.routes.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.enforcement.gateway.routes.CannotStart;
import io.enforcement.gateway.routes.DataDirectory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.JdbcTemplate;

class DatabaseRolesTest {

  @TempDir static Path directory;
  private static DataDirectory data;
  private static EmbeddedDatabase database;
  private static HikariDataSource pool;
  private static JdbcTemplate runtime;

  @BeforeAll
  static void start() {
    SharedPrograms.linkInto(directory);
    data = DataDirectory.open(directory);
    database = EmbeddedDatabase.start(data);
    DatabaseConfiguration.migrate(database.access(), "classpath:platform/migration");
    pool = DatabaseConfiguration.pool("work", database.access(), 2);
    runtime = new JdbcTemplate(pool);
  }

  @AfterAll
  static void stop() {
    pool.close();
    database.close();
    data.close();
  }

  @Test
  void theRuntimeRoleReadsAndWritesRows() {
    runtime.update("INSERT INTO trial VALUES (1, '字')");

    assertThat(runtime.queryForObject("SELECT word FROM trial WHERE id = 1", String.class))
        .isEqualTo("字");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DROP TABLE trial",
        "CREATE TABLE gateway.another (id integer)",
        "CREATE TABLE public.another (id integer)",
        "CREATE TEMPORARY TABLE another (id integer)",
        "CREATE SCHEMA another",
        "TRUNCATE trial",
        "SELECT pg_read_file('postgresql.conf')"
      })
  void theRuntimeRoleCannotChangeTheDatabase(String statement) {
    assertThatThrownBy(() -> runtime.execute(statement))
        .rootCause()
        .hasMessageMatching("ERROR: (permission denied|must be owner).*");
  }

  @ParameterizedTest
  @CsvSource({
    "lock_timeout, 5s",
    "statement_timeout, 30s",
    "idle_in_transaction_session_timeout, 15s",
    "search_path, gateway",
    "application_name, enforcement-gateway work",
    "max_connections, 100",
    "password_encryption, scram-sha-256"
  })
  void aSessionIsSetAsPromised(String setting, String value) {
    assertThat(runtime.queryForObject("SHOW " + setting, String.class)).isEqualTo(value);
  }

  @Test
  void aConflictDoesNotRepeatTheRowsValues() {
    runtime.update("INSERT INTO trial VALUES (7, 'x')");

    assertThatThrownBy(() -> runtime.update("INSERT INTO trial VALUES (7, 'x')"))
        .hasStackTraceContaining("duplicate key")
        .hasMessageNotContaining("(7)");
  }

  @Test
  void theEmbeddedDatabaseIsDurable() {
    assertThatCode(() -> DurabilityCheck.require(pool)).doesNotThrowAnyException();
  }

  @Test
  void aRoleThatCommitsWithoutWaitingForTheDiskIsRefused() throws Exception {
    administer("ALTER ROLE gateway_runtime SET synchronous_commit = off");
    try (HikariDataSource forgetful = DatabaseConfiguration.pool("f", database.access(), 1)) {
      assertThatThrownBy(() -> DurabilityCheck.require(forgetful))
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining("synchronous_commit = off");
    } finally {
      administer("ALTER ROLE gateway_runtime RESET synchronous_commit");
    }
  }

  @Test
  void anExternalDatabaseIsEnteredByUrlAndByNamedSecrets() {
    external("database-owner")
        .run(
            context -> {
              assertThat(context).hasNotFailed();
              var work = context.getBean(JdbcTemplateUser.class).jdbc();
              assertThat(work.queryForObject("SELECT current_user", String.class))
                  .isEqualTo("gateway_runtime");
            });
  }

  /** Planning a statement of the message's way took longer than the statement itself. */
  @Test
  void statementsOfTheWayAreNotPlannedAnewAndQueriesOfPeopleAre() {
    external("database-owner")
        .run(
            context -> {
              assertThat(planning(context.getBean("workDataSource", DataSource.class)))
                  .isEqualTo("force_generic_plan");
              assertThat(planning(context.getBean("intakeDataSource", DataSource.class)))
                  .isEqualTo("force_generic_plan");
              assertThat(planning(context.getBean("queryDataSource", DataSource.class)))
                  .isEqualTo("auto");
            });
  }

  private static String planning(DataSource pool) {
    return new JdbcTemplate(pool).queryForObject("SHOW plan_cache_mode", String.class);
  }

  @Test
  void aMissingSecretOfAnExternalDatabaseIsNamed() {
    external("no-such-secret")
        .run(
            context ->
                assertThat(context.getStartupFailure())
                    .hasRootCauseInstanceOf(CannotStart.class)
                    .rootCause()
                    .hasMessageContaining("gateway.database.owner.password-name")
                    .hasMessageContaining("no-such-secret"));
  }

  private static ApplicationContextRunner external(String ownerSecret) {
    return new ApplicationContextRunner()
        .withBean("dataDirectory", DataDirectory.class, () -> data, d -> d.setDestroyMethodName(""))
        .withUserConfiguration(DatabaseConfiguration.class, JdbcTemplateUser.class)
        .withPropertyValues(
            "gateway.database.url=" + database.url("gateway"),
            "gateway.database.migrations=classpath:platform/migration",
            "gateway.database.owner.user=gateway_owner",
            "gateway.database.owner.password-name=" + ownerSecret,
            "gateway.database.runtime.user=gateway_runtime",
            "gateway.database.runtime.password-name=database-runtime");
  }

  /** Stands for every store: it is given the primary pool. */
  record JdbcTemplateUser(JdbcTemplate jdbc) {
    @org.springframework.beans.factory.annotation.Autowired
    JdbcTemplateUser(DataSource dataSource) {
      this(new JdbcTemplate(dataSource));
    }
  }

  private static void administer(String statement) throws Exception {
    try (Connection connection = database.administer("postgres");
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }
}
