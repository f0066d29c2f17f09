package io.enforcement.gateway.standards.identity;

import io.enforcement.gateway.standards.dictionary.Property;
import io.enforcement.gateway.standards.dictionary.RecordType;
import io.enforcement.gateway.standards.model.Party;
import io.enforcement.gateway.standards.validation.DocumentNumber;
import java.util.ArrayList;
import java.util.List;

/** How the keys of one kind of record are made. Immutable; any thread. */
final class Keys {

  private static final String PARTIES = "parties";

  private final String number;
  private final List<Property> act;
  private final List<Property> lane;
  private final Property parties;

  Keys(Class<?> type, RecordType record) {
    this.number = record.number();
    this.act = properties(type, record.key());
    this.lane = properties(type, record.lane());
    this.parties = record.key().contains(PARTIES) ? Property.of(type, PARTIES) : null;
  }

  /** The first value, the number of the record, then the others; null when one is missing. */
  String act(Object record) {
    return joined(record, act, number);
  }

  String lane(Object record) {
    return joined(record, lane, null);
  }

  @SuppressWarnings("unchecked")
  String parties(Object record) {
    return parties == null ? null : PartyKey.of((List<Party>) parties.of(record));
  }

  private static String joined(Object record, List<Property> properties, String second) {
    List<String> values = new ArrayList<>();
    for (Property property : properties) {
      Object value = property.of(record);
      String text = value == null ? "" : DocumentNumber.normaliseAny(value.toString());
      if (text.isEmpty()) {
        return null;
      }
      values.add(text);
    }
    if (values.isEmpty()) {
      return null;
    }
    if (second != null) {
      values.add(1, second);
    }
    return String.join("|", values);
  }

  private static List<Property> properties(Class<?> type, List<String> paths) {
    return paths.stream()
        .filter(path -> !path.equals(PARTIES))
        .map(path -> Property.of(type, path))
        .toList();
  }
}
