package io.enforcement.gateway.routes.sandbox.farside;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.routes.sandbox.farside.Behaviour.Kind;
import io.enforcement.gateway.routes.sandbox.farside.Ledger.Event;
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
import tools.jackson.databind.node.ObjectNode;

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
  private static final String REJECTIONS = "penalty_rejection";
  private static final long LOOK_MILLIS = 200;

  private final ScheduledExecutorService clerk =
      Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("credit"));
  private final FrontDatabase database;
  private final JdbcTemplate sql;
  private final FrontRole role;
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
    role = new FrontRole(sql, GATEWAY_ROLE);
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

  /** Its server, for other partners that are reached through a front-end database. */
  public FrontDatabase database() {
    return database;
  }

  /** Writes a row for the gateway into the table that both sides call by this name. */
  public void put(String table, ObjectNode row) {
    FrontRows.insert(sql, table.equals("rejection") ? REJECTIONS : table, row);
    ledger.append(Event.SENT, table, Json.MAPPER.writeValueAsBytes(row), table);
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
    role.admit(password);
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
        role.cutConnections();
      }
    } catch (DataAccessException e) {
      // The next look tries again; a clerk who stopped looking would leave rows unchecked for ever.
      log.warn("credit platform: looking at new rows failed: {}", e.getClass().getSimpleName());
    }
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
    role.turnAway();
  }

  @Override
  void joinTheNet() {
    role.letIn();
  }

  @Override
  void end() {
    clerk.shutdown();
    DaemonThreads.await(clerk);
    database.close();
  }
}
