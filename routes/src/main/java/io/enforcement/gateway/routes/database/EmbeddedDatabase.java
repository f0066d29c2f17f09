package io.enforcement.gateway.routes.database;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.routes.CannotStart;
import io.enforcement.gateway.routes.DataDirectory;
import io.enforcement.gateway.routes.database.DatabaseAccess.Account;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL of the gateway's own, in {@code postgres} under the data directory: durable, with
 * checksums, reachable by password on the loopback address only, on a free port.
 *
 * <p>Keeps what it holds: a later start on the same directory continues, also after the JVM was
 * killed. One thread starts and closes it; another may start its server again in between.
 */
public final class EmbeddedDatabase implements AutoCloseable {

  static final String SUPERUSER = "postgres";
  private static final String SUPERUSER_SECRET = "database-superuser";
  private static final String DATABASE = "gateway";
  private static final int ATTEMPTS = 3;
  private static final String LOGIN_SECONDS = "10";

  /** SQLState of a server that starts, recovers or shuts down. */
  private static final String CANNOT_CONNECT_NOW = "57P03";

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

  /** Begun in this process and not stopped. A server is a process of its own. */
  private static final Set<EmbeddedDatabase> RUNNING = ConcurrentHashMap.newKeySet();

  private final DataDirectory data;
  private final boolean ownsData;
  private final Path cluster;
  private final PostgresPrograms programs;
  private int port;
  private boolean closed;

  private EmbeddedDatabase(DataDirectory data, boolean ownsData) {
    this.data = data;
    this.ownsData = ownsData;
    this.cluster = data.path().resolve("postgres");
    this.programs = new PostgresPrograms(programs(data));
  }

  /**
   * Unpacks the programs beside whatever else is done until the database is started: of the first
   * start on a directory that is a fifth.
   */
  public static void unpackAhead(DataDirectory data) {
    Thread unpacking =
        new Thread(
            () -> {
              try {
                programs(data);
              } catch (CannotStart e) {
                LOG.debug("the start of the database will meet the same, and say so", e);
              }
            },
            "postgres-programs");
    unpacking.setDaemon(true);
    unpacking.start();
  }

  private static Path programs(DataDirectory data) {
    return PostgresBinaries.unpackedIn(data.path().resolve("postgres-programs"));
  }

  /**
   * Starts the database of a data directory and holds the directory's lock until it is closed.
   *
   * @throws CannotStart in one line, when the directory is in use or the database does not start
   */
  public static EmbeddedDatabase start(Path directory) {
    DataDirectory data = DataDirectory.open(directory);
    try {
      return start(data, true);
    } catch (RuntimeException e) {
      data.close();
      throw e;
    }
  }

  /** Starts the database of a data directory that the caller has opened and will close. */
  public static EmbeddedDatabase start(DataDirectory data) {
    return start(data, false);
  }

  private static EmbeddedDatabase start(DataDirectory data, boolean ownsData) {
    EmbeddedDatabase database = new EmbeddedDatabase(data, ownsData);
    database.createWhenAbsent();
    Orphan.recover(database.cluster, database.programs);
    RUNNING.add(database);
    boolean ready = false;
    try {
      database.startServer();
      database.prepareRoles();
      ready = true;
      return database;
    } catch (SQLException e) {
      throw new CannotStart("The embedded database refuses its own roles: " + e.getMessage(), e);
    } finally {
      if (!ready) {
        database.stopServer();
      }
    }
  }

  /**
   * Stops whatever starts that are given up have begun: {@code initdb}, or servers. Called while
   * the process ends.
   */
  public static void giveUpAll() {
    PostgresPrograms.endRunning();
    stopAll();
  }

  /** Stops all servers of this process, which would outlive it. Called while the process ends. */
  public static void stopAll() {
    RUNNING.forEach(EmbeddedDatabase::stopServer);
  }

  /** The two roles by which the gateway uses this database. */
  public DatabaseAccess access() {
    return new DatabaseAccess(
        url(DATABASE),
        new Account("gateway_owner", data.generatedSecret("database-owner")),
        new Account("gateway_runtime", data.generatedSecret("database-runtime")));
  }

  /** A connection of the superuser to the named database of this server; the caller closes it. */
  public Connection administer(String database) throws SQLException {
    Properties account = new Properties();
    account.setProperty("user", SUPERUSER);
    account.setProperty("password", superuserPassword().reveal());
    account.setProperty("loginTimeout", LOGIN_SECONDS);
    return DriverManager.getConnection(url(database), account);
  }

  public String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /** Whether the server runs: somebody may have killed it, or a full disk has ended it. */
  boolean isRunning() {
    return Orphan.isRunning(cluster);
  }

  /**
   * Whether the server turns everybody away though nothing recovers it: PostgreSQL 18 stays so, and
   * does not stop either, when the disk fails under its recovery.
   */
  boolean isStuck() {
    try (Connection reached = administer(SUPERUSER)) {
      return reached.isClosed();
    } catch (SQLException e) {
      return CANNOT_CONNECT_NOW.equals(e.getSQLState()) && !Orphan.recovers(cluster);
    }
  }

  /** Ends a server that does not stop by itself; when this is closed already, it stays. */
  synchronized void halt() {
    if (!closed) {
      programs.halt(cluster);
    }
  }

  /**
   * Starts a server that has ended, on the port that everybody knows; when this is closed already,
   * it stays as it is.
   *
   * @throws CannotStart in one line, when it does not start now
   */
  synchronized void startAgain() {
    if (closed) {
      return;
    }
    Orphan.recover(cluster, programs);
    Path log = cluster.resolve("server.log");
    try {
      Files.deleteIfExists(log);
      if (programs.start(cluster, log).code() != 0) {
        throw new CannotStart(
            "The embedded database does not start again: "
                + PostgresConfiguration.complaintIn(log));
      }
    } catch (IOException e) {
      throw new CannotStart("The embedded database cannot write to " + cluster + ".", e);
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    stopServer();
    if (ownsData) {
      data.close();
    }
  }

  private void createWhenAbsent() {
    if (Files.exists(cluster.resolve("PG_VERSION"))) {
      return;
    }
    data.generatedSecret(SUPERUSER_SECRET);
    Path unfinished = cluster.resolveSibling("postgres.unfinished");
    try {
      FileSystemUtils.deleteRecursively(unfinished);
      programs.createCluster(unfinished, data.path().resolve("secrets").resolve(SUPERUSER_SECRET));
      Files.move(unfinished, cluster, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new CannotStart("The embedded database cannot be created in " + cluster + ".", e);
    }
  }

  private void startServer() {
    Path log = cluster.resolve("server.log");
    String complaint = "";
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      try {
        port = freePort();
        PostgresConfiguration.write(cluster, port);
        Files.deleteIfExists(log);
        if (programs.start(cluster, log).code() == 0) {
          LOG.info("Embedded PostgreSQL is ready on 127.0.0.1:{}.", port);
          return;
        }
        complaint = PostgresConfiguration.complaintIn(log);
      } catch (IOException e) {
        throw new CannotStart("The embedded database cannot write to " + cluster + ".", e);
      }
    }
    throw new CannotStart("The embedded database in " + cluster + " does not start: " + complaint);
  }

  private void stopServer() {
    if (!RUNNING.remove(this) || !Files.exists(cluster.resolve("postmaster.pid"))) {
      return;
    }
    PostgresPrograms.Answer answer = programs.stop(cluster);
    if (answer.code() != 0) {
      LOG.error("Embedded PostgreSQL does not stop, and is ended: {}", answer.lastLine());
      programs.halt(cluster);
    }
  }

  private void prepareRoles() throws SQLException {
    try (Connection connection = administer(SUPERUSER)) {
      EmbeddedRoles.prepare(connection, DATABASE, access());
    }
  }

  private Secret superuserPassword() {
    return data.secret(SUPERUSER_SECRET)
        .orElseThrow(
            () ->
                new CannotStart(
                    "secrets/" + SUPERUSER_SECRET + " is missing: it belongs to " + cluster + "."));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
