package io.enforcement.gateway.connectors.soap;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.xml.soap.MessageFactory;
import jakarta.xml.soap.MimeHeaders;
import jakarta.xml.soap.SOAPConstants;
import jakarta.xml.soap.SOAPException;
import jakarta.xml.soap.SOAPMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A partner's service that reads and writes SOAP with SAAJ. */
final class SoapPartner implements AutoCloseable {

  /** What it does with a request. */
  @FunctionalInterface
  interface Service {
    Answer on(SOAPMessage request) throws SOAPException, IOException;
  }

  record Answer(int status, byte[] body) {}

  private final Map<String, String> headers = new ConcurrentHashMap<>();
  private final HttpServer server;
  private volatile SOAPMessage request;
  private final AtomicInteger requests = new AtomicInteger();

  SoapPartner(Service service) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> answer(exchange, service));
    server.start();
  }

  /** A message with one element in the body that holds elements with texts. */
  static SOAPMessage message(String protocol, String element, String... namesAndTexts)
      throws SOAPException {
    SOAPMessage message = MessageFactory.newInstance(protocol).createMessage();
    var answer = message.getSOAPBody().addChildElement(element, "a", "urn:invented:answers");
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      answer.addChildElement(namesAndTexts[i]).addTextNode(namesAndTexts[i + 1]);
    }
    return message;
  }

  static Answer answer(int status, SOAPMessage message) throws SOAPException, IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    message.writeTo(bytes);
    return new Answer(status, bytes.toByteArray());
  }

  String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  SOAPMessage request() {
    return request;
  }

  int requests() {
    return requests.get();
  }

  String header(String name) {
    return headers.get(name);
  }

  private void answer(HttpExchange exchange, Service service) throws IOException {
    exchange.getRequestHeaders().forEach((k, v) -> headers.put(k.toLowerCase(), v.get(0)));
    headers.put("line", exchange.getRequestMethod() + " " + exchange.getRequestURI());
    requests.incrementAndGet();
    try {
      request = parsed(headers.get("content-type"), exchange.getRequestBody().readAllBytes());
      Answer answer = service.on(request);
      exchange.getResponseHeaders().add("Location", "/elsewhere");
      exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : 0);
      exchange.getResponseBody().write(answer.body());
    } catch (SOAPException e) {
      exchange.sendResponseHeaders(418, -1);
    } finally {
      exchange.close();
    }
  }

  /** SAAJ looks at the content type first: it refuses a version that does not fit it. */
  static SOAPMessage parsed(String contentType, byte[] body) throws SOAPException, IOException {
    MimeHeaders mime = new MimeHeaders();
    mime.addHeader("Content-Type", contentType);
    String protocol =
        contentType.startsWith("text/xml")
            ? SOAPConstants.SOAP_1_1_PROTOCOL
            : SOAPConstants.SOAP_1_2_PROTOCOL;
    SOAPMessage message =
        MessageFactory.newInstance(protocol).createMessage(mime, new ByteArrayInputStream(body));
    message.getSOAPBody();
    return message;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
