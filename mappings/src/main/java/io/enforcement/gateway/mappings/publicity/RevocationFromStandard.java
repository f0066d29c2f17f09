package io.enforcement.gateway.mappings.publicity;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.mappings.PartnerCodes;
import io.enforcement.gateway.mappings.PartnerJson;
import io.enforcement.gateway.standards.model.Revocation;
import io.enforcement.gateway.standards.model.StandardRecord;
import jakarta.inject.Named;

/** Takes a publication down and says why, as the law demands (行政处罚法 art. 48). */
@Named("publicityRevocation")
public final class RevocationFromStandard implements FromStandard {

  private static final PartnerCodes KIND =
      PartnerCodes.beside(RevocationFromStandard.class, "revocation-kind");

  @Override
  public byte[] fromStandard(StandardRecord record, Context context) {
    Revocation revocation = (Revocation) record;
    String kind = KIND.to(revocation.getKind().value()).orElseThrow();
    String reason = Redaction.ofNobody().numbers(revocation.getReason(), "withdrawReason");
    return PartnerJson.write(
        Withdrawal.of(
            null,
            revocation.getPunishFileNum(),
            revocation.getBody().getUscc(),
            kind + ":" + reason,
            revocation.getRevocationDate().toString()));
  }
}
