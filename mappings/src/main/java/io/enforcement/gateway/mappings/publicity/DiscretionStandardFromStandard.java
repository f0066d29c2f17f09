package io.enforcement.gateway.mappings.publicity;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.mappings.PartnerJson;
import io.enforcement.gateway.mappings.Reading;
import io.enforcement.gateway.standards.model.DiscretionDegree;
import io.enforcement.gateway.standards.model.DiscretionStandard;
import io.enforcement.gateway.standards.model.PenaltyRange;
import io.enforcement.gateway.standards.model.StandardRecord;
import jakarta.inject.Named;

/** Writes a discretion standard (裁量基准) as it stands now. */
@Named("publicityDiscretionStandard")
public final class DiscretionStandardFromStandard implements FromStandard {

  @Override
  public byte[] fromStandard(StandardRecord record, Context context) {
    DiscretionStandard standard = (DiscretionStandard) record;
    Reading reading = new Reading();
    PublicDiscretion shown =
        new PublicDiscretion(
            "裁量基准",
            standard.getStandardCode(),
            standard.getStandardFileNum(),
            standard.getBody().getName(),
            standard.getBody().getUscc(),
            standard.getTaskCode(),
            standard.getIllegalAct(),
            standard.getIllegalFact(),
            Citation.of(standard.getViolatedBases()),
            Citation.of(standard.getPunishAccords()),
            standard.getDiscretionDegrees().stream().map(d -> degree(d, reading)).toList(),
            Terms.text(standard.getIssueDate()),
            Terms.text(standard.getValidFrom()),
            Terms.text(standard.getValidUntil()),
            RegisterState.of(standard, true, context));
    reading.orRejected();
    return PartnerJson.write(shown);
  }

  private static PublicDiscretion.Degree degree(DiscretionDegree degree, Reading reading) {
    String path = "degrees[" + degree.getNo() + "].";
    return new PublicDiscretion.Degree(
        degree.getNo(),
        degree.getName(),
        Words.of("discretion-plot", degree.getPlot(), path + "circumstance", reading),
        degree.getApplyCondition(),
        degree.isNoPenalty(),
        degree.getPenaltyRanges().stream().map(r -> range(r, path, reading)).toList());
  }

  private static PublicDiscretion.Range range(PenaltyRange range, String path, Reading reading) {
    return new PublicDiscretion.Range(
        Words.of("penalty-type", range.getType(), path + "penalty", reading),
        range.getLowerAmount(),
        range.getUpperAmount(),
        range.getMultipleBase(),
        range.getLowerMultiple(),
        range.getUpperMultiple(),
        range.getLowerDays(),
        range.getUpperDays(),
        range.getDescription());
  }
}
