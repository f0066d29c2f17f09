package io.enforcement.gateway.routes.cli.partner;

import io.enforcement.gateway.mappings.GoldenText;
import io.enforcement.gateway.mappings.Part;
import io.enforcement.gateway.routes.cli.partner.TranslateCommand.Form;
import io.enforcement.gateway.standards.format.StandardXml;
import io.enforcement.gateway.standards.model.StandardRecord;
import io.enforcement.gateway.standards.validation.Finding;
import io.enforcement.gateway.standards.validation.RuleTexts;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;

/** For people: what came of it goes out, indented; what was found goes beside it. */
final class TextOutcomes extends Outcomes {

  private final PrintWriter out;
  private final PrintWriter beside;
  private final RuleTexts texts;
  private final Form form;

  TextOutcomes(PrintWriter out, PrintWriter beside, Locale locale, Form form) {
    this.out = out;
    this.beside = beside;
    this.texts = RuleTexts.of(locale);
    this.form = form;
  }

  @Override
  void tellRead(int position, StandardRecord record, List<Finding> findings) {
    out.print(
        form == Form.XML
            ? indented(StandardXml.write(record))
            : GoldenText.of(List.of(new Part.Translated(position, record))));
    tellRefused(position, findings);
  }

  @Override
  void tellWritten(int position, byte[] document) {
    String text = GoldenText.of(document);
    out.print(text.endsWith("\n") ? text : text + "\n");
  }

  @Override
  void tellRefused(int position, List<Finding> findings) {
    for (Finding finding : findings) {
      beside.printf(
          "[%d] %s %s %s: %s (%s) — %s%n",
          position,
          finding.severity(),
          finding.rule(),
          finding.path(),
          texts.expected(finding),
          finding.valueClass() == null ? "-" : finding.valueClass(),
          texts.fix(finding));
    }
  }

  @Override
  void end() {
    out.flush();
    beside.flush();
  }

  /** A document that we have just written ourselves. */
  private static String indented(byte[] xml) {
    try {
      Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
      transformer.setOutputProperty(OutputKeys.INDENT, "yes");
      transformer.setOutputProperty("{http://xml.apache.org/xslt}indent-amount", "2");
      StringWriter text = new StringWriter();
      transformer.transform(
          new StreamSource(new ByteArrayInputStream(xml)), new StreamResult(text));
      return text.toString().replace("?><", "?>\n<");
    } catch (TransformerException e) {
      throw new IllegalStateException("our own XML cannot be read", e);
    }
  }
}
