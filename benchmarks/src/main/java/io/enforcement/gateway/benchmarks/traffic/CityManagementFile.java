package io.enforcement.gateway.benchmarks.traffic;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A file of penalty decisions as the urban management department drops it: CSV in GB18030. */
public final class CityManagementFile {

  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final String[] TEMPLATE = template();

  private CityManagementFile() {}

  /**
   * One row.
   *
   * @param wrong with a kind of penalty that no table knows: it must be refused
   */
  public record Row(String caseNumber, String decisionNumber, boolean wrong) {

    private String text() {
      return TEMPLATE[1]
          .replace("@CASE@", caseNumber)
          .replace("@NUMBER@", decisionNumber)
          .replace("@PENALTY@", wrong ? "查无此罚" : "警告;罚款");
    }
  }

  /** The bytes of a file with these rows. */
  public static byte[] of(List<Row> rows) {
    StringBuilder text = new StringBuilder(TEMPLATE[0]).append("\r\n");
    rows.forEach(row -> text.append(row.text()).append("\r\n"));
    return text.toString().getBytes(GB18030);
  }

  private static String[] template() {
    try (InputStream in =
        CityManagementFile.class.getResourceAsStream("/traffic/city-management.csv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
