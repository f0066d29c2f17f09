package io.enforcement.gateway.routes.cli.validate;

import com.ctc.wstx.stax.WstxOutputFactory;
import io.enforcement.gateway.standards.file.FileCheck.Checked;
import io.enforcement.gateway.standards.validation.Finding;
import io.enforcement.gateway.standards.validation.RuleTexts;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * For build servers: one test case per record, a failure where the record is refused. Warnings are
 * what a test case printed. Sums stand in the test cases themselves: the form wants them in front,
 * and a stream knows them last.
 */
final class JunitReport implements Report {

  private final PrintWriter out;
  private final RuleTexts texts;
  private final XMLStreamWriter xml;

  JunitReport(PrintWriter out, Locale locale) {
    this.out = out;
    this.texts = RuleTexts.of(locale);
    try {
      xml = new WstxOutputFactory().createXMLStreamWriter(out);
      xml.writeStartDocument();
      xml.writeStartElement("testsuite");
      xml.writeAttribute("name", "validate");
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void tell(Checked checked) {
    try {
      xml.writeStartElement("testcase");
      xml.writeAttribute("classname", checked.file());
      xml.writeAttribute("name", checked.record() + "[" + checked.number() + "]");
      if (checked.refused()) {
        xml.writeStartElement("failure");
        xml.writeAttribute("message", first(checked));
        xml.writeCharacters(lines(checked));
        xml.writeEndElement();
      } else if (!checked.findings().isEmpty()) {
        xml.writeStartElement("system-out");
        xml.writeCharacters(lines(checked));
        xml.writeEndElement();
      }
      xml.writeEndElement();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  private String first(Checked checked) {
    return checked.findings().stream()
        .filter(Finding::refuses)
        .findFirst()
        .map(finding -> finding.rule() + " " + texts.title(finding.rule()))
        .orElseThrow();
  }

  private String lines(Checked checked) {
    return checked.findings().stream()
        .map(
            f ->
                f.severity()
                    + " "
                    + f.rule()
                    + " "
                    + f.path()
                    + ": "
                    + texts.expected(f)
                    + "; "
                    + texts.fix(f))
        .collect(Collectors.joining("\n"));
  }

  @Override
  public void end(Tally tally) {
    try {
      xml.writeEndDocument();
      xml.flush();
      out.println();
      out.flush();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }
}
