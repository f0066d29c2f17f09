package io.enforcement.gateway.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.standards.codes.CodeTable;
import io.enforcement.gateway.standards.dictionary.Dictionary;
import io.enforcement.gateway.standards.dictionary.Sensitivity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a partner's folder lacks, as a list: the way to read when a new partner is added. */
class PartnerFolderTest {

  private static final Set<String> VIAS =
      Set.of(
          "rest",
          "soap",
          "sftp",
          "filedrop",
          "frontdb",
          "jms",
          "rest-poll",
          "amqp",
          "outbox",
          "direct");
  private static final Set<String> EFFECTS = Set.of("A", "B", "C", "D", "E");
  private static final Set<String> TABLES =
      Set.of(
          "penalty-type",
          "party-kind",
          "certificate-type",
          "case-source",
          "punish-procedure",
          "discretion-plot");

  static List<PartnerFolder> partners() {
    return PartnerFolder.all();
  }

  @ParameterizedTest
  @MethodSource("partners")
  void lacksNothing(PartnerFolder partner) {
    List<String> lacks = new ArrayList<>();
    story(partner, lacks);
    settings(partner, lacks);
    partner.settings().sends().forEach(e -> sends(partner, e, lacks));
    partner.settings().receives().forEach(e -> receives(partner, e, lacks));
    partner.settings().answers().forEach(e -> answers(partner, e, lacks));
    assertThat(lacks).as("what the folder %s lacks", partner).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("partners")
  void writesOnlyCodesOfTheStandard(PartnerFolder partner) throws IOException {
    try (Stream<Path> files = Files.list(partner.sources())) {
      for (String name : files.map(f -> f.getFileName().toString()).toList()) {
        String table = name.replace(".csv", "");
        if (name.endsWith(".csv") && TABLES.contains(table)) {
          assertThat(PartnerCodes.of(table, partner.file(name)).targets())
              .as("%s/%s", partner, name)
              .allMatch(CodeTable.of(table)::contains);
        }
      }
    }
  }

  private static void story(PartnerFolder partner, List<String> lacks) {
    String story = partner.file("package-info.java");
    for (String chapter : List.of("Quirks.", "Source.", "Start reading at")) {
      if (story == null || !story.contains(chapter)) {
        lacks.add("package-info.java with \"" + chapter + "\"");
      }
    }
  }

  private static void settings(PartnerFolder partner, List<String> lacks) {
    PartnerSettings settings = partner.settings();
    if (settings.partner() == null || !settings.partner().matches("[a-z][a-z0-9-]*")) {
      lacks.add("a partner id");
    }
    if (settings.name() == null || !settings.name().keySet().equals(Set.of("zh", "en"))) {
      lacks.add("a name in zh and en");
    }
    if (settings.credentials() == null) {
      lacks.add("the name of its credentials");
    }
    if (settings.sends().isEmpty() && settings.receives().isEmpty()) {
      lacks.add("any exchange");
    }
  }

  private static void sends(
      PartnerFolder partner, PartnerSettings.Sends exchange, List<String> lacks) {
    if (!VIAS.contains(exchange.via())) {
      lacks.add("a known via for " + exchange.exchange());
    }
    assertThat(partner.toStandard(exchange)).isNotNull();
    List<Sample> samples = partner.samples(exchange);
    good(exchange.exchange(), samples, lacks);
    if (samples.stream().noneMatch(Sample::isRefused)) {
      lacks.add("a refused sample of " + exchange.exchange());
    }
  }

  /**
   * One shows the ordinary case, another an edge: what may be absent, rare characters, no money.
   */
  private static void good(String what, List<Sample> samples, List<String> lacks) {
    if (samples.stream().filter(Sample::isTranslated).count() < 2) {
      lacks.add("two good samples of " + what);
    }
  }

  private static boolean isSecret(String record) {
    return Dictionary.v1()
        .record(record)
        .filter(r -> r.part().sensitivity() == Sensitivity.SECRET)
        .isPresent();
  }

  private static void receives(
      PartnerFolder partner, PartnerSettings.Receives exchange, List<String> lacks) {
    if (!VIAS.contains(exchange.via())) {
      lacks.add("a known via for " + exchange.exchange());
    }
    if (exchange.effect() != null && !EFFECTS.contains(exchange.effect())) {
      lacks.add("a known effect for " + exchange.exchange());
    }
    if (exchange.records() == null || exchange.records().isEmpty()) {
      lacks.add("records for " + exchange.exchange());
    }
    if (exchange.basis() == null || exchange.purpose() == null) {
      lacks.add("legal basis and purpose of " + exchange.exchange());
    }
    if (exchange.fields() == null || exchange.fields().isEmpty()) {
      lacks.add("permitted fields of " + exchange.exchange());
    }
    if (exchange.records().stream().anyMatch(PartnerFolderTest::isSecret)
        && !partner.settings().restricted().contains(exchange.exchange())) {
      lacks.add("restricted: " + exchange.exchange() + ", whose records are secret as a whole");
    }
    assertThat(partner.permitted(exchange)).isNotNull();
    good(exchange.exchange(), partner.samples(exchange), lacks);
    refuses(partner, exchange.exchange(), partner.samples(exchange), lacks);
  }

  /** What we write is refused in some sample, or a line says why it never can be. */
  private static void refuses(
      PartnerFolder partner, String exchange, List<Sample> samples, List<String> lacks) {
    boolean cannot = CannotRefuse.holds(partner, exchange);
    if (samples.stream().anyMatch(Sample::isRefused) == cannot) {
      lacks.add(
          cannot
              ? "a true cannot-refuse.csv: a sample of " + exchange + " is refused"
              : "a refused sample of " + exchange + ", or its line in cannot-refuse.csv");
    }
  }

  private static void answers(
      PartnerFolder partner, PartnerSettings.Answers exchange, List<String> lacks) {
    if (!exchange.via().equals("rest")) {
      lacks.add("a via over which it can be asked for " + exchange.exchange());
    }
    if (exchange.queries() == null || exchange.queries().isEmpty()) {
      lacks.add("kinds of queries for " + exchange.exchange());
    }
    if (exchange.basis() == null || exchange.purpose() == null) {
      lacks.add("legal basis and purpose of " + exchange.exchange());
    }
    good("a request of " + exchange.exchange(), partner.requests(exchange), lacks);
    refuses(partner, exchange.exchange(), partner.requests(exchange), lacks);
    good("a reply of " + exchange.exchange(), partner.replies(exchange), lacks);
    if (partner.replies(exchange).stream().noneMatch(Sample::isRefused)) {
      lacks.add("a refused sample of a reply of " + exchange.exchange());
    }
  }
}
