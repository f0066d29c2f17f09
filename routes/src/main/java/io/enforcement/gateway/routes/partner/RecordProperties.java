package io.enforcement.gateway.routes.partner;

import io.enforcement.gateway.standards.model.BodyReference;
import io.enforcement.gateway.standards.model.Party;
import io.enforcement.gateway.standards.model.Penalty;
import io.enforcement.gateway.standards.model.PenaltyDecision;
import io.enforcement.gateway.standards.model.Revocation;
import io.enforcement.gateway.standards.model.StandardRecord;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a subscription may ask about a record: {@code recordType, operation, region, bodyUscc,
 * actKind, partyKind, restricted, minor, fine}. The one place that says so.
 */
public final class RecordProperties {

  private static final String CITIZEN = "1";

  private RecordProperties() {}

  /** The properties of one record; nothing in them identifies a person. */
  public static Map<String, Object> of(StandardRecord record) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("recordType", record.getClass().getSimpleName());
    properties.put("operation", record.getCdOperation().value());
    if (record instanceof PenaltyDecision decision) {
      body(properties, decision.getBody());
      properties.put("actKind", "penalty");
      properties.put("partyKind", partyKind(decision.getParties()));
      properties.put("restricted", !Boolean.FALSE.equals(decision.isRestricted()));
      properties.put(
          "minor", decision.getParties().stream().anyMatch(p -> Boolean.TRUE.equals(p.isMinor())));
      properties.put("fine", fine(decision.getPenalties()));
    } else if (record instanceof Revocation revocation) {
      body(properties, revocation.getBody());
      properties.put("actKind", "penalty");
    }
    return properties;
  }

  private static void body(Map<String, Object> properties, BodyReference body) {
    properties.put("region", body.getAreaNumber());
    properties.put("bodyUscc", body.getUscc());
  }

  private static String partyKind(List<Party> parties) {
    List<String> kinds = parties.stream().map(RecordProperties::kind).distinct().toList();
    return kinds.size() == 1 ? kinds.get(0) : "mixed";
  }

  private static String kind(Party party) {
    if (Boolean.TRUE.equals(party.isSelfEmployed())) {
      return "sole-trader";
    }
    return CITIZEN.equals(party.getKind()) ? "citizen" : "organisation";
  }

  private static double fine(List<Penalty> penalties) {
    return penalties.stream()
        .map(Penalty::getAmount)
        .filter(Objects::nonNull)
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .doubleValue();
  }
}
