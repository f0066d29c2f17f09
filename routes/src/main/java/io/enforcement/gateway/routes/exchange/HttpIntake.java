package io.enforcement.gateway.routes.exchange;

import io.enforcement.gateway.routes.exchange.PushDoor.Pushed;
import io.enforcement.gateway.routes.partner.Partner.Sending;
import io.enforcement.gateway.routes.problem.ProblemCode;
import io.enforcement.gateway.routes.problem.ProblemException;
import io.enforcement.gateway.routes.security.PartnerRequest;
import io.enforcement.gateway.routes.store.Reception;
import io.enforcement.gateway.standards.format.SafeXml;
import io.enforcement.gateway.standards.format.StrictJson;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Intake over HTTP (Channel Adapter). The partner is proven; what it may send, in which form and
 * how fast is checked before anything is kept; the receipt is given after the commit only. A
 * servlet of its own: it is the busiest door of the gateway and reads bytes, so the way through a
 * controller would cost more than the work itself. Failures are answered by the problem filter in
 * front of it. Thread-safe.
 */
@Component
class HttpIntake extends HttpServlet {

  static final String PATH = "/api/v1/exchanges/*";

  private static final long serialVersionUID = 1L;

  /** What the sender gets; the same again for the same key and bytes. */
  record ReceiptView(
      UUID messageId,
      String partner,
      String exchange,
      String digest,
      Instant receivedAt,
      String statusUrl) {}

  private final transient PushDoor door;
  private final transient JsonMapper json;

  HttpIntake(PushDoor door, JsonMapper json) {
    this.door = door;
    this.json = json;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String exchange = exchange(request);
    PartnerRequest signed = PartnerRequest.of(request).orElseThrow();
    if (!request.getMethod().equals("POST")) {
      throw ProblemException.of(ProblemCode.METHOD_NOT_ALLOWED).withHeader("Allow", "POST");
    }
    Reception reception =
        door.watched(signed.partner(), exchange, () -> take(exchange, signed, request));
    answer(response, reception);
  }

  private static String exchange(HttpServletRequest request) {
    String path = request.getPathInfo();
    if (path == null || path.length() < 2 || path.indexOf('/', 1) > 0) {
      throw ProblemException.of(ProblemCode.NOT_FOUND);
    }
    return path.substring(1);
  }

  private Reception take(String exchange, PartnerRequest signed, HttpServletRequest request) {
    Sending sending = door.require(signed.partner(), exchange, Sending.REST);
    MediaType type = accepted(sending, request.getHeader("Content-Type"));
    if (!sending.sealed()) {
      // What seals a message reads it too, and names no field that it does not know.
      wellFormed(
          sending.documentType().map(MediaType::parseMediaType).orElse(type),
          sending.document(signed.body()));
    }
    return door.keep(
        new Pushed(
            signed.partner(),
            exchange,
            Sending.REST,
            request.getHeader("Idempotency-Key"),
            signed.nonce(),
            type.toString(),
            signed.body()));
  }

  private void answer(HttpServletResponse response, Reception reception) throws IOException {
    boolean first = reception.kind() == Reception.Kind.KEPT;
    int status = first ? HttpServletResponse.SC_ACCEPTED : HttpServletResponse.SC_OK;
    byte[] body = json.writeValueAsBytes(receipt(reception));
    response.setStatus(status);
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private static ReceiptView receipt(Reception reception) {
    return new ReceiptView(
        reception.id(),
        reception.sender(),
        reception.exchange(),
        "sha256:" + HexFormat.of().formatHex(reception.digest()),
        reception.receivedAt(),
        "/api/v1/messages/" + reception.id());
  }

  private static MediaType accepted(Sending sending, String contentType) {
    try {
      MediaType type = MediaType.parseMediaType(contentType == null ? "" : contentType);
      if (sending.accepts().stream()
          .map(MediaType::parseMediaType)
          .anyMatch(a -> a.includes(type))) {
        return type;
      }
    } catch (InvalidMediaTypeException e) {
      throw wrongType(sending);
    }
    throw wrongType(sending);
  }

  private static ProblemException wrongType(Sending sending) {
    return ProblemException.of(
        ProblemCode.WRONG_TYPE,
        "Content-Type",
        "intake.media-type",
        String.join(", ", sending.accepts()));
  }

  private static void wellFormed(MediaType type, byte[] body) {
    if (type.getSubtype().endsWith("json")) {
      StrictJson.check(body);
    } else if (type.getSubtype().endsWith("xml")) {
      SafeXml.check(body);
    }
  }
}
