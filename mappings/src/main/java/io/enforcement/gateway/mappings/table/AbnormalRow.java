package io.enforcement.gateway.mappings.table;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

/** One row of a platform's table of abnormal rows ({@code dn_audit_abnormal}), as fetched. */
record AbnormalRow(String table, Row row) {

  /**
   * {@code rowGuid} may be a number or a text. What a platform adds to its table does not concern
   * us.
   *
   * @param cdId key of the row that was rejected
   * @param arrivedAt when the collecting side took the row, which is when it found it wrong
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Row(
      @JsonProperty("ROW_GUID") Object rowGuid,
      @JsonProperty("ERROR_TYPE") String errorType,
      @JsonProperty("REMARK") String remark,
      @JsonProperty("TABLE_NAME") String tableName,
      @JsonProperty("CD_ID") String cdId,
      @JsonProperty("ARRIVE_TIME") String arrivedAt) {}
}
