package io.enforcement.gateway.benchmarks.wire;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One request or reply as read from the wire.
 *
 * @param start the request line or the status line
 * @param headers by lower-case name; of repeated ones the last
 * @param body never null
 */
public record HttpMessage(String start, Map<String, String> headers, byte[] body) {

  private static final int LONGEST_LINE = 16_384;
  private static final int LARGEST_BODY = 64 * 1024 * 1024;

  /** Reads one message; empty when the other side closed the connection between two messages. */
  static Optional<HttpMessage> read(InputStream in) throws IOException {
    String start = line(in);
    if (start == null) {
      return Optional.empty();
    }
    Map<String, String> headers = new LinkedHashMap<>();
    for (String line = line(in); line != null && !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      if (colon < 1) {
        throw new IOException("a header line without a name");
      }
      String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
      headers.put(name, line.substring(colon + 1).trim());
    }
    return Optional.of(new HttpMessage(start, headers, body(in, headers)));
  }

  /** First word of a request line. */
  public String method() {
    return start.substring(0, start.indexOf(' '));
  }

  /** Path and query of a request line. */
  public String target() {
    return start.split(" ", 3)[1];
  }

  /** Status code of a status line. */
  public int status() {
    return Integer.parseInt(start.split(" ", 3)[1]);
  }

  /** The body as UTF-8. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  boolean closes() {
    return "close".equalsIgnoreCase(headers.get("connection"));
  }

  private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
    if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
      return chunks(in);
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    return exactly(in, length);
  }

  private static byte[] chunks(InputStream in) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int size = chunkSize(in); size > 0; size = chunkSize(in)) {
      all.write(exactly(in, size));
      line(in);
    }
    for (String line = line(in); line != null && !line.isEmpty(); line = line(in)) {
      continue;
    }
    return all.toByteArray();
  }

  private static int chunkSize(InputStream in) throws IOException {
    String line = line(in);
    if (line == null) {
      throw new EOFException("the connection ended within a body");
    }
    return Integer.parseInt(line.split(";", 2)[0].trim(), 16);
  }

  private static byte[] exactly(InputStream in, int length) throws IOException {
    if (length < 0 || length > LARGEST_BODY) {
      throw new IOException("a body of " + length + " bytes");
    }
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("the connection ended within a body");
    }
    return bytes;
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder(64);
    for (int c = in.read(); c >= 0; c = in.read()) {
      if (c == '\n') {
        return line.toString();
      }
      if (c != '\r') {
        line.append((char) c);
      }
      if (line.length() > LONGEST_LINE) {
        throw new IOException("a header line over " + LONGEST_LINE + " characters");
      }
    }
    if (line.length() > 0) {
      throw new EOFException("the connection ended within a header");
    }
    return null;
  }
}
