package io.enforcement.gateway.standards.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeTableTest {

  @ParameterizedTest
  @CsvSource({
    "penalty-type, 14, 03, 罚款",
    "party-kind, 3, 1, 公民",
    "certificate-type, 7, 111, 居民身份证",
    "case-source, 7, 5, 其他机关移送",
    "punish-procedure, 2, 2, 普通程序",
    "discretion-plot, 4, 0, 无",
    "coercion-measure, 5, 2, 查封场所、设施或者财物",
    "licence-event, 9, 07, 吊销"
  })
  void knowsItsCodesBothWays(String name, int size, String code, String display) {
    CodeTable table = CodeTable.of(name);

    assertThat(table.codes()).hasSize(size);
    assertThat(table.contains(code)).isTrue();
    assertThat(table.display(code)).contains(display);
    assertThat(table.codeOf(display)).contains(code);
  }

  static Set<String> tables() {
    return CodeTable.names();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void everyTableAndCodeSaysWhatItIsAndWhereItComesFrom(String name) {
    CodeTable table = CodeTable.of(name);

    assertThat(table.titleZh()).isNotBlank();
    assertThat(table.titleEn()).isNotBlank();
    assertThat(table.codes())
        .isNotEmpty()
        .allSatisfy(c -> assertThat(c.source()).isNotBlank())
        .allSatisfy(c -> assertThat(c.display()).isNotBlank())
        .allSatisfy(c -> assertThat(c.code()).as("fits the schema").matches("[0-9A-Z]{1,10}"));
  }

  /**
   * The files themselves are the list: one that nobody can ask for is forgotten. Divisions are
   * asked for by their own class.
   */
  @Test
  void everyFileIsATableAndEveryTableAFile() throws Exception {
    Path folder = Path.of(CodeTable.class.getResource("tables.csv").toURI()).getParent();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(
              files
                  .map(file -> file.getFileName().toString())
                  .filter(file -> file.endsWith(".csv"))
                  .filter(file -> !Set.of("tables.csv", "division.csv").contains(file)))
          .containsExactlyInAnyOrderElementsOf(
              CodeTable.names().stream().map(name -> name + ".csv").toList());
    }
  }

  @Test
  void anUnknownCodeIsUnknownAndNeverOther() {
    CodeTable table = CodeTable.of("penalty-type");

    assertThat(table.contains("3")).isFalse();
    assertThat(table.contains(null)).isFalse();
    assertThat(table.display("14")).isEmpty();
    assertThat(table.codeOf("罚 款")).isEmpty();
    assertThat(table.codeOf(null)).isEmpty();
  }

  @Test
  void aKindOfTheNewLawIsNotInForceBeforeIt() {
    CodeTable.Code criticism = CodeTable.of("penalty-type").find("02").orElseThrow();

    assertThat(criticism.validOn(LocalDate.parse("2021-07-14"))).isFalse();
    assertThat(criticism.validOn(LocalDate.parse("2021-07-15"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"no-such-table", "../codes/party-kind", "", "PARTY"})
  void refusesATableThatIsNotThere(String name) {
    assertThatThrownBy(() -> CodeTable.of(name)).isInstanceOf(IllegalArgumentException.class);
  }
}
