package io.enforcement.gateway.routes.soap;

import io.enforcement.gateway.connectors.soap.FaultCode;
import io.enforcement.gateway.connectors.soap.SoapFault;
import io.enforcement.gateway.connectors.soap.SoapRefused;
import io.enforcement.gateway.routes.problem.ProblemException;
import io.enforcement.gateway.standards.validation.Finding;
import io.enforcement.gateway.standards.validation.RuleTexts;
import java.util.List;
import java.util.Locale;

/** Refusals in the words of SOAP: the texts of the catalogue, Chinese first. */
final class SoapFaults {

  private static final RuleTexts ZH = RuleTexts.of(Locale.SIMPLIFIED_CHINESE);
  private static final int OURS = 500;

  private SoapFaults() {}

  static SoapFault of(SoapRefused refusal) {
    Finding finding = Finding.of(refusal.rule(), "Envelope", null);
    return fault(refusal.code(), "报文未被接收", refusal.rule(), List.of(finding));
  }

  static SoapFault of(ProblemException refusal) {
    int status = refusal.code().status();
    boolean later = status >= OURS || status == 429 || status == 408;
    return fault(
        later ? FaultCode.RECEIVER : FaultCode.SENDER,
        later ? "暂时不能接收，请稍后重发" : "报文未被接收",
        refusal.code().code(),
        refusal.findings());
  }

  private static SoapFault fault(FaultCode code, String zh, String en, List<Finding> findings) {
    return new SoapFault(code, zh, en, findings.stream().map(SoapFaults::told).toList());
  }

  private static SoapFault.Finding told(Finding finding) {
    return new SoapFault.Finding(
        finding.rule(), finding.path(), ZH.expected(finding), ZH.fix(finding));
  }
}
