package io.enforcement.gateway.mappings.declarative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.Part;
import io.enforcement.gateway.standards.model.Revocation;
import io.enforcement.gateway.standards.validation.Finding;
import io.enforcement.gateway.standards.validation.Rejected;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataOnlyToStandardTest {

  private static final Context CONTEXT = new Context("key", Instant.EPOCH, "file.csv");
  private static final Map<String, String> FILES =
      Map.of(
          "header.csv", "column,meaning\nid,key\nreason,why\n",
          "kind.csv", "from,to\n撤销,REVOKED\n");
  private static final Map<String, String> CSV = Map.of("type", "csv", "header", "header.csv");
  private static final String MAPPING =
      """
      import "gateway" as gw
      {"recordType": "Revocation", "recordUniqueIdentity": gw:required(.id, "id"),
       "kind": gw:code("kind", .reason, "reason"), "reason": gw:text(.reason)}
      """;

  @Test
  void readsEachRowAsARecord() {
    List<Part> parts = read(MAPPING, CSV, "id,reason\n1,撤销\n2,\"撤销\"\n");

    assertThat(parts).hasSize(2);
    assertThat(parts.get(1)).isInstanceOf(Part.Translated.class);
    Revocation second = (Revocation) ((Part.Translated) parts.get(1)).record();
    assertThat(second.getRecordUniqueIdentity()).isEqualTo("2");
    assertThat(second.getKind().value()).isEqualTo("REVOKED");
  }

  @Test
  void readsAFileWithAByteOrderMarkAndAnotherDelimiter() {
    Map<String, String> format = Map.of("type", "csv", "header", "header.csv", "delimiter", "|");

    assertThat(read(MAPPING, format, "\uFEFFid|reason\n1|撤销\n")).hasSize(1);
  }

  @Test
  void refusesARowThatCannotBeReadAndGoesOn() {
    List<Part> parts = read(MAPPING, CSV, "id,reason\n,收回\n2,撤销,3\n3,撤销\n");

    assertThat(rules(parts.get(0))).containsExactly("mapping.missing", "mapping.code");
    assertThat(rules(parts.get(1))).containsExactly("csv.columns");
    assertThat(parts.get(2)).isInstanceOf(Part.Translated.class);
    assertThat(parts).extracting(Part::position).containsExactly(1, 2, 3);
  }

  @Test
  void neverRepeatsTheValueItRefuses() {
    String secret = "640122199211051822";
    List<Part> parts =
        read("{\"recordType\": number(.reason)}", CSV, "id,reason\n1,机密" + secret + "\n");

    assertThat(rules(parts.get(0))).containsExactly("mapping.failed");
    assertThat(parts.toString()).doesNotContain("机密").doesNotContain(secret);
  }

  @Test
  void namesTheFieldsThatItDoesNotRead() {
    String mapping =
        """
        import "gateway" as gw
        let it = gw:only(., ["id", "party"], "")
        let party = gw:only($it.party, ["name"], "party")
        {"recordType": "Revocation", "recordUniqueIdentity": $it.id, "reason": $party.name}
        """;
    String text =
        """
        [{"id": "1", "party": {"name": "甲"}},
         {"id": "2", "reson": "x", "party": {"name": "甲", "640122199211051822": "x"}},
         {"id": "3", "party": "甲"},
         {"id": "4"}]
        """;

    List<Part> parts = read(mapping, Map.of("type", "json"), text);

    assertThat(parts.get(0)).isInstanceOf(Part.Translated.class);
    assertThat(rules(parts.get(1))).containsExactly("json.unknown-field", "json.unknown-field");
    assertThat(((Part.Refused) parts.get(1)).findings())
        .extracting(Finding::path)
        .containsExactly("reson", "party.?");
    assertThat(rules(parts.get(2))).containsExactly("json.type");
    assertThat(parts.get(3)).isInstanceOf(Part.Translated.class);
  }

  @Test
  void refusesAFileWithTooManyRows() {
    assertThat(fileRule("id,reason\n" + "1,撤销\n".repeat(10_001))).isEqualTo("csv.rows");
  }

  @Test
  void takesAFileWithAsManyRowsAsAllowed() {
    assertThat(read(MAPPING, CSV, "id,reason\n" + "1,撤销\n".repeat(10_000))).hasSize(10_000);
  }

  @Test
  void refusesAFieldOver64K() {
    assertThat(fileRule("id,reason\n1," + "长".repeat(70_000) + "\n")).isEqualTo("csv.field-size");
    assertThat(fileRule("id,reason\n1,\"" + "长".repeat(70_000) + "\"\n"))
        .isEqualTo("csv.field-size");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"id,reason\n1,\"撤销\n2,撤销\n", "id,reason\n1,\"撤\"销\n", "id,reason\n\"1,撤销"})
  void refusesAFileWhoseQuotesDoNotPair(String text) {
    assertThat(fileRule(text)).isEqualTo("csv.quotes");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"reason,id\n1,撤销\n", "id\n1\n", "id,reason,more\n1,撤销,x\n", "id\treason\n"})
  void refusesAnotherHeader(String text) {
    assertThat(fileRule(text)).isEqualTo("csv.header");
  }

  @Test
  void refusesAnEmptyFile() {
    assertThat(fileRule("")).isEqualTo("csv.empty");
  }

  @Test
  void survivesARowOfAMillionColumns() {
    List<Part> parts = read(MAPPING, CSV, "id,reason\n" + ",".repeat(1_000_000) + "\n2,撤销\n");

    assertThat(rules(parts.get(0))).containsExactly("csv.columns");
    assertThat(parts.get(1)).isInstanceOf(Part.Translated.class);
  }

  @Test
  void refusesWhatNeverEndsInsteadOfDying() {
    String doubling = "let a = .reason\n";
    for (char c = 'a'; c < 'z'; c++) {
      doubling += "let " + (char) (c + 1) + " = $" + c + " + $" + c + "\n";
    }
    List<Part> parts = read(doubling + "{\"reason\": $z}", CSV, "id,reason\n1,撤销\n2,\n");

    assertThat(rules(parts.get(0))).containsExactly("mapping.too-large");
    assertThat(parts).hasSize(2);
  }

  @Test
  void refusesAMappingThatWritesWhatTheStandardHasNot() {
    List<Part> parts =
        read("{\"recordType\": \"Revocation\", \"fine\": 1}", CSV, "id,reason\n1,撤销\n");

    assertThat(rules(parts.get(0))).containsExactly("json.unknown-field");
  }

  @Test
  void readsJsonAsOneRecordOrMany() {
    Map<String, String> json = Map.of("type", "json");

    assertThat(read(MAPPING, json, "{\"id\":\"1\",\"reason\":\"撤销\"}")).hasSize(1);
    List<Part> parts = read(MAPPING, json, "[{\"id\":\"1\",\"reason\":\"撤销\"},7]");
    assertThat(parts.get(0)).isInstanceOf(Part.Translated.class);
    assertThat(rules(parts.get(1))).containsExactly("json.type");
  }

  @Test
  void refusesFieldsAndKindsThatTheMappingDoesNotKnow() {
    String mapping =
        """
        import "gateway" as gw
        let o = gw:only(., ["id", "who", "reason"], "")
        let who = gw:only($o.who, ["name"], "who")
        {"recordType": "Revocation", "recordUniqueIdentity": gw:required($o.id, "id"),
         "punishFileNum": gw:plain($who.name, "who.name"), "reason": gw:plain($o.reason, "reason")}
        """;
    Map<String, String> json = Map.of("type", "json");

    assertThat(read(mapping, json, "{\"id\":\"1\",\"who\":{\"name\":\"无\"}}").get(0))
        .isInstanceOfSatisfying(
            Part.Translated.class,
            part ->
                assertThat(((Revocation) part.record()).getPunishFileNum()).as("无").isEqualTo("无"));
    assertThat(findings(read(mapping, json, "{\"who\":{\"nmae\":1,\"640122199211051822\":1}}")))
        .contains("json.unknown-field who.nmae", "json.unknown-field who.?", "mapping.missing id");
    assertThat(findings(read(mapping, json, "{\"id\":\"1\",\"who\":7,\"reason\":{}}")))
        .containsExactly("json.type who", "json.type reason");
  }

  @ParameterizedTest
  @ValueSource(strings = {"now()", "random()", "uuid()", "{\"a\": "})
  void doesNotCompileWhatTwoRunsWouldAnswerDifferently(String source) {
    assertThatThrownBy(() -> DataOnlyToStandard.of(source, CSV, FILES::get))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void failsAtStartWhenTheFormatIsWrong() {
    assertThatThrownBy(
            () -> DataOnlyToStandard.of(".", Map.of("type", "csv", "charsett", "GBK"), FILES::get))
        .hasMessageContaining("charsett");
    assertThatThrownBy(
            () -> DataOnlyToStandard.of(".", Map.of("type", "csv", "header", "no.csv"), FILES::get))
        .hasMessageContaining("no.csv");
  }

  @Test
  void failsAtStartWhenACodeListIsMissing() {
    String mapping = "import \"gateway\" as gw {\"a\": gw:code(\"gone\", .id, \"id\")}";

    assertThatThrownBy(() -> DataOnlyToStandard.of(mapping, CSV, FILES::get))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("gone.csv");
  }

  private static List<Part> read(String mapping, Map<String, String> format, String text) {
    return DataOnlyToStandard.of(mapping, format, FILES::get)
        .toStandard(text.getBytes(StandardCharsets.UTF_8), CONTEXT);
  }

  private static String fileRule(String text) {
    Rejected rejected = catchThrowableOfType(Rejected.class, () -> read(MAPPING, CSV, text));
    assertThat(rejected).as("the file must be refused").isNotNull();
    return rejected.findings().get(0).rule();
  }

  private static List<String> findings(List<Part> parts) {
    assertThat(parts).singleElement().isInstanceOf(Part.Refused.class);
    return ((Part.Refused) parts.get(0))
        .findings().stream().map(f -> f.rule() + " " + f.path()).toList();
  }

  private static List<String> rules(Part part) {
    assertThat(part).isInstanceOf(Part.Refused.class);
    return ((Part.Refused) part).findings().stream().map(Finding::rule).toList();
  }
}
