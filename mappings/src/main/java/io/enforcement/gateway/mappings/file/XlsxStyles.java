package io.enforcement.gateway.mappings.file;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Which cell styles show a number as a day or time. */
final class XlsxStyles {

  private XlsxStyles() {}

  static Set<Integer> dates(XMLStreamReader xml) throws XMLStreamException {
    Map<String, String> formats = new HashMap<>();
    Set<Integer> dates = new HashSet<>();
    boolean inCells = false;
    int style = 0;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("cellXfs")) {
        inCells = false;
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        String id = xml.getAttributeValue(null, "numFmtId");
        switch (xml.getLocalName()) {
          case "numFmt" -> formats.put(id, xml.getAttributeValue(null, "formatCode"));
          case "cellXfs" -> inCells = true;
          case "xf" -> {
            if (inCells && isDate(id, formats)) {
              dates.add(style);
            }
            style += inCells ? 1 : 0;
          }
          default -> {
            // Fonts, fills and borders.
          }
        }
      }
    }
    return dates;
  }

  private static boolean isDate(String id, Map<String, String> formats) {
    String format = formats.get(id);
    return format == null ? isBuiltInDate(id) : showsDate(format);
  }

  /** ECMA-376 part 1, 18.8.30; 27 to 36 and 50 to 58 are the Chinese ones. */
  private static boolean isBuiltInDate(String id) {
    if (id == null || id.length() > 2 || !id.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return false;
    }
    int n = id.isEmpty() ? 0 : Integer.parseInt(id);
    return (n >= 14 && n <= 22)
        || (n >= 27 && n <= 36)
        || (n >= 45 && n <= 47)
        || n >= 50 && n <= 58;
  }

  /** A letter of day or time outside quotes, brackets and escapes. */
  private static boolean showsDate(String format) {
    boolean quoted = false;
    boolean bracket = false;
    for (int i = 0; i < format.length(); i++) {
      char c = Character.toLowerCase(format.charAt(i));
      if (c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == '[' || c == ']')) {
        bracket = c == '[';
      } else if (!quoted && !bracket && "ymdhs".indexOf(c) >= 0) {
        return true;
      }
    }
    return false;
  }
}
