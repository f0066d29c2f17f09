package io.enforcement.gateway.routes.sandbox.farside;

import io.enforcement.gateway.routes.database.EmbeddedDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The PostgreSQL server of simulated partners, on loopback and a free port. Partners that share it
 * have a schema and a role each.
 */
public final class FrontDatabase implements AutoCloseable {

  private static final String DATABASE = "postgres";

  private final EmbeddedDatabase server;
  private final List<SingleConnectionDataSource> sessions = new ArrayList<>();

  private FrontDatabase(EmbeddedDatabase server) {
    this.server = server;
  }

  /** Starts the server on an empty or an earlier directory. */
  public static FrontDatabase start(Path directory) {
    return new FrontDatabase(EmbeddedDatabase.start(directory));
  }

  /** One session of the partner's own administrator; open until the database closes. */
  DataSource session() {
    try {
      SingleConnectionDataSource session =
          new SingleConnectionDataSource(server.administer(DATABASE), true);
      sessions.add(session);
      return session;
    } catch (SQLException e) {
      throw new IllegalStateException("the partner's database refuses its own administrator", e);
    }
  }

  String url() {
    return server.url(DATABASE);
  }

  @Override
  public void close() {
    sessions.forEach(SingleConnectionDataSource::destroy);
    server.close();
  }
}
