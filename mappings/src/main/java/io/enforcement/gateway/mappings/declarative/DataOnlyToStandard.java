package io.enforcement.gateway.mappings.declarative;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.Part;
import io.enforcement.gateway.mappings.ToStandard;
import io.enforcement.gateway.standards.format.RecordTypes;
import io.enforcement.gateway.standards.model.StandardRecord;
import io.enforcement.gateway.standards.validation.Finding;
import io.enforcement.gateway.standards.validation.Rejected;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Reads a partner's messages by data alone: its file form, its mapping, its code lists. Each row or
 * object is a part of its own; a part that cannot be mapped is refused with findings in the names
 * of the partner's columns, and the others go on.
 */
public final class DataOnlyToStandard implements ToStandard {

  private static final String RECORD_TYPE = "recordType";

  private final Rows rows;
  private final Mapping mapping;

  private DataOnlyToStandard(Rows rows, Mapping mapping) {
    this.rows = rows;
    this.mapping = mapping;
  }

  /**
   * @param jsltSource text of the mapping
   * @param format {@code type: csv|xlsx|json|xml|zip} and its settings
   * @param resource a file of the partner's folder by its name, or null when there is none; asked
   *     for code lists when they are first used
   * @throws IllegalArgumentException when the mapping or the format is wrong
   * @throws IllegalStateException when a named file is missing
   */
  public static DataOnlyToStandard of(
      String jsltSource, Map<String, String> format, Function<String, String> resource) {
    return new DataOnlyToStandard(
        new FileForm(format, resource).rows(), new Mapping(jsltSource, resource));
  }

  @Override
  public List<Part> toStandard(byte[] message, Context context) {
    List<Part> parts = new ArrayList<>();
    for (Row row : rows.read(message)) {
      parts.add(part(row, context));
    }
    return parts;
  }

  private Part part(Row row, Context context) {
    if (!row.findings().isEmpty()) {
      return new Part.Refused(row.position(), row.findings());
    }
    try {
      return new Part.Translated(row.position(), record(mapping.apply(row.value(), context)));
    } catch (Rejected e) {
      return new Part.Refused(row.position(), e.findings());
    }
  }

  private static StandardRecord record(JsonNode mapped) {
    Class<? extends StandardRecord> type =
        RecordTypes.of(mapped.path(RECORD_TYPE).asText())
            .orElseThrow(
                () ->
                    new Rejected(
                        Finding.of("mapping.failed", RECORD_TYPE, "no record of the standard")));
    ((ObjectNode) mapped).remove(RECORD_TYPE);
    return Twin.record(mapped, type);
  }
}
