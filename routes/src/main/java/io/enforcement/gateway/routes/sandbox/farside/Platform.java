package io.enforcement.gateway.routes.sandbox.farside;

import com.sun.net.httpserver.HttpExchange;
import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.connectors.soap.FaultCode;
import io.enforcement.gateway.connectors.soap.SoapAnswer;
import io.enforcement.gateway.connectors.soap.SoapFault;
import io.enforcement.gateway.connectors.soap.SoapMessage;
import io.enforcement.gateway.connectors.soap.SoapRefused;
import io.enforcement.gateway.connectors.soap.SoapVersion;
import io.enforcement.gateway.routes.sandbox.farside.Ledger.Event;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Any platform that is called over HTTP: {@code POST /records} with a signed document, or {@code
 * POST /soap} with an envelope that holds a UsernameToken. It takes what it is given, once per key,
 * and looks into nothing. Safe for several threads.
 */
public final class Platform extends SwitchedPartner {

  /** Namespace of its answers over SOAP. */
  public static final String NAMESPACE = "urn:example:simulated-platform";

  private static final String RECORDS = "/records";
  private static final String SOAP = "/soap";
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  private final Set<String> known = new HashSet<>();
  private final SignedRequests door;
  private final Secret secret;
  private final LoopbackHttp http;

  /**
   * @param directory where the ledger is kept
   * @param caller the AppKey under which the gateway calls
   * @param secret what it signs with
   */
  public Platform(String id, Path directory, String caller, Secret secret) {
    super(id, directory, EnumSet.of(Behaviour.Kind.OK, Behaviour.Kind.SLOW, Behaviour.Kind.DOWN));
    this.secret = secret;
    known.addAll(ledger.keys(Event.ARRIVED).keySet());
    door = new SignedRequests(caller, secret);
    http = new LoopbackHttp(id, this::handle);
  }

  /** Where it listens, on loopback. */
  public int port() {
    return http.port();
  }

  private void handle(HttpExchange request) throws IOException {
    byte[] body = LoopbackHttp.body(request);
    String path = request.getRequestURI().getPath();
    fault.think(fault.general());
    if (path.equals(RECORDS) && door.genuine(request, body)) {
      keep(LoopbackHttp.header(request, "Idempotency-Key"), body, "rest");
      LoopbackHttp.json(request, 200, Map.of("code", "OK"));
    } else if (path.equals(SOAP)) {
      soap(request, body);
    } else {
      LoopbackHttp.json(request, 401, Map.of("code", "UNSIGNED"));
    }
  }

  private void soap(HttpExchange request, byte[] body) throws IOException {
    try {
      SoapMessage message = SoapMessage.read(body);
      boolean genuine =
          message.token().filter(t -> t.verify(secret, Clock.systemUTC(), TOLERANCE)).isPresent();
      if (!genuine || message.messageId().isEmpty()) {
        fault(request, message.version(), "not authenticated");
        return;
      }
      keep(message.messageId().get(), message.payload(), message.operation().getLocalPart());
      answer(
          request,
          200,
          message.version(),
          new SoapAnswer("0", "OK", message.messageId().get(), "")
              .toBytes(message.version(), NAMESPACE));
    } catch (SoapRefused e) {
      fault(request, SoapVersion.V1_1, e.rule());
    }
  }

  private static void fault(HttpExchange request, SoapVersion version, String why)
      throws IOException {
    SoapFault fault = new SoapFault(FaultCode.SENDER, "拒绝", why, List.of());
    answer(request, fault.status(version), version, fault.toBytes(version, NAMESPACE));
  }

  private static void answer(HttpExchange request, int status, SoapVersion version, byte[] body)
      throws IOException {
    request.getResponseHeaders().set("Content-Type", version.contentType());
    request.sendResponseHeaders(status, body.length);
    request.getResponseBody().write(body);
  }

  void keep(String key, byte[] body, String note) {
    synchronized (known) {
      ledger.append(known.add(key) ? Event.ARRIVED : Event.ARRIVED_AGAIN, key, body, note);
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
