package io.enforcement.gateway.mappings.credit;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One row of the platform's rejection table as the connector hands it on.
 *
 * @param table its logical name
 */
record RejectionRow(String table, Row row) {

  /**
   * {@code rowId} may be a number or a text, as the database has it. The platform adds columns to
   * its table without asking; those that are not here do not concern us.
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Row(
      @JsonProperty("ROW_ID") Object rowId,
      @JsonProperty("ERROR_TYPE") String errorType,
      @JsonProperty("REMARK") String remark,
      @JsonProperty("TABLE_NAME") String tableName,
      @JsonProperty("REC_ID") String recId,
      @JsonProperty("CF_WSH") String number,
      @JsonProperty("CF_CFJGDM") String bodyUscc,
      @JsonProperty("CREATED_AT") String createdAt) {}
}
