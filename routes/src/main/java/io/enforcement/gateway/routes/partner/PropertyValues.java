package io.enforcement.gateway.routes.partner;

import io.enforcement.gateway.standards.model.Party;
import io.enforcement.gateway.standards.model.Penalty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The values that are more than what a field holds. */
final class PropertyValues {

  static final String PARTY_KINDS = "citizen, sole-trader, organisation";

  private static final String CITIZEN = "1";

  /** 暂扣许可证件, 降低资质等级, 吊销许可证件. */
  private static final Set<String> LICENCE = Set.of("06", "07", "08");

  private PropertyValues() {}

  /** {@code |A|B|}: each value once, and none of those that are absent. */
  static String set(
      Object values, Function<Object, Stream<Object>> organs, Function<Object, Object> value) {
    return set(
        PropertyValues.<Object>list(values).stream()
            .flatMap(organs)
            .map(value)
            .filter(Objects::nonNull)
            .map(Object::toString));
  }

  private static String set(Stream<String> values) {
    return values.distinct().map(v -> v + "|").collect(Collectors.joining("", "|", ""));
  }

  /** Every kind of party that occurs. */
  static String partyKinds(Object parties) {
    return set(PropertyValues.<Party>list(parties).stream().map(PropertyValues::kind));
  }

  /** The kind of all parties, or mixed; null when there is no party. */
  static String partyKind(Object parties) {
    List<String> kinds =
        PropertyValues.<Party>list(parties).stream().map(PropertyValues::kind).distinct().toList();
    return kinds.size() > 1 ? "mixed" : kinds.stream().findFirst().orElse(null);
  }

  private static String kind(Party party) {
    if (Boolean.TRUE.equals(party.isSelfEmployed())) {
      return "sole-trader";
    }
    return CITIZEN.equals(party.getKind()) ? "citizen" : "organisation";
  }

  static boolean minor(Object parties) {
    return PropertyValues.<Party>list(parties).stream()
        .anyMatch(p -> Boolean.TRUE.equals(p.isMinor()));
  }

  /** What all penalties take together, confiscation too. */
  static double fine(Object penalties) {
    return PropertyValues.<Penalty>list(penalties).stream()
        .map(Penalty::getAmount)
        .filter(Objects::nonNull)
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .doubleValue();
  }

  /** Whether a licence is suspended, downgraded or revoked. */
  static boolean touchesLicence(Object penalties) {
    return PropertyValues.<Penalty>list(penalties).stream()
        .anyMatch(p -> LICENCE.contains(p.getType()) || p.getLicence() != null);
  }

  /** The city of the hotline that gave an order; unless it is told, that of the acting body. */
  static String city(Object told, Object body) {
    Object division = told == null ? body : told;
    return division == null ? null : division.toString().substring(0, 4) + "00";
  }

  @SuppressWarnings("unchecked")
  private static <T> List<T> list(Object values) {
    return (List<T>) values;
  }
}
