package io.enforcement.gateway.mappings;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** Workbooks that a translator wrote, as another program reads them. */
final class Workbooks {

  private Workbooks() {}

  static boolean is(GoldenOutcome outcome) {
    return outcome.text().startsWith("row 2\n");
  }

  /** Each row below the header as lines of column and value; an empty cell is an empty value. */
  static String rows(byte[] workbook) {
    StringBuilder text = new StringBuilder();
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
      List<Row> rows = book.getFirstSheet().read();
      for (int n = 1; n < rows.size(); n++) {
        text.append("row ").append(n + 1).append('\n');
        for (int i = 0; i < rows.get(0).getCellCount(); i++) {
          text.append(rows.get(0).getCellText(i)).append(',');
          text.append(rows.get(n).getCellText(i)).append('\n');
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
