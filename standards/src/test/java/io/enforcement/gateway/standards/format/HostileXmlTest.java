package io.enforcement.gateway.standards.format;

import static io.enforcement.gateway.standards.format.Refusal.refusal;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.enforcement.gateway.standards.Samples;
import io.enforcement.gateway.standards.model.PenaltyDecision;
import io.enforcement.gateway.standards.validation.Finding;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileXmlTest {

  private static final String LAUGHS =
      "<!DOCTYPE a [<!ENTITY l0 \"ha\">"
          + IntStream.range(1, 20)
              .mapToObj(i -> "<!ENTITY l" + i + " \"" + ("&l" + (i - 1) + ";").repeat(10) + "\">")
              .collect(Collectors.joining())
          + "]><a>&l19;</a>";

  static Stream<Arguments> hostile() {
    String attributes =
        IntStream.range(0, 10_000).mapToObj(i -> " a" + i + "=''").collect(Collectors.joining());
    return Stream.of(
        refused("xml.dtd", "<!DOCTYPE a><a/>"),
        refused("xml.dtd", "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>"),
        refused("xml.dtd", "<!DOCTYPE a SYSTEM \"http://127.0.0.1:1/x.dtd\"><a/>"),
        refused("xml.dtd", "<!DOCTYPE a [<!ENTITY % p SYSTEM \"file:///etc/passwd\">%p;]><a/>"),
        refused("xml.dtd", LAUGHS),
        refused(
            "xml.dtd",
            "<!DOCTYPE a [<!ENTITY q \""
                + "x".repeat(100_000)
                + "\">]><a>"
                + "&q;".repeat(10_000)
                + "</a>"),
        refused(
            "xml.charset",
            "<?xml version=\"1.0\" encoding=\"UTF-16\"?><!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>",
            UTF_16),
        refused("xml.charset", "<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>", UTF_16LE),
        refused(
            "xml.charset",
            "<?xml version=\"1.0\" encoding=\"UTF-7\"?>+ADw-+ACE-DOCTYPE a+AD4-<a/>"),
        refused("xml.charset", "<?xml version=\"1.0\" encoding=\"GB18030\"?><a>执法</a>"),
        refused("xml.charset", "<a>执法</a>", Charset.forName("GB18030")),
        refused("xml.charset", "<a/>", Charset.forName("UTF-32")),
        refused("xml.entity", "<a>&unknown;</a>"),
        refused(
            "xml.processing-instruction", "<?xml-stylesheet href='http://127.0.0.1:1/x.xsl'?><a/>"),
        refused("xml.processing-instruction", "<a><?php x?></a>"),
        refused("xml.depth", "<a>".repeat(100_000)),
        refused("xml.depth", "<a>".repeat(65) + "</a>".repeat(65)),
        refused("xml.limit", "<a" + attributes + "/>"),
        refused("xml.limit", "<a x='" + "y".repeat(1_000_000) + "'/>"),
        refused("xml.limit", "<a>" + "y".repeat(10_000_000) + "</a>"),
        refused("xml.limit", "<a>" + "<b/>".repeat(300_000) + "</a>"),
        refused("xml.size", "<a>" + " ".repeat(17 << 20) + "</a>"),
        refused("xml.truncated", "<a><b>x"),
        refused("xml.truncated", "<a b='"),
        refused("xml.truncated", ""),
        refused("xml.syntax", "<a></b>"),
        refused("xml.syntax", "<a b='1' b='2'/>"),
        refused("xml.syntax", "<a>&#0;</a>"),
        refused("xml.syntax", "<a>&#xD800;</a>"),
        refused("xml.syntax", "<a>\u0001</a>"),
        refused("xml.syntax", "<a>\0</a>"),
        refused("xml.syntax", "<a/><a/>"),
        refused("xml.syntax", "<a/>x"),
        refused("xml.syntax", "{\"a\":1}"),
        refused("xml.syntax", "<x:a/>"),
        refused("xml.version", "<?xml version=\"1.1\"?><a/>"));
  }

  @ParameterizedTest(name = "{0} #{index}")
  @MethodSource("hostile")
  void refusesFastWithOneClearRule(String rule, byte[] xml) {
    Finding finding =
        assertTimeoutPreemptively(Duration.ofSeconds(1), () -> refusal(() -> SafeXml.check(xml)));

    assertThat(finding.rule()).isEqualTo(rule);
    assertThat(finding.refuses()).isTrue();
  }

  @ParameterizedTest(name = "{0} #{index}")
  @MethodSource("hostile")
  void readingARecordRefusesTheSame(String rule, byte[] xml) {
    Finding finding =
        assertTimeoutPreemptively(
            Duration.ofSeconds(1), () -> refusal(() -> StandardXml.read(xml)));

    assertThat(finding.rule()).isIn(rule, "structure.vocabulary");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a/>",
        "\uFEFF<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!-- c --><a b='1'>&lt;&#x2A6A5;𠮷<![CDATA[<!DOCTYPE]]></a>",
        "<a xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include href='file:///etc/passwd'/></a>",
        "<a xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='u http://127.0.0.1:1/x.xsd'/>"
      })
  void acceptsWhatIsSoundAndLeavesReferencesInert(String xml) {
    assertThatCode(() -> SafeXml.check(xml.getBytes(UTF_8))).doesNotThrowAnyException();
  }

  @Test
  void includesAreNeverRead() throws XMLStreamException {
    XMLStreamReader reader =
        SafeXml.reader(
            "<a xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include href='file:///etc/passwd'/>t</a>"
                .getBytes(UTF_8));
    reader.nextTag();
    reader.nextTag();

    assertThat(reader.getElementText()).isEmpty();
    assertThat(reader.next()).isEqualTo(XMLStreamReader.CHARACTERS);
    assertThat(reader.getText()).isEqualTo("t");
  }

  @Test
  void theReaderCountsDepthThroughElementText() throws XMLStreamException {
    XMLStreamReader reader =
        SafeXml.reader(("<a>" + "<b>x</b>".repeat(1_000) + "</a>").getBytes(UTF_8));
    reader.nextTag();
    int read = 0;
    while (reader.nextTag() == XMLStreamReader.START_ELEMENT) {
      assertThat(reader.getElementText()).isEqualTo("x");
      read++;
    }

    assertThat(read).isEqualTo(1_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a/>",
        "<PenaltyDecision/>",
        "<PenaltyDecision xmlns='urn:enforcement:standard:v2'/>",
        "<PenaltyDecision xmlns='urn:enforcement:standard:v1'><surprise/></PenaltyDecision>",
        "<PenaltyDecision xmlns='urn:enforcement:standard:v1'><punishSetDate>20260101</punishSetDate></PenaltyDecision>",
        "<PenaltyDecision xmlns='urn:enforcement:standard:v1'><cdTime>2026-01-01T00:00:00</cdTime></PenaltyDecision>",
        "<PenaltyDecision xmlns='urn:enforcement:standard:v1'><revision>x</revision></PenaltyDecision>",
        "<Party xmlns='urn:enforcement:standard:v1'/>"
      })
  void refusesAForeignVocabulary(String xml) {
    Finding finding = refusal(() -> StandardXml.read(xml.getBytes(UTF_8)));

    assertThat(finding.rule()).isEqualTo("structure.vocabulary");
  }

  @Test
  void aTruncatedRecordIsNotARecord() {
    byte[] xml = StandardXml.write(Samples.decision());
    byte[] half = java.util.Arrays.copyOf(xml, xml.length / 2);

    assertThat(refusal(() -> StandardXml.read(half)).rule()).isIn("xml.truncated", "xml.charset");
  }

  @Test
  void whatXmlCannotCarryIsRefusedInsteadOfMended() {
    PenaltyDecision decision = Samples.decision();
    decision.setIllegalAct("bell \u0007");

    assertThat(refusal(() -> StandardXml.write(decision)).rule()).isEqualTo("structure.unwritable");
    assertThat(StandardXml.writeChecked(decision).findings())
        .extracting(Finding::rule, Finding::path)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("structure.character", "illegalAct"));
  }

  private static Arguments refused(String rule, String xml) {
    return refused(rule, xml, UTF_8);
  }

  private static Arguments refused(String rule, String xml, Charset charset) {
    return Arguments.of(rule, xml.getBytes(charset));
  }
}
