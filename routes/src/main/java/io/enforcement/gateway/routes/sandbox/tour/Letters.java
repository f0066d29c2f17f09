package io.enforcement.gateway.routes.sandbox.tour;

import io.enforcement.gateway.standards.format.RecordTypes;
import io.enforcement.gateway.standards.format.StandardJson;
import io.enforcement.gateway.standards.model.StandardRecord;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Addresses the letters among the samples to the guests of the tour. */
final class Letters {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final List<String> ADDRESSEES =
      List.of("addressee", "receiver", "court", "askedOrgan");

  private final List<Guest> guests;

  Letters(List<Guest> guests) {
    this.guests = guests;
  }

  /** The record, or, when it is a letter to an organ of a guest's kind, the same to that guest. */
  StandardRecord addressed(StandardRecord record) {
    JsonNode tree = JSON.readTree(StandardJson.write(record));
    for (String name : ADDRESSEES) {
      if (tree.path(name) instanceof ObjectNode organ) {
        guests.stream()
            .filter(g -> !g.uscc().isEmpty() && g.organ().equals(organ.path("kind").asString("")))
            .findFirst()
            .ifPresent(guest -> organ.put("uscc", guest.uscc()));
      }
    }
    return StandardJson.read(
        JSON.writeValueAsBytes(tree),
        RecordTypes.of(record.getClass().getSimpleName()).orElseThrow());
  }
}
