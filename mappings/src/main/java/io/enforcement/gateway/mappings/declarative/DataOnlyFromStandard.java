package io.enforcement.gateway.mappings.declarative;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.standards.format.StandardJson;
import io.enforcement.gateway.standards.model.StandardRecord;
import java.util.function.Function;

/**
 * Writes a record for a partner by data alone. The mapping sees the standard's JSON twin plus
 * {@code recordType}; what it answers is the message, JSON in UTF-8.
 */
public final class DataOnlyFromStandard implements FromStandard {

  private final Mapping mapping;

  private DataOnlyFromStandard(Mapping mapping) {
    this.mapping = mapping;
  }

  /**
   * @param jsltSource text of the mapping
   * @param resource a file of the partner's folder by its name, or null when there is none
   * @throws IllegalArgumentException when the mapping does not compile
   */
  public static DataOnlyFromStandard of(String jsltSource, Function<String, String> resource) {
    return new DataOnlyFromStandard(new Mapping(jsltSource, resource));
  }

  @Override
  public byte[] fromStandard(StandardRecord record, Context context) {
    ObjectNode twin = (ObjectNode) Trees.read(StandardJson.write(record));
    twin.put("recordType", record.getClass().getSimpleName());
    return Trees.write(mapping.apply(twin, context));
  }
}
