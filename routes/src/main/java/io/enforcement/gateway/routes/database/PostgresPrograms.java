package io.enforcement.gateway.routes.database;

import io.enforcement.gateway.routes.CannotStart;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs {@code initdb} and {@code pg_ctl}. PostgreSQL refuses to run as root, so root runs it in a
 * user namespace of its own ({@code unshare -U}), in which the same account bears no name: no
 * second account, no change of ownership.
 */
final class PostgresPrograms {

  private final Path bin;
  private final List<String> prefix;

  PostgresPrograms(Path binaries) {
    this.bin = binaries.resolve("bin");
    this.prefix = isRoot() ? List.of("unshare", "-U") : List.of();
    if (!prefix.isEmpty() && run(List.of("unshare", "-U", "true")).code() != 0) {
      throw new CannotStart(
          "PostgreSQL does not run as root, and this system allows no user namespace: start the"
              + " gateway as an ordinary user, or set gateway.database.url.");
    }
  }

  /** What a program answered: its exit code and what it printed. */
  record Answer(int code, String text) {

    String lastLine() {
      String[] lines = text.strip().split("\\R");
      return lines[lines.length - 1].strip();
    }
  }

  /** Creates a new cluster with checksums and with passwords only; no trust. */
  void createCluster(Path directory, Path passwordFile) {
    Answer answer =
        run(
            "initdb",
            "-D",
            directory.toString(),
            "-U",
            EmbeddedDatabase.SUPERUSER,
            "--pwfile=" + passwordFile,
            "-A",
            "scram-sha-256",
            "-c",
            PostgresConfiguration.FEW_ITERATIONS,
            "-k",
            "-E",
            "UTF8",
            "--locale=C");
    if (answer.code() != 0) {
      throw new CannotStart(
          "The embedded database cannot be created in " + directory + ": " + answer.lastLine());
    }
  }

  Answer start(Path directory, Path log) {
    return run(
        "pg_ctl", "-D", directory.toString(), "-l", log.toString(), "-w", "-t", "120", "start");
  }

  Answer stop(Path directory) {
    return run("pg_ctl", "-D", directory.toString(), "-m", "fast", "-w", "-t", "120", "stop");
  }

  /** Ends a server that does not stop: the next start recovers what was committed. */
  Answer halt(Path directory) {
    return run("pg_ctl", "-D", directory.toString(), "-m", "immediate", "-w", "-t", "60", "stop");
  }

  /** Ends what this process has called and waits for: a half-made cluster must not grow on. */
  static void endRunning() {
    List<ProcessHandle> running = ProcessHandle.current().descendants().toList();
    running.forEach(ProcessHandle::destroy);
    running.forEach(
        process -> process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join());
  }

  private Answer run(String program, String... arguments) {
    List<String> command = new ArrayList<>(prefix);
    command.add(bin.resolve(program).toString());
    command.addAll(Arrays.asList(arguments));
    return run(command);
  }

  private static Answer run(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectInput(new File("/dev/null"));
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C");
    try {
      Process process = builder.start();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Answer(process.waitFor(), text);
    } catch (IOException e) {
      return new Answer(127, e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotStart("Interrupted while waiting for PostgreSQL.", e);
    }
  }

  private static boolean isRoot() {
    try {
      return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    } catch (IOException | UnsupportedOperationException notLinux) {
      return "root".equals(System.getProperty("user.name"));
    }
  }
}
