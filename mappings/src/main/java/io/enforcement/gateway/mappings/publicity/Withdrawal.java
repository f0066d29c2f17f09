package io.enforcement.gateway.mappings.publicity;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** Takes a publication down. Days are ISO 8601 texts. */
@JsonPropertyOrder({"decisionNo", "authorityCode", "state", "withdrawReason", "withdrawDate"})
record Withdrawal(
    String decisionNo,
    String authorityCode,
    String state,
    String withdrawReason,
    String withdrawDate) {

  static Withdrawal of(String decisionNo, String authorityCode, String reason, String date) {
    return new Withdrawal(decisionNo, authorityCode, "WITHDRAWN", reason, date);
  }
}
