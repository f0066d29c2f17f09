package io.enforcement.gateway.routes.sandbox.farside;

import com.sun.net.httpserver.HttpExchange;
import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.connectors.soap.FaultCode;
import io.enforcement.gateway.connectors.soap.SoapAnswer;
import io.enforcement.gateway.connectors.soap.SoapFault;
import io.enforcement.gateway.connectors.soap.SoapMessage;
import io.enforcement.gateway.connectors.soap.SoapRefused;
import io.enforcement.gateway.connectors.soap.SoapVersion;
import io.enforcement.gateway.routes.sandbox.farside.Behaviour.Kind;
import io.enforcement.gateway.routes.sandbox.farside.Ledger.Event;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Any platform that is called over HTTP, whatever the path: with a signed document, or with an
 * envelope that holds a UsernameToken. It takes what it is given, once per key, and looks into
 * nothing. Safe for several threads.
 */
public final class Platform extends SwitchedPartner {

  /** Namespace of its answers over SOAP. */
  public static final String NAMESPACE = "urn:example:simulated-platform";

  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  private final Set<String> known = new HashSet<>();
  private final Arrivals arrivals = new Arrivals();
  private final SignedRequests door;
  private final Secret secret;
  private final LoopbackHttp http;

  /**
   * @param directory where the ledger is kept
   * @param caller the AppKey under which the gateway calls
   * @param secret what it signs with
   */
  public Platform(String id, Path directory, String caller, Secret secret) {
    super(id, directory, EnumSet.complementOf(EnumSet.of(Kind.GARBAGE)));
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
    Behaviour behaviour = fault.general();
    fault.think(behaviour);
    if (behaviour.kind() == Kind.ERROR_500) {
      LoopbackHttp.json(request, 500, Map.of("code", "ERROR"));
    } else if (isEnvelope(request)) {
      soap(request, body, behaviour);
    } else if (!door.genuine(request, body)) {
      LoopbackHttp.json(request, 401, Map.of("code", "UNSIGNED"));
    } else {
      String key = LoopbackHttp.header(request, "Idempotency-Key");
      if (behaviour.kind() == Kind.REFUSE) {
        refuse(key, body);
        LoopbackHttp.json(request, 422, Map.of("code", "REFUSED", "reason", behaviour.reason()));
        return;
      }
      keep(key, body, "rest");
      boolean silent = behaviour.kind() == Kind.ERROR_500_AFTER_WORK;
      LoopbackHttp.json(request, silent ? 500 : 200, Map.of("code", silent ? "ERROR" : "OK"));
    }
  }

  private static boolean isEnvelope(HttpExchange request) {
    return request.getRequestHeaders().containsKey("SOAPAction")
        || LoopbackHttp.header(request, "Content-Type").startsWith("application/soap+xml");
  }

  private void refuse(String key, byte[] body) {
    ledger.append(Event.REFUSED, key, body, "refused");
  }

  private void soap(HttpExchange request, byte[] body, Behaviour behaviour) throws IOException {
    try {
      SoapMessage message = SoapMessage.read(body);
      boolean genuine =
          message.token().filter(t -> t.verify(secret, Clock.systemUTC(), TOLERANCE)).isPresent();
      if (!genuine || message.messageId().isEmpty()) {
        fault(request, message.version(), "not authenticated");
        return;
      }
      String key = message.messageId().get();
      if (behaviour.kind() == Kind.REFUSE) {
        refuse(key, message.payload());
        fault(request, message.version(), behaviour.reason());
        return;
      }
      keep(key, message.payload(), message.operation().getLocalPart());
      if (behaviour.kind() == Kind.ERROR_500_AFTER_WORK) {
        answer(request, 500, message.version(), new byte[] {'?'});
        return;
      }
      answer(
          request,
          200,
          message.version(),
          new SoapAnswer("0", "OK", key, "").toBytes(message.version(), NAMESPACE));
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

  /** Takes what the partner has fetched, unless it is to refuse; false when it does. */
  boolean take(String key, byte[] body) {
    if (fault.general().kind() == Kind.REFUSE) {
      refuse(key, body);
      return false;
    }
    keep(key, body, "outbox");
    return true;
  }

  private void keep(String key, byte[] body, String note) {
    arrivals.keep(key, body);
    synchronized (known) {
      ledger.append(known.add(key) ? Event.ARRIVED : Event.ARRIVED_AGAIN, key, body, note);
    }
  }

  /** What came under this key, if it is not too long ago. */
  public Optional<byte[]> arrived(String key) {
    return arrivals.of(key);
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
