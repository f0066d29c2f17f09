package io.enforcement.gateway.mappings.declarative;

import io.enforcement.gateway.standards.model.PenaltyDecision;
import io.enforcement.gateway.standards.model.Receipt;
import io.enforcement.gateway.standards.model.RejectionList;
import io.enforcement.gateway.standards.model.Revocation;
import io.enforcement.gateway.standards.model.StandardRecord;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The records of the standard by the name that a mapping writes as {@code recordType}. */
final class RecordTypes {

  private static final Map<String, Class<? extends StandardRecord>> BY_NAME =
      Stream.of(PenaltyDecision.class, Revocation.class, Receipt.class, RejectionList.class)
          .collect(Collectors.toMap(Class::getSimpleName, Function.identity()));

  private RecordTypes() {}

  static Optional<Class<? extends StandardRecord>> of(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }
}
