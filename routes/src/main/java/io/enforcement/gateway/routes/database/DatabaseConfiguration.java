package io.enforcement.gateway.routes.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.routes.CannotStart;
import io.enforcement.gateway.routes.DataDirectory;
import io.enforcement.gateway.routes.database.DatabaseAccess.Account;
import io.enforcement.gateway.routes.database.DatabaseSettings.Role;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;

/**
 * Brings the database up in the only order that is safe: server, schema (as the owner), pools (as
 * the runtime role), proof of durability. Whoever is given a pool may rely on all of it.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
public class DatabaseConfiguration {

  private static final String SCHEMA = "gateway";

  /** No wait is endless: a forgotten lock or transaction may cost seconds, not the gateway. */
  private static final String WAITS =
      "SET lock_timeout = '5s'; SET statement_timeout = '30s';"
          + " SET idle_in_transaction_session_timeout = '15s';";

  /**
   * A plan made while a table was empty stays with the session: it must use the indexes then, or
   * the first thousand messages are searched from end to end at every claim.
   */
  private static final String PLANS =
      "SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off;"
          + " SET enable_bitmapscan = off;";

  private static final String SESSION = WAITS + PLANS + "SET search_path TO " + SCHEMA;

  /**
   * The statements of a message's way are few, large and repeated: planning one anew costs more
   * than it does. Queries of people are not: which of their filters is set decides the plan.
   */
  private static final String REPEATED = "; SET plan_cache_mode = force_generic_plan";

  /**
   * Questions over a year of acts: nothing is written, and it is PostgreSQL that knows whether an
   * index helps.
   */
  private static final String ANALYSES =
      WAITS
          + "SET statement_timeout = '50s'; SET default_transaction_read_only = on;"
          + " SET search_path TO "
          + SCHEMA;

  private static final int ANALYSTS = 4;

  /** Lazy: with an external database nobody asks for it, and nothing is started. */
  @Bean
  @Lazy
  EmbeddedDatabase embeddedDatabase(DataDirectory data) {
    return EmbeddedDatabase.start(data);
  }

  /** The schema brought up to date by the owner; the access through which that was done. */
  @Bean
  DatabaseAccess databaseAccess(
      DatabaseSettings settings, DataDirectory data, ObjectProvider<EmbeddedDatabase> embedded) {
    DatabaseAccess access =
        settings.isEmbedded() ? embedded.getObject().access() : external(settings, data);
    migrate(access, settings.migrations());
    return access;
  }

  /** Connections kept for intake, so that busy workers cannot starve the senders. */
  @Bean
  @Qualifier("intakeDataSource")
  HikariDataSource intakeDataSource(DatabaseAccess access, DatabaseSettings settings) {
    return pool("intake", access, settings.intakePool(), SESSION + REPEATED);
  }

  /** Connections for queries, so that whoever asks much or slowly takes none from the traffic. */
  @Bean
  @Qualifier("queryDataSource")
  HikariDataSource queryDataSource(DatabaseAccess access, DatabaseSettings settings) {
    return pool("query", access, settings.queryPool());
  }

  /** Connections for everything else. */
  @Bean
  @Primary
  HikariDataSource workDataSource(DatabaseAccess access, DatabaseSettings settings) {
    HikariDataSource pool = pool("work", access, settings.workPool(), SESSION + REPEATED);
    if (settings.isEmbedded() || settings.requireDurability()) {
      DurabilityCheck.require(pool);
    }
    return pool;
  }

  /**
   * Read-only connections for questions over many rows; whoever needs them opens and closes them.
   */
  public static HikariDataSource analysisPool(DatabaseAccess access) {
    return pool("analysis", access, ANALYSTS, ANALYSES);
  }

  static void migrate(DatabaseAccess access, String migrations) {
    Flyway.configure()
        .dataSource(access.url(), access.owner().role(), access.owner().password().reveal())
        .locations(migrations)
        .schemas(SCHEMA)
        .defaultSchema(SCHEMA)
        .placeholders(Map.of("runtimeRole", access.runtime().role()))
        .cleanDisabled(true)
        .load()
        .migrate();
  }

  static HikariDataSource pool(String name, DatabaseAccess access, int size) {
    return pool(name, access, size, SESSION);
  }

  private static HikariDataSource pool(
      String name, DatabaseAccess access, int size, String session) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(name);
    config.setJdbcUrl(access.url());
    config.setUsername(access.runtime().role());
    config.setPassword(access.runtime().password().reveal());
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(Math.min(2, size));
    config.setConnectionTimeout(5_000);
    config.setInitializationFailTimeout(30_000); // a busy machine may answer late, once
    config.setConnectionInitSql(session);
    config.addDataSourceProperty("ApplicationName", "enforcement-gateway " + name);
    // The server's "detail" repeats row values; they must not reach an exception or a log.
    config.addDataSourceProperty("logServerErrorDetail", "false");
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    config.addDataSourceProperty("connectTimeout", "5");
    config.addDataSourceProperty("socketTimeout", "60");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    return new HikariDataSource(config);
  }

  private static DatabaseAccess external(DatabaseSettings settings, DataDirectory data) {
    return new DatabaseAccess(
        settings.url(),
        account("owner", settings.owner(), data),
        account("runtime", settings.runtime(), data));
  }

  private static Account account(String which, Role role, DataDirectory data) {
    String key = "gateway.database." + which;
    if (role == null || role.user() == null || role.passwordName() == null) {
      throw new CannotStart(
          "gateway.database.url needs " + key + ".user and " + key + ".password-name.");
    }
    Secret password =
        data.secret(role.passwordName())
            .orElseThrow(
                () ->
                    new CannotStart(
                        key
                            + ".password-name names the secret "
                            + role.passwordName()
                            + ", which is neither in the environment nor in secrets/."));
    return new Account(role.user(), password);
  }
}
