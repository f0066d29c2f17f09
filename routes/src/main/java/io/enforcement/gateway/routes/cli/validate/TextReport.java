package io.enforcement.gateway.routes.cli.validate;

import io.enforcement.gateway.standards.file.FileCheck.Checked;
import io.enforcement.gateway.standards.validation.Finding;
import io.enforcement.gateway.standards.validation.RuleTexts;
import java.io.PrintWriter;
import java.util.Locale;

/**
 * For people: a line that can be clicked, then what was found, what was expected, how to mend it.
 */
final class TextReport implements Report {

  private final PrintWriter out;
  private final RuleTexts texts;
  private final boolean chinese;

  TextReport(PrintWriter out, Locale locale) {
    this.out = out;
    this.texts = RuleTexts.of(locale);
    this.chinese = "zh".equals(locale.getLanguage());
  }

  @Override
  public void tell(Checked checked) {
    for (Finding finding : checked.findings()) {
      out.printf(
          "%s:%d: %s %s[%d] %s %s%n",
          checked.file(),
          checked.line(),
          severity(finding),
          checked.record(),
          checked.number(),
          finding.path(),
          texts.title(finding.rule()));
      out.printf(
          chinese
              ? "    规则 %s；发现：%s；应为：%s；处理：%s%n"
              : "    rule %s; found: %s; expected: %s; fix: %s%n",
          finding.rule(),
          finding.valueClass() == null ? "-" : finding.valueClass(),
          texts.expected(finding),
          texts.fix(finding));
    }
  }

  private String severity(Finding finding) {
    if (chinese) {
      return finding.refuses() ? "拒收" : "警告";
    }
    return finding.refuses() ? "refused" : "warning";
  }

  @Override
  public void end(Tally tally) {
    out.printf(
        chinese
            ? "共 %d 条记录：拒收 %d 条，带警告接收 %d 条%n"
            : "%d records: %d refused, %d accepted with warnings%n",
        tally.records(),
        tally.refused(),
        tally.warned());
    out.flush();
  }
}
