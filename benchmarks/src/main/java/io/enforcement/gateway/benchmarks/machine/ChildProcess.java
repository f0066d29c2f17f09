package io.enforcement.gateway.benchmarks.machine;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/** A Java process of ours. Ended by its own handle, never by name. */
public final class ChildProcess implements AutoCloseable {

  private static final long STOP_SECONDS = 40;

  private final Process process;

  private ChildProcess(Process process) {
    this.process = process;
  }

  /**
   * Starts {@code java} with these arguments.
   *
   * @param log takes standard error, and standard output unless it is read by {@link #firstLine}
   */
  public static ChildProcess java(List<String> arguments, Path log, boolean readsOutput)
      throws IOException {
    return java(arguments, log, readsOutput, Map.of());
  }

  /**
   * The same with variables of its own.
   *
   * @param environment besides those of this process
   */
  public static ChildProcess java(
      List<String> arguments, Path log, boolean readsOutput, Map<String, String> environment)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(arguments);
    ProcessBuilder.Redirect appended = ProcessBuilder.Redirect.appendTo(log.toFile());
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(appended);
    builder.environment().putAll(environment);
    if (!readsOutput) {
      builder.redirectOutput(appended);
    }
    return new ChildProcess(builder.start());
  }

  /** The jar or the class path that this JVM itself was started with. */
  public static List<String> ourselves() {
    String path = System.getProperty("java.class.path");
    return path.endsWith(".jar") && !path.contains(File.pathSeparator)
        ? List.of("-jar", path)
        : List.of("-cp", path, "io.enforcement.gateway.benchmarks.Benchmarks");
  }

  /**
   * The first line of its standard output.
   *
   * @throws IOException when the process ended without one
   */
  public String firstLine() throws IOException {
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = out.readLine();
    if (line == null) {
      throw new IOException("the process ended before it was ready");
    }
    return line;
  }

  public long pid() {
    return process.pid();
  }

  public boolean alive() {
    return process.isAlive();
  }

  /** Ended with this code, or empty while it runs. */
  public OptionalInt exitCode() {
    return process.isAlive() ? OptionalInt.empty() : OptionalInt.of(process.exitValue());
  }

  /** Waits for its end; false when it still runs after so many seconds. */
  public boolean awaitEnd(long seconds) throws InterruptedException {
    return process.waitFor(seconds, TimeUnit.SECONDS);
  }

  /** SIGTERM. Returns at once. */
  public void signalEnd() {
    process.destroy();
  }

  /** SIGKILL: no shutdown hook, no flush. Returns at once. */
  public void signalKill() {
    process.destroyForcibly();
  }

  /** SIGKILL. Returns when the process is gone. */
  public void kill() throws InterruptedException {
    signalKill();
    process.waitFor();
  }

  /** Ends its standard input, then SIGTERM, and only when that does not help SIGKILL. */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      process.destroy();
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        kill();
      }
    } catch (IOException alreadyGone) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
