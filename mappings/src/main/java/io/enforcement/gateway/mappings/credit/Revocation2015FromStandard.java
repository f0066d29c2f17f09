package io.enforcement.gateway.mappings.credit;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.mappings.PartnerCodes;
import io.enforcement.gateway.mappings.Reading;
import io.enforcement.gateway.standards.model.Operation;
import io.enforcement.gateway.standards.model.Revocation;
import io.enforcement.gateway.standards.model.StandardRecord;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the row of a revoked penalty once more, with the status 撤销: number, authority, status and
 * remark. Its reason has no column: the remark names the document that gives it. A revocation that
 * was wrongly sent sets the status back.
 */
@Named("credit2015Revocation")
public final class Revocation2015FromStandard implements FromStandard {

  private static final PartnerCodes KIND =
      PartnerCodes.beside(Revocation2015FromStandard.class, "revocation-kind");

  @Override
  public byte[] fromStandard(StandardRecord record, Context context) {
    Revocation revocation = (Revocation) record;
    Map<String, Object> values = new HashMap<>();
    values.put("CF_WSH", revocation.getPunishFileNum());
    values.put("CF_CFJG", revocation.getBody().getName());
    RowValues.put(revocation, 1, context, values);
    RowValues.region(revocation.getBody(), values);
    Reading reading = new Reading();
    RowValues.status(revocation, status(revocation), remark(revocation, reading), values);
    Map<String, Object> row = Layout.OF_2015.row("revocation", values, "rows[0].", reading);
    reading.orRejected();
    return Layout.OF_2015.document("penalty", List.of(row));
  }

  private static String status(Revocation revocation) {
    return revocation.getCdOperation() == Operation.D
        ? Operation.I.value()
        : revocation.getKind().value();
  }

  private static String remark(Revocation revocation, Reading reading) {
    return reading.code(KIND, revocation.getKind().value(), "rows[0].BZ")
        + " "
        + revocation.getRevocationFileNum()
        + " "
        + revocation.getRevocationDate();
  }
}
