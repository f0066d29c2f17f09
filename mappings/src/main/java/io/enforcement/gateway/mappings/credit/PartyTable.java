package io.enforcement.gateway.mappings.credit;

import io.enforcement.gateway.mappings.Reading;
import io.enforcement.gateway.standards.model.Party;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * One of the platform's tables that get a row for each party of a decision.
 *
 * @param takes whose rows stand in it
 */
record PartyTable(Layout layout, String name, Predicate<Party> takes) {

  /** What the row of one party says. */
  interface Values {
    Map<String, Object> of(Party party, String path, Reading reading);
  }

  /** The table for natural and legal persons alike. */
  static PartyTable ofAll(Layout layout, String name) {
    return new PartyTable(layout, name, party -> true);
  }

  static PartyTable ofNatural(Layout layout, String name) {
    return new PartyTable(layout, name, PartyValues::isNatural);
  }

  static PartyTable ofLegal(Layout layout, String name) {
    return new PartyTable(layout, name, party -> !PartyValues.isNatural(party));
  }

  byte[] write(List<Party> parties, Values values) {
    Reading reading = new Reading();
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Party party : parties.stream().filter(takes).toList()) {
      String path = "rows[" + rows.size() + "].";
      rows.add(layout.row(name, values.of(party, path, reading), path, reading));
    }
    if (rows.isEmpty()) {
      reading.refuse("credit.missing", "rows", "no party of this table");
    }
    reading.orRejected();
    return layout.document(name, rows);
  }
}
