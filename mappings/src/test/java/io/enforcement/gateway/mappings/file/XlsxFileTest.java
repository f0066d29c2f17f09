package io.enforcement.gateway.mappings.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.standards.validation.Finding;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class XlsxFileTest {

  private static final List<String> HEADER = List.of("名称", "金额", "日期");
  private static final XlsxFile FILE = new XlsxFile(HEADER, "yyyy/MM/dd");

  @Test
  void anotherProgramReadsWhatItWrote() throws IOException {
    List<List<String>> rows =
        List.of(List.of("𠮷 <甲> & \"乙\"", "=1+1", "2026/05/20"), List.of("", " x ", "a\nb"));
    byte[] xlsx = FILE.write(rows);
    assertThat(FILE.write(rows)).as("same rows, same bytes").isEqualTo(xlsx);
    try (ReadableWorkbook other = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
      var read = other.getFirstSheet().read();
      assertThat(read).hasSize(3);
      assertThat(read.get(0).getCellText(1)).isEqualTo("金额");
      assertThat(read.get(1).getCellText(0)).isEqualTo("𠮷 <甲> & \"乙\"");
      assertThat(read.get(1).getCell(1).getType()).hasToString("STRING");
      assertThat(read.get(2).getCellText(2)).isEqualTo("a\nb");
    }
    assertThat(FILE.read(xlsx)).extracting(TableRow::cells).isEqualTo(rows);
  }

  @Test
  void readsWhatAnotherProgramWroteAndKeepsItsRowNumbers() throws IOException {
    byte[] xlsx =
        workbook(
            sheet -> {
              sheet.value(1, 0, "甲");
              sheet.value(1, 1, 26500.5);
              sheet.value(1, 2, LocalDate.of(2026, 5, 20));
              sheet.style(1, 2).format("yyyy-mm-dd").set();
              sheet.value(4, 0, "乙");
              sheet.value(4, 1, -3);
              sheet.value(4, 2, LocalDateTime.of(2026, 5, 20, 8, 30, 1));
              sheet.style(4, 2).format("yyyy年m月d日 h:mm").set();
            });
    List<TableRow> rows = FILE.read(xlsx);
    assertThat(rows).extracting(TableRow::number).containsExactly(2, 5);
    assertThat(rows.get(0).cells()).containsExactly("甲", "26500.5", "2026/05/20");
    assertThat(rows.get(1).cells()).containsExactly("乙", "-3", "2026/05/20 08:30:01");
  }

  @Test
  void readsTheOneVisibleSheetAndNoHiddenOne() throws IOException {
    byte[] hidden =
        book(
            book -> {
              template(book.newWorksheet("数据")).value(1, 0, "甲");
              Worksheet choices = book.newWorksheet("选项");
              choices.setVisibilityState(VisibilityState.HIDDEN);
            });
    assertThat(FILE.read(hidden)).hasSize(1);
    byte[] two =
        book(
            book -> {
              template(book.newWorksheet("一")).value(1, 0, "甲");
              template(book.newWorksheet("二"));
            });
    assertThat(Refusals.of(() -> FILE.read(two))).containsExactly("xlsx.sheets");
  }

  @Test
  void refusesMergedCells() throws IOException {
    byte[] xlsx =
        workbook(
            sheet -> {
              sheet.value(1, 0, "甲");
              sheet.range(1, 1, 2, 1).merge();
            });
    assertThat(Refusals.of(() -> FILE.read(xlsx))).containsExactly("xlsx.merged");
  }

  @Test
  void refusesARowWithAFormulaAndGoesOn() throws IOException {
    byte[] xlsx =
        workbook(
            sheet -> {
              sheet.formula(1, 1, "1+1");
              sheet.value(2, 0, "乙");
            });
    List<TableRow> rows = FILE.read(xlsx);
    assertThat(faults(rows.get(0))).containsExactly("xlsx.formula 金额");
    assertThat(rows.get(1).cells()).containsExactly("乙", "", "");
  }

  @ParameterizedTest
  @CsvSource({
    "1.1000000000000001,1.1",
    "0.10000000000000001,0.1",
    "2.65E-2,0.0265",
    "1E3,1000",
    "0.0,0",
    "-0.5,-0.5",
    "123456789012345,123456789012345"
  })
  void readsNumbersAsExcelShowsThem(String kept, String shown) {
    assertThat(cells("<c r='B2'><v>" + kept + "</v></c>").get(1)).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(strings = {"6.4012219921105184E+17", "1E+300", "1E+2147483640"})
  void refusesANumberThatHasLostDigits(String kept) {
    TableRow row = FILE.read(sheet("<row r='2'><c r='B2'><v>" + kept + "</v></c></row>")).get(0);
    assertThat(faults(row)).containsExactly("xlsx.number 金额");
  }

  @Test
  void readsDaysByStyleFromTheRightOrigin() {
    assertThat(cells("<c r='C2' s='1'><v>61</v></c>").get(2)).isEqualTo("1900/03/01");
    assertThat(cells("<c r='C2' s='1'><v>46162.999994</v></c>").get(2))
        .isEqualTo("2026/05/20 23:59:59");
    assertThat(cells("<c r='C2' s='0'><v>46162</v></c>").get(2)).isEqualTo("46162");
    TableRow early = FILE.read(sheet("<row r='2'><c r='C2' s='1'><v>0.5</v></c></row>")).get(0);
    assertThat(faults(early)).containsExactly("xlsx.day 日期");
  }

  @Test
  void readsTextsOfEveryKind() {
    assertThat(
            cells(
                "<c r='A2' t='inlineStr'><is><r><t>甲</t></r><r><t> 乙</t></r>"
                    + "<rPh sb='0' eb='1'><t>jia</t></rPh></is></c>"
                    + "<c r='B2' t='str'><v>5</v></c><c r='C2' t='b'><v>1</v></c>"))
        .containsExactly("甲 乙", "5", "TRUE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<row r='1'><c r='A1' t='inlineStr'><is><t>名称</t></is></c></row>",
        "<row r='2'><c r='A2' t='inlineStr'><is><t>名称</t></is></c></row>"
      })
  void refusesAnotherHeader(String rows) {
    assertThat(Refusals.of(() -> FILE.read(raw("<sheetData>" + rows + "</sheetData>"))))
        .allMatch(finding -> finding.startsWith("xlsx.header"));
  }

  @Test
  void refusesARowThatIsWiderThanTheHeader() {
    TableRow row =
        FILE.read(sheet("<row r='2'><c r='A2'><v>1</v></c><c r='D2'><v>1</v></c></row>")).get(0);
    assertThat(faults(row)).containsExactly("xlsx.columns");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<row r='2'><c r='ZZZZZZ2'><v>1</v></c></row>",
        "<row r='2'><c r='XFE2'><v>1</v></c></row>",
        "<row r='2'><c r='?'><v>1</v></c></row>",
        "<row r='2'><c r='B2'><v>1</v></c><c r='A2'><v>1</v></c></row>",
        "<row r='2000000000'><c><v>1</v></c></row>",
        "<row r='1'><c><v>1</v></c></row>",
        "<row r='x'><c><v>1</v></c></row>",
        "<row r='2'><c t='s'><v>7</v></c></row>",
        "<row r='2'><c t='s'><v>-1</v></c></row>",
        "<row r='2'><c><v>0x10</v></c></row>",
        "<row r='2'><c s='y'><v>1</v></c></row>"
      })
  void refusesASheetThatNoProgramWrites(String rows) {
    assertThat(Refusals.of(() -> FILE.read(sheet(rows)))).containsExactly("xlsx.form");
  }

  @Test
  void refusesASmallFileThatShowsALongTextWithoutEnd() {
    StringBuilder rows = new StringBuilder();
    for (int i = 2; i < 3_000; i++) {
      rows.append("<row r='" + i + "'><c t='s'><v>1</v></c></row>");
    }
    String strings = "<si><t>x</t></si><si><t>" + "长".repeat(30_000) + "</t></si>";
    assertThat(Refusals.of(() -> FILE.read(parts(rowsOf(rows.toString()), strings))))
        .containsExactly("xlsx.size");
  }

  @Test
  void takesATemplateFilledToTheLastRowAndNoMore() {
    assertThat(FILE.read(sheet(full(10_000)))).hasSize(10_000);
    assertThat(Refusals.of(() -> FILE.read(sheet(full(10_001))))).containsExactly("xlsx.rows");
  }

  @Test
  void readsNoEntityAndNoOtherFile() {
    byte[] part =
        ("<!DOCTYPE worksheet [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"
                + "<worksheet><sheetData><row r='1'><c t='inlineStr'><is><t>&a;</t></is></c></row>"
                + "</sheetData></worksheet>")
            .getBytes(UTF_8);
    assertThat(Refusals.of(() -> FILE.read(parts(part, "")))).containsExactly("xml.dtd");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "案号,1", "\u00D0\u00CF\u0011\u00E0"})
  void refusesWhatIsNoWorkbook(String text) {
    assertThat(Refusals.of(() -> FILE.read(text.getBytes(UTF_8)))).containsExactly("zip.damaged");
    byte[] otherZip = Archive.write(Map.of("a.txt", text.getBytes(UTF_8)));
    assertThat(Refusals.of(() -> FILE.read(otherZip))).containsExactly("xlsx.form");
  }

  private static String full(int rows) {
    StringBuilder all = new StringBuilder();
    for (int i = 2; i < rows + 2; i++) {
      all.append("<row r='" + i + "'><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row>");
    }
    return all.toString();
  }

  private static List<String> faults(TableRow row) {
    return row.findings().stream().map(XlsxFileTest::told).toList();
  }

  private static String told(Finding finding) {
    return finding.path().isEmpty() ? finding.rule() : finding.rule() + " " + finding.path();
  }

  private static List<String> cells(String cells) {
    return FILE.read(sheet("<row r='2'>" + cells + "</row>")).get(0).cells();
  }

  /** A sheet with the header and these rows. */
  private static byte[] sheet(String rows) {
    return parts(rowsOf(rows), "<si><t>x</t></si>");
  }

  private static byte[] rowsOf(String rows) {
    StringBuilder header = new StringBuilder("<row r='1'>");
    HEADER.forEach(n -> header.append("<c t='inlineStr'><is><t>" + n + "</t></is></c>"));
    return worksheet("<sheetData>" + header + "</row>" + rows + "</sheetData>");
  }

  private static byte[] raw(String content) {
    return parts(worksheet(content), "");
  }

  private static byte[] worksheet(String content) {
    return ("<worksheet>" + content + "</worksheet>").getBytes(UTF_8);
  }

  private static byte[] parts(byte[] sheet, String strings) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    String kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    parts.put(
        "xl/workbook.xml",
        ("<workbook xmlns:r='" + kind + "'><sheets><sheet name='s' r:id='a'/></sheets></workbook>")
            .getBytes(UTF_8));
    parts.put(
        "xl/_rels/workbook.xml.rels",
        ("<Relationships><Relationship Id='a' Type='%s/worksheet' Target='/xl/sheet.xml'/>"
                + "<Relationship Id='b' Type='%s/sharedStrings' Target='strings.xml'/>"
                + "<Relationship Id='c' Type='%s/styles' Target='styles.xml'/></Relationships>")
            .formatted(kind, kind, kind)
            .getBytes(UTF_8));
    parts.put("xl/sheet.xml", sheet);
    parts.put("xl/strings.xml", ("<sst>" + strings + "</sst>").getBytes(UTF_8));
    parts.put(
        "xl/styles.xml",
        "<styleSheet><cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs><xf numFmtId='0'/><xf numFmtId='31'/></cellXfs></styleSheet>"
            .getBytes(UTF_8));
    return Archive.write(parts);
  }

  private static byte[] workbook(Consumer<Worksheet> rows) throws IOException {
    return book(book -> rows.accept(template(book.newWorksheet("数据"))));
  }

  private static Worksheet template(Worksheet sheet) {
    for (int i = 0; i < HEADER.size(); i++) {
      sheet.value(0, i, HEADER.get(i));
    }
    return sheet;
  }

  private static byte[] book(Consumer<Workbook> sheets) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(bytes, "test", "1.0")) {
      sheets.accept(book);
    }
    return bytes.toByteArray();
  }
}
