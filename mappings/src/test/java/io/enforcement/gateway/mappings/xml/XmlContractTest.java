package io.enforcement.gateway.mappings.xml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.enforcement.gateway.standards.validation.Rejected;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XmlContractTest {

  static final XmlContract LETTER =
      XmlContract.beside(XmlContractTest.class, "letter.xsd", "urn:test:letter");

  @Test
  void readsATreeAndWritesItBack() {
    String letter =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><letter xmlns=\"urn:test:letter\">"
            + "<day>20260403</day><person><name>示例乙</name><kind>a</kind><kind>b</kind></person>"
            + "<remark>a &lt; b &amp; 𠮷</remark></letter>";

    XmlElement read = LETTER.read(letter.getBytes(UTF_8), "letter");

    assertThat(read.text("remark")).isEqualTo("a < b & 𠮷");
    assertThat(read.child("person").children("kind"))
        .extracting(XmlElement::text)
        .containsExactly("a", "b");
    assertThat(read.text("answered")).isNull();
    assertThat(new String(LETTER.write(read), UTF_8)).isEqualTo(letter);
  }

  @Test
  void aPathCountsWhereAnElementRepeats() {
    assertThat(refused("<person><name>甲</name></person><person><age>x</age></person>"))
        .containsExactly("structure.order person[1].age", "structure.type person[1].age");
    assertThat(refused("<person><name>甲乙丙丁戊</name></person>"))
        .containsExactly("structure.length person.name");
    assertThat(refused("<person></person>")).containsExactly("structure.missing person.name");
  }

  @Test
  void aRareCharacterCountsOnce() {
    XmlElement read = LETTER.read(letter("<person><name>𠮷𠮷𠮷𠮷</name></person>"), "letter");

    assertThat(read.child("person").text("name")).isEqualTo("𠮷𠮷𠮷𠮷");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <remark/><day>1</day>                      | structure.order day
          <day>1</day><day>2</day>                   | structure.order day[1]
          <示例乙64010419880312301X/>                | structure.order ?
          <remark secret='1'>x</remark>              | structure.other remark
          text between                               | structure.other
          <person xsi:type='p' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'><name>甲</name></person> | structure.other person
          """)
  void refusesWhatTheSchemaDoesNotKnow(String content, String finding) {
    assertThat(refused(content)).first().isEqualTo(finding);
  }

  @Test
  void refusesWhatIsNoSoundXmlOrAnotherMessage() {
    assertThat(refused(("<!DOCTYPE letter><letter xmlns=\"urn:test:letter\"/>").getBytes(UTF_8)))
        .containsExactly("xml.dtd");
    assertThat(refused("<letter xmlns=\"urn:test:letter\"><day>".getBytes(UTF_8)))
        .containsExactly("xml.truncated");
    assertThat(refused("<letter xmlns=\"urn:test:other\"/>".getBytes(UTF_8)))
        .containsExactly("structure.vocabulary");
    assertThat(refused("<answer xmlns=\"urn:test:letter\"/>".getBytes(UTF_8)))
        .containsExactly("structure.vocabulary");
    assertThat(refused("<a>".repeat(100_000))).containsExactly("xml.depth");
  }

  @Test
  void namesABoundedNumberOfFaults() {
    assertThat(refused("<person><name/></person>".repeat(200))).hasSize(100);
  }

  @Test
  void nothingLeavesThatTheSchemaDoesNotHold() {
    XmlElement letter = XmlElement.root("letter");
    letter.add("person").add("age", "7");
    letter.add("remark", null);

    Rejected rejected = catchThrowableOfType(Rejected.class, () -> LETTER.write(letter));

    assertThat(lines(rejected)).containsExactly("structure.missing person.name");
  }

  @Test
  void aMissingSchemaIsOurFault() {
    assertThatIllegalStateException()
        .isThrownBy(() -> XmlContract.beside(XmlContractTest.class, "none.xsd", "urn:none"))
        .withMessageContaining("none.xsd");
  }

  static byte[] letter(String content) {
    return ("<letter xmlns=\"urn:test:letter\">" + content + "</letter>").getBytes(UTF_8);
  }

  private static List<String> refused(String content) {
    return refused(letter(content));
  }

  private static List<String> refused(byte[] xml) {
    return lines(catchThrowableOfType(Rejected.class, () -> LETTER.read(xml, "letter")));
  }

  private static List<String> lines(Rejected rejected) {
    return rejected.findings().stream().map(f -> (f.rule() + " " + f.path()).strip()).toList();
  }
}
