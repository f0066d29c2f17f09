package io.enforcement.gateway.routes.security;

import io.enforcement.gateway.routes.problem.ProblemCode;
import io.enforcement.gateway.routes.problem.ProblemException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Collections;

/** Reads a request's body as it was sent, and never more of it than the limit. */
public final class BoundedBody {

  private BoundedBody() {}

  /**
   * The body's bytes, empty when there is none.
   *
   * @throws ProblemException when the body is compressed, larger than the limit (declared or not),
   *     too slow or broken off
   */
  public static byte[] read(HttpServletRequest request, int limit) {
    requirePlain(request);
    if (request.getContentLengthLong() > limit) {
      throw tooLarge(limit);
    }
    try {
      return readUpTo(limit, request.getInputStream());
    } catch (SocketTimeoutException tooSlow) {
      throw ending(ProblemException.of(ProblemCode.TIMEOUT));
    } catch (IOException brokenOff) {
      throw ending(ProblemException.of(ProblemCode.MALFORMED));
    }
  }

  private static byte[] readUpTo(int limit, ServletInputStream body) throws IOException {
    byte[] bytes = body.readNBytes(limit);
    if (bytes.length == limit && body.read() >= 0) {
      throw tooLarge(limit);
    }
    return bytes;
  }

  /** Refuses a compressed body. */
  static void requirePlain(HttpServletRequest request) {
    for (String encoding : Collections.list(request.getHeaders("Content-Encoding"))) {
      if (!encoding.isBlank() && !encoding.strip().equalsIgnoreCase("identity")) {
        throw ProblemException.of(
            ProblemCode.WRONG_TYPE, "Content-Encoding", "intake.content-encoding");
      }
    }
  }

  private static ProblemException tooLarge(int limit) {
    return ending(
        ProblemException.of(ProblemCode.TOO_LARGE, "", "intake.size", Integer.toString(limit)));
  }

  /** What is left of the body is not read: the connection ends with this answer. */
  private static ProblemException ending(ProblemException refusal) {
    return refusal.withHeader("Connection", "close");
  }
}
