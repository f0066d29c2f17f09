package io.enforcement.gateway.connectors.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.xml.soap.SOAPException;
import jakarta.xml.soap.SOAPMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** What others post to us. */
class SoapMessageTest {

  private static final String ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/";
  private static final String OPEN = "<s:Envelope xmlns:s='" + ENVELOPE + "'>";
  private static final String CLOSE = "</s:Envelope>";

  @ParameterizedTest
  @CsvSource({"SOAP 1.1 Protocol, V1_1", "SOAP 1.2 Protocol, V1_2"})
  void readsWhatAnotherLibraryWrote(String protocol, SoapVersion version)
      throws SOAPException, IOException {
    SOAPMessage written = SoapPartner.message(protocol, "移送公安", "案号", "安综移字〔2026〕第1号");
    written
        .getSOAPHeader()
        .addHeaderElement(new QName("urn:invented", "MessageId", "m"))
        .addTextNode(" 2026-0001 ");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    written.writeTo(bytes);

    SoapMessage message = SoapMessage.read(bytes.toByteArray());

    assertThat(message.version()).isEqualTo(version);
    assertThat(message.operation()).isEqualTo(new QName("urn:invented:answers", "移送公安"));
    assertThat(message.messageId()).contains("2026-0001");
    assertThat(message.token()).isEmpty();
    assertThat(message.exchangeMessage()).isEmpty();
    assertThat(tree(message.payload()).getTextContent()).isEqualTo("安综移字〔2026〕第1号");
  }

  @Test
  void thePayloadStandsAloneWithItsNamespaces() throws Exception {
    SoapMessage message =
        read(
            "<s:Envelope xmlns:s='"
                + ENVELOPE
                + "' xmlns:t='urn:t' xmlns='urn:outer'><s:Body xmlns:t='urn:nearer'>"
                + "<a xml:lang='zh' t:b='1&#10;2' c='t:Type'><!-- c --><t:d xmlns=''>"
                + "<e><![CDATA[<x>]]>&amp;&#13;</e></t:d></a></s:Body></s:Envelope>");

    assertThat(message.operation()).isEqualTo(new QName("urn:outer", "a"));
    Element root = tree(message.payload());
    assertThat(root.getNamespaceURI()).isEqualTo("urn:outer");
    assertThat(root.getAttribute("xml:lang")).isEqualTo("zh");
    assertThat(root.getAttributeNS("urn:nearer", "b")).isEqualTo("1\n2");
    assertThat(root.lookupNamespaceURI("t")).isEqualTo("urn:nearer");
    Element inner = (Element) root.getElementsByTagNameNS("*", "e").item(0);
    assertThat(inner.getNamespaceURI()).isNull();
    assertThat(inner.getTextContent()).isEqualTo("<x>&\r");
    assertThat(inner.getParentNode().getNamespaceURI()).isEqualTo("urn:nearer");
  }

  @Test
  void skipsHeaderBlocksThatAreForOthersOrNeedNotBeUnderstood() {
    assertThat(
            read(OPEN
                    + "<s:Header><x><y/></x><z s:actor='urn:other' s:mustUnderstand='1'/>"
                    + "</s:Header><s:Body><a/></s:Body>"
                    + CLOSE)
                .operation())
        .isEqualTo(new QName("a"));
  }

  @Test
  void unwrapsTheExchangeMessageOfTheSample() {
    String message =
        "<ExchangeMessage><Header><sender>640106001</sender><receiver>640100900</receiver><cc/>"
            + "<flow>8f1c7d52-0a43-4f0e-9a57-1f3f6b1d2c90</flow>"
            + "<item>2b6d0e19-77c4-4b52-8b0a-d8a4f2a7e611</item><sn>202605220001</sn>"
            + "<securityType>1</securityType><operator>ap_zf</operator>"
            + "<contacts>0951000000</contacts></Header><Body><fields>"
            + "<CF_CFLB>罚款</CF_CFLB><CF_JDRQ>2026/05/22</CF_JDRQ></fields></Body>"
            + "</ExchangeMessage>";
    for (String body :
        new String[] {message, "<o:process xmlns:o='urn:o'>\n " + message + "\n</o:process>"}) {
      ExchangeMessage unwrapped = read(body(body)).exchangeMessage().orElseThrow();

      assertThat(unwrapped.header())
          .isEqualTo(
              new ExchangeMessage.Header(
                  "640106001",
                  "640100900",
                  "",
                  "8f1c7d52-0a43-4f0e-9a57-1f3f6b1d2c90",
                  "2b6d0e19-77c4-4b52-8b0a-d8a4f2a7e611",
                  "202605220001",
                  "1",
                  "ap_zf",
                  "0951000000"));
      assertThat(unwrapped.fields())
          .asString(StandardCharsets.UTF_8)
          .contains("<CF_CFLB>罚款</CF_CFLB><CF_JDRQ>2026/05/22</CF_JDRQ></fields>");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "<ExchangeMessage/>",
    "<ExchangeMessage><Header/><Body><fields/></Body></ExchangeMessage>",
    "<ExchangeMessage><Header><sn>1</sn><sn>2</sn></Header></ExchangeMessage>",
    "<o><ExchangeMessage><Body/></ExchangeMessage></o>"
  })
  void refusesHalfAnExchangeMessage(String body) {
    SoapMessage message = read(body(body));
    assertThatThrownBy(message::exchangeMessage)
        .isInstanceOfSatisfying(
            SoapRefused.class, e -> assertThat(e.rule()).isEqualTo("soap.exchange-message"));
  }

  static Stream<Arguments> hostile() {
    String attributes =
        IntStream.range(0, 10_000).mapToObj(i -> " a" + i + "=''").collect(Collectors.joining());
    String bindings =
        IntStream.range(0, 10_000)
            .mapToObj(i -> " xmlns:a" + i + "='u'")
            .collect(Collectors.joining());
    String header = OPEN + "<s:Header>";
    String rest = "</s:Header><s:Body><a/></s:Body>" + CLOSE;
    return Stream.of(
        refused("xml.dtd", "<!DOCTYPE a>" + body("<a/>")),
        refused(
            "xml.dtd",
            "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" + body("<a>&x;</a>")),
        refused("xml.entity", body("<a>&x;</a>")),
        refused("xml.processing-instruction", body("<a><?x?></a>")),
        refused("xml.charset", "<?xml version='1.0' encoding='GBK'?>" + body("<a/>")),
        refused("xml.version", "<?xml version='1.1'?>" + body("<a/>")),
        refused("xml.depth", body("<a>".repeat(100_000))),
        refused("xml.depth", body("<a>".repeat(63) + "</a>".repeat(63))),
        refused("xml.limit", body("<a" + attributes + "/>")),
        refused("xml.limit", body("<a" + bindings + "/>")),
        refused("xml.limit", body("<a x='" + "y".repeat(1_000_000) + "'/>")),
        refused("xml.limit", body("<a>" + "y".repeat(10_000_000) + "</a>")),
        refused("xml.limit", body("<a>" + "<b/>".repeat(300_000) + "</a>")),
        refused("xml.size", body("<a>" + " ".repeat(17 << 20) + "</a>")),
        refused("xml.truncated", OPEN + "<s:Body><a/>"),
        refused("xml.syntax", body("<a/>") + "<b/>"),
        refused("xml.syntax", "--part\r\nContent-Type: text/xml\r\n\r\n" + body("<a/>")),
        refused("soap.envelope", "<a/>"),
        refused("soap.envelope", OPEN + CLOSE),
        refused("soap.envelope", OPEN + "<s:Header/>" + CLOSE),
        refused("soap.envelope", OPEN + "<s:Body><a/></s:Body><s:Body><b/></s:Body>" + CLOSE),
        refused("soap.version", "<Envelope><Body><a/></Body></Envelope>"),
        refused("soap.body", body("")),
        refused("soap.body", body("<a/><b/>")),
        refused("soap.must-understand", header + "<x s:mustUnderstand='1'/>" + rest),
        refused("soap.message-id", header + "<MessageId> </MessageId>" + rest),
        refused(
            "soap.message-id", header + "<MessageId>" + "1".repeat(101) + "</MessageId>" + rest),
        refused(
            "soap.message-id", header + "<MessageId>1</MessageId><MessageId>1</MessageId>" + rest));
  }

  @ParameterizedTest(name = "{0} #{index}")
  @MethodSource("hostile")
  void refusesSoonWithOneClearRule(String rule, String envelope) {
    SoapRefused refused =
        Assertions.assertTimeoutPreemptively(
            Duration.ofSeconds(10),
            () -> Assertions.assertThrows(SoapRefused.class, () -> read(envelope)));

    assertThat(refused.rule()).isEqualTo(rule);
    assertThat(refused.code())
        .isEqualTo(
            switch (rule) {
              case "soap.version" -> FaultCode.VERSION_MISMATCH;
              case "soap.must-understand" -> FaultCode.MUST_UNDERSTAND;
              default -> FaultCode.SENDER;
            });
  }

  private static Arguments refused(String rule, String envelope) {
    return Arguments.of(rule, envelope);
  }

  private static String body(String content) {
    return OPEN + "<s:Body>" + content + "</s:Body>" + CLOSE;
  }

  private static SoapMessage read(String envelope) {
    return SoapMessage.read(envelope.getBytes(StandardCharsets.UTF_8));
  }

  private static Element tree(byte[] document) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      return factory
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(document))
          .getDocumentElement();
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(e);
    }
  }
}
