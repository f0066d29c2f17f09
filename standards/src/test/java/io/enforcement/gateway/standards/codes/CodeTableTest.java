package io.enforcement.gateway.standards.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeTableTest {

  @ParameterizedTest
  @CsvSource({
    "penalty-type, 14, 03, 罚款",
    "party-kind, 3, 1, 公民",
    "certificate-type, 7, 111, 居民身份证",
    "case-source, 7, 5, 其他机关移送",
    "punish-procedure, 2, 2, 普通程序",
    "discretion-plot, 4, 0, 无"
  })
  void knowsItsCodesBothWays(String name, int size, String code, String display) {
    CodeTable table = CodeTable.of(name);

    assertThat(table.codes()).hasSize(size);
    assertThat(table.contains(code)).isTrue();
    assertThat(table.display(code)).contains(display);
    assertThat(table.codeOf(display)).contains(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "penalty-type",
        "party-kind",
        "certificate-type",
        "case-source",
        "punish-procedure",
        "discretion-plot"
      })
  void everyCodeSaysWhereItComesFromAndFitsTheSchema(String name) {
    assertThat(CodeTable.of(name).codes())
        .allSatisfy(c -> assertThat(c.source()).isNotBlank())
        .allSatisfy(c -> assertThat(c.code()).matches("[0-9A-Z]{1,10}"));
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
