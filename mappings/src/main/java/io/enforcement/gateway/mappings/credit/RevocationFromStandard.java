package io.enforcement.gateway.mappings.credit;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.mappings.Reading;
import io.enforcement.gateway.standards.model.Revocation;
import io.enforcement.gateway.standards.model.StandardRecord;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes the one row of {@code penalty_revocation}; it names the decision, not its parties. */
@Named("creditRevocation")
public final class RevocationFromStandard implements FromStandard {

  private static final String TABLE = "penalty_revocation";

  @Override
  public byte[] fromStandard(StandardRecord record, Context context) {
    return write((Revocation) record, context, Layout.MERGED);
  }

  /** The same row in this layout. */
  static byte[] write(Revocation revocation, Context context, Layout layout) {
    Map<String, Object> values = new HashMap<>();
    values.put("CF_WSH", revocation.getPunishFileNum());
    values.put("CF_CFJG", revocation.getBody().getName());
    values.put("CF_CFJGDM", revocation.getBody().getUscc());
    values.put("CX_LB", revocation.getKind().value());
    values.put("CX_WSH", revocation.getRevocationFileNum());
    values.put("CX_RQ", revocation.getRevocationDate());
    values.put("CX_YY", revocation.getReason());
    RowValues.put(revocation, 1, context, values);
    Reading reading = new Reading();
    Map<String, Object> row = layout.row(TABLE, values, "rows[0].", reading);
    reading.orRejected();
    return layout.document(TABLE, List.of(row));
  }
}
