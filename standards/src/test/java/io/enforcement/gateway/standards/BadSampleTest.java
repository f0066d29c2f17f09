package io.enforcement.gateway.standards;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.enforcement.gateway.standards.file.FileCheck;
import io.enforcement.gateway.standards.format.RecordTypes;
import io.enforcement.gateway.standards.format.StandardJson;
import io.enforcement.gateway.standards.format.StandardXml;
import io.enforcement.gateway.standards.model.Severity;
import io.enforcement.gateway.standards.model.StandardRecord;
import io.enforcement.gateway.standards.rules.StandardValidator;
import io.enforcement.gateway.standards.validation.Finding;
import io.enforcement.gateway.standards.validation.Rule;
import io.enforcement.gateway.standards.validation.RuleCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One fault at a time, found, never listed, with the exact findings: severity, rule, path.
 *
 * <ul>
 *   <li>Records, {@code bad/<rule>/<case>.json}: names a good sample, how it is spoilt (a JSON
 *       merge patch, RFC 7386) and the findings.
 *   <li>Messages, {@code bad/<rule>/<record>.<ending>} or {@code <record>.<case>.<ending>}: the
 *       very bytes, and beside them {@code <file>.findings}. A name that is no record leaves the
 *       type open.
 * </ul>
 *
 * The registers that acts are judged by are those of {@code src/test/resources/reference}.
 */
class BadSampleTest {

  private static final Path FOLDER = Path.of("src/test/resources/bad");
  private static final String FINDINGS = ".findings";
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final StandardValidator VALIDATOR = SampleFiles.withRegisters();

  /** Rules that no file here can break, and who proves them instead. */
  private static final Map<String, String> ELSEWHERE =
      Map.of(
          "file.record-size", "more than 1 MiB: FileCheckTest makes it",
          "json.string-length",
              "more than 1 MiB, where file.record-size comes first: HostileJsonTest",
          "xml.depth", "no record nests so deep, structure.vocabulary comes first: HostileXmlTest",
          "xml.size", "more than 16 MiB, where file.record-size comes first: HostileXmlTest",
          "structure.other", "whatever the schema may complain of that nobody has met yet",
          "structure.unwritable", "writing without a check only: HostileXmlTest",
          "text.charset", "text in a partner's own charset: HostileFileTest of the routes",
          "text.nul", "text in a partner's own charset: HostileFileTest of the routes");

  private record Bad(
      @JsonProperty(required = true) String sample,
      @JsonProperty(required = true) JsonNode patch,
      @JsonProperty(required = true) List<String> findings) {}

  @TestFactory
  Stream<DynamicTest> everyFaultOfARecordIsFoundAndNothingElse() throws IOException {
    return files().stream()
        .filter(file -> !isMessage(file))
        .map(
            file ->
                proof(
                    file,
                    () -> {
                      Bad bad = MAPPER.readValue(file.toFile(), Bad.class);
                      prove(file, bad.findings(), findings(bad));
                    }));
  }

  @TestFactory
  Stream<DynamicTest> everyFaultOfAMessageIsFoundAndNothingElse() throws IOException {
    return files().stream()
        .filter(BadSampleTest::isMessage)
        .map(
            file ->
                proof(file, () -> prove(file, Files.readAllLines(beside(file)), findings(file))));
  }

  /** A rule that nobody has seen at work may not work. */
  @Test
  void everyRuleHasOneOrIsProvenElsewhere() throws IOException {
    Set<String> seen =
        files().stream().map(BadSampleTest::rule).collect(Collectors.toCollection(TreeSet::new));

    assertThat(RuleCatalogue.rules()).containsKeys(ELSEWHERE.keySet().toArray(String[]::new));
    assertThat(seen).doesNotContainAnyElementsOf(ELSEWHERE.keySet());
    seen.addAll(ELSEWHERE.keySet());
    assertThat(RuleCatalogue.rules().values())
        .filteredOn(rule -> !rule.records().isEmpty() || rule.severity() == Severity.REFUSE)
        .extracting(Rule::id)
        .isSubsetOf(seen);
  }

  private static DynamicTest proof(Path file, Executable proof) {
    return DynamicTest.dynamicTest(FOLDER.relativize(file).toString(), proof);
  }

  private static void prove(Path file, List<String> expected, List<String> found) {
    assertThat(expected).anyMatch(f -> f.split(" ")[1].equals(rule(file)));
    assertThat(found).containsExactlyElementsOf(expected);
  }

  private static List<String> findings(Path message) throws IOException {
    List<String> lines = new ArrayList<>();
    String record = message.getFileName().toString().split("\\.")[0];
    new FileCheck(RecordTypes.of(record), Samples.TODAY, VALIDATOR)
        .check(
            message, checked -> checked.findings().forEach(f -> lines.add(line(f))), bytes -> {});
    return lines;
  }

  private static List<String> findings(Bad bad) throws IOException {
    Path good = Path.of("src/main/resources/standards/v1/samples", bad.sample());
    Class<? extends StandardRecord> type =
        RecordTypes.of(good.getParent().getFileName().toString()).orElseThrow();
    JsonNode spoilt = merge(MAPPER.readTree(json(good, type)), bad.patch());
    StandardRecord record = StandardJson.read(MAPPER.writeValueAsBytes(spoilt), type);
    return VALIDATOR.check(record, Samples.TODAY).findings().stream()
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

  private static String rule(Path file) {
    return file.getParent().getFileName().toString();
  }

  private static boolean isMessage(Path file) {
    return Files.exists(beside(file));
  }

  private static Path beside(Path message) {
    return message.resolveSibling(message.getFileName() + FINDINGS);
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(FOLDER)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !file.toString().endsWith(FINDINGS))
          .sorted()
          .toList();
    }
  }
}
