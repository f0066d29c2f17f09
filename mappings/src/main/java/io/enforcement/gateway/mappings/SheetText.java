package io.enforcement.gateway.mappings;

import io.enforcement.gateway.standards.format.SafeXml;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The sheet of a workbook that a translator wrote, as text that people can review as a diff: each
 * row below the headings as lines of heading and value. What we write has every cell of a row, in
 * their order, and texts only. Pure; any thread.
 */
final class SheetText {

  private SheetText() {}

  /**
   * The lines, each with its end.
   *
   * @param sheet XML of the sheet
   */
  static String of(byte[] sheet) {
    try {
      return lines(rows(SafeXml.fileReader(sheet, StandardCharsets.UTF_8)));
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a sheet that was written is no XML", e);
    }
  }

  private static List<List<String>> rows(XMLStreamReader xml) throws XMLStreamException {
    List<List<String>> rows = new ArrayList<>();
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT) {
        switch (xml.getLocalName()) {
          case "row" -> rows.add(new ArrayList<>());
          case "c" -> last(rows).add("");
          case "t" -> last(rows).set(last(rows).size() - 1, xml.getElementText());
          default -> {
            // The elements around rows and texts.
          }
        }
      }
    }
    return rows;
  }

  private static List<String> last(List<List<String>> rows) {
    return rows.get(rows.size() - 1);
  }

  private static String lines(List<List<String>> rows) {
    StringBuilder text = new StringBuilder();
    for (int n = 1; n < rows.size(); n++) {
      text.append("row ").append(n + 1).append('\n');
      for (int i = 0; i < rows.get(n).size(); i++) {
        text.append(rows.get(0).get(i)).append(',').append(rows.get(n).get(i)).append('\n');
      }
    }
    return text.toString();
  }
}
