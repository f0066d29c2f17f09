package io.enforcement.gateway.mappings.declarative.language;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Whatever can be wrong with a mapping can be said in both languages, and nothing else is kept. */
class FaultTest {

  private static final Path SOURCE =
      Path.of("src/main/java/io/enforcement/gateway/mappings/declarative");
  private static final Pattern KIND = Pattern.compile("Fault\\.of\\(\\s*\"([a-z.-]+)\"");
  private static final Pattern PLACE = Pattern.compile("\\{[0-9]}");

  private static final ResourceBundle ZH = bundle(Locale.CHINESE);
  private static final ResourceBundle EN = bundle(Locale.ENGLISH);

  @Test
  void bothLanguagesSayTheSame() {
    assertThat(ZH.keySet()).isEqualTo(EN.keySet());
    assertThat(EN.keySet())
        .allSatisfy(
            key -> assertThat(places(ZH.getString(key))).isEqualTo(places(EN.getString(key))));
    assertThat(ZH.keySet()).allMatch(key -> ZH.getString(key).matches(".*\\p{IsHan}.*"));
  }

  @Test
  void everyKindHasItsTextsAndEveryTextIsUsed() throws IOException {
    Set<String> kinds;
    try (Stream<Path> files = Files.walk(SOURCE)) {
      kinds =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .flatMap(FaultTest::kinds)
              .collect(Collectors.toSet());
    }
    Set<String> keys =
        kinds.stream().flatMap(kind -> Stream.of(kind, kind + ".fix")).collect(Collectors.toSet());
    assertThat(EN.keySet()).isEqualTo(keys);
  }

  @Test
  void aFaultSpeaksTheLanguageThatIsAskedFor() {
    Fault fault = new Fault("arguments.number", List.of("size", "2", "1"));

    assertThat(fault.what(Locale.SIMPLIFIED_CHINESE)).isEqualTo("size 有 2 个参数");
    assertThat(fault.fix(Locale.SIMPLIFIED_CHINESE)).isEqualTo("应为 1 个");
    assertThat(fault.what(Locale.FRENCH)).isEqualTo("size with 2 arguments");
    assertThat(fault.fix(Locale.FRENCH)).isEqualTo("it takes 1");
  }

  private static Stream<String> kinds(Path file) {
    try {
      return KIND.matcher(Files.readString(file)).results().map(found -> found.group(1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> places(String text) {
    return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }

  private static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle(
        "io.enforcement.gateway.mappings.declarative.language.problems", locale);
  }
}
