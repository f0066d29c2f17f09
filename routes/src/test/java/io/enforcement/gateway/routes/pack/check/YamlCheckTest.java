package io.enforcement.gateway.routes.pack.check;

import static io.enforcement.gateway.routes.pack.check.CheckedPack.check;
import static io.enforcement.gateway.routes.pack.check.CheckedPack.errors;
import static io.enforcement.gateway.routes.pack.check.CheckedPack.pack;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Settings are plain YAML within bounds; what is not is told with its line. */
class YamlCheckTest {

  @Test
  void readsNeitherAliasesNorTagsNorDeepTrees() {
    assertThat(
            errors(
                """
                a: &a [x, x, x]
                b: &b [*a, *a, *a]
                c: [*b, *b]
                d: !!javax.script.ScriptEngineManager [x]
                e: [[[[[[[[[[[[[x]]]]]]]]]]]]]
                ---
                f: 1
                """))
        .contains(
            "2: *a is an alias, which settings may not use",
            "3: *b is an alias, which settings may not use",
            "4: the tag tag:yaml.org,2002:javax.script.ScriptEngineManager, which settings may not"
                + " use",
            "5: nested 12 deep or deeper",
            "6: a second document");
  }

  @Test
  void saysWhereYamlIsNotYaml() {
    assertThat(errors("partner: water\nname: { zh: x\nsends: []\n"))
        .singleElement()
        .asString()
        .startsWith("3: not valid YAML");
    assertThat(errors("partner: water\n\tname: x\n")).singleElement().asString().startsWith("2: ");
    assertThat(errors("partner: water\nname: \u0007\n"))
        .containsExactly("2: a character that a text cannot hold");
    assertThat(errors("# nothing\n")).containsExactly("1: the settings are empty");
    assertThat(errors("- water\n")).singleElement().asString().startsWith("1: ");
    assertThat(
            check(
                pack(
                    new TreeMap<>(),
                    "partner.yaml",
                    "partner: 水务局".getBytes(Charset.forName("GB18030")))))
        .extracting(PackProblem::what)
        .containsExactly("the file is not UTF-8 text");
  }

  @Test
  void boundsTheSettingsAndWhatIsSaidOfThem() {
    assertThat(errors("a: " + "x".repeat(300_000)))
        .containsExactly("0: the settings have more than 262144 bytes");
    String manyKeys =
        IntStream.range(0, 3_000).mapToObj(i -> "key" + i + ": 1\n").collect(Collectors.joining());
    assertThat(check(pack(Map.of("partner.yaml", manyKeys)))).hasSize(1_001);
    assertThat(errors("partner: \"x\\e[31m" + "y".repeat(1_000) + "\"\n"))
        .anySatisfy(said -> assertThat(said).hasSizeLessThan(400).doesNotContain("\u001b"));
  }
}
