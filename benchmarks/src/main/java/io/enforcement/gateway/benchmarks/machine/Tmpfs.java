package io.enforcement.gateway.benchmarks.machine;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A small volume of its own that can be filled. Needs root. Used by one thread. */
public final class Tmpfs implements Closeable {

  private static final byte[] BLOCK = new byte[4096];

  private final Path directory;
  private final Path filler;

  private Tmpfs(Path directory) {
    this.directory = directory;
    this.filler = directory.resolve("filler");
  }

  /** Mounts one on a new directory; empty where this account may not. */
  public static Optional<Tmpfs> mount(Path directory, int megabytes) throws IOException {
    Files.createDirectories(directory);
    boolean mounted =
        run(
            "mount",
            "-t",
            "tmpfs",
            "-o",
            "size=" + megabytes + "m",
            "faults",
            directory.toString());
    return mounted ? Optional.of(new Tmpfs(directory)) : Optional.empty();
  }

  /** Fills it to the last block. */
  public void fill() throws IOException {
    try (OutputStream out = Files.newOutputStream(filler)) {
      while (true) {
        out.write(BLOCK);
      }
    } catch (IOException full) {
      if (Files.getFileStore(directory).getUsableSpace() > 0) {
        throw full;
      }
    }
  }

  /** Gives the room back. */
  public void free() throws IOException {
    Files.deleteIfExists(filler);
  }

  /**
   * Lets nobody write to it any more, or again.
   *
   * @throws IOException when a file is open for writing on it just now
   */
  public void readOnly(boolean now) throws IOException {
    if (!run("mount", "-o", "remount," + (now ? "ro" : "rw"), directory.toString())) {
      throw new IOException(directory + " cannot be mounted anew");
    }
  }

  /** Unmounts it, with what is in it. */
  @Override
  public void close() throws IOException {
    if (!run("umount", directory.toString()) && !run("umount", "-l", directory.toString())) {
      throw new IOException(directory + " cannot be unmounted");
    }
  }

  private static boolean run(String... command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try {
      process.getInputStream().readAllBytes();
      return process.waitFor() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
