package io.enforcement.gateway.mappings.province;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.standards.format.StandardXml;
import io.enforcement.gateway.standards.model.StandardRecord;
import jakarta.inject.Named;
import java.time.ZoneOffset;

/**
 * Writes one record for the level above, with a time of entry: where the source gave none, the time
 * at which this gateway took it over. Both sides then count it on the same day, however late it is
 * received.
 */
@Named("provinceReportFromStandard")
public final class ReportFromStandard implements FromStandard {

  private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

  @Override
  public byte[] fromStandard(StandardRecord record, Context context) {
    byte[] xml = StandardXml.write(record);
    if (record.getCdTime() != null) {
      return xml;
    }
    // Other receivers read the same record: it stays as it was.
    StandardRecord timed = StandardXml.read(xml);
    timed.setCdTime(context.at().atOffset(CHINA));
    return StandardXml.write(timed);
  }
}
