package io.enforcement.gateway.mappings.publicity;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.PartnerJson;
import java.util.List;

/**
 * Takes a publication down, or hides some of its fields. Days are ISO 8601 texts.
 *
 * @param kind of act, null for a penalty decision
 * @param state WITHDRAWN, MASKED, or RESTORED when a withdrawal was wrongly sent
 * @param revokedBy number of the document by which the decision fell, if it did
 */
@JsonPropertyOrder({
  "kind",
  "decisionNo",
  "authorityCode",
  "state",
  "maskedFields",
  "withdrawReason",
  "withdrawDate",
  "revokedBy"
})
record Withdrawal(
    @JsonInclude(JsonInclude.Include.NON_NULL) String kind,
    String decisionNo,
    String authorityCode,
    String state,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> maskedFields,
    String withdrawReason,
    String withdrawDate,
    @JsonInclude(JsonInclude.Include.NON_NULL) String revokedBy) {

  static Withdrawal of(
      String kind, String decisionNo, String authorityCode, String reason, String date) {
    return new Withdrawal(
        kind, decisionNo, authorityCode, "WITHDRAWN", List.of(), reason, date, null);
  }

  /** Of what was sent by mistake (operation D). */
  static byte[] wronglySent(String kind, String decisionNo, String authorityCode, Context context) {
    return PartnerJson.write(
        of(kind, decisionNo, authorityCode, "信息报送有误", Terms.today(context).toString()));
  }
}
