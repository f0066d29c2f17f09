package io.enforcement.gateway.mappings.publicity;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.mappings.PartnerJson;
import io.enforcement.gateway.mappings.Reading;
import io.enforcement.gateway.standards.model.StandardRecord;
import io.enforcement.gateway.standards.model.StatisticsReport;
import io.enforcement.gateway.standards.model.StatisticsRow;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.List;

/** Writes a statistical table of enforcement (执法数据), column by column; it names nobody. */
@Named("publicityStatistics")
public final class StatisticsFromStandard implements FromStandard {

  /**
   * A table of a body, or of a division, for a period.
   *
   * @param area division, of a table that is about no single body
   */
  @JsonPropertyOrder({
    "kind",
    "code",
    "table",
    "body",
    "bodyCode",
    "area",
    "from",
    "until",
    "columns",
    "totalCount",
    "totalAmount",
    "preparedOn",
    "version",
    "register"
  })
  record PublicStatistics(
      String kind,
      String code,
      String table,
      String body,
      String bodyCode,
      String area,
      String from,
      String until,
      List<Column> columns,
      Integer totalCount,
      BigDecimal totalAmount,
      String preparedOn,
      int version,
      @JsonUnwrapped RegisterState register) {}

  /**
   * One column.
   *
   * @param beside told beside, not part of the total
   */
  @JsonPropertyOrder({"code", "name", "count", "amount", "beside"})
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Column(String code, String name, Integer count, BigDecimal amount, Boolean beside) {}

  @Override
  public byte[] fromStandard(StandardRecord record, Context context) {
    StatisticsReport report = (StatisticsReport) record;
    Reading reading = new Reading();
    PublicStatistics shown =
        new PublicStatistics(
            "执法数据",
            report.getRecordUniqueIdentity(),
            Words.of("statistics-table", report.getTableKind(), "table", reading),
            report.getBody() == null ? null : report.getBody().getName(),
            report.getBody() == null ? null : report.getBody().getUscc(),
            report.getAreaNumber(),
            Terms.text(report.getPeriodFrom()),
            Terms.text(report.getPeriodTo()),
            report.getStatisticsRows().stream().map(StatisticsFromStandard::column).toList(),
            report.getTotalCount(),
            report.getTotalAmount(),
            Terms.text(report.getPreparedOn()),
            report.getReportVersion(),
            RegisterState.of(report, true, context));
    reading.orRejected();
    return PartnerJson.write(shown);
  }

  private static Column column(StatisticsRow row) {
    return new Column(
        row.getColumnCode(),
        row.getColumnName(),
        row.getCount(),
        row.getAmount(),
        row.isBesideTotal());
  }
}
