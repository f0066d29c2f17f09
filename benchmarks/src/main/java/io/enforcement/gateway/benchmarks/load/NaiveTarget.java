package io.enforcement.gateway.benchmarks.load;

import io.enforcement.gateway.benchmarks.machine.ChildProcess;
import io.enforcement.gateway.benchmarks.naive.NaiveProcess;
import io.enforcement.gateway.benchmarks.wire.HttpConnection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A naive flow as a process, with one receiver. */
final class NaiveTarget implements Target {

  private final NaiveProcess.Kind kind;
  private final Path directory;
  private final ChildProcess process;
  private final int port;

  NaiveTarget(NaiveProcess.Kind kind, Path parent, List<String> jvm, String receiver)
      throws IOException {
    this.kind = kind;
    this.directory = Files.createDirectory(parent.resolve(kind.title()));
    List<String> arguments = new ArrayList<>(jvm);
    arguments.addAll(ChildProcess.ourselves());
    arguments.addAll(List.of("naive", "--kind", kind.name(), "--dir", directory.toString()));
    arguments.addAll(List.of("--partner", receiver));
    process = ChildProcess.java(arguments, parent.resolve(kind.title() + ".log"), true);
    port = Integer.parseInt(process.firstLine().replace("READY ", ""));
  }

  /** Numbers of the messages in its dead-letter queue, separated by blanks. */
  String dead() throws IOException {
    try (HttpConnection connection = new HttpConnection(port)) {
      return connection.exchange("GET", "/", Map.of(), new byte[0], () -> {}).text();
    }
  }

  @Override
  public String title() {
    return kind.title();
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public String path() {
    return "/";
  }

  @Override
  public Map<String, String> headers(int number, byte[] body) {
    return Map.of("Content-Type", "application/json");
  }

  @Override
  public int receivers() {
    return 1;
  }

  @Override
  public long pid() {
    return process.pid();
  }

  @Override
  public Path directory() {
    return directory;
  }

  @Override
  public void close() {
    process.close();
  }
}
