package io.enforcement.gateway.routes.sandbox.farside;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.routes.sandbox.farside.Behaviour.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The credit platform (信用平台) as partners meet it: a front-end database (前置库) of its own, into which
 * the gateway writes under a role with few rights, and a clerk on the platform's side who checks
 * each new row and writes what fails into the rejection table. Safe for several threads.
 */
public final class CreditPlatform extends SwitchedPartner {

  /** The role that the gateway signs in with. */
  public static final String GATEWAY_ROLE = "gateway_front";

  private static final Logger log = LoggerFactory.getLogger(CreditPlatform.class);
  private static final String SCHEMA = "sandbox/credit-platform.sql";
  private static final long LOOK_MILLIS = 200;

  private final ScheduledExecutorService clerk =
      Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("credit"));
  private final FrontDatabase database;
  private final JdbcTemplate sql;
  private final CreditDesk desk;

  /**
   * @param directory where database and ledger are kept
   * @param password of {@link #GATEWAY_ROLE}
   */
  public CreditPlatform(Path directory, Secret password) {
    super("credit", directory, EnumSet.allOf(Kind.class));
    database = FrontDatabase.start(directory);
    DataSource source = database.session();
    sql = new JdbcTemplate(source);
    sql.execute(schema());
    admit(password);
    desk = desk(database.session());
    clerk.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  private static String schema() {
    try {
      return new ClassPathResource(SCHEMA).getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the platform's schema cannot be read", e);
    }
  }

  private CreditDesk desk(DataSource session) {
    return new CreditDesk(
        new JdbcTemplate(session),
        new TransactionTemplate(new DataSourceTransactionManager(session)),
        ledger);
  }

  /** Where the gateway connects to. */
  public String jdbcUrl() {
    return database.url();
  }

  /** Tells the platform's register of legal persons: code → registered name. */
  public void register(Map<String, String> subjects) {
    sql.batchUpdate(
        "insert into subject_register values (?, ?) on conflict (uscc) do update set name = ?",
        subjects.entrySet().stream()
            .map(s -> new Object[] {s.getKey(), s.getValue(), s.getValue()})
            .toList());
  }

  /** Rows that nobody on the platform's side has looked at, and rejections not yet fetched. */
  public int open() {
    return number(
        "select (select count(*) from penalty where check_sign = 0)"
            + " + (select count(*) from penalty_revocation where check_sign = 0)"
            + " + (select count(*) from gateway_ledger where not seen)"
            + " + (select count(*) from penalty_rejection where read_flag = 0)");
  }

  /** Rows in the rejection table: what the platform has sent back so far. */
  public int rejections() {
    return number("select count(*) from penalty_rejection");
  }

  /** New records that stand in a table more than once: one delivery written twice. */
  public int doubled() {
    return number(
        "select count(*) from (select rec_id from penalty group by rec_id having count(*) > 1"
            + " union all select rec_id from penalty_revocation group by rec_id having count(*) > 1)"
            + " as twice");
  }

  /** Penalty rows in the state given: 0 not looked at, 1 passed, 2 failed. */
  public int penalties(int checkSign) {
    return number("select count(*) from penalty where check_sign = " + checkSign);
  }

  private int number(String query) {
    Integer number = sql.queryForObject(query, Integer.class);
    return number == null ? 0 : number;
  }

  private void admit(Secret password) {
    if (number("select count(*) from pg_roles where rolname = '" + GATEWAY_ROLE + "'") == 0) {
      sql.execute("create role " + GATEWAY_ROLE + " nologin");
    }
    sql.execute(
        "alter role "
            + GATEWAY_ROLE
            + " login password '"
            + password.reveal().replace("'", "''")
            + "'");
    sql.execute(
        "grant insert on penalty, penalty_revocation, licence, objection_answer to "
            + GATEWAY_ROLE);
    sql.execute("grant insert (delivery_key, written_at) on gateway_ledger to " + GATEWAY_ROLE);
    sql.execute(
        "grant select on penalty, penalty_revocation, licence, objection_answer, gateway_ledger to "
            + GATEWAY_ROLE);
    sql.execute(
        "grant select, update (read_flag) on penalty_rejection, repair, objection,"
            + " credit_status, risk_grade to "
            + GATEWAY_ROLE);
  }

  private void look() {
    Behaviour behaviour = fault.general();
    if (behaviour.kind() == Kind.DOWN) {
      return;
    }
    try {
      int rows = desk.work(behaviour);
      if (rows > 0 && behaviour.kind() == Kind.ERROR_500_AFTER_WORK) {
        cutConnections();
      }
    } catch (DataAccessException e) {
      // The next look tries again; a clerk who stopped looking would leave rows unchecked for ever.
      log.warn("credit platform: looking at new rows failed: {}", e.getClass().getSimpleName());
    }
  }

  private void cutConnections() {
    sql.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where usename = ?",
        row -> {},
        GATEWAY_ROLE);
  }

  /** The database's triggers look at the switch too. */
  @Override
  public void behave(Behaviour behaviour) {
    sql.update(
        "update behaviour set kind = ?, delay_millis = ?",
        behaviour.kind().name(),
        behaviour.delay().toMillis());
    super.behave(behaviour);
  }

  @Override
  void leaveTheNet() {
    sql.execute("alter role " + GATEWAY_ROLE + " nologin");
    cutConnections();
  }

  @Override
  void joinTheNet() {
    sql.execute("alter role " + GATEWAY_ROLE + " login");
  }

  @Override
  void end() {
    clerk.shutdown();
    DaemonThreads.await(clerk);
    database.close();
  }
}
