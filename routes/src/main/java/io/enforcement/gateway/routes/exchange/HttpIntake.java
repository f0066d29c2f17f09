package io.enforcement.gateway.routes.exchange;

import io.enforcement.gateway.routes.audit.AuditEvent;
import io.enforcement.gateway.routes.audit.AuditTrail;
import io.enforcement.gateway.routes.audit.Milestone;
import io.enforcement.gateway.routes.partner.Partner.Sending;
import io.enforcement.gateway.routes.partner.PartnerCatalog;
import io.enforcement.gateway.routes.problem.ProblemCode;
import io.enforcement.gateway.routes.problem.ProblemException;
import io.enforcement.gateway.routes.security.NonceStore;
import io.enforcement.gateway.routes.security.PartnerRequest;
import io.enforcement.gateway.routes.security.Quota;
import io.enforcement.gateway.routes.store.Arrival;
import io.enforcement.gateway.routes.store.Reception;
import io.enforcement.gateway.standards.format.SafeXml;
import io.enforcement.gateway.standards.format.StrictJson;
import io.enforcement.gateway.standards.validation.Rejected;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;
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

  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._:-]{1,100}");

  /** What the sender gets; the same again for the same key and bytes. */
  record ReceiptView(
      UUID messageId,
      String partner,
      String exchange,
      String digest,
      Instant receivedAt,
      String statusUrl) {}

  private final transient PartnerCatalog catalog;
  private final transient Quota quota;
  private final transient AuditTrail trail;
  private final transient IntakeDoor door;
  private final transient JsonMapper json;

  HttpIntake(
      PartnerCatalog catalog, Quota quota, AuditTrail trail, IntakeDoor door, JsonMapper json) {
    this.catalog = catalog;
    this.quota = quota;
    this.trail = trail;
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
    try {
      answer(
          response,
          take(
              exchange,
              signed,
              request.getHeader("Idempotency-Key"),
              request.getHeader("Content-Type")));
    } catch (ProblemException e) {
      refusedAtDoor(signed, exchange, e.code().code());
      throw e;
    } catch (Rejected e) {
      refusedAtDoor(signed, exchange, e.findings().get(0).rule());
      throw e;
    }
  }

  private static String exchange(HttpServletRequest request) {
    String path = request.getPathInfo();
    if (path == null || path.length() < 2 || path.indexOf('/', 1) > 0) {
      throw ProblemException.of(ProblemCode.NOT_FOUND);
    }
    return path.substring(1);
  }

  private Reception take(String exchange, PartnerRequest request, String key, String contentType) {
    String partner = request.partner();
    Sending sending =
        catalog
            .sending(partner, exchange)
            .filter(s -> !s.polled())
            .orElseThrow(
                () ->
                    ProblemException.of(ProblemCode.WRONG_EXCHANGE, "exchange", "intake.exchange"));
    if (!quota.tryTake(partner, catalog.partner(partner).orElseThrow().messagesPerSecond())) {
      throw ProblemException.overQuota(Duration.ofSeconds(1));
    }
    if (key == null || !KEY.matcher(key).matches()) {
      throw ProblemException.of(
          ProblemCode.MALFORMED, "Idempotency-Key", "request.idempotency-key");
    }
    MediaType type = accepted(sending, contentType);
    wellFormed(
        sending.documentType().map(MediaType::parseMediaType).orElse(type),
        sending.document(request.body()));
    Arrival arrival =
        new Arrival(
            partner, exchange, "rest", key, request.nonce(), type.toString(), request.body());
    return door.enter(arrival);
  }

  private void answer(HttpServletResponse response, Reception reception) throws IOException {
    int status =
        switch (reception.kind()) {
          case KEPT -> HttpServletResponse.SC_ACCEPTED;
          case DUPLICATE -> HttpServletResponse.SC_OK;
          case CONFLICT ->
              throw ProblemException.of(
                  ProblemCode.CONFLICT, "Idempotency-Key", "request.key-reused");
          case NONCE_USED -> throw NonceStore.usedBefore();
        };
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

  private void refusedAtDoor(PartnerRequest request, String exchange, String why) {
    trail.append(
        new AuditEvent(
            Milestone.REFUSED_AT_DOOR,
            null,
            null,
            null,
            request.partner(),
            request.partner(),
            exchange + " " + why));
  }
}
