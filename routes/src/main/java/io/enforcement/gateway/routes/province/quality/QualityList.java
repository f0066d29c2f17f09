package io.enforcement.gateway.routes.province.quality;

import io.enforcement.gateway.routes.province.quality.QualityRules.Texts;
import io.enforcement.gateway.routes.province.sheet.CsvSheet;
import io.enforcement.gateway.routes.province.sheet.Sheet;
import io.enforcement.gateway.routes.province.store.QualityStore.Breach;
import io.enforcement.gateway.routes.province.store.QualityStore.Span;
import io.enforcement.gateway.routes.province.table.ProvinceTable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * What a source works through: a line for each rule that a record breaks, with where it was found
 * and how it is mended, in both languages. What was refused stands at the end. Thread-safe.
 */
public final class QualityList {

  /** Of so many records at most. */
  public static final int LONGEST = 50_000;

  private static final int PAGE = 1_000;

  private static final List<String> HEADER =
      List.of(
          "来源 Source",
          "记录类型 Kind",
          "记录唯一标识 Record identity",
          "自然主键 Act",
          "版本号 Revision",
          "报送日期 Sent on",
          "消息标识 Message",
          "消息内序号 Part",
          "是否退回 Refused",
          "规则 Rule",
          "维度 Dimension",
          "级别 Severity",
          "位置 Path",
          "问题",
          "处理办法",
          "Problem",
          "Remedy");

  private final Quality quality;

  public QualityList(Quality quality) {
    this.quality = quality;
  }

  /**
   * Writes the list as CSV and closes the stream.
   *
   * @param kind null for all
   */
  public void write(Span span, String kind, OutputStream out) throws IOException {
    try (Sheet sheet = new CsvSheet(out, HEADER)) {
      for (ProvinceTable table : quality.tables(span, kind)) {
        write(
            sheet,
            table.record().name(),
            false,
            after -> quality.breaches(table, span, "", after, PAGE));
      }
      write(
          sheet,
          kind == null ? "" : kind,
          true,
          after -> quality.breachesRefused(span, kind, "", after, PAGE));
    }
  }

  private void write(
      Sheet sheet, String kind, boolean refused, Function<String, List<Breach>> pages)
      throws IOException {
    List<Breach> page = pages.apply("");
    while (!page.isEmpty()) {
      for (Breach breach : page) {
        write(sheet, kind, refused, breach);
      }
      page = pages.apply(page.get(page.size() - 1).key());
    }
  }

  private void write(Sheet sheet, String kind, boolean refused, Breach breach) throws IOException {
    for (String text : breach.broken()) {
      BrokenRule rule = BrokenRule.of(text);
      Texts texts = quality.rules().texts(rule.id());
      sheet.row(
          Arrays.asList(
              breach.source(),
              kind,
              breach.identity(),
              breach.actKey(),
              breach.revision(),
              breach.sentOn(),
              breach.messageId(),
              breach.part(),
              refused ? "是 yes" : "",
              rule.id(),
              quality.rules().dimension(rule.id()).zh(),
              rule.severity(),
              Quality.paths(breach, rule.id()),
              texts.zh(),
              texts.fixZh(),
              texts.en(),
              texts.fixEn()));
    }
  }
}
