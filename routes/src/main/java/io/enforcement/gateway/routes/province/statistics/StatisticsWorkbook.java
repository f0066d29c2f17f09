package io.enforcement.gateway.routes.province.statistics;

import io.enforcement.gateway.routes.province.store.StatisticsStore.FormColumn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A table in the layout of the annual forms: title, period and unit of money above; a line for each
 * division or body; all together below. Money is in 万元 with all its digits, so that what is shown
 * still adds up.
 */
public final class StatisticsWorkbook {

  private static final int TEN_THOUSAND = 4;
  private static final int HEADER = 2;

  private static final Map<String, String> TITLES =
      Map.of(
          "1", "行政处罚实施情况统计表",
          "2", "行政许可实施情况统计表",
          "3", "行政强制实施情况统计表",
          "4", "其他行政执法行为实施情况统计表",
          "5", "行政执法人员持证情况统计表",
          "6", "行政复议案件统计表");

  private final StatisticsTable table;
  private final boolean hasAmount;
  private final Worksheet sheet;

  private StatisticsWorkbook(StatisticsTable table, Worksheet sheet) {
    this.table = table;
    this.hasAmount = table.columns().stream().anyMatch(FormColumn::hasAmount);
    this.sheet = sheet;
  }

  /** The workbook's bytes. */
  public static byte[] of(StatisticsTable table) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(bytes, "enforcement-gateway", "1.0")) {
      new StatisticsWorkbook(table, book.newWorksheet("统计表")).write();
      book.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private void write() {
    int last = table.columns().size() + (hasAmount ? 2 : 1);
    sheet.value(0, 0, TITLES.get(table.asked().table()));
    sheet.range(0, 0, 0, last).merge();
    sheet.range(0, 0, 0, last).style().bold().horizontalAlignment("center").set();
    sheet.value(
        1,
        0,
        "区域：%s  统计期：%s 至 %s  表式：%s  单位：件%s"
            .formatted(
                table.asked().area(),
                table.asked().from(),
                table.asked().to(),
                table.form(),
                hasAmount ? "、万元" : ""));
    sheet.range(1, 0, 1, last).merge();
    header();
    List<String> units = table.units();
    for (int i = 0; i < units.size(); i++) {
      line(HEADER + 1 + i, units.get(i), units.get(i));
    }
    line(HEADER + 1 + units.size(), "合计", null);
    sheet.range(HEADER, 0, HEADER, last).style().bold().set();
  }

  private void header() {
    int place = 0;
    sheet.value(HEADER, place++, "单位");
    for (FormColumn column : table.columns()) {
      sheet.value(HEADER, place++, column.besideTotal() ? column.zh() + "（不计入合计）" : column.zh());
    }
    sheet.value(HEADER, place++, "合计");
    if (hasAmount) {
      sheet.value(HEADER, place, "金额（万元）");
    }
  }

  private void line(int row, String name, String unit) {
    int place = 0;
    sheet.value(row, place++, name);
    for (FormColumn column : table.columns()) {
      sheet.value(row, place++, table.count(unit, column.code()));
    }
    sheet.value(row, place++, table.total(unit));
    if (hasAmount) {
      sheet.value(row, place, tenThousands(table.amount(unit)));
    }
  }

  /** Yuan as 万元, nothing rounded. */
  static BigDecimal tenThousands(BigDecimal yuan) {
    return yuan.movePointLeft(TEN_THOUSAND);
  }
}
