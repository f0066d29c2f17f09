package io.enforcement.gateway.connectors.soap;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.enforcement.gateway.connectors.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.namespace.QName;

/** A service as the gateway will offer it, put together from nothing but the classes under test. */
final class LinkageService implements AutoCloseable {

  static final String NAME = "Linkage";
  static final String OWN = "urn:invented:gateway";
  static final String EVENTS = "urn:invented:linkage";
  static final Secret SECRET = new Secret("invented-密");

  private final Set<String> nonces = ConcurrentHashMap.newKeySet();
  private final HttpServer server;

  LinkageService() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  Wsdl wsdl() {
    Optional<String> schema = Optional.of(address() + "/linkage.xsd");
    return new Wsdl(
        NAME,
        OWN,
        address() + "/soap",
        List.of(
            new Wsdl.Operation("移送公安", new QName(EVENTS, "移送公安"), schema),
            new Wsdl.Operation("refuseFiling", new QName(EVENTS, "refuseFiling"), schema)));
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      switch (exchange.getRequestURI().getPath()) {
        case "/soap.wsdl" -> reply(exchange, 200, "text/xml", wsdl().toBytes());
        case "/linkage.xsd" -> {
          try (InputStream xsd = getClass().getResourceAsStream("/soap/linkage.xsd")) {
            reply(exchange, 200, "text/xml", xsd.readAllBytes());
          }
        }
        default -> post(exchange, exchange.getRequestBody().readAllBytes());
      }
    }
  }

  private void post(HttpExchange exchange, byte[] body) throws IOException {
    SoapVersion version = SoapVersion.V1_1;
    try {
      SoapMessage message = SoapMessage.read(body);
      version = message.version();
      Optional<SoapFault> fault = judge(message);
      if (fault.isPresent()) {
        fault(exchange, version, fault.get());
      } else {
        SoapAnswer answer =
            new SoapAnswer(
                "0", "收到", message.messageId().orElse(""), message.operation().toString());
        reply(exchange, 200, version.contentType(), answer.toBytes(version, OWN));
      }
    } catch (SoapRefused e) {
      fault(exchange, version, new SoapFault(e.code(), "报文有误", e.rule(), List.of()));
    }
  }

  private Optional<SoapFault> judge(SoapMessage message) {
    boolean known =
        message
            .token()
            .filter(t -> t.verify(SECRET, Clock.systemUTC(), Duration.ofMinutes(5)))
            .filter(t -> nonces.add(t.nonce()))
            .isPresent();
    if (!known) {
      return Optional.of(new SoapFault(FaultCode.SENDER, "未认证", "not authenticated", List.of()));
    }
    String text = new String(message.payload(), StandardCharsets.UTF_8);
    boolean numbered = text.contains("号>安综移字") || text.contains("Number>7");
    return numbered
        ? Optional.empty()
        : Optional.of(
            new SoapFault(
                FaultCode.SENDER,
                "报文有 1 处错误",
                "1 finding",
                List.of(
                    new SoapFault.Finding(
                        "case.number", "/移送公安/案号", "a number <like 1>", "补齐案号"))));
  }

  private static void fault(HttpExchange exchange, SoapVersion version, SoapFault fault)
      throws IOException {
    reply(exchange, fault.status(version), version.contentType(), fault.toBytes(version, OWN));
  }

  private static void reply(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
