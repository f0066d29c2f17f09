package io.enforcement.gateway.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is told of the settings beforehand is what the transports go by. */
class TransportSettingsTest {

  private static final Path SOURCES = Path.of("src/main/java/io/enforcement/gateway/connectors");
  private static final Path OPERATIONS = Path.of("../docs/operations.md");
  private static final Pattern READ =
      Pattern.compile(
          "\\b(?:required|optional|duration|number|secret|name|pointer|operation|action|table"
              + "|identifier|folder|store|queue|fit)\\((?:settings, )?\"([a-z][a-z-]*)\"");

  /** Names that the same calls read from elsewhere than the settings. */
  private static final Set<String> ELSEWHERE = Set.of("code", "operation");

  private static final Map<String, String> SOUND =
      Map.ofEntries(
          Map.entry("endpoint", "https://partner.example/api"),
          Map.entry("namespace", "urn:invented:linkage"),
          Map.entry("operation", "transferCase"),
          Map.entry("host", "partner.example"),
          Map.entry("host-key-fingerprint", "SHA256:invented"),
          Map.entry("root", "/srv/partner"),
          Map.entry("directory", "in"),
          Map.entry("url", "jdbc:postgresql://127.0.0.1:1/front"),
          Map.entry("user", "gateway"),
          Map.entry("credentials", "credit"),
          Map.entry("table", "rejection"),
          Map.entry("key-column", "id"),
          Map.entry("flag-column", "flag"),
          Map.entry("batch-table", "batch"),
          Map.entry("source-code", "640100"),
          Map.entry("broker", "tls://partner.example:61617"),
          Map.entry("queue", "decisions"),
          Map.entry("aside", "decisions.aside"),
          Map.entry("form-field", "data"),
          Map.entry("app-key", "key"),
          Map.entry("paasid", "paas"),
          Map.entry("rid", "rid"),
          Map.entry("sid", "sid"),
          Map.entry("refresh-path", "/refresh"),
          Map.entry("sender", "a"),
          Map.entry("receiver", "b"),
          Map.entry("flow", "c"),
          Map.entry("item", "d"));

  /** One transport in one direction. */
  record Use(
      String via,
      List<TransportSetting> settings,
      BiConsumer<ConnectorFactory, ConnectorSettings> opening) {

    @Override
    public String toString() {
      return via;
    }
  }

  static Stream<Use> uses() {
    Function<String, Use> bringing =
        via ->
            new Use(
                via,
                TransportSettings.bringing(via),
                (factory, settings) -> factory.connector(via, settings).close());
    Function<String, Use> fetching =
        via ->
            new Use(
                via,
                TransportSettings.fetching(via),
                (factory, settings) -> factory.source(via, settings).close());
    return Stream.concat(
        ConnectorFactory.CONNECTORS.stream().map(bringing),
        ConnectorFactory.SOURCES.stream().map(fetching));
  }

  @ParameterizedTest
  @MethodSource("uses")
  void whatIsNeededIsJustEnough(Use use) {
    Map<String, String> needed = needed(use, Map.of());
    use.opening.accept(new ConnectorFactory(), settings(needed));

    for (String name : needed.keySet()) {
      Map<String, String> without = new TreeMap<>(needed);
      without.remove(name);
      assertThatThrownBy(() -> use.opening.accept(new ConnectorFactory(), settings(without)))
          .hasMessageContaining("setting " + name + " is missing");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "rest, body, form",
    "rest, profile, app-sign",
    "rest, profile, provincial",
    "rest, profile, sharing-platform",
    "soap, auth, username-token",
    "soap, envelope, exchange-message",
    "frontdb, cd-source, source",
    "jms, user, gateway"
  })
  void aWordMayNeedOthersBesideIt(String via, String setting, String word) {
    Use use = uses().filter(u -> u.via.equals(via)).findFirst().orElseThrow();
    Map<String, String> needed = needed(use, Map.of(setting, word));
    assertThat(needed).hasSizeGreaterThan(needed(use, Map.of()).size() + 1);
    use.opening.accept(new ConnectorFactory(), settings(needed));

    for (String name : needed.keySet()) {
      Map<String, String> without = new TreeMap<>(needed);
      without.remove(name);
      if (!name.equals(setting)) {
        assertThatThrownBy(() -> use.opening.accept(new ConnectorFactory(), settings(without)))
            .hasMessageContaining("setting " + name + " is missing");
      }
    }
  }

  @Test
  void aSourceOfBatchesNeedsTheirTable() {
    Use use = uses().filter(u -> u.via.equals("frontdb")).skip(1).findFirst().orElseThrow();

    assertThat(needed(use, Map.of("group-by", "batch"))).containsKey("batch-table");
  }

  @Test
  void everySettingThatATransportReadsIsKnown() throws IOException {
    Set<String> read = new TreeSet<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        if (!file.getFileName().toString().startsWith("TransportSetting")) {
          READ.matcher(Files.readString(file)).results().map(m -> m.group(1)).forEach(read::add);
        }
      }
    }
    read.removeAll(ELSEWHERE);

    assertThat(read).hasSizeGreaterThan(50);
    assertThat(read).allMatch(name -> known().stream().anyMatch(s -> s.is(name)));
  }

  @Test
  void everySettingStandsInTheOperatorsGuide() throws IOException {
    String guide = Files.readString(OPERATIONS);
    String tables =
        guide.substring(
            guide.indexOf("### Transport settings"), guide.indexOf("### Who may post to us"));
    Set<String> words =
        Pattern.compile("[a-z][a-z.-]*[a-z]|[a-z]")
            .matcher(tables)
            .results()
            .map(MatchResult::group)
            .collect(Collectors.toSet());

    assertThat(known())
        .extracting(setting -> setting.name().replace(".*", ""))
        .allMatch(name -> words.contains(name) || words.contains(name + "."));
  }

  @ParameterizedTest
  @CsvSource({
    "sftp, port, 22, twenty-two",
    "sftp, host-key-fingerprint, SHA256:abc, MD5:abc",
    "sftp, connect-timeout, PT10S, 10 seconds",
    "sftp, request-timeout, PT1M, PT0S",
    "sftp, credentials, credit-2, Credit",
    "rest, endpoint, https://a.example/b, a.example",
    "rest, allow-loopback, true, yes",
    "rest, charset, GB18030, GBK",
    "frontdb, url, jdbc:mariadb://a/b, a.example",
    "frontdb, ledger, gw.ledger_1, ledger-1",
    "jms, queue, a.b-c_1, a b",
    "jms, broker, tls://a.example:1, a.example:1"
  })
  void knowsWhatCanStandInASetting(String via, String name, String sound, String wrong) {
    TransportSetting setting =
        TransportSettings.bringing(via).stream().filter(s -> s.is(name)).findFirst().orElseThrow();

    assertThat(setting.allows(sound)).isTrue();
    assertThat(setting.allows(wrong)).isFalse();
  }

  private static Map<String, String> needed(Use use, Map<String, String> beside) {
    Map<String, String> values = new TreeMap<>(beside);
    use.settings.stream()
        .filter(setting -> setting.isNeeded(beside))
        .forEach(setting -> values.put(setting.name(), SOUND.get(setting.name())));
    return values;
  }

  private static List<TransportSetting> known() {
    return uses().flatMap(use -> use.settings.stream()).toList();
  }

  private static ConnectorSettings settings(Map<String, String> values) {
    return new ConnectorSettings("credit", values, name -> new Secret("invented"));
  }
}
