package io.enforcement.gateway.routes.province.quality;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.enforcement.gateway.routes.province.table.Column;
import io.enforcement.gateway.routes.province.table.ProvinceTable;
import java.util.List;

/**
 * A rule about what the provincial database holds, beside those that a record is judged by when it
 * comes. It applies to every kind that has the columns it needs. Immutable.
 *
 * @param id {@code quality.} and the name of its file
 * @param breaks condition in SQL over the row {@code t}; {@code {table}} stands for its table
 */
public record Check(
    String id,
    @JsonProperty(required = true) String zh,
    @JsonProperty(required = true) String en,
    @JsonProperty(value = "fix_zh", required = true) String fixZh,
    @JsonProperty(value = "fix_en", required = true) String fixEn,
    @JsonProperty(required = true) String dimension,
    @JsonProperty(required = true) List<String> needs,
    @JsonProperty(required = true, access = JsonProperty.Access.WRITE_ONLY) String breaks) {

  boolean appliesTo(ProvinceTable table) {
    return table.columns().stream().map(Column::name).toList().containsAll(needs);
  }

  String conditionFor(ProvinceTable table) {
    return breaks.replace("{table}", table.qualified());
  }
}
