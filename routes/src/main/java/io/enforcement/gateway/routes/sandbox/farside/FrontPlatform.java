package io.enforcement.gateway.routes.sandbox.farside;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.routes.sandbox.farside.Behaviour.Kind;
import io.enforcement.gateway.routes.sandbox.farside.Ledger.Event;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Any platform that is reached through a front-end database (前置库): tables that the gateway writes,
 * tables that it reads, a ledger of what it has written and a counter of its batches, in a schema
 * of the platform's own. It takes the rows and looks into nothing. Safe for several threads, but
 * {@link #look} is for one.
 */
public final class FrontPlatform extends SwitchedPartner {

  private final FrontDatabase database;
  private final JdbcTemplate sql;
  private final FrontRole role;
  private final FrontArrivals arrivals;
  private final String mark;

  /** The name of the {@link #role()} of a partner. */
  public static String role(String id) {
    return "gateway_" + id.replace('-', '_');
  }

  /**
   * @param directory where the ledger is kept
   * @param database the server, which others may share
   * @param password of the gateway's {@link #role()}
   */
  public FrontPlatform(
      String id, Path directory, FrontDatabase database, Secret password, FrontTables tables) {
    super(id, directory, EnumSet.of(Kind.OK, Kind.DOWN));
    this.database = database;
    mark = tables.mark();
    sql = new JdbcTemplate(database.session());
    role = new FrontRole(sql, role(id));
    arrivals = new FrontArrivals(sql, ledger);
    create(tables);
    role.admit(password);
    permit(tables);
  }

  /** The role that the gateway signs in with. */
  public String role() {
    return role.name();
  }

  /** Where the gateway connects to. */
  public String jdbcUrl() {
    return database.url();
  }

  /**
   * Writes a row for the gateway; its first column is the key, which the table gives.
   *
   * @return the key
   * @throws DataAccessException when the table cannot hold the row
   */
  public String put(String table, ObjectNode row) {
    String key = FrontRows.insert(sql, FrontRows.stored(table), row);
    ledger.append(Event.SENT, table, Json.MAPPER.writeValueAsBytes(row), table);
    return key;
  }

  /** Writes other content under a key that it has written before, and marks it unread. */
  public void putAgain(String table, String key, ObjectNode row) {
    FrontRows.update(sql, FrontRows.stored(table), key, row, mark);
  }

  /** The mark at a row: 0 unread, 1 taken, 2 conflict, 3 refused. */
  public int mark(String table, String key, ObjectNode row) {
    return FrontRows.mark(sql, FrontRows.stored(table), key, row, mark);
  }

  /** The rows that came last into a table, oldest first, as JSON. */
  public List<JsonNode> rows(String table, int most) {
    List<JsonNode> rows = new ArrayList<>(FrontRows.last(sql, FrontRows.stored(table), most));
    Collections.reverse(rows);
    return rows;
  }

  /** Looks at what the gateway has written; returns how many deliveries were new. */
  public int look() {
    return arrivals.note();
  }

  private String schema() {
    return id().replace('-', '_');
  }

  private void create(FrontTables tables) {
    sql.execute("create schema if not exists " + schema());
    sql.execute("set search_path to " + schema());
    tables.statements().forEach(sql::execute);
    sql.execute(
        "create table if not exists gateway_ledger (delivery_key varchar(100) primary key,"
            + " written_at timestamptz not null, cd_batch varchar(32),"
            + " seen boolean not null default false)");
    sql.execute(
        "create table if not exists gateway_batch (batch_day char(8) primary key,"
            + " last_number integer not null)");
  }

  private void permit(FrontTables tables) {
    String to = " to " + role.name();
    sql.execute("alter role " + role.name() + " set search_path to " + schema());
    sql.execute("grant usage on schema " + schema() + to);
    sql.execute("grant select on all tables in schema " + schema() + to);
    sql.execute("grant insert (delivery_key, written_at, cd_batch) on gateway_ledger" + to);
    sql.execute("grant insert, update on gateway_batch" + to);
    tables.written().forEach(table -> sql.execute("grant insert on " + table + to));
    tables
        .read()
        .forEach(table -> sql.execute("grant update (" + tables.mark() + ") on " + table + to));
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
    // The session ends with the server.
  }
}
