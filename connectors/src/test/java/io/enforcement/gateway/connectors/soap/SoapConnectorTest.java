package io.enforcement.gateway.connectors.soap;

import static jakarta.xml.soap.SOAPConstants.SOAP_1_1_PROTOCOL;
import static jakarta.xml.soap.SOAPConstants.SOAP_1_2_PROTOCOL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.enforcement.gateway.connectors.Connector.Presence;
import io.enforcement.gateway.connectors.ConnectorSettings;
import io.enforcement.gateway.connectors.Dispatch;
import io.enforcement.gateway.connectors.Outcome;
import io.enforcement.gateway.connectors.Secret;
import jakarta.xml.soap.SOAPConstants;
import jakarta.xml.soap.SOAPException;
import jakarta.xml.soap.SOAPMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.namespace.QName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What a partner that speaks SOAP by SAAJ gets from us, and what its answers mean. */
class SoapConnectorTest {

  private static final String NS = "urn:invented:linkage";
  private static final Secret SECRET = new Secret("invented-密");
  private static final String KEY = "0b0f7c1e-1111-4222-8333-444455556666";
  private static final Dispatch DISPATCH =
      dispatch(
          """
          <?xml version="1.0" encoding="UTF-8"?>
          <l:transferCase xmlns:l="urn:invented:linkage" xmlns:t="urn:invented:types"
              xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
            <l:caseNumber xsi:type="t:Number">安综移字〔2026〕第1号</l:caseNumber>
            <note>a &lt; b &amp; c&#13;</note>
          </l:transferCase>
          """);
  private static final Dispatch FIELDS =
      dispatch("<fields><CF_WSH>安综执罚决字〔2026〕第0092号</CF_WSH><CF_NR_FK>0.02</CF_NR_FK></fields>");

  private volatile SoapPartner.Service service;
  private SoapPartner partner;

  @BeforeEach
  void openPartner() throws IOException {
    service = request -> SoapPartner.answer(200, answer("code", "0", "msg", "收到"));
    partner = new SoapPartner(request -> service.on(request));
  }

  @AfterEach
  void closePartner() {
    partner.close();
  }

  @ParameterizedTest
  @CsvSource({
    "1.1, text/xml; charset=UTF-8, http://schemas.xmlsoap.org/soap/envelope/",
    "1.2, application/soap+xml; charset=UTF-8, http://www.w3.org/2003/05/soap-envelope"
  })
  void putsThePayloadIntoTheBodyAndTheKeyIntoTheHeader(
      String version, String contentType, String envelope) throws SOAPException {
    try (var connector = connector("version", version, "path", "/services/Linkage")) {
      Outcome outcome = connector.send(DISPATCH);

      assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
      assertThat(outcome.reply()).asString(StandardCharsets.UTF_8).contains("收到");
    }
    assertThat(partner.header("line")).isEqualTo("POST /services/Linkage");
    assertThat(partner.header("content-type")).isEqualTo(contentType);
    SOAPMessage seen = partner.request();
    assertThat(seen.getSOAPPart().getEnvelope().getNamespaceURI()).isEqualTo(envelope);
    assertThat(headerText(seen, "MessageId")).isEqualTo(KEY);
    Element payload =
        (Element) seen.getSOAPBody().getElementsByTagNameNS(NS, "transferCase").item(0);
    assertThat(payload.getParentNode().getLocalName()).isEqualTo("Body");
    Element number = (Element) payload.getElementsByTagNameNS(NS, "caseNumber").item(0);
    assertThat(number.getTextContent()).isEqualTo("安综移字〔2026〕第1号");
    assertThat(number.getAttribute("xsi:type")).isEqualTo("t:Number");
    assertThat(number.lookupNamespaceURI("t")).isEqualTo("urn:invented:types");
    assertThat(payload.getElementsByTagNameNS(null, "note").item(0).getTextContent())
        .isEqualTo("a < b & c\r");
  }

  @Test
  void saysTheActionWhereTheVersionWantsIt() {
    try (var old = connector("soap-action", "urn:invented:linkage/transferCase");
        var plain = connector();
        var modern =
            connector("version", "1.2", "soap-action", "urn:invented:linkage/transferCase")) {
      old.send(DISPATCH);
      assertThat(partner.header("soapaction")).isEqualTo("\"urn:invented:linkage/transferCase\"");
      plain.send(DISPATCH);
      assertThat(partner.header("soapaction")).isEqualTo("\"\"");
      modern.send(DISPATCH);
      assertThat(partner.header("content-type"))
          .isEqualTo(
              "application/soap+xml; charset=UTF-8; action=\"urn:invented:linkage/transferCase\"");
    }
  }

  @Test
  void showsWhoWeAreByBasicAuthentication() {
    try (var connector = connector("auth", "basic", "user", "gateway", "credentials", "linkage")) {
      connector.send(DISPATCH);
    }
    String pair = "gateway:" + SECRET.reveal();
    assertThat(partner.header("authorization"))
        .isEqualTo(
            "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.1", "1.2"})
  void showsWhoWeAreByAUsernameToken(String version) throws SOAPException {
    try (var connector =
        connector(
            "version", version, "auth", "username-token", "user", "gateway", "credentials", "x")) {
      connector.send(DISPATCH);
    }
    SOAPMessage seen = partner.request();
    assertThat(seen.getSOAPHeader().getTextContent()).doesNotContain(SECRET.reveal());
    UsernameToken token =
        new UsernameToken(
            headerText(seen, "Username"),
            headerText(seen, "Nonce"),
            headerText(seen, "Created"),
            headerText(seen, "Password"));
    assertThat(token.verify(SECRET, Clock.systemUTC(), Duration.ofMinutes(1))).isTrue();
    Element security = (Element) seen.getSOAPHeader().getFirstChild();
    assertThat(
            security.getAttributeNS(security.getParentNode().getNamespaceURI(), "mustUnderstand"))
        .isEqualTo("1");
  }

  @Test
  void wrapsFieldsAsAnExchangeMessageWithTheKeyAsItsNumber() throws SOAPException {
    try (var connector = exchangeConnector()) {
      assertThat(connector.send(FIELDS)).isInstanceOf(Outcome.Accepted.class);
    }
    Element operation =
        (Element)
            partner.request().getSOAPBody().getElementsByTagNameNS(NS, "transferCase").item(0);
    Element message = (Element) operation.getFirstChild();
    assertThat(message.getNodeName()).isEqualTo("ExchangeMessage");
    assertThat(children(message.getFirstChild()))
        .containsExactly(
            "sender=640106001",
            "receiver=640100900",
            "cc=",
            "flow=8f1c7d52-0a43-4f0e-9a57-1f3f6b1d2c90",
            "item=2b6d0e19-77c4-4b52-8b0a-d8a4f2a7e611",
            "sn=" + KEY,
            "securityType=1",
            "operator=ap_zf",
            "contacts=0951000000");
    assertThat(children(message.getElementsByTagName("fields").item(0)))
        .containsExactly("CF_WSH=安综执罚决字〔2026〕第0092号", "CF_NR_FK=0.02");
  }

  @Test
  void sendsNothingThatIsNotTheOperation() {
    try (var connector = connector();
        var exchange = exchangeConnector()) {
      for (String body :
          List.of("<transferCase/>", "not XML", "<!DOCTYPE a><a/>", "<fields/>", "")) {
        Outcome outcome = connector.send(dispatch(body));
        assertThat(outcome).as(body).isInstanceOf(Outcome.Refused.class);
        assertThat(outcome.reason()).startsWith("not sent: ");
      }
      assertThat(exchange.send(DISPATCH).reason())
          .isEqualTo("not sent: soap.operation: the payload is not fields");
    }
    assertThat(partner.requests()).isZero();
  }

  @Test
  void believesWhatTheContractSays() {
    try (var connector = connector("accepted", "code=0", "reason", "msg")) {
      assertThat(connector.send(DISPATCH)).isInstanceOf(Outcome.Accepted.class);

      answers("code", "1001", "msg", "主体不存在\n第2行");
      Outcome refused = connector.send(DISPATCH);
      assertThat(refused).isInstanceOf(Outcome.Refused.class);
      assertThat(refused.reason()).isEqualTo("refused: 主体不存在 第2行");
      assertThat(refused.reply()).asString(StandardCharsets.UTF_8).contains("1001");

      answers("code", "1001", "msg", "长".repeat(1000));
      assertThat(connector.send(DISPATCH).reason()).isEqualTo("refused: " + "长".repeat(200));

      answers("code", "1001");
      assertThat(connector.send(DISPATCH).reason()).isEqualTo("refused by the answer");

      answers("status", "0");
      assertThat(connector.send(DISPATCH)).isInstanceOf(Outcome.Ambiguous.class);

      answers("code", "0", "code", "1");
      assertThat(connector.send(DISPATCH))
          .as("an answer that contradicts itself")
          .isInstanceOf(Outcome.Ambiguous.class);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1.1, Client, 500, Refused, SOAP fault Client",
    "1.1, Client.Authentication, 500, Refused, SOAP fault Client",
    "1.1, VersionMismatch, 500, Refused, SOAP fault VersionMismatch",
    "1.1, MustUnderstand, 500, Refused, SOAP fault MustUnderstand",
    "1.1, Server, 500, Ambiguous, SOAP fault Server",
    "1.1, Server, 200, Ambiguous, SOAP fault Server",
    "1.1, Server, 400, Ambiguous, SOAP fault Server",
    "1.2, Sender, 400, Refused, SOAP fault Sender",
    "1.2, Sender, 500, Refused, SOAP fault Sender",
    "1.2, Receiver, 500, Ambiguous, SOAP fault Receiver",
    "1.1, Server, 503, Unavailable, HTTP 503"
  })
  void readsFaults(String version, String code, int status, String outcome, String reason) {
    service =
        request -> {
          boolean old = version.equals("1.1");
          SOAPMessage fault = SoapPartner.message(old ? SOAP_1_1_PROTOCOL : SOAP_1_2_PROTOCOL, "x");
          fault.getSOAPBody().removeContents();
          QName name =
              new QName(
                  old
                      ? SOAPConstants.URI_NS_SOAP_1_1_ENVELOPE
                      : SOAPConstants.URI_NS_SOAP_1_2_ENVELOPE,
                  code);
          fault.getSOAPBody().addFault(name, "出错了");
          return SoapPartner.answer(status, fault);
        };
    try (var connector = connector("accepted", "code=0", "busy-status", "503")) {
      Outcome given = connector.send(DISPATCH);
      assertThat(given.getClass().getSimpleName()).isEqualTo(outcome);
      assertThat(given.reason()).isEqualTo(reason);
      assertThat(given.reply()).isNotEmpty();
    }
  }

  @Test
  void leavesAFaultOfAnotherKindOpen() {
    service =
        request -> {
          SOAPMessage fault = SoapPartner.message(SOAP_1_1_PROTOCOL, "x");
          fault.getSOAPBody().removeContents();
          fault.getSOAPBody().addFault(new QName("urn:invented:codes", "Client", "c"), "x");
          return SoapPartner.answer(500, fault);
        };
    try (var connector = connector()) {
      assertThat(connector.send(DISPATCH))
          .isInstanceOf(Outcome.Ambiguous.class)
          .extracting(Outcome::reason)
          .isEqualTo("SOAP fault of its own kind");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "200, Ambiguous",
    "202, Ambiguous",
    "307, Ambiguous",
    "401, Refused",
    "404, Refused",
    "429, Unavailable",
    "500, Ambiguous",
    "502, Ambiguous"
  })
  void readsTheStatusWhenThereIsNoEnvelope(int status, String outcome) {
    service = request -> new SoapPartner.Answer(status, "<html/>".getBytes());
    try (var connector = connector()) {
      assertThat(connector.send(DISPATCH).getClass().getSimpleName()).isEqualTo(outcome);
    }
    assertThat(partner.requests()).as("nothing is followed or repeated").isEqualTo(1);
  }

  @Test
  void asksWhetherThePartnerHasIt() throws SOAPException {
    try (var connector =
        connector("ask-operation", "queryCase", "found", "exists=1", "not-found", "exists=0")) {
      answers("exists", "1");
      assertThat(connector.ask(DISPATCH)).isEqualTo(Presence.FOUND);
      var question =
          partner.request().getSOAPBody().getElementsByTagNameNS(NS, "queryCase").item(0);
      assertThat(question.getFirstChild().getLocalName()).isEqualTo("MessageId");
      assertThat(question.getTextContent()).isEqualTo(KEY);

      answers("exists", "0");
      assertThat(connector.ask(DISPATCH)).isEqualTo(Presence.NOT_FOUND);
      answers("exists", "maybe");
      assertThat(connector.ask(DISPATCH)).isEqualTo(Presence.UNKNOWN);
      service = request -> SoapPartner.answer(500, answer("exists", "0"));
      assertThat(connector.ask(DISPATCH)).isEqualTo(Presence.UNKNOWN);
      service = request -> new SoapPartner.Answer(200, new byte[0]);
      assertThat(connector.ask(DISPATCH)).isEqualTo(Presence.UNKNOWN);
    }
    try (var connector = connector()) {
      assertThat(connector.ask(DISPATCH)).isEqualTo(Presence.UNKNOWN);
    }
  }

  @Test
  void tellsWhichSettingIsWrong() {
    assertWrong("version is neither 1.1 nor 1.2", "version", "2.0");
    assertWrong("operation is not the name of an element", "operation", "a b");
    assertWrong("operation is not the name of an element", "operation", "p:a");
    assertWrong("namespace is missing", "namespace", "");
    assertWrong("soap-action is not a plain address", "soap-action", "a\"\r\nX: y");
    assertWrong("envelope is neither payload nor exchange-message", "envelope", "x");
    assertWrong("sender is missing", "envelope", "exchange-message");
    assertWrong("accepted is not a name and a value, like code=0", "accepted", "code");
    assertWrong("auth is not one of none, basic, username-token", "auth", "digest");
    assertWrong("user is missing", "auth", "username-token");
    assertWrong(
        "auth basic would show the secret: it needs https",
        "auth",
        "basic",
        "allow-loopback",
        "no");
    assertWrong("endpoint is not in the setting allowed", "allowed", "partner.example:443");
  }

  private void assertWrong(String message, String... settings) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> connector(settings))
        .withMessage("partner police: setting " + message);
  }

  private void answers(String... namesAndTexts) {
    service = request -> SoapPartner.answer(200, answer(namesAndTexts));
  }

  private static SOAPMessage answer(String... namesAndTexts) throws SOAPException {
    return SoapPartner.message(SOAP_1_1_PROTOCOL, "answer", namesAndTexts);
  }

  private static String headerText(SOAPMessage message, String name) throws SOAPException {
    return message.getSOAPHeader().getElementsByTagNameNS("*", name).item(0).getTextContent();
  }

  private static List<String> children(Node parent) {
    var nodes = parent.getChildNodes();
    return IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .map(node -> node.getNodeName() + "=" + node.getTextContent())
        .toList();
  }

  private SoapConnector exchangeConnector() {
    return connector(
        "envelope",
        "exchange-message",
        "sender",
        "640106001",
        "receiver",
        "640100900",
        "flow",
        "8f1c7d52-0a43-4f0e-9a57-1f3f6b1d2c90",
        "item",
        "2b6d0e19-77c4-4b52-8b0a-d8a4f2a7e611",
        "security-type",
        "1",
        "operator",
        "ap_zf",
        "contacts",
        "0951000000");
  }

  private SoapConnector connector(String... more) {
    Map<String, String> values = new HashMap<>();
    values.put("endpoint", partner.endpoint());
    values.put("allow-loopback", "true");
    values.put("namespace", NS);
    values.put("operation", "transferCase");
    for (int i = 0; i < more.length; i += 2) {
      values.put(more[i], more[i + 1]);
    }
    return new SoapConnector(new ConnectorSettings("police", values, name -> SECRET));
  }

  private static Dispatch dispatch(String body) {
    return new Dispatch(KEY, "transfer", body.getBytes(StandardCharsets.UTF_8));
  }
}
