package io.enforcement.gateway.routes.conformance;

import io.enforcement.gateway.mappings.GoldenOutcome;
import io.enforcement.gateway.routes.partner.PartnerFile.Sends;
import io.enforcement.gateway.routes.sandbox.side.SampleRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the sound samples of a candidate show of the tables in its front-end database. */
final class FrontSamples {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final List<JsonNode> rows = new ArrayList<>();
  private final Map<String, String> names = new HashMap<>();

  FrontSamples(Candidate candidate, Cases cases) {
    cases.sent().stream().filter(SentCase::sound).forEach(c -> add(c.bytes()));
    cases
        .received()
        .forEach(
            c ->
                add(
                    candidate
                        .offline()
                        .fromStandard(c.receives())
                        .fromStandard(c.record(), GoldenOutcome.outbound())));
    candidate.file().sends().forEach(sends -> name(sends, cases));
  }

  private void add(byte[] document) {
    try {
      rows.add(JSON.readTree(document));
    } catch (JacksonException e) {
      // A document of another transport.
      return;
    }
  }

  /** The gateway may call a table otherwise than the samples do. */
  private void name(Sends sends, Cases cases) {
    String agreed = sends.settings().get("table");
    cases.sent().stream()
        .filter(c -> c.sound() && c.sending().exchange().equals(sends.exchange()))
        .filter(c -> c.sending().via().equals("frontdb") && agreed != null)
        .findFirst()
        .ifPresent(c -> names.put(SampleRow.of(c.bytes()).table(), agreed));
  }

  /** Documents that show the rows of all tables. */
  List<JsonNode> rows() {
    return rows;
  }

  /** What the gateway calls the tables that it reads, by the names in the samples. */
  Map<String, String> names() {
    return names;
  }
}
