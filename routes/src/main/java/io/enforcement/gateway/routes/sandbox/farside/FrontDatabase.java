package io.enforcement.gateway.routes.sandbox.farside;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;

/** The PostgreSQL server of one simulated partner, on loopback and a free port. */
final class FrontDatabase implements AutoCloseable {

  private final EmbeddedPostgres postgres;

  private FrontDatabase(EmbeddedPostgres postgres) {
    this.postgres = postgres;
  }

  static FrontDatabase start(Path directory) {
    try {
      Files.createDirectories(directory.toAbsolutePath().getParent());
      return new FrontDatabase(
          EmbeddedPostgres.builder()
              .setDataDirectory(directory)
              .setCleanDataDirectory(false)
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("listen_addresses", "127.0.0.1")
              .start());
    } catch (IOException e) {
      throw new UncheckedIOException("the partner's database does not start", e);
    }
  }

  DataSource owner() {
    return postgres.getPostgresDatabase();
  }

  String url() {
    return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres";
  }

  @Override
  public void close() {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the partner's database does not stop", e);
    }
  }
}
