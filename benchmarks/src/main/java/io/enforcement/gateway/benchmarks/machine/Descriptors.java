package io.enforcement.gateway.benchmarks.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** How many files and connections a running process may have open. Needs root. */
public final class Descriptors {

  private static final String LIMIT = "Max open files";

  private final long pid;
  private final String usual;

  /** Of this process. */
  public Descriptors(long pid) throws IOException {
    this.pid = pid;
    this.usual =
        Files.readAllLines(Path.of("/proc", Long.toString(pid), "limits")).stream()
            .filter(line -> line.startsWith(LIMIT))
            .map(line -> line.substring(LIMIT.length()).strip().split(" +")[0])
            .findFirst()
            .orElseThrow(() -> new IOException("the kernel tells no limit of " + pid));
  }

  /** As many as are open now and so many more. */
  public void squeeze(int more) throws IOException {
    try (Stream<Path> open = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
      limit(Long.toString(open.count() + more));
    }
  }

  /** As many as before. */
  public void release() throws IOException {
    limit(usual);
  }

  private void limit(String files) throws IOException {
    Process process =
        new ProcessBuilder("prlimit", "--pid", Long.toString(pid), "--nofile=" + files + ":")
            .redirectErrorStream(true)
            .start();
    try {
      String said = new String(process.getInputStream().readAllBytes());
      if (process.waitFor() != 0) {
        throw new IOException("the limit cannot be set: " + said.strip());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
