package io.enforcement.gateway.benchmarks.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * An append-only file of lines, each on disk when {@link #append} returns. Lines of several threads
 * share one fsync. The order of lines is the order of the calls. Thread-safe.
 */
final class Ledger implements AutoCloseable {

  private final Path file;
  private final FileChannel channel;
  private final Object disk = new Object();
  private long written;
  private long synced;

  Ledger(Path file) throws IOException {
    this.file = file;
    this.channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  /** Words separated by blanks; none of them may hold a blank. */
  void append(String... words) {
    byte[] line = (String.join(" ", words) + "\n").getBytes(StandardCharsets.UTF_8);
    try {
      sync(write(line));
    } catch (IOException e) {
      throw new UncheckedIOException("the ledger cannot be written", e);
    }
  }

  private synchronized long write(byte[] line) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(line);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    written += line.length;
    return written;
  }

  private synchronized long written() {
    return written;
  }

  private void sync(long upTo) throws IOException {
    synchronized (disk) {
      if (synced < upTo) {
        long now = written();
        channel.force(false);
        synced = now;
      }
    }
  }

  /** All lines, as words. */
  List<String[]> lines() throws IOException {
    return Files.readAllLines(file).stream().map(line -> line.split(" ")).toList();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
