package io.enforcement.gateway.mappings.credit;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.Part;
import io.enforcement.gateway.mappings.PartnerCodes;
import io.enforcement.gateway.mappings.ToStandard;
import io.enforcement.gateway.standards.model.CreditStatus;
import jakarta.inject.Named;
import java.util.List;

/**
 * Reads one row of the table {@code credit_status}: 信用状态 of one party. Besides the party's columns:
 * {@code FBJG, FBJGDM, DFBM} who states it, {@code JZRQ} as of, {@code XY_ZT} status, {@code CF_SL,
 * GS_SL, XF_SL, XK_SL} penalties on record, still published, repaired; licences.
 */
@Named("creditStatus")
public final class StatusToStandard implements ToStandard {

  private static final PartnerCodes STATUS =
      PartnerCodes.beside(StatusToStandard.class, "credit-status");

  @Override
  public List<Part> toStandard(byte[] message, Context context) {
    PlatformRow row = PlatformRow.read(message);
    CreditStatus status = new CreditStatus();
    row.common(status, row.required("ROW_ID"));
    status.setIssuer(RowParts.issuer(row));
    status.getParties().add(RowParts.party(row));
    status.setAsOf(row.requiredDay("JZRQ"));
    status.setStatus(row.requiredCode(STATUS, "XY_ZT"));
    status.setPenaltyCount(row.count("CF_SL"));
    status.setPublishedCount(row.count("GS_SL"));
    status.setRepairedCount(row.count("XF_SL"));
    status.setLicenceCount(row.count("XK_SL"));
    row.orRejected();
    return List.of(new Part.Translated(1, status));
  }
}
