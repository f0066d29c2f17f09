package io.enforcement.gateway.mappings;

import io.enforcement.gateway.standards.dictionary.Dictionary;
import io.enforcement.gateway.standards.dictionary.RecordType;
import io.enforcement.gateway.standards.model.StandardRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The fields that a subscription may see (Content Filter; demand U13: a subscription states its
 * legal basis, purpose and permitted fields, and everything else is taken out before translation).
 *
 * <p>A permission is {@code public}, which permits whatever the dictionary calls public; {@code
 * personal}, which permits the personal besides and never the secret; or the path of a field by its
 * JSON names, for example {@code parties.name}; a path permits all that stands below it, however
 * sensitive. What every record carries is always there. Immutable; any thread.
 */
public final class PermittedFields {

  private final Map<String, Reduction> byRecord = new HashMap<>();

  private PermittedFields() {}

  /**
   * @param records the record types of the subscription, as {@link SubscribedRecords} reads them
   * @param permissions as its {@code partner.yaml} lists them
   * @throws IllegalArgumentException when a record or a path is not in the dictionary
   */
  public static PermittedFields of(List<String> records, List<String> permissions) {
    PermittedFields fields = new PermittedFields();
    PermittedPaths paths = new PermittedPaths(permissions);
    for (String name : SubscribedRecords.of(records)) {
      RecordType record =
          Dictionary.v1()
              .record(name)
              .orElseThrow(() -> new IllegalArgumentException("there is no record " + name));
      fields.byRecord.put(name, Reduction.of(record, paths));
    }
    paths.requireAllKnown();
    return fields;
  }

  /**
   * The record with the permitted fields only; the record itself stays as it was.
   *
   * @throws IllegalArgumentException when it is of a type that the subscription does not name
   */
  public StandardRecord in(StandardRecord record) {
    Reduction reduction = byRecord.get(record.getClass().getSimpleName());
    if (reduction == null) {
      throw new IllegalArgumentException(record.getClass().getSimpleName() + " is not subscribed");
    }
    return (StandardRecord) reduction.reduce(record);
  }
}
