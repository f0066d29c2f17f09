package io.enforcement.gateway.standards.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.standards.GeneratedRecords;
import io.enforcement.gateway.standards.SampleFiles;
import io.enforcement.gateway.standards.model.StandardRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.xml.crypto.OctetStreamData;
import javax.xml.crypto.dsig.TransformService;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The two forms say the same: through the other one and back, the canonical bytes are equal (C14N
 * 1.1 for XML, RFC 8785 for JSON).
 */
class CanonicalFormTest {

  private static final long SEED = 20_261_122;
  private static final int GENERATED = 10_000;
  private static final String C14N_11 = "http://www.w3.org/2006/12/xml-c14n11";

  @TestFactory
  Stream<DynamicTest> aSampleKeepsItsCanonicalBytes() {
    return SampleFiles.all().stream()
        .map(
            sample ->
                DynamicTest.dynamicTest(
                    SampleFiles.record(sample) + "/" + sample.getFileName(), () -> keeps(sample)));
  }

  private static void keeps(Path sample) throws Exception {
    StandardRecord record = SampleFiles.read(sample);
    byte[] bytes = SampleFiles.bytes(sample);
    if (SampleFiles.isXml(sample)) {
      StandardRecord back = StandardJson.read(StandardJson.write(record), record.getClass());
      assertThat(c14n(withoutIndents(StandardXml.write(back))))
          .isEqualTo(c14n(withoutIndents(bytes)));
    } else {
      StandardRecord back = StandardXml.read(StandardXml.write(record));
      assertThat(jcs(StandardJson.write(back))).isEqualTo(jcs(bytes));
    }
  }

  @Test
  void tenThousandGeneratedRecordsLoseNothing() throws Exception {
    GeneratedRecords records = new GeneratedRecords(SEED);
    for (int i = 0; i < GENERATED; i++) {
      StandardRecord record = records.record(i);
      String which = record.getClass().getSimpleName() + " " + i + " of seed " + SEED;

      StandardXml.Checked xml = StandardXml.writeChecked(record);
      byte[] json = StandardJson.write(StandardXml.read(xml.xml()));
      StandardRecord back = StandardJson.read(json, record.getClass());

      assertThat(xml.findings()).as(which).isEmpty();
      assertThat(jcs(json)).as(which).isEqualTo(jcs(StandardJson.write(record)));
      assertThat(c14n(StandardXml.write(back))).as(which).isEqualTo(c14n(xml.xml()));
    }
  }

  private static byte[] jcs(byte[] json) throws Exception {
    return new JsonCanonicalizer(json).getEncodedUTF8();
  }

  private static byte[] c14n(byte[] xml) throws Exception {
    TransformService canonical = TransformService.getInstance(C14N_11, "DOM");
    canonical.init((TransformParameterSpec) null);
    InputStream in = new ByteArrayInputStream(xml);
    OctetStreamData data = (OctetStreamData) canonical.transform(new OctetStreamData(in), null);
    return data.getOctetStream().readAllBytes();
  }

  /** Samples are indented for readers; no element of the standard mixes text and elements. */
  private static byte[] withoutIndents(byte[] xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setNamespaceAware(true);
    Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    strip(document.getDocumentElement());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TransformerFactory.newDefaultInstance()
        .newTransformer()
        .transform(new DOMSource(document), new StreamResult(out));
    return out.toByteArray();
  }

  private static void strip(Element parent) {
    boolean holdsElements = parent.getElementsByTagName("*").getLength() > 0;
    for (Node child = parent.getFirstChild(), next; child != null; child = next) {
      next = child.getNextSibling();
      if (child instanceof Element element) {
        strip(element);
      } else if (holdsElements || child.getNodeType() == Node.COMMENT_NODE) {
        parent.removeChild(child);
      }
    }
  }
}
