package io.enforcement.gateway.routes.sandbox.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.Part;
import io.enforcement.gateway.mappings.ToStandard;
import io.enforcement.gateway.mappings.declarative.DataOnlyToStandard;
import io.enforcement.gateway.mappings.housing.PenaltyDecisionToStandard;
import io.enforcement.gateway.mappings.housing.RevocationToStandard;
import io.enforcement.gateway.routes.sandbox.traffic.DemonstrationTraffic.CsvFile;
import io.enforcement.gateway.routes.sandbox.traffic.DemonstrationTraffic.Message;
import io.enforcement.gateway.standards.format.StandardXml;
import io.enforcement.gateway.standards.model.StandardRecord;
import io.enforcement.gateway.standards.rules.StandardValidator;
import io.enforcement.gateway.standards.validation.Finding;
import io.enforcement.gateway.standards.validation.Rejected;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The fates that the traffic foretells, held against the gateway's real translators and rules. */
class TrafficMeetsTheRulesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final Context CONTEXT =
      new Context("m", Instant.parse("2026-11-22T03:00:00Z"), "traffic");
  // What the door refuses before any translator sees it.
  private static final Set<String> AT_THE_DOOR =
      Set.of("wrong-content-type", "doctype", "no-such-exchange", "key-in-use");
  private static final Map<String, ToStandard> TRANSLATORS =
      Map.of(
          "penalty-decision", new PenaltyDecisionToStandard(),
          "revocation", new RevocationToStandard());

  static Stream<Message> messages() {
    DemonstrationTraffic traffic = DemonstrationTraffic.of(7, 0, TODAY);
    return Stream.concat(traffic.messages().stream(), traffic.revocations().stream())
        .filter(m -> !AT_THE_DOOR.contains(m.story()));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void isRefusedExactlyWhenItIsWrong(Message message) {
    assertThat(refusals(message))
        .as(message.story())
        .matches(found -> found.isEmpty() != (message.fate() == Fate.REFUSED));
  }

  static Stream<CsvFile> files() {
    return DemonstrationTraffic.of(7, 0, TODAY).files().stream();
  }

  @ParameterizedTest
  @MethodSource("files")
  void refusesExactlyTheWrongRows(CsvFile file) {
    List<Boolean> refused =
        city().toStandard(file.content(), CONTEXT).stream()
            .map(part -> findings(part).anyMatch(Finding::refuses))
            .toList();
    assertThat(refused)
        .as(file.name())
        .isEqualTo(file.fates().stream().map(fate -> fate == Fate.REFUSED).toList());
  }

  private static ToStandard city() {
    return DataOnlyToStandard.of(
        resource("penalty-decision.jslt"),
        Map.of("type", "csv", "charset", "GB18030", "header", "penalty-decision.columns.csv"),
        TrafficMeetsTheRulesTest::resource);
  }

  private static String resource(String name) {
    String path = "/io/enforcement/gateway/mappings/citymanagement/" + name;
    try (InputStream file = ToStandard.class.getResourceAsStream(path)) {
      return file == null ? null : new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> refusals(Message message) {
    try {
      return TRANSLATORS.get(message.exchange()).toStandard(message.body(), CONTEXT).stream()
          .flatMap(TrafficMeetsTheRulesTest::findings)
          .filter(Finding::refuses)
          .map(f -> f.rule() + " " + f.path())
          .toList();
    } catch (Rejected e) {
      return List.of("rejected as a whole");
    }
  }

  private static Stream<Finding> findings(Part part) {
    if (part instanceof Part.Refused refused) {
      return refused.findings().stream();
    }
    StandardRecord record = ((Part.Translated) part).record();
    return Stream.concat(
        StandardXml.writeChecked(record).findings().stream(),
        StandardValidator.shipped().validate(record, TODAY).stream());
  }
}
