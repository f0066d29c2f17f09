package io.enforcement.gateway.routes.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.enforcement.gateway.routes.sandbox.farside.Behaviour;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a monitoring system reads: pinned names, few series, nobody's data. */
@Story
class FiguresStoryTest {

  private static final Path DOCS = Path.of("..", "docs");

  /** All series together; partners and exchanges are many, messages never count. */
  private static final int CEILING = 6_000;

  private static final Pattern NAME =
      Pattern.compile("\\b(gateway|camel|artemis|jvm|hikaricp)_[a-z_]+");
  private static final Pattern SERIES = Pattern.compile("(?m)^([a-z_]+)(\\{[^}]*})? ");
  private static final Pattern TELLING =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}|[0-9]{11}|\\p{IsHan}");

  private final StoryGateway gateway;

  FiguresStoryTest(StoryGateway gateway) {
    this.gateway = gateway;
  }

  @Test
  void theNamesArePinnedFewAndTellNothingOfAnybody() throws Exception {
    String before = withTraffic();
    Set<String> pinned = names(Files.readString(DOCS.resolve("figures.md")));

    assertThat(pinned).hasSizeGreaterThan(20);
    Set<String> own =
        series(before).map(s -> s.group(1)).filter(this::isOurs).collect(Collectors.toSet());
    assertThat(pinned).as("docs/figures.md").containsAll(own);
    assertThat(series(before).count()).isLessThan(CEILING);
    assertThat(series(before).filter(s -> s.group(2) != null && isOurs(s.group(1))))
        .noneMatch(s -> TELLING.matcher(s.group(2)).find());

    for (int n = 0; n < 20; n++) {
      gateway.housing().sends(Paper.decision());
    }
    assertThat(ofMessages(scrape()))
        .as("more messages, the same series")
        .isEqualTo(ofMessages(before));
  }

  private Set<String> ofMessages(String scrape) {
    return series(scrape)
        .filter(s -> s.group(1).startsWith("gateway_messages"))
        .map(MatchResult::group)
        .collect(Collectors.toSet());
  }

  @Test
  void dashboardsAndRulesNameWhatIsThere() throws Exception {
    Set<String> there =
        Stream.concat(
                series(withTraffic()).map(s -> s.group(1)),
                Files.readString(DOCS.resolve("figures.md"))
                    .lines()
                    .filter(line -> line.contains("(only with `gateway."))
                    .flatMap(line -> names(line).stream()))
            .collect(Collectors.toSet());
    try (Stream<Path> files = Files.list(DOCS.resolve("grafana"))) {
      for (Path dashboard : files.toList()) {
        Set<String> asked = new TreeSet<>();
        new ObjectMapper()
            .readTree(dashboard.toFile())
            .path("panels")
            .forEach(
                panel ->
                    panel
                        .path("targets")
                        .forEach(target -> asked.addAll(names(target.path("expr").asText()))));
        assertThat(asked).as(dashboard.toString()).isNotEmpty();
        assertThat(there).as(dashboard.toString()).containsAll(asked);
      }
    }
    Set<String> places = places(Files.readString(DOCS.resolve("operations.md")));
    JsonNode groups =
        new ObjectMapper(new YAMLFactory())
            .readTree(DOCS.resolve("prometheus/gateway.rules.yaml").toFile())
            .path("groups");
    List<JsonNode> rules = new ArrayList<>();
    groups.forEach(group -> group.path("rules").forEach(rules::add));
    assertThat(rules).hasSizeGreaterThan(20);
    for (JsonNode rule : rules) {
      String alert = rule.path("alert").asText();
      assertThat(there).as(alert).containsAll(names(rule.path("expr").asText()));
      assertThat(rule.path("labels").path("severity").asText())
          .as(alert)
          .isIn("info", "warning", "critical");
      assertThat(places)
          .as(alert)
          .contains(rule.path("annotations").path("runbook_url").asText().replaceFirst(".*#", ""));
    }
  }

  /** Chapters and places by the anchors that a browser finds them by. */
  private static Set<String> places(String manual) {
    return Pattern.compile("(?m)^## (.*)$|<a id=\"([^\"]*)\"></a>")
        .matcher(manual)
        .results()
        .map(
            place ->
                place.group(2) != null
                    ? place.group(2)
                    : place.group(1).toLowerCase(Locale.ROOT).replace(' ', '-'))
        .collect(Collectors.toSet());
  }

  private boolean isOurs(String name) {
    return name.matches("(gateway|camel|artemis)_.*");
  }

  private static Set<String> names(String text) {
    return NAME.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }

  private static Stream<MatchResult> series(String scrape) {
    return SERIES.matcher(scrape).results();
  }

  /** Something was delivered and something parked, here or by an earlier story. */
  private String withTraffic() throws Exception {
    gateway.publicity().behave(Behaviour.of(Behaviour.Kind.ERROR_500));
    Reply sent = gateway.housing().sends(Paper.decision());
    gateway.eventually(
        () -> {
          assertThat(gateway.housing().looksUp(sent).delivery("credit")).isEqualTo("DELIVERED");
          assertThat(scrape()).contains("gateway_deadletter_size{", "gateway_route_queued{");
        });
    gateway.publicity().behave(Behaviour.ok());
    return scrape();
  }

  private String scrape() {
    try {
      return HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(URI.create(gateway.management() + "/actuator/prometheus"))
                  .build(),
              BodyHandlers.ofString())
          .body();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
