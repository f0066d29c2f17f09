package io.enforcement.gateway.mappings.credit;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.Part;
import io.enforcement.gateway.mappings.PartnerCodes;
import io.enforcement.gateway.mappings.ToStandard;
import io.enforcement.gateway.standards.model.RiskGrade;
import jakarta.inject.Named;
import java.util.List;

/**
 * Reads one row of the table {@code risk_grade}: 信用风险分级 of one party. Besides the party's columns:
 * {@code FBJG, FBJGDM, DFBM} who graded, {@code FJ_FA} and {@code FJ_BB} scheme and its version,
 * {@code FX_DJ} grade, {@code FX_PF} score, {@code PJRQ} graded on, {@code YXQZ} valid until.
 */
@Named("creditRiskGrade")
public final class RiskGradeToStandard implements ToStandard {

  private static final PartnerCodes GRADE =
      PartnerCodes.beside(RiskGradeToStandard.class, "risk-grade");

  @Override
  public List<Part> toStandard(byte[] message, Context context) {
    PlatformRow row = PlatformRow.read(message);
    RiskGrade grade = new RiskGrade();
    row.common(grade, row.required("ROW_ID"));
    grade.setIssuer(RowParts.issuer(row));
    grade.getParties().add(RowParts.party(row));
    grade.setScheme(row.required("FJ_FA"));
    grade.setSchemeVersion(row.text("FJ_BB"));
    grade.setGrade(row.requiredCode(GRADE, "FX_DJ"));
    grade.setScore(row.number("FX_PF"));
    grade.setGradedOn(row.requiredDay("PJRQ"));
    grade.setValidUntil(row.day("YXQZ"));
    row.orRejected();
    return List.of(new Part.Translated(1, grade));
  }
}
