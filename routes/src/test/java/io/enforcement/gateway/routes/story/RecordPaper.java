package io.enforcement.gateway.routes.story;

import io.enforcement.gateway.standards.format.RecordTypes;
import io.enforcement.gateway.standards.format.StandardJson;
import io.enforcement.gateway.standards.format.StandardXml;
import io.enforcement.gateway.standards.model.StandardRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A record of the standard, made from one of the samples that are published with it. */
final class RecordPaper {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  /** Who decides in the sample of a sole trader. */
  private static final Map<String, String> BODY =
      Map.of("name", "示例区综合执法局", "uscc", "11640104MB1GXDM29U", "areaNumber", "640104");

  private final String type;
  private final ObjectNode fields;

  private RecordPaper(String type, ObjectNode fields) {
    this.type = type;
    this.fields = fields;
  }

  /** The sample of this name, as JSON whatever its form. */
  static RecordPaper of(String type, String sample) {
    ObjectNode fields = (ObjectNode) JSON.readTree(json("/standards/v1/samples/" + type, sample));
    // When and in which batch it was sent is of no account here.
    fields.remove(List.of("cdTime", "cdSource", "cdBatch"));
    return new RecordPaper(type, fields);
  }

  /** A decision of yesterday: the credit platform sends back what is older than its term. */
  static RecordPaper decision(String number) {
    String yesterday = daysFromNow(-1);
    return of("PenaltyDecision", "sole-trader")
        .with("recordUniqueIdentity", "story-" + UUID.randomUUID())
        .with("punishFileNum", number)
        .with("punishSetDate", yesterday)
        .with("violationEndDate", yesterday)
        .with(
            "caseReference",
            Map.of(
                "caseNumber",
                "立" + number,
                "superviseItemCode",
                "01020304050608",
                "caseSource",
                "1",
                "filingDate",
                yesterday))
        .without("publishUntil");
  }

  /** That this decision fell today. */
  static RecordPaper revocation(String number) {
    return of("Revocation", "changed")
        .with("recordUniqueIdentity", "story-" + UUID.randomUUID())
        .with("body", BODY)
        .with("revocationFileNum", number + "撤")
        .with("revocationDate", daysFromNow(0))
        .with("punishFileNum", number);
  }

  /** That the hotline was told so many days ago what became of its order. */
  static RecordPaper followUp(String order, String number, String stage, int daysAgo) {
    OffsetDateTime told = OffsetDateTime.now(CHINA).withNano(0).minusDays(daysAgo);
    return of("OrderFollowUp", "decided")
        .with("recordUniqueIdentity", "story-" + UUID.randomUUID())
        .with("orderReference", Map.of("cityNumber", order, "round", 1, "localNumber", "X" + order))
        .with("body", BODY)
        .with("toldAt", told.toString())
        .with("stage", stage)
        .with("stageDate", told.toLocalDate().toString())
        .with("punishFileNum", number)
        .without("caseReference");
  }

  /** A query of this sample's kind, asked now under an id of its own. */
  static RecordPaper query(String sample, String queryId) {
    return of("Query", sample)
        .with("queryId", queryId)
        .with("askedAt", OffsetDateTime.now(CHINA).withNano(0).toString());
  }

  static String daysFromNow(int days) {
    return LocalDate.now(CHINA).plusDays(days).toString();
  }

  private static byte[] json(String folder, String sample) {
    try (InputStream json = RecordPaper.class.getResourceAsStream(folder + "/" + sample + ".json");
        InputStream xml = RecordPaper.class.getResourceAsStream(folder + "/" + sample + ".xml")) {
      return json != null
          ? json.readAllBytes()
          : StandardJson.write(StandardXml.read(xml.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  RecordPaper with(String field, Object value) {
    ObjectNode changed = fields.deepCopy();
    changed.set(field, JSON.valueToTree(value));
    return new RecordPaper(type, changed);
  }

  RecordPaper without(String... names) {
    ObjectNode changed = fields.deepCopy();
    changed.remove(List.of(names));
    return new RecordPaper(type, changed);
  }

  /** The same act or entry, told anew. */
  RecordPaper revised(int revision, Map<String, Object> changes) {
    RecordPaper revised = with("revision", revision).with("cdOperation", "U");
    for (Map.Entry<String, Object> change : changes.entrySet()) {
      revised = revised.with(change.getKey(), change.getValue());
    }
    return revised;
  }

  /** The text of a field. */
  String text(String field) {
    return fields.path(field).asString();
  }

  /** As a partner sends it that sends records of all types. */
  byte[] sent() {
    return with("recordType", type).json();
  }

  byte[] json() {
    return fields.toString().getBytes(StandardCharsets.UTF_8);
  }

  byte[] xml() {
    return StandardXml.write(StandardJson.read(json(), type(type)));
  }

  private static Class<? extends StandardRecord> type(String name) {
    return RecordTypes.of(name).orElseThrow();
  }
}
