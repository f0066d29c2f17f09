package io.enforcement.gateway.routes.pack.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.connectors.TransportSetting;
import io.enforcement.gateway.routes.partner.PartnerRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the check can find can be said in both languages, and nothing else is kept. */
class ProblemsTest {

  private static final Path SOURCE = Path.of("src/main/java/io/enforcement/gateway/routes/pack");
  private static final Pattern WORD = Pattern.compile("\"([a-z]+(?:[.-][a-z0-9]+)*)\"");
  private static final Pattern KIND = Pattern.compile("(?:yaml|sample|table|file|secret)\\..+");
  private static final Pattern PUT_TOGETHER =
      Pattern.compile("(?:yaml\\.type|rule)\\..+|setting\\.[A-Z_]+");
  private static final Pattern PLACE = Pattern.compile("\\{[0-9]}");

  private static final ResourceBundle ZH = bundle(Locale.CHINESE);
  private static final ResourceBundle EN = bundle(Locale.ENGLISH);

  @Test
  void bothLanguagesSayTheSame() {
    assertThat(ZH.keySet()).isEqualTo(EN.keySet());
    assertThat(EN.keySet())
        .allSatisfy(
            key -> assertThat(places(ZH.getString(key))).isEqualTo(places(EN.getString(key))));
  }

  @Test
  void everyTextIsUsedAndEveryKindHasItsText() throws IOException {
    Set<String> words;
    try (Stream<Path> files = Files.walk(SOURCE)) {
      words =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .flatMap(ProblemsTest::words)
              .collect(Collectors.toSet());
    }
    List<String> kinds = words.stream().filter(word -> KIND.matcher(word).matches()).toList();
    assertThat(kinds).hasSizeGreaterThan(25);
    assertThat(EN.keySet()).containsAll(kinds);
    assertThat(EN.keySet().stream().map(key -> key.replaceFirst("\\.fix$", "")))
        .allMatch(kind -> words.contains(kind) || PUT_TOGETHER.matcher(kind).matches());
  }

  @ParameterizedTest
  @EnumSource(PartnerRules.Rule.class)
  void everyRuleHasItsTexts(PartnerRules.Rule rule) {
    assertThat(EN.keySet()).contains("rule." + rule, "rule." + rule + ".fix");
  }

  @ParameterizedTest
  @EnumSource(
      value = TransportSetting.Form.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"TEXT", "WORD"})
  void everyFormOfASettingHasItsTexts(TransportSetting.Form form) {
    assertThat(EN.keySet()).contains("setting." + form, "setting." + form + ".fix");
  }

  private static Stream<String> words(Path file) {
    try {
      return WORD.matcher(Files.readString(file)).results().map(found -> found.group(1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> places(String text) {
    return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }

  private static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle("io.enforcement.gateway.routes.pack.check.problems", locale);
  }
}
