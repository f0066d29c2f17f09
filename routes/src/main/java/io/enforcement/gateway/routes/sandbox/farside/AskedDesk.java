package io.enforcement.gateway.routes.sandbox.farside;

import com.sun.net.httpserver.HttpExchange;
import io.enforcement.gateway.connectors.Secret;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where a partner is asked and answers at once, whatever the path: to a signed question it gives
 * the reply that was laid ready, and it remembers the last question. Safe for several threads.
 */
public final class AskedDesk implements AutoCloseable {

  private static final byte[] NOTHING = {};

  private final SignedRequests door;
  private final LoopbackHttp http;
  private volatile Function<String, byte[]> replies = key -> NOTHING;
  private volatile Question last;

  /**
   * A question as it came.
   *
   * @param key its number
   */
  public record Question(String key, byte[] document) {}

  /**
   * @param caller the AppKey under which the gateway asks
   * @param secret what it signs with
   */
  public AskedDesk(String id, String caller, Secret secret) {
    door = new SignedRequests(caller, secret);
    http = new LoopbackHttp(id + "-desk", this::handle);
  }

  /** Where it listens, on loopback. */
  public int port() {
    return http.port();
  }

  /**
   * From now on every question is answered like this, by its number; earlier ones are forgotten.
   */
  public void answer(Function<String, byte[]> next) {
    replies = next;
    last = null;
  }

  /** The last question that was asked rightly. */
  public Optional<Question> last() {
    return Optional.ofNullable(last);
  }

  /** Nobody can connect any more. */
  public void leave() {
    http.down();
  }

  private void handle(HttpExchange request) throws IOException {
    byte[] body = LoopbackHttp.body(request);
    if (!door.genuine(request, body)) {
      LoopbackHttp.answer(request, 401, "text/plain", "");
      return;
    }
    String key = LoopbackHttp.header(request, "Idempotency-Key");
    last = new Question(key, body);
    byte[] reply = replies.apply(key);
    request.getResponseHeaders().set("Content-Type", LoopbackHttp.header(request, "Content-Type"));
    request.sendResponseHeaders(200, reply.length == 0 ? -1 : reply.length);
    if (reply.length > 0) {
      request.getResponseBody().write(reply);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
