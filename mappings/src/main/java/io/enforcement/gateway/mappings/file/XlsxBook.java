package io.enforcement.gateway.mappings.file;

import io.enforcement.gateway.standards.format.SafeXml;
import io.enforcement.gateway.standards.validation.Finding;
import io.enforcement.gateway.standards.validation.Rejected;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The parts of a workbook (ECMA-376 part 1) that tell how its one visible sheet is read.
 *
 * @param sheet XML of the visible sheet
 * @param strings the shared strings
 * @param dates the cell styles that show a number as a day or time
 * @param origin the day before day 1
 */
record XlsxBook(byte[] sheet, List<String> strings, Set<Integer> dates, LocalDate origin) {

  private static final String BOOK = "xl/workbook.xml";
  private static final String RELATIONS = "xl/_rels/workbook.xml.rels";

  /** Excel counts a 29 February 1900 that never was; from March 1900 on this origin is right. */
  private static final LocalDate WINDOWS = LocalDate.of(1899, 12, 30);

  private static final LocalDate OLD_MACINTOSH = LocalDate.of(1904, 1, 1);

  static XlsxBook of(Map<String, byte[]> parts) {
    try {
      return new Reading(parts).book();
    } catch (XMLStreamException e) {
      throw refused("xlsx.form", "a part that is no XML");
    }
  }

  static XMLStreamReader reader(byte[] part) {
    return SafeXml.fileReader(part, StandardCharsets.UTF_8);
  }

  static Rejected refused(String rule, String valueClass, String... arguments) {
    return new Rejected(Finding.of(rule, "", valueClass, arguments));
  }

  /** One run over the parts. */
  private static final class Reading {

    private final Map<String, byte[]> parts;
    private final List<String> visible = new ArrayList<>();
    private final Map<String, String> targets = new HashMap<>();
    private final Map<String, String> byKind = new HashMap<>();
    private LocalDate origin = WINDOWS;

    Reading(Map<String, byte[]> parts) {
      this.parts = parts;
    }

    XlsxBook book() throws XMLStreamException {
      readRelations(reader(part(RELATIONS)));
      readBook(reader(part(BOOK)));
      if (visible.size() != 1) {
        throw refused("xlsx.sheets", visible.size() + " visible sheets");
      }
      byte[] strings = parts.get(byKind.get("sharedStrings"));
      byte[] styles = parts.get(byKind.get("styles"));
      return new XlsxBook(
          part(targets.get(visible.get(0))),
          strings == null ? List.of() : XlsxStrings.of(reader(strings)),
          styles == null ? Set.of() : XlsxStyles.dates(reader(styles)),
          origin);
    }

    private byte[] part(String name) {
      byte[] part = parts.get(name);
      if (part == null) {
        throw refused("xlsx.form", "another kind of archive");
      }
      return part;
    }

    private void readRelations(XMLStreamReader xml) throws XMLStreamException {
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT
            && xml.getLocalName().equals("Relationship")) {
          String target = String.valueOf(xml.getAttributeValue(null, "Target"));
          String path = target.startsWith("/") ? target.substring(1) : "xl/" + target;
          String type = String.valueOf(xml.getAttributeValue(null, "Type"));
          targets.put(xml.getAttributeValue(null, "Id"), path);
          byKind.put(type.substring(type.lastIndexOf('/') + 1), path);
        }
      }
    }

    private void readBook(XMLStreamReader xml) throws XMLStreamException {
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT) {
          switch (xml.getLocalName()) {
            case "sheet" -> {
              String state = xml.getAttributeValue(null, "state");
              if (state == null || state.equals("visible")) {
                visible.add(relation(xml));
              }
            }
            case "workbookPr" -> {
              String old = String.valueOf(xml.getAttributeValue(null, "date1904"));
              origin = old.equals("1") || old.equals("true") ? OLD_MACINTOSH : WINDOWS;
            }
            default -> {
              // Views, names and print settings say nothing about the values.
            }
          }
        }
      }
    }

    /** {@code r:id}, in whichever of the two namespaces the workbook is written. */
    private static String relation(XMLStreamReader xml) {
      for (int i = 0; i < xml.getAttributeCount(); i++) {
        if (xml.getAttributeLocalName(i).equals("id")) {
          return xml.getAttributeValue(i);
        }
      }
      return "";
    }
  }
}
