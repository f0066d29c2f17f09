package io.enforcement.gateway.routes.database;

import io.enforcement.gateway.routes.CannotStart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an earlier gateway may have left behind: its PostgreSQL outlives a killed JVM.
 *
 * <p>The pid file decides. A running PostgreSQL of this very directory is stopped cleanly. A file
 * of a dead process is left to PostgreSQL itself. When the number has since been given to a process
 * that is no PostgreSQL (common in containers), PostgreSQL would wait for it forever: then the file
 * is moved aside. The file of a live PostgreSQL is never touched.
 */
final class Orphan {

  private static final Logger LOG = LoggerFactory.getLogger(Orphan.class);

  /** How PostgreSQL names the process that recovers. */
  private static final String RECOVERY = "postgres: startup";

  private Orphan() {}

  /** Whether a PostgreSQL of this very directory runs. */
  static boolean isRunning(Path cluster) {
    long pid = pidIn(cluster.resolve("postmaster.pid"));
    return pid > 0 && commandOf(pid).contains(cluster.toString());
  }

  /** Whether the PostgreSQL of this directory is at recovering what it holds. */
  static boolean recovers(Path cluster) {
    return ProcessHandle.of(pidIn(cluster.resolve("postmaster.pid"))).stream()
        .flatMap(ProcessHandle::children)
        .anyMatch(child -> commandOf(child.pid()).get(0).startsWith(RECOVERY));
  }

  static void recover(Path cluster, PostgresPrograms programs) {
    Path pidFile = cluster.resolve("postmaster.pid");
    long pid = pidIn(pidFile);
    if (pid <= 0 || ProcessHandle.of(pid).isEmpty()) {
      return;
    }
    List<String> command = commandOf(pid);
    if (!isPostgres(command)) {
      moveAside(pidFile, pid);
    } else if (command.contains(cluster.toString())) {
      stop(cluster, pid, programs);
    } else {
      throw new CannotStart(
          "Process " + pid + ", named in " + pidFile + ", is a PostgreSQL of another directory.");
    }
  }

  private static void stop(Path cluster, long pid, PostgresPrograms programs) {
    LOG.warn("An earlier gateway left its PostgreSQL running (process {}); stopping it.", pid);
    PostgresPrograms.Answer answer = programs.stop(cluster);
    if (answer.code() != 0) {
      answer = programs.halt(cluster);
    }
    if (answer.code() != 0) {
      throw new CannotStart(
          "The PostgreSQL of an earlier gateway (process "
              + pid
              + ") does not stop: "
              + answer.lastLine());
    }
  }

  private static void moveAside(Path pidFile, long pid) {
    LOG.warn("postmaster.pid names process {}, which is no PostgreSQL; moving it aside.", pid);
    try {
      Files.move(
          pidFile,
          pidFile.resolveSibling("postmaster.pid.stale"),
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new CannotStart("The stale file " + pidFile + " cannot be moved aside.", e);
    }
  }

  private static long pidIn(Path pidFile) {
    try {
      return Files.exists(pidFile) ? Long.parseLong(Files.readAllLines(pidFile).get(0).strip()) : 0;
    } catch (IOException | NumberFormatException | IndexOutOfBoundsException unreadable) {
      return 0; // PostgreSQL judges a damaged pid file itself, and says so in its log.
    }
  }

  private static boolean isPostgres(List<String> command) {
    return !command.isEmpty() && command.get(0).endsWith("postgres");
  }

  private static List<String> commandOf(long pid) {
    try {
      Path commandLine = Path.of("/proc", Long.toString(pid), "cmdline");
      return Arrays.asList(Files.readString(commandLine, StandardCharsets.UTF_8).split("\0"));
    } catch (IOException notLinux) {
      String line = ProcessHandle.of(pid).flatMap(p -> p.info().commandLine()).orElse("");
      return Arrays.asList(line.split(" "));
    }
  }
}
