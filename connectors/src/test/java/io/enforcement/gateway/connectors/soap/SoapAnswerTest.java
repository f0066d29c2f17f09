package io.enforcement.gateway.connectors.soap;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.xml.soap.SOAPBody;
import jakarta.xml.soap.SOAPException;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Answers and faults as SAAJ understands them. */
class SoapAnswerTest {

  private static final String NS = "urn:invented:gateway";

  @ParameterizedTest
  @EnumSource(SoapVersion.class)
  void tellsThatTheMessageWasTaken(SoapVersion version) throws SOAPException, IOException {
    SoapAnswer answer = new SoapAnswer("0", "收到 <&> \u0000", "m-1", "sha256:ab");

    SOAPBody body = body(version, answer.toBytes(version, NS));

    assertThat(body.hasFault()).isFalse();
    assertThat(text(body, "code")).isEqualTo("0");
    assertThat(text(body, "message")).isEqualTo("收到 <&> ?");
    assertThat(text(body, "messageId")).isEqualTo("m-1");
    assertThat(text(body, "digest")).isEqualTo("sha256:ab");
  }

  @ParameterizedTest
  @CsvSource({
    "V1_1, SENDER, Client, 500",
    "V1_1, RECEIVER, Server, 500",
    "V1_1, MUST_UNDERSTAND, MustUnderstand, 500",
    "V1_2, SENDER, Sender, 400",
    "V1_2, RECEIVER, Receiver, 500",
    "V1_2, VERSION_MISMATCH, VersionMismatch, 500"
  })
  void tellsWhatIsWrong(SoapVersion version, FaultCode code, String name, int status)
      throws SOAPException, IOException {
    SoapFault fault =
        new SoapFault(
            code,
            "报文有误",
            "the message is wrong",
            List.of(
                new SoapFault.Finding("party.name", "/a/b[2]", "1 < n", "补齐"),
                new SoapFault.Finding("act.date", "/a/c", "", "")));

    SOAPBody body = body(version, fault.toBytes(version, NS));

    assertThat(fault.status(version)).isEqualTo(status);
    assertThat(body.getFault().getFaultCodeAsQName().getNamespaceURI())
        .isEqualTo(version.namespace());
    assertThat(body.getFault().getFaultCodeAsQName().getLocalPart()).isEqualTo(name);
    if (version == SoapVersion.V1_1) {
      assertThat(body.getFault().getFaultString()).isEqualTo("报文有误 / the message is wrong");
    } else {
      assertThat(body.getFault().getFaultReasonText(Locale.CHINESE)).isEqualTo("报文有误");
      assertThat(body.getFault().getFaultReasonText(Locale.ENGLISH))
          .isEqualTo("the message is wrong");
    }
    assertThat(body.getFault().getDetail().getElementsByTagNameNS(NS, "finding").getLength())
        .isEqualTo(2);
    assertThat(text(body, "rule")).isEqualTo("party.name");
    assertThat(text(body, "path")).isEqualTo("/a/b[2]");
    assertThat(text(body, "expected")).isEqualTo("1 < n");
    assertThat(text(body, "fix")).isEqualTo("补齐");
  }

  @Test
  void hasNoDetailWithoutFindings() throws SOAPException, IOException {
    SoapFault fault = new SoapFault(FaultCode.RECEIVER, "忙", "busy", List.of());
    assertThat(body(SoapVersion.V1_2, fault.toBytes(SoapVersion.V1_2, NS)).getFault().hasDetail())
        .isFalse();
  }

  private static SOAPBody body(SoapVersion version, byte[] envelope)
      throws SOAPException, IOException {
    return SoapPartner.parsed(version.contentType(), envelope).getSOAPBody();
  }

  private static String text(SOAPBody body, String name) {
    return body.getElementsByTagNameNS(NS, name).item(0).getTextContent();
  }
}
