package io.enforcement.gateway.standards;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.enforcement.gateway.standards.format.RecordTypes;
import io.enforcement.gateway.standards.format.StandardJson;
import io.enforcement.gateway.standards.format.StandardXml;
import io.enforcement.gateway.standards.model.StandardRecord;
import io.enforcement.gateway.standards.rules.StandardValidator;
import io.enforcement.gateway.standards.validation.Finding;
import io.enforcement.gateway.standards.validation.Rule;
import io.enforcement.gateway.standards.validation.RuleCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One fault at a time, {@code bad/<rule>/<case>.json}: found, never listed. Each file names a good
 * sample, how it is spoilt (a JSON merge patch, RFC 7386) and the exact findings: severity, rule,
 * path.
 */
class BadSampleTest {

  private static final Path FOLDER = Path.of("src/test/resources/bad");
  private static final JsonMapper MAPPER = new JsonMapper();

  private record Bad(
      @JsonProperty(required = true) String sample,
      @JsonProperty(required = true) JsonNode patch,
      @JsonProperty(required = true) List<String> findings) {}

  @TestFactory
  Stream<DynamicTest> everyFaultIsFoundAndNothingElse() throws IOException {
    return files().stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    FOLDER.relativize(file).toString(),
                    () -> {
                      Bad bad = MAPPER.readValue(file.toFile(), Bad.class);
                      String rule = file.getParent().getFileName().toString();
                      assertThat(bad.findings()).anyMatch(f -> f.split(" ")[1].equals(rule));
                      assertThat(findings(bad)).containsExactlyElementsOf(bad.findings());
                    }));
  }

  /** A rule about records that nobody has seen at work may not work. */
  @Test
  void everyRuleAboutRecordsHasOne() throws IOException {
    Set<String> seen =
        files().stream()
            .map(file -> file.getParent().getFileName().toString())
            .collect(Collectors.toSet());

    assertThat(RuleCatalogue.rules().values())
        .filteredOn(rule -> !rule.records().isEmpty() && !rule.id().startsWith("structure."))
        .extracting(Rule::id)
        .isSubsetOf(seen);
  }

  private static List<String> findings(Bad bad) throws IOException {
    Path good = Path.of("src/main/resources/standards/v1/samples", bad.sample());
    Class<? extends StandardRecord> type =
        RecordTypes.of(good.getParent().getFileName().toString()).orElseThrow();
    JsonNode spoilt = merge(MAPPER.readTree(json(good, type)), bad.patch());
    StandardRecord record = StandardJson.read(MAPPER.writeValueAsBytes(spoilt), type);
    return StandardValidator.check(record, Samples.TODAY).findings().stream()
        .map(BadSampleTest::line)
        .toList();
  }

  private static byte[] json(Path good, Class<? extends StandardRecord> type) throws IOException {
    byte[] bytes = Files.readAllBytes(good);
    return good.toString().endsWith(".xml")
        ? StandardJson.write(type.cast(StandardXml.read(bytes)))
        : bytes;
  }

  private static JsonNode merge(JsonNode target, JsonNode patch) {
    if (!patch.isObject()) {
      return patch;
    }
    ObjectNode merged =
        target != null && target.isObject() ? (ObjectNode) target : MAPPER.createObjectNode();
    for (String name : patch.propertyNames()) {
      if (patch.get(name).isNull()) {
        merged.remove(name);
      } else {
        merged.set(name, merge(merged.get(name), patch.get(name)));
      }
    }
    return merged;
  }

  private static String line(Finding finding) {
    String severity = finding.severity().value().toLowerCase(Locale.ROOT);
    return (severity + " " + finding.rule() + " " + finding.path()).strip();
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(FOLDER)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
