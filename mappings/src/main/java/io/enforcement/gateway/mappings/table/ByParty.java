package io.enforcement.gateway.mappings.table;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A record of several parties as one record for each, for tables that know one party a row. A party
 * keeps the penalties that bind it; its record is known by the identity of the whole, a hyphen and
 * the party's number, so that a later revision finds its row.
 */
final class ByParty {

  private static final String IDENTITY = "recordUniqueIdentity";
  private static final String PARTIES = "parties";
  private static final String PENALTIES = "penalties";

  private ByParty() {}

  static List<JsonNode> of(JsonNode record) {
    List<JsonNode> records = new ArrayList<>();
    for (JsonNode party : record.path(PARTIES).values()) {
      records.add(of(record, party));
    }
    return records.isEmpty() ? List.of(record) : records;
  }

  private static JsonNode of(JsonNode record, JsonNode party) {
    int number = party.path("no").asInt();
    ObjectNode copy = (ObjectNode) record.deepCopy();
    copy.put(IDENTITY, record.path(IDENTITY).asString() + "-" + number);
    copy.putArray(PARTIES).add(party);
    if (copy.has(PENALTIES)) {
      ArrayNode penalties = copy.putArray(PENALTIES);
      for (JsonNode penalty : record.path(PENALTIES).values()) {
        if (binds(penalty.path("partyNos"), number)) {
          penalties.add(penalty);
        }
      }
    }
    return copy;
  }

  private static boolean binds(JsonNode numbers, int party) {
    return numbers.isEmpty() || numbers.valueStream().anyMatch(n -> n.asInt() == party);
  }
}
