package io.enforcement.gateway.connectors.frontdb;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;

/** A partner with PostgreSQL, from a library. */
final class PostgresqlPartner implements PartnerDatabase {

  private final EmbeddedPostgres postgres;

  PostgresqlPartner() throws IOException {
    postgres = EmbeddedPostgres.builder().start();
  }

  @Override
  public int port() {
    return postgres.getPort();
  }

  @Override
  public String url(int port) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
  }

  @Override
  public String gateway() {
    return "postgres";
  }

  @Override
  public String owner() {
    return "postgres";
  }

  @Override
  public String moment() {
    return "timestamp";
  }

  @Override
  public String instant() {
    return "timestamptz";
  }

  @Override
  public String instantOf(long seconds) {
    return "to_timestamp(" + seconds + ")";
  }

  @Override
  public String secondsOf(String column) {
    return "EXTRACT(EPOCH FROM " + column + ")::bigint";
  }

  @Override
  public String offset() {
    return "+08:00";
  }

  @Override
  public String duplicate() {
    return "23505";
  }

  @Override
  public String missing() {
    return "23502";
  }

  @Override
  public String check() {
    return "23514";
  }

  @Override
  public String waiting() {
    return "SELECT count(*) FROM pg_stat_activity"
        + " WHERE application_name = 'enforcement-gateway' AND wait_event_type = 'Lock'";
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }
}
