package io.enforcement.gateway.mappings;

import io.enforcement.gateway.standards.dictionary.Dictionary;
import io.enforcement.gateway.standards.dictionary.RecordType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The record types of a subscription as its {@code partner.yaml} lists them; {@code *} stands for
 * every record that is more than a word about a transfer.
 */
public final class SubscribedRecords {

  private static final String EVERY = "*";

  private SubscribedRecords() {}

  /** The names, in the order of the list. */
  public static Set<String> of(List<String> listed) {
    Set<String> records = new LinkedHashSet<>();
    for (String name : listed) {
      if (name.equals(EVERY)) {
        Dictionary.v1().records().stream()
            .filter(record -> !record.key().isEmpty())
            .map(RecordType::name)
            .forEach(records::add);
      } else {
        records.add(name);
      }
    }
    return records;
  }
}
