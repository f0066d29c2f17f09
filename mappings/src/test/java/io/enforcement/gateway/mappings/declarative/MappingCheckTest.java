package io.enforcement.gateway.mappings.declarative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enforcement.gateway.mappings.declarative.language.MappingProblem;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the writer of a mapping hears before anybody sends a record. */
class MappingCheckTest {

  private static final String GATEWAY = "import \"gateway\" as gw\n";

  private final Map<String, String> folder = new HashMap<>(Map.of("kind.csv", "from,to\na,b\n"));

  @Test
  void findsNothingInASoundMapping() {
    folder.put("read.jslt", "def name(it) let x = $it.name $x");

    assertThat(
            problems(
                GATEWAY
                    + """
                    import "read.jslt" as read
                    let all = [for (.people) let who = . read:name($who) if (.name != "无")]
                    {
                      "names": $all,
                      "key": $context.key,
                      "kind": gw:code("kind", .kind, "kind"),
                      "by": {for (.people) .name : size(.)},
                      * - kind : .
                    }
                    """))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"a": .b
          {"a": @}
          {"a": "b}
          {"a" .b}
          {"a": }
          def f(x $x {}
          {"a": if (.b) }
          """)
  void namesTheLineOfASyntaxError(String broken) {
    List<MappingProblem> problems = problems("// one\n// two\n" + broken + "\n");

    assertThat(problems).isNotEmpty();
    assertThat(problems.get(0).line()).isBetween(3, 4);
    assertThat(problems.get(0).fault().what(Locale.ENGLISH)).isNotBlank();
    assertThat(problems.get(0).fault().fix(Locale.ENGLISH)).isNotBlank();
  }

  @Test
  void listsTwoHundredFaultsAtOnce() {
    String faults =
        IntStream.range(0, 50)
            .mapToObj(
                i ->
                    """
                      "a%1$d": no-such-function(.a),
                      "b%1$d": $no-such-variable,
                      "c%1$d": size(1, 2),
                      "d%1$d": test(.a, "(?=x)"),
                    """
                        .formatted(i))
            .collect(Collectors.joining());

    List<MappingProblem> problems = problems("{\n" + faults + "  \"z\": 1\n}\n");

    assertThat(problems).hasSize(200);
    assertThat(problems)
        .extracting(MappingProblem::line)
        .containsExactlyElementsOf(IntStream.range(2, 202).boxed().toList());
  }

  @Test
  void listsTwoHundredSyntaxErrorsAtOnceAndWhatElseIsWrong() {
    String faults =
        IntStream.range(0, 200)
            .mapToObj(i -> "  \"a" + i + "\": .b ] 7,\n".replace("]", i % 2 == 0 ? "=" : "!!"))
            .collect(Collectors.joining());

    List<MappingProblem> problems = problems("{\n" + faults + "  \"z\": nowhere(.x)\n}\n");

    assertThat(problems)
        .extracting(MappingProblem::line)
        .containsExactlyElementsOf(IntStream.range(2, 203).boxed().toList());
    assertThat(problems.get(200).fault().what(Locale.ENGLISH)).isEqualTo("no function nowhere");
  }

  @Test
  void blamesTheLineWhoseCommaLacksAndNoOther() {
    assertThat(problems("{\n  \"a\": .a\n  \"b\": .b,\n  \"c\": .c\n}\n"))
        .singleElement()
        .satisfies(p -> assertThat(p.line()).isEqualTo(3))
        .satisfies(p -> assertThat(p.fault().what(Locale.ENGLISH)).contains("\"b\""));
  }

  @Test
  void goesOnAfterABrokenFunction() {
    String text =
        "def f(x)\n  {\"a\": [1, }\n\ndef g(x)\n  unheard(.x)\n\n{\"b\": f(1), \"c\": g(1)}\n";

    assertThat(problems(text)).extracting(MappingProblem::line).containsExactly(2, 5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../other/secret.jslt",
        "/etc/passwd",
        "http://127.0.0.1/x.jslt",
        "file:///etc/passwd",
        "classpath:/rules/mappings.csv",
        "..",
        ".hidden.jslt",
        "a/b.jslt",
        "a\\\\b.jslt",
        "gateway:../x.jslt",
        ""
      })
  void refusesToImportWhatIsNoFileOfTheFolder(String name) {
    List<MappingProblem> problems =
        MappingCheck.of(
            "it.jslt",
            "\nimport \"" + name + "\" as x\n{\"a\": x:f(1)}",
            asked -> {
              throw new AssertionError("asked for " + asked);
            });

    assertThat(problems)
        .extracting(MappingProblem::toString)
        .containsExactly(
            "it.jslt:2: import of what is no file of the folder (name a file beside this one)");
  }

  @Test
  void refusesAMissingImportAndACircleOfImports() {
    folder.put("a.jslt", "import \"b.jslt\" as b\ndef f(x) b:g($x)");
    folder.put("b.jslt", "\nimport \"a.jslt\" as a\ndef g(x) a:f($x)");

    assertThat(problems("import \"a.jslt\" as a\nimport \"c.jslt\" as c\n{\"x\": a:f(1)}"))
        .extracting(MappingProblem::toString)
        .anyMatch(p -> p.startsWith("b.jslt:2: a.jslt imports itself"))
        .anyMatch(p -> p.startsWith("it.jslt:2: the folder has no file c.jslt"))
        .hasSize(2);
  }

  @Test
  void namesTheImportedFileInWhichAProblemStands() {
    folder.put("read.jslt", "def one(x)\n  $y\n");

    assertThat(problems("import \"read.jslt\" as read\n{\"a\": read:one(1), \"b\": read:two(1)}"))
        .extracting(p -> p.file() + ":" + p.line())
        .containsExactly("it.jslt:2", "read.jslt:2");
  }

  @Test
  void refusesRecursionHoweverItIsHidden() {
    assertThat(problems("def f(x) f($x)\n{\"a\": f(1)}"))
        .singleElement()
        .satisfies(p -> assertThat(p.fault().what(Locale.ENGLISH)).contains("f calls itself"));
    assertThat(
            problems(
                "def f(x) [for (.a) g(.)]\n"
                    + "def g(x) if (.b) {\"h\": h(1)}\n"
                    + "def h(x) f(.)\n"
                    + "{\"a\": f(1)}"))
        .extracting(MappingProblem::line)
        .containsExactly(1, 2, 3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"now()", "random()", "uuid()"})
  void refusesWhatTwoRunsWouldAnswerDifferently(String call) {
    assertThat(problems("{\"a\": " + call + "}")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"def metered(x, y) $x", "def factor(x) $x", "def size(x) 1", "def now() 1"})
  void refusesAFunctionInTheNameOfTheLanguages(String def) {
    assertThat(problems(def + "\n{\"a\": 1}"))
        .singleElement()
        .satisfies(
            p ->
                assertThat(p.fault().what(Locale.ENGLISH))
                    .contains("is a function of the language"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          (a)\\\\1       | refers back
          (?=a)b        | looks ahead
          (?<!a)b       | looks behind
          (((x{100}){100}){100}) | repeats a million times
          ((a{1,999}){1,999})    | repeats a million times
          x{100000}     | repeats beyond the bound
          a*+           | possessive
          (             | no pattern
          """)
  void refusesAPatternThatCannotBeMatchedInLinearTime(String pattern, String why) {
    assertThat(problems("{\"a\": replace(.a, \"" + pattern + "\", \"\")}"))
        .as(why)
        .singleElement()
        .satisfies(p -> assertThat(p.fault().kind()).startsWith("pattern"));
  }

  @Test
  void refusesAPatternOrACodeListThatARecordChooses() {
    assertThat(
            problems(
                GATEWAY
                    + "{\"a\": test(.a, .b), \"b\": gw:code(.list, .x, \"x\"), \"c\":"
                    + " gw:code(\"no\", .x, \"x\")}"))
        .extracting(p -> p.fault().what(Locale.ENGLISH))
        .containsExactlyInAnyOrder(
            "test takes its argument 2 as a text in quotes",
            "gw:code takes its argument 1 as a text in quotes",
            "there is no code map no.csv");
  }

  @Test
  void refusesAMappingThatMakesNothingAndOneThatIsNestedBeyondReason() {
    assertThat(problems("def f(x) 1")).hasSize(1);
    assertThat(problems("(".repeat(50_000) + "1" + ")".repeat(50_000))).hasSize(1);
    assertThat(problems("{\"a\": \"" + "x".repeat(200_000) + "\"}")).hasSize(1);
    assertThat(problems("\n".repeat(20_000) + "1")).hasSize(1);
    assertThat(problems("")).hasSize(1);
  }

  @Test
  void tellsEveryProblemToWhoUsesTheMappingAnyway() {
    assertThatThrownBy(() -> new Mapping("{\"a\": f(1),\n\"b\": g(1)}", folder::get))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("mapping:1: no function f")
        .hasMessageContaining("mapping:2: no function g");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "{\"a\": 1, \"a\": 2} ~ key.twice",
        "let a = 1 let a = 2 {\"x\": $a} ~ variable.twice",
        "{\"a\": [{\"b\": 1, * : .}]} ~ matcher.alone",
        "{.k: 1, * : .} ~ matcher.dynamic",
        "{\"a\": \"x\\q\"} ~ syntax.escape",
        "{\"a\": \"x\\u12\"} ~ syntax.escape",
      })
  void saysInItsOwnWordsWhatTheCompilerOfTheLanguageSays(String text, String kind) {
    assertThat(problems(text))
        .extracting(problem -> problem.fault().kind())
        .as(() -> problems(text).toString())
        .containsExactly(kind);
  }

  @Test
  void namesWhatIsExpectedByExamplesThatNeedNoLanguage() {
    assertThat(problems("{\"a\": }").get(0).fault().fix(Locale.SIMPLIFIED_CHINESE))
        .contains("\"…\"")
        .doesNotContain("STRING", "IDENT");
  }

  private List<MappingProblem> problems(String text) {
    return MappingCheck.of("it.jslt", text, folder::get);
  }
}
