package io.enforcement.gateway.connectors;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The bytes of one delivery: in memory, or in a file of ours where they may be too many for that.
 * The same at every opening; any thread.
 */
public interface Content {

  /** How many bytes. */
  long size();

  /** The bytes from the first one on; the caller closes it. */
  InputStream open() throws IOException;

  /**
   * All of them at once, for a transport that carries a message in one piece.
   *
   * @throws UncheckedIOException when the file cannot be read
   */
  byte[] bytes();

  /** Bytes that are in memory anyway. */
  static Content of(byte[] bytes) {
    return new InMemory(bytes);
  }

  /**
   * A whole file, which stays as it is as long as it is used here.
   *
   * @throws UncheckedIOException when there is none
   */
  static Content of(Path file) {
    try {
      return new InFile(file, Files.size(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Bytes in memory. */
  record InMemory(byte[] bytes) implements Content {
    @Override
    public long size() {
      return bytes.length;
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(bytes);
    }
  }

  /** Bytes in a file. */
  record InFile(Path file, long size) implements Content {
    @Override
    public InputStream open() throws IOException {
      return Files.newInputStream(file);
    }

    @Override
    public byte[] bytes() {
      try {
        return Files.readAllBytes(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
