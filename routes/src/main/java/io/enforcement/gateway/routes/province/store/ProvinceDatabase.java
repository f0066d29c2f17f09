package io.enforcement.gateway.routes.province.store;

import io.enforcement.gateway.routes.CannotStart;
import io.enforcement.gateway.routes.database.DatabaseAccess;
import io.enforcement.gateway.routes.province.table.ProvinceSchema;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;

/**
 * Brings the provincial schemas up to date, as the owner: by hand what is written in {@code
 * db/province}, from the dictionary all tables and views.
 */
public final class ProvinceDatabase {

  private static final String SCHEMA = "province";

  private ProvinceDatabase() {}

  /**
   * @throws CannotStart when one of the roles is not there: making roles is not the owner's right
   */
  public static void migrate(DatabaseAccess access, String reader, String restrictedReader) {
    requireRoles(access, reader, restrictedReader);
    String runtime = access.runtime().role();
    ProvinceSchema schema = new ProvinceSchema(runtime, reader, restrictedReader);
    Flyway.configure()
        .dataSource(access.url(), access.owner().role(), access.owner().password().reveal())
        .locations("classpath:db/province")
        .javaMigrations(new TablesOfTheDictionary(schema.statements()))
        .schemas(SCHEMA)
        .defaultSchema(SCHEMA)
        .placeholders(
            Map.of(
                "runtimeRole", runtime,
                "readerRole", reader,
                "restrictedReaderRole", restrictedReader))
        .cleanDisabled(true)
        .load()
        .migrate();
  }

  private static void requireRoles(DatabaseAccess access, String... roles) {
    try (Connection connection =
            DriverManager.getConnection(
                access.url(), access.owner().role(), access.owner().password().reveal());
        PreparedStatement known =
            connection.prepareStatement("select 1 from pg_roles where rolname = ?")) {
      for (String role : roles) {
        known.setString(1, role);
        try (ResultSet row = known.executeQuery()) {
          if (!row.next()) {
            throw new CannotStart(
                "gateway.province needs the database role " + role + ": create role " + role + ".");
          }
        }
      }
    } catch (SQLException e) {
      throw new CannotStart("The provincial database cannot be reached: " + e.getMessage(), e);
    }
  }
}
