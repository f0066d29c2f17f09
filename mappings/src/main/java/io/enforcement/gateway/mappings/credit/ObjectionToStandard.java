package io.enforcement.gateway.mappings.credit;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.Part;
import io.enforcement.gateway.mappings.ToStandard;
import io.enforcement.gateway.standards.model.CreditObjection;
import io.enforcement.gateway.standards.model.TimeLimit;
import io.enforcement.gateway.standards.model.TimeLimitUnit;
import jakarta.inject.Named;
import java.util.List;

/**
 * Reads one row of the table {@code objection}: 信用异议. Besides the columns of {@link RowParts}:
 * {@code YY_BH} number of the objection, {@code YY_RQ} raised on, {@code YY_NR} content, {@code
 * DF_GZR} working days for the answer.
 */
@Named("creditObjection")
public final class ObjectionToStandard implements ToStandard {

  @Override
  public List<Part> toStandard(byte[] message, Context context) {
    PlatformRow row = PlatformRow.read(message);
    CreditObjection objection = new CreditObjection();
    row.common(objection, row.required("YY_BH"));
    objection.setBody(RowParts.body(row));
    objection.setPublishedDecision(RowParts.decision(row));
    objection.getParties().add(RowParts.party(row));
    objection.setObjectionNumber(row.text("YY_BH"));
    objection.setRaisedOn(row.requiredDay("YY_RQ"));
    objection.setContent(row.required("YY_NR"));
    objection.setAnswerLimit(limit(row.count("DF_GZR")));
    row.orRejected();
    return List.of(new Part.Translated(1, objection));
  }

  private static TimeLimit limit(Integer workingDays) {
    if (workingDays == null) {
      return null;
    }
    TimeLimit limit = new TimeLimit();
    limit.setLength(workingDays);
    limit.setUnit(TimeLimitUnit.WD);
    return limit;
  }
}
