package io.enforcement.gateway.routes.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever wakes somebody at night has a recipe in the operations guide. */
class RecipesTest {

  private static final Path GUIDE = Path.of("../docs/operations.md");
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Pattern GAUGE = Pattern.compile("gauge\\(\\s*\"([^\"]+)\"");
  private static final Pattern ERROR =
      Pattern.compile("(?:LOG|log)\\.error\\(\\s*((?:\"[^\"]*\"\\s*\\+?\\s*)+)");
  private static final Pattern LITERAL = Pattern.compile("\"([^\"]*)\"");

  private final String guide = read(GUIDE);

  @Test
  void everyAlarmHasOne() {
    assertThat(Arrays.stream(Alarm.Kind.values()).map(Enum::name))
        .allSatisfy(kind -> assertThat(guide).containsPattern("(?m)^\\| `" + kind + "\\b"));
  }

  @Test
  void everyFigureIsThere() {
    assertThat(all(GAUGE).map(each -> each.group(1)))
        .isNotEmpty()
        .allSatisfy(name -> assertThat(guide).contains(name));
  }

  @Test
  void everyLineAtLevelErrorHasOne() {
    TreeSet<String> without = new TreeSet<>();
    all(ERROR)
        .map(each -> joined(each.group(1)))
        .map(RecipesTest::longestPiece)
        .filter(piece -> !guide.contains(piece))
        .forEach(without::add);

    assertThat(without).isEmpty();
  }

  private static String joined(String literals) {
    return LITERAL.matcher(literals).results().map(m -> m.group(1)).collect(Collectors.joining());
  }

  /** What stands between the places for values; a line that is a value alone has none. */
  private static String longestPiece(String line) {
    return Arrays.stream(line.split("\\{}"))
        .flatMap(piece -> Stream.of(piece.split("[:;.(),]")))
        .map(String::strip)
        .max(Comparator.comparingInt(String::length))
        .orElse("");
  }

  private static Stream<MatchResult> all(Pattern pattern) {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      List<Path> sources = files.filter(file -> file.toString().endsWith(".java")).toList();
      return sources.stream().flatMap(file -> pattern.matcher(read(file)).results());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
