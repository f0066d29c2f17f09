package io.enforcement.gateway.mappings.credit;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.Part;
import io.enforcement.gateway.mappings.PartnerCodes;
import io.enforcement.gateway.mappings.ToStandard;
import io.enforcement.gateway.standards.model.CreditRepair;
import jakarta.inject.Named;
import java.util.List;

/**
 * Reads one row of the table {@code repair}: 信用修复, an application or what became of it. Besides the
 * columns of {@link RowParts}: {@code XF_BH} number of the repair, {@code XF_LX} kind, {@code
 * XF_JD} stage, {@code XF_SQRQ} applied on, {@code SF_AQLY} safety field, {@code SF_LXYW} duties
 * fulfilled, {@code SF_CN} commitment made, {@code BLJG} who handles it, {@code XF_JG} and {@code
 * XF_JGRQ} result and its day, {@code XF_LY} reason.
 */
@Named("creditRepair")
public final class RepairToStandard implements ToStandard {

  private static final PartnerCodes KIND = codes("repair-kind");
  private static final PartnerCodes STAGE = codes("repair-stage");
  private static final PartnerCodes RESULT = codes("repair-result");

  @Override
  public List<Part> toStandard(byte[] message, Context context) {
    PlatformRow row = PlatformRow.read(message);
    CreditRepair repair = new CreditRepair();
    row.common(repair, row.required("XF_BH"));
    repair.setBody(RowParts.body(row));
    repair.setPublishedDecision(RowParts.decision(row));
    repair.getParties().add(RowParts.party(row));
    repair.setKind(row.requiredCode(KIND, "XF_LX"));
    repair.setStage(row.requiredCode(STAGE, "XF_JD"));
    repair.setAppliedOn(row.requiredDay("XF_SQRQ"));
    repair.setSafetyField(row.yesNo("SF_AQLY"));
    repair.setDutiesFulfilled(row.yesNo("SF_LXYW"));
    repair.setCommitmentMade(row.yesNo("SF_CN"));
    String handler = row.text("BLJG");
    repair.setHandler(handler == null ? null : RowParts.organ(handler));
    repair.setResultCode(row.code(RESULT, "XF_JG"));
    repair.setResultDate(row.day("XF_JGRQ"));
    repair.setReason(row.text("XF_LY"));
    row.orRejected();
    return List.of(new Part.Translated(1, repair));
  }

  private static PartnerCodes codes(String name) {
    return PartnerCodes.beside(RepairToStandard.class, name);
  }
}
