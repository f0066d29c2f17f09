package io.enforcement.gateway.mappings.province;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.standards.format.StandardXml;
import io.enforcement.gateway.standards.model.Inspection;
import io.enforcement.gateway.standards.model.Operation;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

class ReportFromStandardTest {

  private static final Context CONTEXT =
      new Context("key", Instant.parse("2026-03-01T16:30:00Z"), null);
  private static final OffsetDateTime ENTERED = OffsetDateTime.parse("2026-02-27T10:00:00+08:00");

  private final ReportFromStandard translator = new ReportFromStandard();

  @Test
  void aRecordWithoutATimeOfEntryGetsTheTimeAtWhichItWasTakenOver() {
    Inspection record = record(null);

    byte[] written = translator.fromStandard(record, CONTEXT);

    assertThat(StandardXml.read(written).getCdTime())
        .isEqualTo(OffsetDateTime.parse("2026-03-02T00:30:00+08:00"));
    assertThat(record.getCdTime()).as("others read the same record").isNull();
    assertThat(translator.fromStandard(record, CONTEXT)).isEqualTo(written);
  }

  @Test
  void whatTheSourceSaysStands() {
    Inspection record = record(ENTERED);

    assertThat(StandardXml.read(translator.fromStandard(record, CONTEXT)).getCdTime())
        .isEqualTo(ENTERED);
  }

  private static Inspection record(OffsetDateTime entered) {
    Inspection record = new Inspection();
    record.setRecordUniqueIdentity("sample");
    record.setCdOperation(Operation.I);
    record.setRevision(1);
    record.setCdTime(entered);
    return record;
  }
}
