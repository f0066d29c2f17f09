package io.enforcement.gateway.standards.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Year;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentNumberTest {

  private static final String NORMALISED = "安综执罚决字〔2026〕第0087号";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "安综执罚决字〔2026〕第0087号",
        "安综执罚决字[2026]第0087号",
        "安综执罚决字【2026】第0087号",
        "安综执罚决字(2026)第0087号",
        "安综执罚决字（２０２６）第００８７号",
        "安综执罚决字［2026］第0087",
        " 安综执罚决字 〔2026〕\u3000第 0087 号\t"
      })
  void theSameNumberWrittenByDifferentOfficesIsOneNumber(String number) {
    assertThat(DocumentNumber.normalise(number)).isEqualTo(NORMALISED);
  }

  @Test
  void normalisingAgainChangesNothing() {
    assertThat(DocumentNumber.normalise(NORMALISED)).isEqualTo(NORMALISED);
  }

  @Test
  void leadingZerosAndLettersAreKept() {
    assertThat(DocumentNumber.normalise("宁Ａ罚[2026]0007")).isEqualTo("宁A罚〔2026〕0007号");
    assertThat(DocumentNumber.normalise("宁a罚[2026]7")).isEqualTo("宁a罚〔2026〕7号");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "  ", "\u3000"})
  void nothingStaysNothing(String number) {
    assertThat(DocumentNumber.normalise(number)).isEmpty();
  }

  @Test
  void knowsTheYearOfAUsualNumberOnly() {
    assertThat(DocumentNumber.year(NORMALISED)).contains(Year.of(2026));
    assertThat(DocumentNumber.year("云环罚(2025)3-1号")).contains(Year.of(2025));
    assertThat(DocumentNumber.year("2026第0087号")).isEmpty();
    assertThat(DocumentNumber.year("罚〔26〕第1号")).isEmpty();
    assertThat(DocumentNumber.year(null)).isEmpty();
  }
}
