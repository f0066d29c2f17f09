package io.enforcement.gateway.mappings.credit;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.mappings.Reading;
import io.enforcement.gateway.standards.model.CreditObjection;
import io.enforcement.gateway.standards.model.CreditObjectionAnswer;
import io.enforcement.gateway.standards.model.StandardRecord;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the department's answer as the one row of {@code objection_answer}; an objection that is
 * not answered yet is refused, for the platform has it already.
 */
@Named("creditObjectionAnswer")
public final class ObjectionAnswerFromStandard implements FromStandard {

  private static final String TABLE = "objection_answer";

  @Override
  public byte[] fromStandard(StandardRecord record, Context context) {
    CreditObjection objection = (CreditObjection) record;
    Map<String, Object> values = new HashMap<>();
    values.put("YY_BH", objection.getObjectionNumber());
    values.put("WSH", objection.getPublishedDecision().getDocumentNumber());
    values.put("JGMC", objection.getBody().getName());
    values.put("JGDM", objection.getBody().getUscc());
    values.put("YY_RQ", objection.getRaisedOn());
    CreditObjectionAnswer answer = objection.getAnswer();
    if (answer != null) {
      values.put("CL_RQ", answer.getAnsweredOn());
      values.put("CL_JG", answer.getResultCode());
      values.put("CL_SM", answer.getExplanation());
    }
    RowValues.put(objection, 1, context, values);
    Reading reading = new Reading();
    Map<String, Object> row = Layout.MERGED.row(TABLE, values, "rows[0].", reading);
    reading.orRejected();
    return Layout.MERGED.document(TABLE, List.of(row));
  }
}
