package io.enforcement.gateway.routes.soap;

import io.enforcement.gateway.connectors.soap.FaultCode;
import io.enforcement.gateway.connectors.soap.SoapAnswer;
import io.enforcement.gateway.connectors.soap.SoapFault;
import io.enforcement.gateway.connectors.soap.SoapMessage;
import io.enforcement.gateway.connectors.soap.SoapRefused;
import io.enforcement.gateway.connectors.soap.SoapVersion;
import io.enforcement.gateway.routes.exchange.PushDoor;
import io.enforcement.gateway.routes.exchange.PushDoor.Pushed;
import io.enforcement.gateway.routes.partner.Partner.Sending;
import io.enforcement.gateway.routes.problem.CorrelationId;
import io.enforcement.gateway.routes.problem.Diagnosis;
import io.enforcement.gateway.routes.problem.ProblemCode;
import io.enforcement.gateway.routes.problem.ProblemException;
import io.enforcement.gateway.routes.security.BoundedBody;
import io.enforcement.gateway.routes.security.IntakeLimits;
import io.enforcement.gateway.routes.security.TokenCallers;
import io.enforcement.gateway.routes.store.Reception;
import io.enforcement.gateway.standards.validation.Finding;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Intake over SOAP 1.1 and 1.2 (Channel Adapter). The partner is known by the UsernameToken in the
 * envelope, never by the address; the answer is given after the commit only, and whatever is wrong,
 * with the message or with us, is answered as a fault of the caller's version with findings.
 * Thread-safe.
 */
@Component
class SoapIntake extends HttpServlet {

  static final String PATH = "/soap/v1/*";

  private static final long serialVersionUID = 1L;
  private static final Map<String, String> SECURITY = Map.of("X-Content-Type-Options", "nosniff");

  private final transient PushDoor door;
  private final transient SoapContracts contracts;
  private final transient TokenCallers callers;
  private final transient IntakeLimits limits;

  SoapIntake(PushDoor door, SoapContracts contracts, TokenCallers callers, IntakeLimits limits) {
    this.door = door;
    this.contracts = contracts;
    this.callers = callers;
    this.limits = limits;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    byte[] document =
        contracts
            .find(partner(request), request.getQueryString(), request.getRequestURL().toString())
            .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    write(response, HttpServletResponse.SC_OK, "text/xml; charset=utf-8", document);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    SoapVersion version = SoapVersion.promisedBy(request.getContentType());
    try {
      SoapMessage message = SoapMessage.read(BoundedBody.read(request, limits.maxBytes()));
      version = message.version();
      Reception reception = take(partner(request), message, request);
      write(response, HttpServletResponse.SC_OK, version.contentType(), answer(reception, version));
    } catch (SoapRefused e) {
      fault(response, version, SoapFaults.of(e), 0);
    } catch (RuntimeException e) {
      ProblemException refusal = Diagnosis.of(e, CorrelationId.of(request));
      refusal.headers().forEach(response::setHeader);
      fault(response, version, SoapFaults.of(refusal), refusal.code().status());
    }
  }

  private Reception take(String partner, SoapMessage message, HttpServletRequest request) {
    TokenCallers.Caller caller = callers.require(message.token(), partner, request);
    SoapOperation operation =
        contracts
            .operation(partner, message)
            .orElseThrow(() -> refused(ProblemCode.WRONG_EXCHANGE, "soap.unknown-operation"));
    String key =
        operation
            .key(message)
            .orElseThrow(() -> refused(ProblemCode.MALFORMED, "soap.message-id-missing"));
    return door.enter(
        new Pushed(
            partner,
            operation.exchange(),
            Sending.SOAP,
            key,
            caller.nonce(),
            "application/xml",
            operation.document(message)));
  }

  private static ProblemException refused(ProblemCode code, String rule) {
    return ProblemException.of(code, List.of(Finding.of(rule, "Envelope", null)));
  }

  private static byte[] answer(Reception reception, SoapVersion version) {
    return new SoapAnswer(
            "0",
            "收到 / received",
            reception.id().toString(),
            "sha256:" + HexFormat.of().formatHex(reception.digest()))
        .toBytes(version, SoapContracts.NAMESPACE);
  }

  /** SOAP's own status, unless HTTP has one that programs act upon without reading. */
  private static void fault(
      HttpServletResponse response, SoapVersion version, SoapFault fault, int status)
      throws IOException {
    boolean later = fault.code() == FaultCode.RECEIVER && status >= 400;
    write(
        response,
        later ? status : fault.status(version),
        version.contentType(),
        fault.toBytes(version, SoapContracts.NAMESPACE));
  }

  private static void write(HttpServletResponse response, int status, String type, byte[] body)
      throws IOException {
    SECURITY.forEach(response::setHeader);
    response.setStatus(status);
    response.setContentType(type);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private static String partner(HttpServletRequest request) {
    String path = request.getPathInfo();
    if (path == null || path.length() < 2 || path.indexOf('/', 1) > 0) {
      throw ProblemException.of(ProblemCode.NOT_FOUND);
    }
    return path.substring(1);
  }
}
