package io.enforcement.gateway.mappings.credit;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.mappings.PartnerCodes;
import io.enforcement.gateway.mappings.PartnerJson;
import io.enforcement.gateway.mappings.Reading;
import io.enforcement.gateway.standards.model.Revocation;
import io.enforcement.gateway.standards.model.StandardRecord;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the one row of {@code penalty_revocation}; it names the decision, not its parties. */
@Named("creditRevocation")
public final class RevocationFromStandard implements FromStandard {

  private static final PartnerCodes KIND =
      PartnerCodes.beside(RevocationFromStandard.class, "revocation-kind");

  @Override
  public byte[] fromStandard(StandardRecord record, Context context) {
    Revocation revocation = (Revocation) record;
    Reading reading = new Reading();
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("REC_ID", context.key() + "-1");
    row.put("CF_WSH", revocation.getPunishFileNum());
    row.put("CF_CFJG", revocation.getBody().getName());
    row.put("CF_CFJGDM", revocation.getBody().getUscc());
    row.put("CX_LB", reading.code(KIND, revocation.getKind().value(), "rows[0].CX_LB"));
    row.put("CX_WSH", revocation.getRevocationFileNum());
    row.put("CX_RQ", Columns.date(revocation.getRevocationDate()));
    row.put("CX_YY", revocation.getReason());
    row.put("CD_OPERATION", revocation.getCdOperation().value());
    Columns.check(row, "rows[0].", reading);
    reading.orRejected();
    return PartnerJson.write(new FrontTable("penalty_revocation", List.of(row)));
  }
}
