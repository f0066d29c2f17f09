package io.enforcement.gateway.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.mappings.declarative.DataOnlyToStandard;
import io.enforcement.gateway.mappings.declarative.DocumentForm;
import io.enforcement.gateway.mappings.declarative.TranslationReport;
import io.enforcement.gateway.mappings.declarative.TranslationReport.Result;
import io.enforcement.gateway.mappings.declarative.TranslationReport.Row;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Reports of shipped partners: what a person who connects one reads. */
class TranslationReportTest {

  @Test
  void tellsOfEachValueOfAMessageInJson() throws IOException {
    PartnerFolder township = partner("township");
    List<Row> rows = report(township, "penalty-decision", "company-and-citizen.in.json");

    assertThat(rows)
        .contains(
            new Row("记录编号", "mapping.missing", "recordUniqueIdentity", "0087", Result.COPIED),
            new Row("操作", "mapping.code", "cdOperation", "I", Result.MAPPED),
            new Row("更新时间", "mapping.date", "cdTime", "2026-05-21T09:30:00+08:00", Result.MAPPED),
            new Row("处罚[0].金额", "mapping.amount", "penalties[0].amount", "26500.00", Result.COPIED),
            new Row(
                "当事人[0].是否个体工商户",
                "mapping.code",
                "parties[0].selfEmployed",
                "false",
                Result.MAPPED),
            new Row("当事人[1].名称", "mapping.missing", "parties[1].name", "梁晓岚", Result.COPIED),
            new Row("", "", "cdSource", "township", Result.DEFAULTED));
    assertThat(rows).extracting(Row::result).doesNotContain(Result.DROPPED, Result.FAILED);
  }

  @Test
  void namesWhatRefusedTheRecord() throws IOException {
    assertThat(report(partner("township"), "penalty-decision", "cannot-be-read.in.json"))
        .isNotEmpty()
        .allMatch(row -> row.result() == Result.FAILED && !row.rule().isEmpty())
        .anyMatch(row -> row.source().equals("处罚程序") && row.value().equals("不知道"));
  }

  @Test
  void tellsWhatIsDroppedAndWhatIsCut() {
    ToStandard translator =
        (message, context) ->
            DataOnlyToStandard.of(
                    """
                    import "gateway" as gw
                    {"recordType": "Revocation", "recordUniqueIdentity": .id, "reason": gw:start(.why, 4)}
                    """,
                    Map.of("type", "json"),
                    name -> null)
                .toStandard(message, context);
    byte[] message =
        "{\"id\": \"1\", \"why\": \"事实不清证据不足\", \"note\": \"x\"}".getBytes(StandardCharsets.UTF_8);

    assertThat(
            TranslationReport.toStandard(
                translator, message, context(), DocumentForm.json(), List.of()))
        .containsExactly(
            new Row("id", "", "recordUniqueIdentity", "1", Result.COPIED),
            new Row("why", "", "reason", "事实不清", Result.TRUNCATED),
            new Row("note", "", "", "x", Result.DROPPED));
  }

  /** Every value of every shipped message has its row, whatever the translator is written in. */
  @TestFactory
  Stream<DynamicTest> leavesNoValueOut() {
    return PartnerFolder.all().stream()
        .flatMap(
            partner ->
                partner.settings().sends().stream()
                    .filter(exchange -> form(partner, exchange, sample(partner, exchange)) != null)
                    .map(
                        exchange ->
                            DynamicTest.dynamicTest(
                                partner + " " + exchange.exchange(),
                                () -> leavesNoValueOut(partner, exchange))));
  }

  private static void leavesNoValueOut(PartnerFolder partner, PartnerSettings.Sends exchange)
      throws IOException {
    Sample sample = sample(partner, exchange);
    DocumentForm form = form(partner, exchange, sample);
    List<Row> rows = report(partner, exchange, sample);
    Map<String, String> values = form.values(sample.bytes());

    assertThat(rows).anyMatch(row -> row.result() == Result.COPIED);
    assertThat(rows.stream().map(Row::source).collect(Collectors.toSet()))
        .containsAll(values.keySet());
    for (Row row : rows) {
      if (row.result() == Result.COPIED) {
        assertThat(row.value()).isEqualTo(values.get(row.source()));
      }
    }
  }

  /** What a folder lists as lost is dropped in the report of its every sample, and the reverse. */
  @Test
  void dropsWhatTheFolderListsAsLost() throws IOException {
    PartnerFolder partner = partner("publicity");
    PartnerSettings.Receives exchange =
        partner.settings().receives().stream()
            .filter(r -> r.exchange().equals("penalty-decision"))
            .findFirst()
            .orElseThrow();
    Set<String> lost =
        Files.readAllLines(partner.sources().resolve("lost.csv")).stream()
            .filter(line -> line.startsWith("penalty-decision,PenaltyDecision,"))
            .map(line -> line.split(",")[2])
            .collect(Collectors.toSet());
    assertThat(lost).isNotEmpty();
    Set<String> seen = new LinkedHashSet<>();
    for (Sample sample : partner.samples(exchange)) {
      if (sample.isTranslated()) {
        var record = PermittedFields.of(exchange.records(), exchange.fields()).in(sample.record());
        for (Row row :
            TranslationReport.fromStandard(
                partner.fromStandard(exchange),
                record,
                sample.outbound(),
                DocumentForm.json(),
                List.of())) {
          String path = row.source().replaceAll("\\[[0-9]+\\]", "");
          if (lost.contains(path)) {
            seen.add(path);
            assertThat(row.result()).as(path).isEqualTo(Result.DROPPED);
          }
        }
      }
    }
    assertThat(seen).isNotEmpty();
  }

  private static PartnerFolder partner(String name) {
    return PartnerFolder.all().stream()
        .filter(partner -> partner.toString().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<Row> report(PartnerFolder partner, String exchange, String file)
      throws IOException {
    PartnerSettings.Sends sends =
        partner.settings().sends().stream()
            .filter(s -> s.exchange().equals(exchange))
            .findFirst()
            .orElseThrow();
    Sample sample =
        partner.samples(sends).stream()
            .filter(s -> s.in().getFileName().toString().equals(file))
            .findFirst()
            .orElseThrow();
    return report(partner, sends, sample);
  }

  private static List<Row> report(
      PartnerFolder partner, PartnerSettings.Sends exchange, Sample sample) throws IOException {
    return TranslationReport.toStandard(
        partner.toStandard(exchange),
        sample.bytes(),
        sample.inbound(),
        form(partner, exchange, sample),
        words(partner));
  }

  private static Sample sample(PartnerFolder partner, PartnerSettings.Sends exchange) {
    return partner.samples(exchange).stream()
        .filter(Sample::isTranslated)
        .filter(s -> whole(partner.toStandard(exchange), s))
        .findFirst()
        .orElse(null);
  }

  private static boolean whole(ToStandard translator, Sample sample) {
    List<Part> parts = translator.toStandard(sample.bytes(), sample.inbound());
    return parts.size() == 1 && parts.get(0) instanceof Part.Translated;
  }

  private static DocumentForm form(
      PartnerFolder partner, PartnerSettings.Sends exchange, Sample sample) {
    if (sample == null) {
      return null;
    }
    String name = sample.in().getFileName().toString();
    if (exchange.format() != null && !exchange.format().get("type").equals("zip")) {
      return DocumentForm.of(exchange.format(), partner::file);
    }
    return name.endsWith(".json")
        ? DocumentForm.json()
        : name.endsWith(".xml") ? DocumentForm.xml(StandardCharsets.UTF_8) : null;
  }

  private static List<String> words(PartnerFolder partner) throws IOException {
    List<String> words = new ArrayList<>();
    try (Stream<Path> files = Files.list(partner.sources())) {
      for (Path file : files.filter(f -> f.toString().endsWith(".csv")).toList()) {
        String text = Files.readString(file);
        if (text.startsWith("from,to")) {
          words.addAll(PartnerCodes.of(file.getFileName().toString(), text).sources());
        }
      }
    }
    return words;
  }

  private static Context context() {
    return new Context("key", Instant.EPOCH, null);
  }
}
