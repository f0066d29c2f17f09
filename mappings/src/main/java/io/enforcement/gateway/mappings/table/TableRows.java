package io.enforcement.gateway.mappings.table;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;

/**
 * Rows for one logical table, as the front-end database connector takes them.
 *
 * @param rows column to value: text, number, list of rows or null
 */
@JsonPropertyOrder({"table", "rows"})
public record TableRows(String table, List<Map<String, Object>> rows) {}
