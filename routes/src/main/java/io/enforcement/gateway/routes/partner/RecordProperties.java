package io.enforcement.gateway.routes.partner;

import io.enforcement.gateway.standards.dictionary.Dictionary;
import io.enforcement.gateway.standards.dictionary.Field;
import io.enforcement.gateway.standards.dictionary.Property;
import io.enforcement.gateway.standards.dictionary.RecordType;
import io.enforcement.gateway.standards.dictionary.Sensitivity;
import io.enforcement.gateway.standards.format.RecordTypes;
import io.enforcement.gateway.standards.model.OrganReference;
import io.enforcement.gateway.standards.model.Party;
import io.enforcement.gateway.standards.model.Penalty;
import io.enforcement.gateway.standards.model.PenaltyDecision;
import io.enforcement.gateway.standards.model.StandardRecord;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * What a subscription may ask about a record; nothing in it identifies a person. The one place that
 * says so:
 *
 * <ul>
 *   <li>{@code recordType} and {@code operation}
 *   <li>{@code region} and {@code bodyUscc} of the acting body
 *   <li>{@code addresseeKind}, {@code addresseeUscc}, {@code addresseeRegion} of the organ that a
 *       letter goes to, and {@code copyKinds}: the kinds of organ that get a copy, each between
 *       commas
 *   <li>{@code partyKind} (citizen, sole-trader, organisation, mixed) and {@code minor}
 *   <li>{@code fine} of a penalty decision, in yuan
 *   <li>each public code and each public yes or no of the record itself, under its own name
 * </ul>
 */
public final class RecordProperties {

  private static final String CITIZEN = "1";
  private static final Set<String> ADDRESSEE =
      Set.of("addressee", "receiver", "court", "askedOrgan");
  private static final String PARTIES = "parties";
  private static final String COPIES = "copyReceivers";
  private static final Set<String> ASKED = Set.of("Code", "xs:boolean");
  private static final Map<Class<?>, List<Named>> PLANS = new ConcurrentHashMap<>();

  /** A property by the name under which it can be asked for. */
  private record Named(String name, Property value) {}

  private RecordProperties() {}

  /** The properties of one record. */
  public static Map<String, Object> of(StandardRecord record) {
    Map<String, Object> properties = new HashMap<>();
    for (Named named : PLANS.computeIfAbsent(record.getClass(), RecordProperties::plan)) {
      put(properties, named.name(), named.value().of(record));
    }
    properties.put("recordType", record.getClass().getSimpleName());
    properties.put("operation", record.getCdOperation().value());
    if (record instanceof PenaltyDecision decision) {
      properties.put("actKind", "penalty");
      properties.put("fine", fine(decision.getPenalties()));
    }
    return properties;
  }

  /** The names under which a record of this type can be asked about. */
  public static Set<String> names(String record) {
    Class<?> type = RecordTypes.of(record).orElseThrow();
    Set<String> names = new TreeSet<>(Set.of("recordType", "operation"));
    for (Named named : PLANS.computeIfAbsent(type, RecordProperties::plan)) {
      switch (named.name()) {
        case PARTIES -> names.addAll(Set.of("partyKind", "minor"));
        case COPIES -> names.add("copyKinds");
        default -> names.add(named.name());
      }
    }
    if (type == PenaltyDecision.class) {
      names.addAll(Set.of("actKind", "fine"));
    }
    return names;
  }

  private static void put(Map<String, Object> properties, String name, Object value) {
    switch (name) {
      case PARTIES -> parties(properties, cast(value));
      case COPIES -> properties.put("copyKinds", kinds(cast(value)));
      default -> properties.put(name, value);
    }
  }

  private static void parties(Map<String, Object> properties, List<Party> parties) {
    List<String> kinds = parties.stream().map(RecordProperties::kind).distinct().toList();
    properties.put("partyKind", kinds.size() == 1 ? kinds.get(0) : "mixed");
    properties.put("minor", parties.stream().anyMatch(p -> Boolean.TRUE.equals(p.isMinor())));
  }

  private static String kind(Party party) {
    if (Boolean.TRUE.equals(party.isSelfEmployed())) {
      return "sole-trader";
    }
    return CITIZEN.equals(party.getKind()) ? "citizen" : "organisation";
  }

  private static String kinds(List<OrganReference> organs) {
    return organs.stream().map(o -> o.getKind() + ",").collect(Collectors.joining("", ",", ""));
  }

  private static double fine(List<Penalty> penalties) {
    return penalties.stream()
        .map(Penalty::getAmount)
        .filter(Objects::nonNull)
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .doubleValue();
  }

  private static List<Named> plan(Class<?> type) {
    RecordType record = Dictionary.v1().record(type.getSimpleName()).orElseThrow();
    List<Named> plan = new ArrayList<>();
    for (Field field : record.fields()) {
      plan(type, field, plan);
    }
    return List.copyOf(plan);
  }

  private static void plan(Class<?> type, Field field, List<Named> plan) {
    String property = field.property();
    if (property.equals("body")) {
      plan.add(new Named("region", Property.of(type, "body.areaNumber")));
      plan.add(new Named("bodyUscc", Property.of(type, "body.uscc")));
    } else if (ADDRESSEE.contains(property) && field.type().equals("OrganReference")) {
      plan.add(new Named("addresseeKind", Property.of(type, property + ".kind")));
      plan.add(new Named("addresseeUscc", Property.of(type, property + ".uscc")));
      plan.add(new Named("addresseeRegion", Property.of(type, property + ".areaNumber")));
    } else if (property.equals(COPIES)) {
      plan.add(new Named(COPIES, Property.of(type, property)));
    } else if (field.type().equals("Party") && field.isList() && property.equals(PARTIES)) {
      plan.add(new Named(PARTIES, Property.of(type, property)));
    } else if (ASKED.contains(field.type())
        && !field.isList()
        && field.sensitivity() == Sensitivity.PUBLIC) {
      plan.add(new Named(property, Property.of(type, property)));
    }
  }

  @SuppressWarnings("unchecked")
  private static <T> List<T> cast(Object list) {
    return (List<T>) list;
  }
}
