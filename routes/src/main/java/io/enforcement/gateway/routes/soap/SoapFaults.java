package io.enforcement.gateway.routes.soap;

import io.enforcement.gateway.connectors.soap.FaultCode;
import io.enforcement.gateway.connectors.soap.SoapFault;
import io.enforcement.gateway.connectors.soap.SoapRefused;
import io.enforcement.gateway.routes.problem.Language;
import io.enforcement.gateway.routes.problem.ProblemCode;
import io.enforcement.gateway.routes.problem.ProblemException;
import io.enforcement.gateway.routes.problem.ProblemTexts;
import io.enforcement.gateway.standards.validation.Finding;
import java.util.List;
import java.util.function.Function;

/**
 * Refusals in the words of SOAP: the texts that the HTTP interface has, in both languages, Chinese
 * first. The detail names a rule in every fault: a broken one, else the code of the refusal itself.
 */
final class SoapFaults {

  private static final ProblemTexts ZH = ProblemTexts.of(Language.ZH);
  private static final ProblemTexts EN = ProblemTexts.of(Language.EN);
  private static final String ENVELOPE = "Envelope";
  private static final int OURS = 500;

  private SoapFaults() {}

  static SoapFault of(SoapRefused refusal) {
    Finding finding = Finding.of(refusal.rule(), ENVELOPE, null);
    return fault(refusal.code(), ProblemCode.MALFORMED, List.of(told(finding)));
  }

  static SoapFault of(ProblemException refusal) {
    ProblemCode code = refusal.code();
    int status = code.status();
    boolean later = status >= OURS || status == 429 || status == 408;
    List<SoapFault.Finding> findings =
        refusal.findings().isEmpty()
            ? List.of(told(code))
            : refusal.findings().stream().map(SoapFaults::told).toList();
    return fault(later ? FaultCode.RECEIVER : FaultCode.SENDER, code, findings);
  }

  private static SoapFault fault(
      FaultCode whose, ProblemCode code, List<SoapFault.Finding> findings) {
    return new SoapFault(whose, ZH.title(code), EN.title(code), findings);
  }

  private static SoapFault.Finding told(ProblemCode code) {
    return new SoapFault.Finding(
        code.code(), ENVELOPE, both(t -> t.title(code)), both(t -> t.detail(code)));
  }

  private static SoapFault.Finding told(Finding finding) {
    return new SoapFault.Finding(
        finding.rule(), finding.path(), both(t -> t.expected(finding)), both(t -> t.fix(finding)));
  }

  private static String both(Function<ProblemTexts, String> text) {
    return text.apply(ZH) + " / " + text.apply(EN);
  }
}
