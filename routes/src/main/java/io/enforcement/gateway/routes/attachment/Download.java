package io.enforcement.gateway.routes.attachment;

import io.enforcement.gateway.routes.problem.ProblemCode;
import io.enforcement.gateway.routes.problem.ProblemException;
import io.enforcement.gateway.routes.spool.ContentDigest;
import io.enforcement.gateway.routes.spool.Spool;
import io.enforcement.gateway.routes.store.HeldFile;
import io.enforcement.gateway.routes.store.ReleasedFileStore;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpRange;
import org.springframework.stereotype.Component;

/**
 * Gives files to the receivers whose deliveries name them, and to nobody else: to all others they
 * are not there. One range of a file can be asked for (RFC 9110); the digest is told as {@code
 * ETag}, and as {@code Repr-Digest} (RFC 9530) where that knows the algorithm. Thread-safe.
 */
@Component
class Download {

  private static final Logger LOG = LoggerFactory.getLogger(Download.class);
  private static final int BUFFER = 64 * 1024;

  private final ReleasedFileStore store;
  private final Spool spool;

  Download(ReleasedFileStore store, Spool spool) {
    this.store = store;
    this.spool = spool;
  }

  /** The part of a file that is asked for. */
  private record Slice(long start, long length) {}

  /**
   * The file, when this receiver may have it.
   *
   * @throws ProblemException otherwise
   */
  HeldFile require(String receiver, ContentDigest digest) {
    return store
        .releasedTo(receiver, digest.toString())
        .filter(file -> Files.isRegularFile(spool.file(digest)))
        .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
  }

  /** The headers of a whole file. */
  void describe(HeldFile file, ContentDigest digest, HttpServletResponse response) {
    response.setContentType(file.mediaType());
    response.setContentLengthLong(file.size());
    response.setHeader("Accept-Ranges", "bytes");
    response.setHeader("Content-Disposition", "attachment");
    response.setHeader("ETag", "\"" + digest + "\"");
    if (digest.algorithm().equals("sha256")) {
      String base64 = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(digest.hex()));
      response.setHeader("Repr-Digest", "sha-256=:" + base64 + ":");
    }
  }

  /** Streams the file, or the range of it that is asked for. */
  void answer(
      String receiver,
      ContentDigest digest,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    HeldFile file = require(receiver, digest);
    Slice slice = slice(request.getHeader("Range"), file.size());
    store.released(receiver, file);
    describe(file, digest, response);
    if (slice == null) {
      whole(digest, response.getOutputStream());
      return;
    }
    response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
    response.setContentLengthLong(slice.length());
    long last = slice.start() + slice.length() - 1;
    response.setHeader("Content-Range", "bytes " + slice.start() + "-" + last + "/" + file.size());
    part(digest, slice, response.getOutputStream());
  }

  /** Null for the whole file: so may be answered whatever range is not understood. */
  private static Slice slice(String header, long size) {
    try {
      List<HttpRange> ranges = header == null ? List.of() : HttpRange.parseRanges(header);
      if (ranges.size() != 1 || ranges.get(0).getRangeStart(size) >= size) {
        return null;
      }
      long start = ranges.get(0).getRangeStart(size);
      return new Slice(start, ranges.get(0).getRangeEnd(size) - start + 1);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /**
   * The last bytes are held back until the digest is proven again: what has gone bad on disk never
   * arrives as a whole file.
   */
  private void whole(ContentDigest digest, OutputStream to) throws IOException {
    MessageDigest computation = digest.computation();
    byte[] buffer = new byte[BUFFER];
    byte[] next = new byte[BUFFER];
    try (InputStream from = Files.newInputStream(spool.file(digest))) {
      int held = from.readNBytes(buffer, 0, BUFFER);
      while (held > 0) {
        computation.update(buffer, 0, held);
        int more = from.readNBytes(next, 0, BUFFER);
        if (more == 0 && !digest.matches(computation)) {
          LOG.error("the file {} on disk is not what its digest says", digest);
          throw new IOException("a file on disk is not what its digest says");
        }
        to.write(buffer, 0, held);
        byte[] written = buffer;
        buffer = next;
        next = written;
        held = more;
      }
    }
  }

  /** Whoever asks for parts proves the whole when it has it. */
  private void part(ContentDigest digest, Slice slice, OutputStream to) throws IOException {
    byte[] buffer = new byte[BUFFER];
    try (InputStream from = Files.newInputStream(spool.file(digest))) {
      from.skipNBytes(slice.start());
      for (long left = slice.length(); left > 0; ) {
        int n = from.read(buffer, 0, (int) Math.min(BUFFER, left));
        if (n < 0) {
          throw new IOException("a file on disk is shorter than its row says");
        }
        to.write(buffer, 0, n);
        left -= n;
      }
    }
  }
}
