package io.enforcement.gateway.routes.sandbox.farside;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;

/**
 * The hand on the fault switches from outside the process: {@code GET /sandbox/partners}, {@code
 * PUT /sandbox/partners/{id}/behaviour} with {@code {"kind":"SLOW","millis":500,"reason":""}} and
 * {@code GET /sandbox/partners/{id}/ledger}. Bound to loopback, never beside the gateway's own API.
 */
public final class SandboxControl implements AutoCloseable {

  private static final String PARTNERS = "/sandbox/partners";

  private final Map<String, SandboxPartner> partners;
  private final LoopbackHttp http;

  public SandboxControl(List<? extends SandboxPartner> partners) {
    this.partners =
        partners.stream().collect(Collectors.toMap(SandboxPartner::id, Function.identity()));
    http = new LoopbackHttp("control", this::handle);
  }

  public URI base() {
    return URI.create("http://127.0.0.1:" + http.port());
  }

  /** What a switch is asked for; what is absent is null. */
  record Wanted(String kind, Long millis, String reason) {

    Behaviour behaviour() {
      Behaviour.Kind to = Behaviour.Kind.valueOf(String.valueOf(kind).toUpperCase(Locale.ROOT));
      return switch (to) {
        case SLOW -> Behaviour.slow(millis == null ? 0 : millis);
        case REFUSE -> Behaviour.refuse(reason == null ? "" : reason);
        default -> Behaviour.of(to);
      };
    }
  }

  private void handle(HttpExchange request) throws IOException {
    String path = request.getRequestURI().getPath();
    String[] steps = path.split("/");
    SandboxPartner partner = steps.length == 5 ? partners.get(steps[3]) : null;
    String asked = request.getRequestMethod() + " " + (steps.length == 5 ? steps[4] : "");
    if (path.equals(PARTNERS) && request.getRequestMethod().equals("GET")) {
      LoopbackHttp.json(request, 200, partners.values().stream().map(this::state).toList());
    } else if (partner == null || !path.startsWith(PARTNERS)) {
      LoopbackHttp.json(request, 404, Map.of("code", "NO_SUCH_PARTNER"));
    } else if (asked.equals("PUT behaviour")) {
      turn(request, partner);
    } else if (asked.equals("GET ledger")) {
      LoopbackHttp.json(request, 200, partner.ledger().entries().stream().map(this::line).toList());
    } else {
      LoopbackHttp.json(request, 405, Map.of("code", "NOT_HERE"));
    }
  }

  private void turn(HttpExchange request, SandboxPartner partner) throws IOException {
    try {
      partner.behave(Json.MAPPER.readValue(LoopbackHttp.body(request), Wanted.class).behaviour());
      LoopbackHttp.json(request, 200, state(partner));
    } catch (IllegalArgumentException | JacksonException e) {
      LoopbackHttp.json(
          request, 400, Map.of("code", "UNKNOWN_BEHAVIOUR", "supports", partner.supports()));
    }
  }

  private Map<String, Object> state(SandboxPartner partner) {
    return Map.of(
        "id", partner.id(),
        "behaviour", partner.behaviour().kind(),
        "supports", partner.supports());
  }

  private Map<String, Object> line(Ledger.Entry entry) {
    return Map.of(
        "at", entry.at().toString(),
        "event", entry.event(),
        "key", entry.key(),
        "digest", entry.digest(),
        "note", entry.note());
  }

  @Override
  public void close() {
    http.close();
  }
}
