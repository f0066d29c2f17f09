package io.enforcement.gateway.routes.partner;

import io.enforcement.gateway.standards.dictionary.Label;
import io.enforcement.gateway.standards.model.StandardRecord;
import java.util.function.Function;

/**
 * One thing that a subscription may ask about a record.
 *
 * @param form what its value is, in words for people
 * @param label of the field that it is about
 * @param reader gives the value, or null when the record does not say it
 */
record RecordProperty(
    String name, String form, Label label, Function<StandardRecord, Object> reader) {

  Object of(StandardRecord record) {
    return reader.apply(record);
  }
}
