package io.enforcement.gateway.standards.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.standards.model.Severity;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleCatalogueTest {

  private static final Pattern LITERAL = Pattern.compile("\"([a-z]+)(\\.[a-z]+(?:-[a-z]+)*)\"");

  @Test
  void everyRuleInTheSourcesHasItsTextsAndNoTextIsOrphaned() throws IOException {
    assertThat(rulesInSources()).hasSizeGreaterThan(60).isEqualTo(RuleCatalogue.rules().keySet());
  }

  @Test
  void everyTextIsThereInBothLanguagesAndFitsAReceipt() {
    RuleCatalogue.rules()
        .forEach(
            (id, rule) -> {
              assertThat(Stream.concat(texts(rule.zh()), texts(rule.en())))
                  .as(id)
                  .allSatisfy(t -> assertThat(t.length()).isBetween(1, 300));
              assertThat(texts(rule.en()))
                  .as(id)
                  .allMatch(t -> t.chars().allMatch(c -> c < 0x80 || "〔〕序号".indexOf(c) >= 0));
            });
  }

  @Test
  void speaksTheLanguageOfTheReaderAndFillsInTheLimit() {
    Finding finding = Finding.of("json.depth", "", null, "64");

    assertThat(RuleTexts.of(Locale.SIMPLIFIED_CHINESE).expected(finding)).isEqualTo("不超过 64 层");
    assertThat(RuleTexts.of(Locale.forLanguageTag("zh-Hant-TW")).title("json.depth"))
        .isEqualTo("JSON 嵌套过深");
    assertThat(RuleTexts.of(Locale.GERMANY).expected(finding)).isEqualTo("at most 64 levels");
    assertThat(RuleTexts.of(Locale.ENGLISH).fix(finding)).isEqualTo("nest less deep");
  }

  @Test
  void aRuleWithoutTextsSaysAtLeastItsName() {
    Finding old = new Finding(Severity.WARNING, "x.y", "", null, List.of());

    assertThat(RuleTexts.of(Locale.CHINA).expected(old)).isEqualTo("x.y");
  }

  @Test
  void aModuleBringsItsOwnTextsInAFolderOrAJar(@TempDir Path dir) throws IOException {
    Path folder = Files.createDirectories(dir.resolve("classes/rules"));
    Files.writeString(folder.resolve("mappings.csv"), catalogue("mapping.folder"));
    Path jar = jar(dir.resolve("module.jar"), catalogue("mapping.jar"));
    URL[] urls = {dir.resolve("classes/").toUri().toURL(), jar.toUri().toURL()};

    try (URLClassLoader loader = new URLClassLoader(urls, getClass().getClassLoader())) {
      assertThat(RuleCatalogue.load(loader))
          .containsKeys("mapping.folder", "mapping.jar", "json.depth")
          .containsEntry(
              "mapping.jar",
              new Rule(
                  "mapping.jar",
                  Severity.INFO,
                  List.of("Receipt", "Revocation"),
                  new Rule.Texts("标,题", "预期", "修正"),
                  new Rule.Texts("title", "expected", "fix"),
                  "a law"));
    }
  }

  private static Stream<String> texts(Rule.Texts texts) {
    return Stream.of(texts.title(), texts.expected(), texts.fix());
  }

  private static String catalogue(String rule) {
    return "rule,severity,records,title_zh,expected_zh,fix_zh,title_en,expected_en,fix_en,source\n"
        + rule
        + ",info,Receipt Revocation,\"标,题\",预期,修正,title,expected,fix,a law\n";
  }

  private static Path jar(Path file, String catalogue) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out)) {
      jar.putNextEntry(new JarEntry("rules/"));
      jar.putNextEntry(new JarEntry("rules/other.csv"));
      jar.write(catalogue.getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }

  private static Set<String> rulesInSources() throws IOException {
    Set<String> groups =
        RuleCatalogue.rules().keySet().stream()
            .map(id -> id.substring(0, id.indexOf('.')))
            .collect(Collectors.toSet());
    Set<String> rules = new TreeSet<>();
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      for (Path source : sources.filter(p -> p.toString().endsWith(".java")).toList()) {
        Matcher matcher = LITERAL.matcher(Files.readString(source));
        while (matcher.find()) {
          if (groups.contains(matcher.group(1))) {
            rules.add(matcher.group(1) + matcher.group(2));
          }
        }
      }
    }
    return rules;
  }
}
