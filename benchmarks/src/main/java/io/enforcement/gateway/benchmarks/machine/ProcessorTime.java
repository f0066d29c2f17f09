package io.enforcement.gateway.benchmarks.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** CPU time of other processes as the kernel counts it in {@code /proc}, in milliseconds. */
public final class ProcessorTime {

  /** The kernel's clock tick as {@code /proc} shows it; 100 a second on every Linux of today. */
  private static final long MILLIS_PER_TICK = 10;

  private static final int USER = 11;
  private static final int SYSTEM = 12;
  private static final int PARENT = 1;

  private ProcessorTime() {}

  /** Of one process, without its children. */
  public static long of(long pid) throws IOException {
    return ticks(pid, USER) + ticks(pid, SYSTEM);
  }

  /**
   * Of the PostgreSQL whose data lies somewhere under the directory: the postmaster, its living
   * backends and those that it has buried. 0 when there is none.
   */
  public static long ofPostgres(Path under) throws IOException {
    Optional<Long> postmaster = postmaster(under);
    if (postmaster.isEmpty()) {
      return 0;
    }
    long pid = postmaster.get();
    long sum = of(pid) + ticks(pid, USER + 2) + ticks(pid, SYSTEM + 2);
    try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
      for (Path path : processes.filter(ProcessorTime::isProcess).toList()) {
        sum += ofChild(Long.parseLong(path.getFileName().toString()), pid);
      }
    }
    return sum;
  }

  private static long ofChild(long pid, long parent) {
    try {
      return fields(pid)[PARENT].equals(Long.toString(parent)) ? of(pid) : 0;
    } catch (IOException endedMeanwhile) {
      return 0;
    }
  }

  private static boolean isProcess(Path path) {
    return path.getFileName().toString().chars().allMatch(Character::isDigit);
  }

  private static Optional<Long> postmaster(Path under) throws IOException {
    try (Stream<Path> files = Files.find(under, 3, (p, a) -> p.endsWith("postmaster.pid"))) {
      Optional<Path> file = files.findFirst();
      return file.isEmpty()
          ? Optional.empty()
          : Optional.of(Long.parseLong(Files.readAllLines(file.get()).get(0).trim()));
    }
  }

  private static long ticks(long pid, int field) throws IOException {
    return Long.parseLong(fields(pid)[field]) * MILLIS_PER_TICK;
  }

  /** The fields after the process's name, which may itself hold blanks. */
  private static String[] fields(long pid) throws IOException {
    String stat =
        Files.readString(Path.of("/proc", Long.toString(pid), "stat"), StandardCharsets.ISO_8859_1);
    return stat.substring(stat.lastIndexOf(')') + 2).split(" ");
  }
}
