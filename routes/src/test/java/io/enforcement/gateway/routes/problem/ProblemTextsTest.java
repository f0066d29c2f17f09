package io.enforcement.gateway.routes.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.standards.validation.RuleCatalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTextsTest {

  private static final Pattern RULE =
      Pattern.compile("\"((?:authentication|intake|people|replay|request)\\.[a-z-]+)\"");

  @ParameterizedTest
  @EnumSource(ProblemCode.class)
  void everyCodeHasItsTextsInBothLanguages(ProblemCode code) {
    ProblemTexts zh = ProblemTexts.of(Language.ZH);
    ProblemTexts en = ProblemTexts.of(Language.EN);
    assertThat(zh.title(code)).isNotBlank().isNotEqualTo(en.title(code));
    assertThat(zh.detail(code)).isNotBlank().isNotEqualTo(en.detail(code));
  }

  @ParameterizedTest
  @EnumSource(ProblemCode.class)
  void everyCodeIsARefusal(ProblemCode code) {
    assertThat(code.status()).isBetween(400, 599);
    assertThat(ProblemCode.ofStatus(code.status()).status()).isEqualTo(code.status());
  }

  @Test
  void statusesWithoutACodeOfTheirOwnBecomeTheGeneralOne() {
    assertThat(ProblemCode.ofStatus(418)).isEqualTo(ProblemCode.MALFORMED);
    assertThat(ProblemCode.ofStatus(403)).isEqualTo(ProblemCode.FORBIDDEN);
    assertThat(ProblemCode.ofStatus(507)).isEqualTo(ProblemCode.INTERNAL);
  }

  @Test
  void everyRuleNamedInTheSourceHasItsTexts() throws IOException {
    Path source = Path.of("src/main/java/io/enforcement/gateway/routes");
    List<String> named;
    try (Stream<Path> files = Files.walk(source)) {
      named =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .flatMap(ProblemTextsTest::rules)
              .distinct()
              .toList();
    }
    assertThat(named).hasSizeGreaterThan(10);
    assertThat(RuleCatalogue.rules().keySet()).containsAll(named);
  }

  private static Stream<String> rules(Path file) {
    try {
      return RULE.matcher(Files.readString(file)).results().map(found -> found.group(1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
