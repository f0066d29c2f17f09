package io.enforcement.gateway.mappings.declarative;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.standards.model.StandardRecord;
import java.util.Map;
import java.util.function.Function;

/**
 * Writes a record for a partner by data alone. The mapping sees the standard's JSON twin plus
 * {@code recordType}; what it answers is the message: JSON in UTF-8, or rows (an object or an array
 * of them) for a table or a batch file, or one object for XML.
 */
public final class DataOnlyFromStandard implements FromStandard {

  private static final Map<String, String> JSON = Map.of("type", "json");

  private final Mapping mapping;
  private final RowWriter writer;

  private DataOnlyFromStandard(Mapping mapping, RowWriter writer) {
    this.mapping = mapping;
    this.writer = writer;
  }

  /**
   * @param jsltSource text of the mapping
   * @param format {@code type: json|csv|xlsx|xml|zip} and its settings; empty for JSON
   * @param resource a file of the partner's folder by its name, or null when there is none
   * @throws IllegalArgumentException when the mapping does not compile or the format is wrong
   * @throws IllegalStateException when a named file is missing
   */
  public static DataOnlyFromStandard of(
      String jsltSource, Map<String, String> format, Function<String, String> resource) {
    return new DataOnlyFromStandard(
        new Mapping(jsltSource, resource),
        new FileForm(format.isEmpty() ? JSON : format, resource).writer());
  }

  @Override
  public byte[] fromStandard(StandardRecord record, Context context) {
    ObjectNode twin = Twin.of(record);
    twin.put("recordType", record.getClass().getSimpleName());
    return writer.write(mapping.apply(twin, context), context);
  }
}
