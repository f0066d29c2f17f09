package io.enforcement.gateway.routes.spool;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;

/**
 * One file on its way in: goes through one buffer to disk while its digests are computed. Used by
 * one thread.
 */
public final class Incoming {

  private static final int BUFFER = 64 * 1024;

  private final Path partial;
  private final long limit;
  private final MessageDigest content;
  private final MessageDigest body;
  private long size;

  /** The other side stopped before the end; what came is on disk and can be continued. */
  public static final class BrokenOff extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenOff(IOException cause) {
      super(cause);
    }
  }

  /** More bytes came than a file may have. */
  public static final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * @param limit of the whole file in bytes
   * @param content computes the digest of the whole file
   * @param body computes the digest of the bytes that come now
   */
  public Incoming(Path partial, long limit, MessageDigest content, MessageDigest body) {
    this.partial = partial;
    this.limit = limit;
    this.content = content;
    this.body = body;
  }

  /** Takes what is on disk already into the digest. */
  public void resume() {
    byte[] buffer = new byte[BUFFER];
    try (InputStream held = Files.newInputStream(partial)) {
      for (int n = held.read(buffer); n >= 0; n = held.read(buffer)) {
        content.update(buffer, 0, n);
        size += n;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes the stream behind what is there.
   *
   * @throws BrokenOff when the stream fails
   * @throws TooLarge when it does not end at the limit
   * @throws UncheckedIOException when the disk fails
   */
  public void take(InputStream from) {
    byte[] buffer = new byte[BUFFER];
    try (OutputStream to =
        Files.newOutputStream(partial, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      for (int n = read(from, buffer); n >= 0; n = read(from, buffer)) {
        size += n;
        if (size > limit) {
          throw new TooLarge();
        }
        content.update(buffer, 0, n);
        body.update(buffer, 0, n);
        to.write(buffer, 0, n);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Bytes of the whole file so far. */
  public long size() {
    return size;
  }

  private static int read(InputStream from, byte[] buffer) {
    try {
      return from.read(buffer);
    } catch (IOException e) {
      throw new BrokenOff(e);
    }
  }
}
