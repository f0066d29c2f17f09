package io.enforcement.gateway.mappings.credit;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.enforcement.gateway.mappings.PartnerJson;
import java.util.List;
import java.util.Map;

/**
 * Rows for one logical table of the front-end database, as the connector takes them.
 *
 * @param rows column to value: text, number or null
 */
@JsonPropertyOrder({"table", "rows"})
record FrontTable(String table, List<Map<String, Object>> rows) {

  static byte[] document(String table, List<Map<String, Object>> rows) {
    return PartnerJson.write(new FrontTable(table, rows));
  }
}
