package io.enforcement.gateway.standards.edition;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.standards.codes.CodeTable;
import io.enforcement.gateway.standards.format.RecordTypes;
import io.enforcement.gateway.standards.validation.RuleCatalogue;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EditionTest {

  private static final Pattern HREF = Pattern.compile("href=\"([^\"#]+)(#[^\"]+)?\"");
  private final Edition edition = Edition.current();
  private final Set<String> paths =
      edition.files().stream().map(EditionFile::path).collect(Collectors.toSet());

  @Test
  void holdsEverythingOfEveryRecord() {
    for (String record : RecordTypes.names()) {
      assertThat(paths)
          .contains(
              "json-schema/" + record + ".json", "zh/" + record + ".html", "en/" + record + ".html")
          .anyMatch(path -> path.startsWith("samples/" + record + "/"));
    }
    assertThat(paths)
        .contains("style.css", "xsd/enforcement.xsd", "xsd/shared.xsd", "codes/division.csv");
    CodeTable.names().forEach(name -> assertThat(paths).contains("codes/" + name + ".csv"));
    assertThat(paths).noneMatch(path -> path.endsWith(".class"));
  }

  @Test
  void everyRuleIsInTheCataloguePage() {
    for (String page : Set.of("zh/rules.html", "en/rules.html", "rules.csv")) {
      RuleCatalogue.rules().keySet().forEach(rule -> assertThat(text(page)).contains(rule));
    }
  }

  @Test
  void everyLinkLeadsSomewhere() {
    edition.files().stream()
        .filter(file -> file.path().endsWith(".html"))
        .forEach(
            file ->
                HREF.matcher(text(file.path()))
                    .results()
                    .forEach(link -> leads(file.path(), link)));
  }

  private void leads(String from, MatchResult link) {
    String target = URI.create(from).resolve(link.group(1)).toString();
    assertThat(paths).as(from).contains(target);
    if (link.group(2) != null) {
      String id = link.group(2).substring(1);
      assertThat(text(target)).as(from).contains("id=\"" + id + "\"");
    }
  }

  @Test
  void theManifestNamesEveryOtherFileWithItsDigest() {
    String manifest = text("manifest.csv");

    for (EditionFile file : edition.files()) {
      if (!file.path().equals("manifest.csv")) {
        assertThat(manifest)
            .contains("\n" + file.path() + "," + file.bytes().length + "," + file.sha256());
      }
      assertThat(file.mediaType()).as(file.path()).isNotNull();
    }
  }

  @Test
  void everyTextIsEscaped() {
    assertThat(Html.escaped("<a href=\"x\">&")).isEqualTo("&lt;a href=&quot;x&quot;&gt;&amp;");
    assertThat(Csv.line("a,b", "\"", null, "c")).isEqualTo("\"a,b\",\"\"\"\",,c\n");
  }

  private String text(String path) {
    return new String(edition.file(path).orElseThrow().bytes(), StandardCharsets.UTF_8);
  }
}
