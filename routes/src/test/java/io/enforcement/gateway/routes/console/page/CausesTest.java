package io.enforcement.gateway.routes.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.standards.validation.RuleTexts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CausesTest {

  /** A cause of more than one word, where an outcome is made or a delivery is put off. */
  private static final Pattern PHRASE =
      Pattern.compile(
          "(?:new Outcome\\.(?:Unavailable|Ambiguous|Refused)|policy\\.postpone|Draft\\.faulty)"
              + "\\([^;\"]*\"([^\"]* [^\"]*)\"");

  @ParameterizedTest
  @CsvSource({
    "Unavailable: HTTP 500, 对方不可用：HTTP 500",
    "Ambiguous: HTTP 200 with a body against the contract, 结果不明：HTTP 200 应答体不合约定",
    "exchange is not in service, 该交换不在用",
    "NullPointerException, NullPointerException"
  })
  void saysInChineseWhatItKnows(String cause, String chinese) {
    assertThat(Causes.chinese(cause)).isEqualTo(chinese);
  }

  @Test
  void callsARuleByItsTitle() {
    assertThat(Causes.chinese("attachment.not-brought"))
        .isEqualTo(RuleTexts.of(Locale.SIMPLIFIED_CHINESE).title("attachment.not-brought"))
        .containsPattern("\\p{IsHan}");
  }

  @Test
  void everyPhraseOfTheSourceHasItsWords() throws IOException {
    List<String> phrases =
        Stream.of("../connectors/src/main/java", "src/main/java")
            .flatMap(CausesTest::sources)
            .flatMap(text -> PHRASE.matcher(text).results().map(found -> found.group(1)))
            .filter(phrase -> !phrase.strip().equals("HTTP"))
            .toList();
    assertThat(phrases).hasSizeGreaterThan(10);
    assertThat(phrases)
        .allSatisfy(phrase -> assertThat(Causes.chinese(phrase)).containsPattern("\\p{IsHan}"));
  }

  private static Stream<String> sources(String folder) {
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      return files
          .filter(file -> file.toString().endsWith(".java") && !file.toString().contains("sandbox"))
          .map(CausesTest::text)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
