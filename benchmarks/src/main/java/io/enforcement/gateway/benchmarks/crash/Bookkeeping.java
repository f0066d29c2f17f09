package io.enforcement.gateway.benchmarks.crash;

import io.enforcement.gateway.benchmarks.gateway.Postmaster;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Draws up the {@link Books} of an installation at rest. Used by one thread. */
final class Bookkeeping {

  /** What the traffic says of people and matters; none of it belongs into a log. */
  private static final List<String> BODY_WORDS = List.of("示例丁", "示例辛", "㐂记");

  /** So long after the last event its checkpoint may take. */
  private static final long SEALING_SECONDS = 15;

  private static final String EVENTS = "select count(*) from event";
  private static final String CLAIMS =
      """
      select count(*) from claim c where not exists (
          select 1 from delivery d where d.id = any (c.deliveries) and d.state = 'ATTEMPTING')
      """;

  private final Postmaster database;
  private final Path dataDirectory;
  private final Path verifier;

  /**
   * @param verifier the script that shares no code with the gateway
   */
  Bookkeeping(Path dataDirectory, Path verifier) {
    this.database = new Postmaster(dataDirectory);
    this.dataDirectory = dataDirectory;
    this.verifier = verifier;
  }

  /**
   * @param totals what the API says
   */
  Books drawUp(JsonNode totals, Path log) throws IOException, SQLException, InterruptedException {
    try (Connection connection = database.connect("gateway_owner", "database-owner")) {
      long events = count(connection, EVENTS);
      long exported = awaitExported(connection);
      return new Books(
          trail(), events, exported, count(connection, CLAIMS), unbalanced(totals), leaks(log));
    }
  }

  private long awaitExported(Connection connection) throws IOException, SQLException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SEALING_SECONDS);
    long exported = exported();
    while (exported < count(connection, EVENTS) && System.nanoTime() < end) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
      exported = exported();
    }
    return exported;
  }

  /** Size of the tree in the last whole checkpoint outside the database. */
  private long exported() throws IOException {
    long size = 0;
    try (Stream<Path> files = Files.list(dataDirectory.resolve("audit"))) {
      for (Path file : files.filter(Bookkeeping::isCheckpoints).toList()) {
        List<String> lines = Files.readAllLines(file);
        for (int i = 4; i < lines.size(); i++) {
          if (lines.get(i).startsWith("— ")) {
            size = Math.max(size, Long.parseLong(lines.get(i - 3)));
          }
        }
      }
    }
    return size;
  }

  private static boolean isCheckpoints(Path file) {
    return file.getFileName().toString().startsWith("checkpoints-");
  }

  private List<String> trail() throws IOException, InterruptedException {
    Path export = dataDirectory.resolve("audit");
    ProcessBuilder builder =
        new ProcessBuilder(
            "python3",
            verifier.toString(),
            "--database",
            "host=127.0.0.1 dbname=gateway user=gateway_owner port=" + database.port(),
            "--key",
            export.resolve("audit-key.pem").toString(),
            "--checkpoints",
            export.toString());
    builder.environment().put("PGPASSWORD", database.password("database-owner"));
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() == 0 ? List.of() : List.of(said.strip());
  }

  private static List<String> unbalanced(JsonNode totals) {
    List<String> found = new ArrayList<>();
    totals
        .path("receivers")
        .propertyStream()
        .forEach(
            receiver -> {
              JsonNode states = receiver.getValue();
              long sum =
                  states
                      .propertyStream()
                      .filter(state -> !state.getKey().equals("subscribed"))
                      .mapToLong(state -> state.getValue().asLong())
                      .sum();
              if (sum != states.path("subscribed").asLong()) {
                found.add(receiver.getKey() + " " + states);
              }
            });
    return found;
  }

  private List<String> leaks(Path log) throws IOException {
    Set<String> forbidden = new HashSet<>(BODY_WORDS);
    try (Stream<Path> secrets = Files.list(dataDirectory.resolve("secrets"))) {
      for (Path secret : secrets.filter(Files::isRegularFile).toList()) {
        Files.readAllLines(secret).stream()
            .map(String::strip)
            .filter(line -> line.length() >= 16 && !line.startsWith("-----"))
            .forEach(forbidden::add);
      }
    }
    List<String> found = new ArrayList<>();
    int number = 0;
    for (String line : Files.readAllLines(log)) {
      number++;
      if (forbidden.stream().anyMatch(line::contains)) {
        found.add(log.getFileName() + " line " + number);
      }
    }
    return found;
  }

  private static long count(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }
}
