package io.enforcement.gateway.connectors.soap;

import java.util.List;
import javax.xml.XMLConstants;

/**
 * What a sender gets when its message was not taken: a fault in two languages whose detail lists
 * what is wrong, where, what was expected and how to mend it.
 *
 * @param code whose fault it is
 * @param zh the reason in Chinese
 * @param en the reason in English
 * @param findings what is wrong in the message; may be empty
 */
public record SoapFault(FaultCode code, String zh, String en, List<Finding> findings) {

  /**
   * One thing that is wrong. Plain texts: a connector does not know the rules.
   *
   * @param rule id of the rule
   * @param path where in the message
   * @param expected what was expected there
   * @param fix how to mend it
   */
  public record Finding(String rule, String path, String expected, String fix) {}

  public SoapFault {
    findings = List.copyOf(findings);
  }

  /** The HTTP status that goes with it. */
  public int status(SoapVersion version) {
    return version == SoapVersion.V1_2 && code == FaultCode.SENDER ? 400 : 500;
  }

  /**
   * The fault as an envelope in UTF-8.
   *
   * @param version the version of the request; 1.1 when it could not be told
   * @param namespace the service's namespace, for the detail
   */
  public byte[] toBytes(SoapVersion version, String namespace) {
    return Envelope.of(
        version,
        draft -> {
          draft.start(Envelope.PREFIX, version.namespace(), "Fault");
          if (version == SoapVersion.V1_1) {
            draft.element("", "", "faultcode", code(version));
            draft.element("", "", "faultstring", zh + " / " + en);
          } else {
            modernReason(draft, version.namespace());
          }
          if (!findings.isEmpty()) {
            detail(draft, version, namespace);
          }
          draft.end();
        });
  }

  private String code(SoapVersion version) {
    return Envelope.PREFIX + ":" + code.name(version);
  }

  private void modernReason(XmlDraft draft, String soap) {
    draft.start(Envelope.PREFIX, soap, "Code");
    draft.element(Envelope.PREFIX, soap, "Value", code(SoapVersion.V1_2)).end();
    draft.start(Envelope.PREFIX, soap, "Reason");
    text(draft, soap, "zh", zh);
    text(draft, soap, "en", en);
    draft.end();
  }

  private static void text(XmlDraft draft, String soap, String language, String text) {
    draft
        .start(Envelope.PREFIX, soap, "Text")
        .attribute("xml", XMLConstants.XML_NS_URI, "lang", language)
        .text(text)
        .end();
  }

  private void detail(XmlDraft draft, SoapVersion version, String namespace) {
    if (version == SoapVersion.V1_1) {
      draft.start("", "", "detail");
    } else {
      draft.start(Envelope.PREFIX, version.namespace(), "Detail");
    }
    draft.startBound("r", namespace, "findings");
    for (Finding finding : findings) {
      draft
          .start("r", namespace, "finding")
          .element("r", namespace, "rule", finding.rule())
          .element("r", namespace, "path", finding.path())
          .element("r", namespace, "expected", finding.expected())
          .element("r", namespace, "fix", finding.fix())
          .end();
    }
    draft.end().end();
  }
}
