package io.enforcement.gateway.routes.province.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A workbook of one sheet, written row by row. Numbers are numbers with as many digits as a cell
 * holds, everything else is text; a text longer than a cell holds is cut.
 */
public final class ExcelSheet implements Sheet {

  /** What a cell holds, by the format. */
  private static final int LONGEST = 32_767;

  private static final int FLUSH = 500;

  private final Workbook book;
  private final Worksheet sheet;
  private int next;

  /** Writes the header at once. */
  public ExcelSheet(OutputStream out, List<String> header) throws IOException {
    this.book = new Workbook(out, "enforcement-gateway", "1.0");
    this.sheet = book.newWorksheet("数据");
    row(header);
  }

  @Override
  public void row(List<?> values) throws IOException {
    for (int i = 0; i < values.size(); i++) {
      Object value = values.get(i);
      if (value instanceof BigDecimal number) {
        sheet.value(next, i, number);
      } else if (value != null) {
        String text = value.toString();
        sheet.inlineString(next, i, text.length() > LONGEST ? text.substring(0, LONGEST) : text);
      }
    }
    if (++next % FLUSH == 0) {
      sheet.flush();
    }
  }

  @Override
  public void close() throws IOException {
    book.close();
  }
}
