package io.enforcement.gateway.mappings.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {

  private static final Charset UTF_8 = Charset.forName("UTF-8");
  private static final List<String> HEADER = List.of("名称", "金额");

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030"})
  void readsWhatItWrote(String charset) {
    CsvFile file = new CsvFile(Charset.forName(charset), ',', HEADER);
    List<List<String>> rows =
        List.of(List.of("𠮷,\"甲\"\r\n乙", "-1.50"), List.of("", " 空格 "), List.of("-", "0"));
    assertThat(file.read(file.write(rows))).extracting(TableRow::cells).isEqualTo(rows);
  }

  @Test
  void endsLinesAsTheStandardSaysAndQuotesOnlyWhatNeedsIt() {
    byte[] csv = new CsvFile(UTF_8, '|', HEADER).write(List.of(List.of("a,b", "c|d")));
    assertThat(new String(csv, UTF_8)).isEqualTo("名称|金额\r\na,b|\"c|d\"\r\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "=HYPERLINK(1)|\"'=HYPERLINK(1)\"",
        "+cmd|\"'+cmd\"",
        "-2+3|\"'-2+3\"",
        "@SUM|\"'@SUM\"",
        "=1|\"'=1\"",
        "＝1|\"'＝1\"",
        "-12.50|-12.50",
        "+86|+86",
        "-|-",
        "a=b|a=b"
      })
  void leavesNothingToCalculate(String value, String written) {
    byte[] csv = new CsvFile(UTF_8, ',', List.of("x")).write(List.of(List.of(value)));
    assertThat(new String(csv, UTF_8)).isEqualTo("x\r\n" + written + "\r\n");
  }

  @Test
  void refusesWhatTheCharsetCannotSay() {
    CsvFile file = new CsvFile(Charset.forName("GBK"), ',', List.of("x"));
    assertThat(Refusals.of(() -> file.write(List.of(List.of("𠮷")))))
        .containsExactly("csv.character");
  }
}
