package io.enforcement.gateway.mappings.file;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Texts of a workbook: a text may be cut into runs, and carry its pronunciation, which is none. */
final class XlsxStrings {

  private XlsxStrings() {}

  /** The shared strings in their order. */
  static List<String> of(XMLStreamReader xml) throws XMLStreamException {
    List<String> strings = new ArrayList<>();
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("si")) {
        strings.add(text(xml));
      }
    }
    return strings;
  }

  /** The text of the element that was just begun, to its end. */
  static String text(XMLStreamReader xml) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    int depth = 1;
    int silent = 0;
    while (depth > 0) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (xml.getLocalName().equals("t") && silent == 0) {
          text.append(xml.getElementText());
        } else {
          depth++;
          silent += xml.getLocalName().equals("rPh") || silent > 0 ? 1 : 0;
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
        silent = Math.max(0, silent - 1);
      }
    }
    return text.toString();
  }
}
