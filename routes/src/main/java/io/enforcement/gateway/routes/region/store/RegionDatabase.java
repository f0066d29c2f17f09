package io.enforcement.gateway.routes.region.store;

import io.enforcement.gateway.routes.database.DatabaseAccess;
import java.util.Map;
import org.flywaydb.core.Flyway;

/** Brings the schema {@code region} up to date, as the owner. */
final class RegionDatabase {

  private static final String SCHEMA = "region";

  private RegionDatabase() {}

  static void migrate(DatabaseAccess access, String superior) {
    Flyway.configure()
        .dataSource(access.url(), access.owner().role(), access.owner().password().reveal())
        .locations("classpath:db/region")
        .schemas(SCHEMA)
        .defaultSchema(SCHEMA)
        .placeholders(Map.of("runtimeRole", access.runtime().role(), "superior", superior))
        .cleanDisabled(true)
        .load()
        .migrate();
  }
}
