package io.enforcement.gateway.mappings.declarative;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.Part;
import io.enforcement.gateway.mappings.file.BatchFile;
import io.enforcement.gateway.mappings.file.BatchFile.DataFile;
import io.enforcement.gateway.mappings.file.ContentDigest;
import io.enforcement.gateway.mappings.file.XlsxFile;
import io.enforcement.gateway.standards.model.Receipt;
import io.enforcement.gateway.standards.model.ReceiptFinding;
import io.enforcement.gateway.standards.model.ReceiptOutcome;
import io.enforcement.gateway.standards.model.Revocation;
import io.enforcement.gateway.standards.model.Severity;
import io.enforcement.gateway.standards.model.StandardRecord;
import io.enforcement.gateway.standards.validation.Finding;
import io.enforcement.gateway.standards.validation.Rejected;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole files in and out by data alone, in every form that a partner.yaml can name. */
class FileFormTest {

  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final Context CONTEXT = new Context("key-1", Instant.EPOCH, "file");
  private static final List<String> COLUMNS = List.of("id", "reason");
  private static final Map<String, String> FILES =
      Map.of("header.csv", "column,meaning\nid,key\nreason,why\n");
  private static final Map<String, String> BATCH =
      Map.of(
          "type", "zip", "entries", "csv xlsx json xml", "header", "header.csv", "element", "item");
  private static final String IN =
      """
      import "gateway" as gw
      {"recordType": "Revocation", "recordUniqueIdentity": gw:required(.id, "id"),
       "reason": join(gw:list(.reason), "/")}
      """;
  private static final String OUT = "[{\"id\": $context.key, \"reason\": .reason}, {\"id\": 1.5}]";

  @Test
  void readsJsonRecordsOutOfAnEnvelope() {
    Map<String, String> format = Map.of("type", "json", "records", "data.list");
    byte[] message =
        "{\"batch\":\"1\",\"data\":{\"list\":[{\"id\":\"1\",\"reason\":\"甲\"},{\"reason\":\"乙\"}]}}"
            .getBytes(UTF_8);

    List<Part> parts = read(format, message);

    assertThat(parts).extracting(Part::position).containsExactly(1, 2);
    assertThat(reason(parts.get(0))).isEqualTo("甲");
    assertThat(refusals(parts.get(1))).containsExactly("mapping.missing id");
    assertThat(refusals(format, "[{\"id\":\"1\"}]".getBytes(UTF_8)))
        .containsExactly("json.records data.list");
  }

  @Test
  void writesXmlInTheNamespaceOfTheFormat() {
    Map<String, String> format =
        Map.of("type", "xml", "element", "item", "header", "header.csv", "namespace", "urn:a:b");

    byte[] xml = writer("{\"id\": 1}", format, new Revocation());

    assertThat(new String(xml, UTF_8)).endsWith("<item xmlns=\"urn:a:b\"><id>1</id></item>");
  }

  @Test
  void readsASpreadsheetAndCountsAsItDoes() {
    byte[] xlsx = new XlsxFile(COLUMNS, "yyyy").write(List.of(row("1", "甲"), row("", "乙")));
    List<Part> parts = read(Map.of("type", "xlsx", "header", "header.csv"), xlsx);
    assertThat(parts).extracting(Part::position).containsExactly(2, 3);
    assertThat(reason(parts.get(0))).isEqualTo("甲");
    assertThat(refusals(parts.get(1))).containsExactly("mapping.missing id");
  }

  @Test
  void readsEveryElementOfTheAgreedNameAsARecord() {
    String xml =
        """
        <?xml version="1.0" encoding="GB18030"?>
        <Message xmlns="urn:x"><Header><sn>1</sn></Header><Body>
          <item id="7"><id>1</id><reason>甲<!-- no value --></reason></item>
          <item><id>2</id><reason>乙</reason><reason>丙</reason></item>
          <item/>
        </Body></Message>\
        """;
    List<Part> parts =
        read(Map.of("type", "xml", "element", "item", "charset", "GB18030"), xml.getBytes(GB18030));
    assertThat(reason(parts.get(0))).isEqualTo("甲");
    assertThat(reason(parts.get(1))).isEqualTo("乙/丙");
    assertThat(refusals(parts.get(2))).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"<a/>", "<a>" + "<x/>" + "</a>"})
  void refusesXmlWithoutRecords(String xml) {
    assertThat(refusals(Map.of("type", "xml", "element", "item"), xml.getBytes(UTF_8)))
        .containsExactly("xml.records");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a><item>&x;</item></a>",
        "<?xml version='1.0' encoding='GB18030'?><a><item/></a>"
      })
  void readsNoEntityAndNoOtherCharsetThanTheAgreedOne(String xml) {
    assertThat(refusals(Map.of("type", "xml", "element", "item"), xml.getBytes(UTF_8)))
        .containsAnyOf("xml.dtd", "xml.charset");
  }

  @Test
  void readsABatchOfEveryFormCountedThrough() {
    byte[] zip =
        batch(
            DataFile.of("a.csv", "csv", 2, "id,reason\n1,甲\n,乙\n".getBytes(UTF_8)),
            DataFile.of(
                "b.xlsx", "xlsx", 1, new XlsxFile(COLUMNS, "y").write(List.of(row("", "丙")))),
            DataFile.of("c.json", "json", 1, "{\"id\":\"4\",\"reason\":\"丁\"}".getBytes(UTF_8)),
            DataFile.of(
                "d.xml",
                "xml",
                1,
                "<x><item><id>5</id><reason>戊</reason></item></x>".getBytes(UTF_8)));
    List<Part> parts = read(BATCH, zip);
    assertThat(parts).extracting(Part::position).containsExactly(1, 2, 3, 4, 5);
    assertThat(reason(parts.get(4))).isEqualTo("戊");
    assertThat(refusals(parts.get(1))).containsExactly("mapping.missing id");
  }

  @Test
  void tellsFileAndRowOfARowThatCannotBeRead() {
    byte[] zip = batch(DataFile.of("a.csv", "csv", 2, "id,reason\n1,甲\n1\n".getBytes(UTF_8)));
    assertThat(refusals(read(BATCH, zip).get(1))).containsExactly("csv.columns a.csv!2");
  }

  @Test
  void refusesABatchWhoseFilesAreNotAsItsManifestSays() {
    byte[] csv = "id,reason\n1,甲\n".getBytes(UTF_8);
    assertThat(refusals(BATCH, batch(DataFile.of("a.csv", "csv", 3, csv))))
        .containsExactly("batch.count a.csv");
    assertThat(refusals(BATCH, batch(DataFile.of("a.csv", "exe", 1, csv))))
        .containsExactly("batch.type a.csv");
    assertThat(refusals(BATCH, batch(DataFile.of("a.csv", "json", 1, csv))))
        .allMatch(refusal -> refusal.endsWith(" a.csv"));
  }

  @Test
  void refusesABatchOfTooManyRecords() {
    byte[] csv = ("id,reason\n" + "1,x\n".repeat(5_001)).getBytes(UTF_8);
    byte[] zip =
        batch(DataFile.of("a.csv", "csv", 5_001, csv), DataFile.of("b.csv", "csv", 5_001, csv));
    assertThat(refusals(BATCH, zip)).containsExactly("batch.records");
  }

  @Test
  void writesRowsAsCsvInTheAgreedCharset() {
    byte[] csv =
        write(Map.of("type", "csv", "header", "header.csv", "charset", "GB18030"), revocation());
    assertThat(new String(csv, GB18030)).isEqualTo("id,reason\r\nkey-1,𠮷\r\n1.5,\r\n");
  }

  @Test
  void writesRowsAsASpreadsheet() {
    byte[] xlsx = write(Map.of("type", "xlsx", "header", "header.csv"), revocation());
    assertThat(new XlsxFile(COLUMNS, "y").read(xlsx))
        .extracting(row -> row.cells())
        .containsExactly(row("key-1", "𠮷"), row("1.5", ""));
  }

  @Test
  void writesABatchNamedByTheDelivery() {
    Map<String, String> format =
        Map.of(
            "type",
            "zip",
            "entries",
            "csv",
            "header",
            "header.csv",
            "manifest",
            "csv",
            "digest",
            "sm3");
    byte[] zip = write(format, revocation());
    assertThat(write(format, revocation())).as("same record, same bytes").isEqualTo(zip);
    DataFile file = new BatchFile("csv", UTF_8).read(zip).get(0);
    assertThat(file.name()).isEqualTo("key-1.csv");
    assertThat(file.count()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"other\": 1}", "{\"id\": [1]}"})
  void refusesAnAnswerThatHasNoPlaceInTheTable(String mapping) {
    FromStandardCall call =
        () -> writer(mapping, Map.of("type", "csv", "header", "header.csv"), revocation());
    assertThat(catchThrowableOfType(Rejected.class, call::run).findings())
        .extracting(Finding::rule)
        .containsExactly("mapping.failed");
  }

  @Test
  void readsAColumnByAnyOfItsHeadings() {
    Map<String, String> files = Map.of("header.csv", "column\nid\nreason|why|because\n");
    Map<String, String> format = Map.of("type", "csv", "header", "header.csv");
    for (String heading : List.of("reason", "why", "because")) {
      byte[] csv = ("id," + heading + "\n1,甲\n").getBytes(UTF_8);
      List<Part> parts = DataOnlyToStandard.of(IN, format, files::get).toStandard(csv, CONTEXT);
      assertThat(reason(parts.get(0))).as(heading).isEqualTo("甲");
    }
    assertThat(
            new String(
                DataOnlyFromStandard.of(OUT, format, files::get)
                    .fromStandard(revocation(), CONTEXT),
                UTF_8))
        .startsWith("id,reason\r\n");
    byte[] other = "id,reason|why\n1,甲\n".getBytes(UTF_8);
    Rejected rejected =
        catchThrowableOfType(
            Rejected.class,
            () -> DataOnlyToStandard.of(IN, format, files::get).toStandard(other, CONTEXT));
    assertThat(told(rejected.findings())).containsExactly("csv.header reason");
  }

  @Test
  void readsASpreadsheetColumnByAnyOfItsHeadings() {
    Map<String, String> files = Map.of("header.csv", "column\nid\nreason|why\n");
    byte[] xlsx = new XlsxFile(List.of("id", "why"), "y").write(List.of(row("1", "甲")));
    List<Part> parts =
        DataOnlyToStandard.of(IN, Map.of("type", "xlsx", "header", "header.csv"), files::get)
            .toStandard(xlsx, CONTEXT);
    assertThat(reason(parts.get(0))).isEqualTo("甲");
  }

  @Test
  void joinsTheColumnsOfSeveralTables() {
    Map<String, String> files =
        Map.of("base.csv", "column\nid\n", "own.csv", "column\nreason\n", "id.csv", "x\nid\n");
    List<Part> parts =
        DataOnlyToStandard.of(IN, Map.of("type", "csv", "header", "base.csv own.csv"), files::get)
            .toStandard("id,reason\n1,甲\n".getBytes(UTF_8), CONTEXT);
    assertThat(reason(parts.get(0))).isEqualTo("甲");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                DataOnlyToStandard.of(
                    IN, Map.of("type", "csv", "header", "base.csv id.csv"), files::get))
        .withMessageContaining("id");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030"})
  void writesXmlInTheAgreedOrderAndReadsItAgain(String charset) {
    Map<String, String> format =
        Map.of("type", "xml", "element", "item", "header", "order.csv", "charset", charset);
    Map<String, String> files = Map.of("order.csv", "element\n@no\nid\nreason\npart\n");
    String mapping =
        """
        {"part": [{"reason": .reason, "id": 1.5}, {"#text": "a<b", "@no": 2}], "reason": "甲",
         "id": $context.key, "none": null}
        """;
    byte[] xml =
        DataOnlyFromStandard.of(mapping, format, files::get).fromStandard(revocation(), CONTEXT);
    assertThat(new String(xml, Charset.forName(charset)))
        .isEqualTo(
            "<?xml version=\"1.0\" encoding=\""
                + charset
                + "\"?><item><id>key-1</id><reason>甲</reason><part><id>1.5</id><reason>𠮷</reason>"
                + "</part><part no=\"2\">a&lt;b</part></item>");
    assertThat(
            reason(DataOnlyToStandard.of(IN, format, files::get).toStandard(xml, CONTEXT).get(0)))
        .isEqualTo("甲");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"other\": 1}", "[{\"id\": 1}]", "{\"id\": [[1]]}", "{\"@id\": [1]}"})
  void refusesAnAnswerThatHasNoPlaceInTheXml(String mapping) {
    Map<String, String> format = Map.of("type", "xml", "element", "item", "header", "order.csv");
    Map<String, String> files = Map.of("order.csv", "element\nid\n@id\n");
    FromStandardCall call =
        () ->
            DataOnlyFromStandard.of(mapping, format, files::get)
                .fromStandard(revocation(), CONTEXT);
    assertThat(catchThrowableOfType(Rejected.class, call::run).findings())
        .extracting(Finding::rule)
        .containsExactly("mapping.failed");
  }

  @Test
  void failsAtStartWhenXmlCannotBeWritten() {
    for (Map<String, String> wrong :
        List.of(
            Map.of("element", "item"),
            Map.of("header", "header.csv"),
            Map.of("element", "a b", "header", "header.csv"),
            Map.of("element", "item", "header", "header.csv", "charset", "GBK"))) {
      Map<String, String> format = new HashMap<>(wrong);
      format.put("type", "xml");
      assertThatIllegalArgumentException()
          .as(format.toString())
          .isThrownBy(() -> writer(".", format, revocation()));
    }
  }

  @Test
  void writesTheReceiptOfAnyFileAsATableForClerks() {
    Map<String, String> format =
        Map.of("type", "csv", "header", "gateway:receipt.columns.csv", "charset", "GB18030");
    Function<String, String> files = ShippedFiles.or(name -> null);
    byte[] csv =
        DataOnlyFromStandard.of(files.apply("gateway:receipt.jslt"), format, files)
            .fromStandard(receipt(), CONTEXT);
    assertThat(new String(csv, GB18030))
        .isEqualTo(
            """
            文件名,行号,结果,字段,规则,值的情况,要求,处理办法\r
            penalty.csv,,部分接收：接收 2 条，重复 0 条，退回 1 条,,,,,\r
            penalty.csv,3,退回,处罚种类,mapping.missing,empty,该字段必填,补充该字段\r
            """);
  }

  @Test
  void failsAtStartWhenAFormIsWrong() {
    for (Map<String, String> format :
        List.of(
            Map.of("type", "xls"),
            Map.of("type", "xml"),
            Map.of("type", "zip"),
            Map.of("type", "zip", "entries", "zip"),
            Map.of("type", "zip", "entries", "json", "manifest", "xml"),
            Map.of("type", "xlsx", "header", "header.csv", "date", "b"),
            Map.of("type", "csv", "header", "header.csv", "delimiter", "||"))) {
      assertThatIllegalArgumentException()
          .as(format.toString())
          .isThrownBy(() -> DataOnlyToStandard.of(".", format, FILES::get));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> writer(".", Map.of("type", "xml", "element", "x"), revocation()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ShippedFiles.or(name -> null).apply("gateway:../penalty.jslt"));
  }

  @FunctionalInterface
  private interface FromStandardCall {
    void run();
  }

  private static List<String> row(String... cells) {
    return List.of(cells);
  }

  private static byte[] batch(DataFile... files) {
    return new BatchFile("json", UTF_8).write(List.of(files), ContentDigest.SM3);
  }

  private static List<Part> read(Map<String, String> format, byte[] message) {
    return DataOnlyToStandard.of(IN, format, FILES::get).toStandard(message, CONTEXT);
  }

  private static byte[] write(Map<String, String> format, StandardRecord record) {
    return writer(OUT, format, record);
  }

  private static byte[] writer(String mapping, Map<String, String> format, StandardRecord record) {
    return DataOnlyFromStandard.of(mapping, format, FILES::get).fromStandard(record, CONTEXT);
  }

  private static String reason(Part part) {
    assertThat(part).isInstanceOf(Part.Translated.class);
    return ((Revocation) ((Part.Translated) part).record()).getReason();
  }

  private static List<String> refusals(Part part) {
    assertThat(part).isInstanceOf(Part.Refused.class);
    return told(((Part.Refused) part).findings());
  }

  private static List<String> refusals(Map<String, String> format, byte[] message) {
    Rejected rejected = catchThrowableOfType(Rejected.class, () -> read(format, message));
    assertThat(rejected).as("the file must be refused").isNotNull();
    return told(rejected.findings());
  }

  private static List<String> told(List<Finding> findings) {
    return findings.stream().map(f -> (f.rule() + " " + f.path()).strip()).toList();
  }

  private static Revocation revocation() {
    Revocation revocation = new Revocation();
    revocation.setReason("𠮷");
    return revocation;
  }

  private static Receipt receipt() {
    Receipt receipt = new Receipt();
    receipt.setSourceName("penalty.csv");
    receipt.setOutcome(ReceiptOutcome.PARTLY);
    receipt.setAccepted(2);
    receipt.setDuplicate(0);
    receipt.setRefused(1);
    ReceiptFinding finding = new ReceiptFinding();
    finding.setPart(3);
    finding.setSeverity(Severity.REFUSE);
    finding.setRule("mapping.missing");
    finding.setPath("处罚种类");
    finding.setValueClass("empty");
    finding.setExpected("该字段必填");
    finding.setFix("补充该字段");
    receipt.getFindings().add(finding);
    return receipt;
  }
}
