package io.enforcement.gateway.mappings.province;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.Part;
import io.enforcement.gateway.mappings.ToStandard;
import io.enforcement.gateway.standards.format.StandardXml;
import io.enforcement.gateway.standards.validation.Finding;
import io.enforcement.gateway.standards.validation.Rejected;
import jakarta.inject.Named;
import java.util.List;

/** Reads one record of the standard; its structure is judged as it came. */
@Named("provinceRecordToStandard")
public final class RecordToStandard implements ToStandard {

  @Override
  public List<Part> toStandard(byte[] message, Context context) {
    StandardXml.Read read = StandardXml.readChecked(message);
    if (read.findings().stream().anyMatch(Finding::refuses)) {
      throw new Rejected(read.findings());
    }
    return List.of(new Part.Translated(1, read.record()));
  }
}
