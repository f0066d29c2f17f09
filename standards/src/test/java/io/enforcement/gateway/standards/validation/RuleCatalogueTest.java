package io.enforcement.gateway.standards.validation;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleCatalogueTest {

  private static final Pattern RULE =
      Pattern.compile(
          "\"((?:file|json|text|xml|structure|identifier|code|party|penalty|date|duty|number|revocation)"
              + "\\.[a-z]+(?:-[a-z]+)*)\"");

  @Test
  void everyRuleInTheSourcesHasItsTextsAndNoTextIsOrphaned() throws IOException {
    assertThat(rulesInSources()).hasSizeGreaterThan(60).isEqualTo(RuleTexts.rules());
  }

  @Test
  void everyTextIsThereInBothLanguagesAndFitsAReceipt() {
    RuleCatalogue.TEXTS.forEach(
        (rule, texts) -> {
          assertThat(texts)
              .as(rule)
              .hasSize(6)
              .allSatisfy(t -> assertThat(t.length()).isBetween(1, 300));
          assertThat(texts.subList(3, 6))
              .as(rule)
              .allMatch(t -> t.chars().allMatch(c -> c < 0x80 || "〔〕序号".indexOf(c) >= 0));
        });
  }

  @Test
  void speaksTheLanguageOfTheReaderAndFillsInTheLimit() {
    Finding finding = Finding.refuse("json.depth", "", null, "64");

    assertThat(RuleTexts.of(Locale.SIMPLIFIED_CHINESE).expected(finding)).isEqualTo("不超过 64 层");
    assertThat(RuleTexts.of(Locale.forLanguageTag("zh-Hant-TW")).title("json.depth"))
        .isEqualTo("JSON 嵌套过深");
    assertThat(RuleTexts.of(Locale.GERMANY).expected(finding)).isEqualTo("at most 64 levels");
    assertThat(RuleTexts.of(Locale.ENGLISH).fix(finding)).isEqualTo("nest less deep");
  }

  @Test
  void aRuleWithoutTextsSaysAtLeastItsName() {
    assertThat(RuleTexts.of(Locale.CHINA).expected(Finding.warn("x.y", "", null))).isEqualTo("x.y");
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
          .containsEntry("mapping.jar", List.of("标,题", "预期", "修正", "title", "expected", "fix"));
    }
  }

  private static String catalogue(String rule) {
    return "rule,title_zh,expected_zh,fix_zh,title_en,expected_en,fix_en\n"
        + rule
        + ",\"标,题\",预期,修正,title,expected,fix\n";
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
    Set<String> rules = new TreeSet<>();
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      for (Path source : sources.filter(p -> p.toString().endsWith(".java")).toList()) {
        Matcher matcher = RULE.matcher(Files.readString(source));
        while (matcher.find()) {
          rules.add(matcher.group(1));
        }
      }
    }
    return rules;
  }
}
