package io.enforcement.gateway.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.standards.validation.RuleCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RuleTextsTest {

  private static final Pattern RULE =
      Pattern.compile(
          "\"((?:batch|credit|csv|json|mapping|publicity|text|xlsx|xml|zip)\\.[a-z-]+)\"");

  @Test
  void hasTextsForEveryRuleThatATranslatorNames() throws IOException {
    Set<String> named = new TreeSet<>();
    try (Stream<Path> sources =
        Files.find(PartnerFolder.SOURCES, 4, (p, a) -> p.toString().endsWith(".java"))) {
      for (Path source : sources.toList()) {
        RULE.matcher(Files.readString(source)).results().forEach(r -> named.add(r.group(1)));
      }
    }
    assertThat(named).contains("mapping.code", "csv.header", "credit.too-long", "zip.name");
    assertThat(RuleCatalogue.rules().keySet()).containsAll(named);
  }
}
