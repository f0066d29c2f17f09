package io.enforcement.gateway.routes.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;

/** Main class of a child process: starts a database, commits one row and halts its JVM. */
final class HaltingDatabase {

  private HaltingDatabase() {}

  public static void main(String[] arguments) throws Exception {
    EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(arguments[0]));
    try (Connection connection = database.administer("gateway");
        Statement sql = connection.createStatement()) {
      sql.execute("CREATE TABLE kept AS SELECT 42 AS answer");
    }
    Runtime.getRuntime().halt(9);
  }
}
