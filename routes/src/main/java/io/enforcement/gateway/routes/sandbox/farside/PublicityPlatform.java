package io.enforcement.gateway.routes.sandbox.farside;

import com.sun.net.httpserver.HttpExchange;
import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.routes.sandbox.farside.Ledger.Event;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;

/**
 * The publicity platform (公示平台): {@code POST /decisions}, {@code POST /withdrawals} or, for either,
 * {@code POST /records} with a signed JSON object; {@code GET /records/{key}} looks one up. It
 * deduplicates by {@code Idempotency-Key}: the same key with the same bytes is answered 200 and
 * published once, with other bytes 409. Safe for several threads.
 */
public final class PublicityPlatform extends SwitchedPartner {

  private static final String RECORDS = "/records";
  private static final Set<String> TAKES = Set.of("/decisions", "/withdrawals", RECORDS);

  private final Map<String, String> published = new LinkedHashMap<>();
  private final SignedRequests door;
  private final LoopbackHttp http;

  /**
   * @param directory where the ledger is kept
   * @param caller the AppKey under which the gateway calls
   * @param secret what it signs with
   */
  public PublicityPlatform(Path directory, String caller, Secret secret) {
    super("publicity", directory, EnumSet.allOf(Behaviour.Kind.class));
    ledger.entries().stream()
        .filter(e -> e.event() == Event.ARRIVED)
        .forEach(e -> published.put(e.key(), e.digest()));
    door = new SignedRequests(caller, secret);
    http = new LoopbackHttp(id(), this::handle);
  }

  /** Where it listens. */
  public URI base() {
    return URI.create("http://127.0.0.1:" + http.port());
  }

  /** Lets the next new key, and only that key, be treated in this way until told otherwise. */
  public void behaveForNextKey(Behaviour behaviour) {
    fault.forNextKey(behaviour);
  }

  /** Ends what {@link #behaveForNextKey} began. */
  public void forgetKeys() {
    fault.forgetKeys();
  }

  private void handle(HttpExchange request) throws IOException {
    byte[] body = LoopbackHttp.body(request);
    String path = request.getRequestURI().getPath();
    if (!door.genuine(request, body)) {
      LoopbackHttp.json(request, 401, Map.of("code", "UNSIGNED"));
    } else if (request.getRequestMethod().equals("GET") && path.startsWith(RECORDS + "/")) {
      find(request, path.substring(RECORDS.length() + 1));
    } else if (!TAKES.contains(path)) {
      LoopbackHttp.json(request, 404, Map.of("code", "NO_SUCH_SERVICE"));
    } else if (!request.getRequestMethod().equals("POST")) {
      LoopbackHttp.json(request, 405, Map.of("code", "POST_ONLY"));
    } else {
      take(request, path.substring(1), body);
    }
  }

  private void find(HttpExchange request, String key) throws IOException {
    boolean known = isPublished(key);
    LoopbackHttp.json(request, known ? 200 : 404, Map.of("key", key, "published", known));
  }

  private boolean isPublished(String key) {
    synchronized (published) {
      return published.containsKey(key);
    }
  }

  private void take(HttpExchange request, String kind, byte[] body) throws IOException {
    String key = LoopbackHttp.header(request, "Idempotency-Key");
    if (key.isBlank() || body.length > LoopbackHttp.LARGEST_BODY || !isObject(body)) {
      LoopbackHttp.json(request, 400, Map.of("code", "MALFORMED"));
      return;
    }
    Behaviour behaviour = fault.forKey(key, !isPublished(key));
    fault.think(behaviour);
    switch (behaviour.kind()) {
      case ERROR_500 -> LoopbackHttp.json(request, 500, Map.of("code", "INTERNAL"));
      case GARBAGE -> LoopbackHttp.answer(request, 200, "text/html", "<html><body>\u9501\uFFFD%%");
      case REFUSE -> refuse(request, kind, key, body, behaviour.reason());
      case ERROR_500_AFTER_WORK -> {
        publish(kind, key, body);
        LoopbackHttp.json(request, 500, Map.of("code", "INTERNAL"));
      }
      default -> answer(request, key, publish(kind, key, body));
    }
  }

  private void refuse(HttpExchange request, String kind, String key, byte[] body, String reason)
      throws IOException {
    ledger.append(Event.REFUSED, key, body, kind);
    LoopbackHttp.json(request, 422, Map.of("code", "REFUSED", "message", reason));
  }

  private static void answer(HttpExchange request, String key, int status) throws IOException {
    String code = status == 409 ? "KEY_IN_USE" : "OK";
    LoopbackHttp.json(request, status, Map.of("code", code, "key", key));
  }

  /** Returns 201 for new, 200 for known with the same bytes, 409 for known with others. */
  private int publish(String kind, String key, byte[] body) {
    synchronized (published) {
      String digest = Digests.sha256(body);
      String before = published.get(key);
      if (before != null) {
        boolean same = before.equals(digest);
        ledger.append(same ? Event.ARRIVED_AGAIN : Event.REFUSED, key, body, kind);
        return same ? 200 : 409;
      }
      ledger.append(Event.ARRIVED, key, body, kind);
      published.put(key, digest);
      return 201;
    }
  }

  private static boolean isObject(byte[] body) {
    try {
      return Json.MAPPER.readTree(body).isObject();
    } catch (JacksonException e) {
      return false;
    }
  }

  @Override
  void leaveTheNet() {
    http.down();
  }

  @Override
  void joinTheNet() {
    http.up();
  }

  @Override
  void end() {
    http.close();
  }
}
