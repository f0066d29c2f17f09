package io.enforcement.gateway.mappings.file;

import com.ctc.wstx.stax.WstxOutputFactory;
import io.enforcement.gateway.standards.validation.Finding;
import io.enforcement.gateway.standards.validation.Rejected;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes the smallest workbook that every spreadsheet program opens: one sheet of texts. */
final class XlsxText {

  private static final WstxOutputFactory FACTORY = new WstxOutputFactory();
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

  private static final Map<String, String> PARTS = new LinkedHashMap<>();

  static {
    PARTS.put(
        "[Content_Types].xml",
        ("<Types xmlns='%scontent-types'>"
                + "<Default Extension='rels' ContentType='"
                + "application/vnd.openxmlformats-package.relationships+xml'/>"
                + "<Override PartName='/xl/workbook.xml' ContentType='%ssheet.main+xml'/>"
                + "<Override PartName='/xl/worksheets/sheet1.xml' ContentType='%sworksheet+xml'/>"
                + "</Types>")
            .formatted(PACKAGE, TYPE, TYPE));
    PARTS.put("_rels/.rels", relation("officeDocument", "xl/workbook.xml"));
    PARTS.put(
        "xl/workbook.xml",
        ("<workbook xmlns='%s' xmlns:r='%s'>"
                + "<sheets><sheet name='Sheet1' sheetId='1' r:id='rId1'/></sheets></workbook>")
            .formatted(MAIN, RELATIONS));
    PARTS.put("xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml"));
  }

  private XlsxText() {}

  private static String relation(String kind, String target) {
    return ("<Relationships xmlns='%srelationships'>"
            + "<Relationship Id='rId1' Type='%s/%s' Target='%s'/></Relationships>")
        .formatted(PACKAGE, RELATIONS, kind, target);
  }

  static byte[] of(List<String> header, List<List<String>> rows) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    PARTS.forEach((name, xml) -> parts.put(name, (HEAD + xml).getBytes(StandardCharsets.UTF_8)));
    parts.put("xl/worksheets/sheet1.xml", sheet(header, rows));
    return Archive.write(parts);
  }

  private static byte[] sheet(List<String> header, List<List<String>> rows) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      XMLStreamWriter xml = FACTORY.createXMLStreamWriter(bytes, "UTF-8");
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("worksheet");
      xml.writeDefaultNamespace(MAIN);
      xml.writeStartElement("sheetData");
      row(xml, header, header);
      for (List<String> row : rows) {
        row(xml, header, row);
      }
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a sheet cannot be written: " + e.getClass().getName());
    }
    return bytes.toByteArray();
  }

  private static void row(XMLStreamWriter xml, List<String> header, List<String> cells)
      throws XMLStreamException {
    xml.writeStartElement("row");
    for (int i = 0; i < cells.size(); i++) {
      String text = cells.get(i);
      if (text.length() > XlsxSheet.LONGEST_TEXT) {
        throw new Rejected(
            Finding.of(
                "xlsx.long", header.get(i), "too long", Integer.toString(XlsxSheet.LONGEST_TEXT)));
      }
      xml.writeStartElement("c");
      if (!text.isEmpty()) {
        xml.writeAttribute("t", "inlineStr");
        xml.writeStartElement("is");
        xml.writeStartElement("t");
        xml.writeAttribute("xml", "http://www.w3.org/XML/1998/namespace", "space", "preserve");
        xml.writeCharacters(text);
        xml.writeEndElement();
        xml.writeEndElement();
      }
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }
}
