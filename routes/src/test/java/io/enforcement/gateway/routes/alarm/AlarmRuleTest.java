package io.enforcement.gateway.routes.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The gateway's own rules and those of its Prometheus file are the same. */
class AlarmRuleTest {

  private static final Path FILE = Path.of("../docs/prometheus/gateway.rules.yaml");
  private static final Path GUIDE = Path.of("../docs/operations.md");

  private record Shipped(
      String alert, String expr, String holds, String severity, String summary, String runbook) {

    static Shipped of(AlarmRule rule) {
      return new Shipped(
          name(rule.kind()),
          rule.isMeasured()
              ? "%s %s %.0f"
                  .formatted(rule.figure().replace('.', '_'), rule.comparison(), rule.limit())
              : "gateway_alarms{kind=\"%s\"} > 0".formatted(rule.kind()),
          holds(rule.holds()),
          rule.severity().name().toLowerCase(Locale.ROOT),
          rule.chinese() + " / " + rule.english(),
          rule.runbook());
    }

    static Shipped of(JsonNode rule) {
      return new Shipped(
          rule.path("alert").asText(),
          rule.path("expr").asText(),
          rule.path("for").asText(),
          rule.path("labels").path("severity").asText(),
          rule.path("annotations").path("summary").asText(),
          rule.path("annotations").path("runbook_url").asText());
    }

    private static String name(Alarm.Kind kind) {
      return "Gateway"
          + Arrays.stream(kind.name().split("_"))
              .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
              .collect(Collectors.joining());
    }

    private static String holds(Duration time) {
      return time.toHours() > 0 ? time.toHours() + "h" : time.toMinutes() + "m";
    }
  }

  @Test
  void theFileForAPrometheusSaysTheSame() throws IOException {
    JsonNode groups = new ObjectMapper(new YAMLFactory()).readTree(FILE.toFile()).path("groups");
    List<Shipped> shipped = new ArrayList<>();
    groups.path(0).path("rules").forEach(rule -> shipped.add(Shipped.of(rule)));

    assertThat(shipped).isEqualTo(AlarmRule.all().stream().map(Shipped::of).toList());
  }

  @Test
  void eachLeadsToItsPlaceInTheGuide() throws IOException {
    String guide = Files.readString(GUIDE);
    assertThat(AlarmRule.all())
        .hasSize(Alarm.Kind.values().length)
        .allSatisfy(
            rule ->
                assertThat(guide)
                    .contains("<a id=\"" + rule.runbook().replaceFirst(".*#", "") + "\"></a>"));
  }
}
