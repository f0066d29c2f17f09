package io.enforcement.gateway.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.standards.validation.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTest {

  private final Reading reading = new Reading();

  @ParameterizedTest
  @CsvSource({
    "26500,元,26500.00",
    "2.65,万元,26500.00",
    "0.02,万元,200.00",
    "0.000001,万元,0.01",
    "123456789.123456,万元,1234567891234.56",
    "0.10,元,0.10",
    "0,元,0.00"
  })
  void readsAmountsAsYuan(String amount, String unit, String yuan) {
    assertThat(reading.yuan(amount, unit, "a")).hasToString(yuan);
    assertThat(reading.findings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0.001,元,mapping.amount",
    "2.6500005,万元,mapping.amount",
    "-1,元,mapping.amount",
    "1E3,元,mapping.amount",
    "'26,500',元,mapping.amount",
    "五百,元,mapping.amount",
    "２００,元,mapping.amount",
    "1,千元,mapping.unit"
  })
  void refusesAmountsItWouldHaveToGuess(String amount, String unit, String rule) {
    assertThat(reading.yuan(amount, unit, "a")).isNull();
    assertThat(reading.findings()).extracting(Finding::rule).containsExactly(rule);
    assertThat(reading.findings().toString()).doesNotContain(amount);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "　", "无", "null", "NULL", "00000000000000000X", " / "})
  void readsPlaceholdersAsNothing(String value) {
    assertThat(Reading.text(value)).isNull();
    assertThat(reading.yuan(value, "元", "a")).isNull();
    assertThat(reading.date(value, "yyyy-MM-dd", "d")).isNull();
    assertThat(reading.findings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-02-29", "2026-13-01", "2026/05/20", "20260520", "2026-5-2", "昨天"})
  void refusesDaysThatDoNotExist(String value) {
    assertThat(reading.date(value, "yyyy-MM-dd", "d")).isNull();
    assertThat(reading.findings()).extracting(Finding::rule).containsExactly("mapping.date");
  }

  @Test
  void readsMomentsInBeijingTime() {
    assertThat(reading.dateTime("2026-05-21 00:12:33", "yyyy-MM-dd HH:mm:ss", "t"))
        .hasToString("2026-05-21T00:12:33+08:00");
  }
}
