package io.enforcement.gateway.mappings.xml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.enforcement.gateway.mappings.PartnerCodes;
import io.enforcement.gateway.standards.validation.Rejected;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Values in a partner's forms, written and read back. */
class XmlDraftTest {

  private static final XmlForms FORMS = new XmlForms("yyyyMMdd", "yyyyMMddHHmmss", "1", "0");
  private static final PartnerCodes KIND = PartnerCodes.of("kind", "from,to\n甲,1\n乙,2\n");

  @Test
  void writesInThePartnersFormsAndReadsThemBack() {
    XmlDraft draft = XmlDraft.of(XmlContractTest.LETTER, FORMS, "letter");
    draft.date("day", LocalDate.of(2026, 4, 3));
    draft.answer("answered", true);
    draft.time("moment", OffsetDateTime.parse("2026-04-02T16:30:00.9Z"));
    draft.number("fine", new BigDecimal("1E+3"));
    draft.parts("person", XmlDraftTest::person, List.of("示例乙"));
    draft.part("person", XmlDraftTest::person, null);
    draft.text("remark", null);
    byte[] written = draft.bytes();

    assertThat(new String(written, UTF_8))
        .endsWith(
            "<day>20260403</day><answered>1</answered><moment>20260403003000</moment>"
                + "<fine>1000</fine><person><name>示例乙</name><kind>乙</kind></person></letter>");
    XmlDocument document = XmlDocument.of(XmlContractTest.LETTER, FORMS, written, "letter");
    assertThat(document.date("day")).isEqualTo(LocalDate.of(2026, 4, 3));
    assertThat(document.answer("answered")).isTrue();
    assertThat(document.time("moment")).isEqualTo("2026-04-03T00:30:00+08:00");
    assertThat(document.yuan("fine", "万元")).isEqualByComparingTo("10000000");
    assertThat(document.parts("person", p -> p.codes("kind", KIND))).containsExactly(List.of("2"));
    document.orRejected();
  }

  @Test
  void notesEveryFaultWithItsPath() {
    XmlDocument document =
        XmlDocument.of(
            XmlContractTest.LETTER,
            FORMS,
            XmlContractTest.letter(
                "<day>20260230</day><person><name>无</name><kind>甲</kind><kind>丙</kind></person>"),
            "letter");
    document.date("day");
    document.part(
        "person",
        person -> {
          person.codes("kind", KIND);
          return person.required("name");
        });

    Rejected rejected = catchThrowableOfType(Rejected.class, document::orRejected);

    assertThat(rejected.findings())
        .extracting(f -> f.rule() + " " + f.path())
        .containsExactly(
            "mapping.date day", "mapping.code person.kind[1]", "mapping.missing person.name");
  }

  @Test
  void aCodeWithoutAWordDoesNotLeave() {
    XmlDraft draft = XmlDraft.of(XmlContractTest.LETTER, FORMS, "letter");
    draft.code("remark", KIND.reversed(), "3");

    Rejected rejected = catchThrowableOfType(Rejected.class, draft::bytes);

    assertThat(rejected.findings()).extracting(f -> f.rule()).containsExactly("mapping.code");
  }

  @Test
  void aListWithTwoWordsForOneCodeCannotBeReversed() {
    PartnerCodes codes = PartnerCodes.of("kind", "from,to\n甲,1\n乙,1\n");

    assertThatIllegalStateException().isThrownBy(codes::reversed).withMessageContaining("kind");
  }

  private static void person(XmlDraft part, String name) {
    part.text("name", name);
    part.code("kind", KIND.reversed(), "2");
  }
}
