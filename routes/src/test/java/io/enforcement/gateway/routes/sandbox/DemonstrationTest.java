package io.enforcement.gateway.routes.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.enforcement.gateway.routes.ChildJava;
import io.enforcement.gateway.routes.cli.EnforcementGateway;
import io.enforcement.gateway.routes.database.SharedPrograms;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * {@code demo --once} as a person runs it: all accounts agree, and every exchange of every partner
 * that comes with the gateway shows what became of its last message. An exchange may be silent only
 * with a reason, a line of {@code sandbox/silent-exchanges.csv}.
 */
@Timeout(600)
class DemonstrationTest {

  private static final Pattern SHOWN = Pattern.compile("\\] (\\S+ [→←] \\S+) \\(\\S+\\) / (\\S+)");
  private static final String PARTNERS =
      "classpath*:io/enforcement/gateway/mappings/*/partner*.yaml";

  @TempDir static Path directory;
  private static int code;
  private static String output;
  private static Map<String, String> states;

  @BeforeAll
  static void run() throws IOException, InterruptedException {
    Path data = directory.resolve("data");
    SharedPrograms.linkInto(data);
    SharedPrograms.linkInto(data.resolve("sandbox").resolve("credit"));
    Path said = directory.resolve("output");
    Process demo =
        ChildJava.start(
            said,
            EnforcementGateway.class,
            "demo",
            "--once",
            "--departments",
            "--patience=450",
            "--data-dir=" + data,
            "--port=0",
            "--management-port=0");
    try {
      assertThat(demo.waitFor(500, TimeUnit.SECONDS)).as("ends").isTrue();
    } finally {
      demo.destroyForcibly();
    }
    code = demo.exitValue();
    output = Files.readString(said);
    states = new TreeMap<>();
    Matcher line = SHOWN.matcher(output);
    while (line.find()) {
      states.put(line.group(1), line.group(2));
    }
  }

  @Test
  void endsWithAllAccountsInAgreement() {
    assertThat(code).as(output).isZero();
  }

  @Test
  void everyExchangeOfEveryPartnerShowsAMessage() throws IOException {
    Set<String> silent =
        catalogue().stream()
            .filter(exchange -> states.getOrDefault(exchange, "-").equals("-"))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(excused()).as("excused, of what is without a message").containsAll(silent);
  }

  private static Set<String> catalogue() throws IOException {
    Set<String> exchanges = new TreeSet<>();
    for (Resource file : new PathMatchingResourcePatternResolver().getResources(PARTNERS)) {
      JsonNode partner = new YAMLMapper().readTree(file.getContentAsByteArray());
      String id = partner.path("partner").asText();
      for (JsonNode sends : partner.path("sends")) {
        exchanges.add(id + " → " + sends.path("exchange").asText());
      }
      for (JsonNode receives : partner.path("receives")) {
        exchanges.add(id + " ← " + receives.path("exchange").asText());
      }
    }
    assertThat(exchanges).as("the catalogue").isNotEmpty();
    return exchanges;
  }

  private static Set<String> excused() throws IOException {
    String lines =
        new ClassPathResource("sandbox/silent-exchanges.csv")
            .getContentAsString(StandardCharsets.UTF_8);
    Set<String> excused = new TreeSet<>();
    for (String line : lines.lines().skip(1).toList()) {
      String[] row = line.split(",", 4);
      assertThat(row).as("partner, way, exchange and reason: " + line).hasSize(4);
      assertThat(row[3]).as("a reason: " + line).isNotBlank();
      excused.add(row[0] + (row[1].equals("sends") ? " → " : " ← ") + row[2]);
    }
    return excused;
  }
}
