package io.enforcement.gateway.routes.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The embedded server's postgresql.conf, written anew at every start. */
final class PostgresConfiguration {

  /**
   * Iterations protect weak passwords from whoever has stolen their hashes. Ours are random numbers
   * of 192 bits, and lie beside the hashes; a Java that has just begun takes a second for the usual
   * four thousand.
   */
  static final String FEW_ITERATIONS = "scram_iterations=1";

  private static final String TEXT =
      """
      # Written by the gateway at every start; changes made here are lost.
      listen_addresses = '127.0.0.1'
      port = %d
      unix_socket_directories = ''
      max_connections = 100
      password_encryption = 'scram-sha-256'
      %s

      # What has been acknowledged survives power loss; the gateway refuses to start otherwise.
      fsync = on
      full_page_writes = on
      synchronous_commit = on

      # Throughput: few checkpoints, small full-page images, no wait for company at commit.
      shared_buffers = 128MB
      wal_compression = on
      min_wal_size = 128MB
      max_wal_size = 2GB
      checkpoint_timeout = 15min
      commit_delay = 0
      jit = off

      # No row values in the log: neither statements nor the details of a conflict.
      log_min_error_statement = panic
      log_error_verbosity = terse
      log_checkpoints = off
      timezone = 'UTC'
      log_timezone = 'UTC'
      lc_messages = 'C'
      """;

  private PostgresConfiguration() {}

  static void write(Path cluster, int port) throws IOException {
    Files.writeString(cluster.resolve("postgresql.conf"), TEXT.formatted(port, FEW_ITERATIONS));
  }

  /** The line in which the server said why it does not start. */
  static String complaintIn(Path log) throws IOException {
    List<String> lines =
        Files.exists(log) ? Files.readAllLines(log, StandardCharsets.UTF_8) : List.of();
    return lines.stream()
        .filter(line -> line.contains("FATAL") || line.contains("PANIC"))
        .findFirst()
        .orElse("it says nothing; see " + log);
  }
}
