package io.enforcement.gateway.routes.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.enforcement.gateway.standards.validation.Finding;
import java.util.List;

/**
 * The document of a refusal (RFC 9457). {@code path}, {@code rule}, {@code expected} and {@code
 * fix} repeat the first finding, so that a simple client needs no list.
 *
 * @param type {@code urn:enforcement:problem:} and the code
 * @param title the code in words
 * @param status the HTTP status
 * @param code see {@link ProblemCode}
 * @param detail what happened, in words; the same for every input
 * @param path where in the request, or null
 * @param rule which rule refused it, or null
 * @param expected what the rule wants, or null
 * @param fix what the sender can do, or null
 * @param correlationId the request's name in our log
 * @param findings all findings when a message was checked, else null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
    String type,
    String title,
    int status,
    String code,
    String detail,
    String path,
    String rule,
    String expected,
    String fix,
    String correlationId,
    List<Found> findings) {

  private static final int MOST_FINDINGS = 100;

  /**
   * One finding in the caller's language.
   *
   * @param severity {@code REFUSE} or {@code WARNING}
   * @param rule id of the rule
   * @param path where in the message
   * @param valueClass what kind of value was found, or null; never the value
   * @param expected what the rule wants
   * @param fix what the sender can do
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Found(
      String severity, String rule, String path, String valueClass, String expected, String fix) {

    static Found of(Finding finding, ProblemTexts texts) {
      return new Found(
          finding.severity().name(),
          finding.rule(),
          finding.path(),
          finding.valueClass(),
          texts.expected(finding),
          texts.fix(finding));
    }
  }

  /** The document of this refusal in one language. */
  public static Problem of(ProblemException refusal, Language language, String correlationId) {
    ProblemTexts texts = ProblemTexts.of(language);
    String code = refusal.code().code();
    List<Found> all =
        refusal.findings().stream().limit(MOST_FINDINGS).map(f -> Found.of(f, texts)).toList();
    Found first = all.isEmpty() ? new Found(null, null, null, null, null, null) : all.get(0);
    return new Problem(
        "urn:enforcement:problem:" + code,
        texts.title(refusal.code()),
        refusal.code().status(),
        code,
        texts.detail(refusal.code()),
        first.path(),
        first.rule(),
        first.expected(),
        first.fix(),
        correlationId,
        all.isEmpty() ? null : all);
  }
}
