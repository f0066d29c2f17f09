package io.enforcement.gateway.mappings.province;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.Part;
import io.enforcement.gateway.mappings.ToStandard;
import io.enforcement.gateway.standards.format.StandardXml;
import io.enforcement.gateway.standards.validation.Finding;
import io.enforcement.gateway.standards.validation.Rejected;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads one record of the standard, or many below {@code Records}; the structure of each is judged
 * as it came, and one that cannot be read does not stop the others.
 */
@Named("provinceRecordToStandard")
public final class RecordToStandard implements ToStandard {

  /** As many as the rows of a file. */
  private static final int MOST = 10_000;

  @Override
  public List<Part> toStandard(byte[] message, Context context) {
    return StandardXml.holdsMany(message) ? many(message) : List.of(one(message));
  }

  private static Part one(byte[] message) {
    StandardXml.Read read = StandardXml.readChecked(message);
    if (read.findings().stream().anyMatch(Finding::refuses)) {
      throw new Rejected(read.findings());
    }
    return new Part.Translated(1, read.record());
  }

  private static List<Part> many(byte[] message) {
    List<StandardXml.Read> records = StandardXml.readMany(message);
    if (records.isEmpty() || records.size() > MOST) {
      throw new Rejected(Finding.of("xml.limit", "", "number of records", Integer.toString(MOST)));
    }
    List<Part> parts = new ArrayList<>();
    for (StandardXml.Read read : records) {
      int position = parts.size() + 1;
      parts.add(
          read.findings().stream().anyMatch(Finding::refuses)
              ? new Part.Refused(position, read.findings())
              : new Part.Translated(position, read.record()));
    }
    return parts;
  }
}
