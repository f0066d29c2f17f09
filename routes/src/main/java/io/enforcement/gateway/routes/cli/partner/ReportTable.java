package io.enforcement.gateway.routes.cli.partner;

import io.enforcement.gateway.mappings.declarative.TranslationReport.Result;
import io.enforcement.gateway.mappings.declarative.TranslationReport.Row;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Where values go, one way a line: for people parted by tabs, as spreadsheets take it; for programs
 * as JSON.
 */
record ReportTable(PrintWriter out, boolean json, Locale locale) {

  private static final List<String> ZH = List.of("来源", "规则", "目标", "值", "结果");
  private static final List<String> EN = List.of("source", "rule", "target", "value", "result");

  private static final Map<Result, String> WORDS =
      Map.of(
          Result.COPIED, "原样",
          Result.MAPPED, "转换",
          Result.TRUNCATED, "截断",
          Result.DROPPED, "未用",
          Result.DEFAULTED, "默认",
          Result.FAILED, "退回");

  void tell(List<Row> rows) {
    if (!json) {
      line(isChinese() ? ZH : EN);
    }
    rows.forEach(this::tell);
    out.flush();
  }

  private void tell(Row row) {
    if (json) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("source", row.source());
      object.put("rule", row.rule());
      object.put("target", row.target());
      object.put("value", row.value());
      object.put("result", row.result().name());
      out.println(Json.line(object));
    } else {
      line(List.of(row.source(), row.rule(), row.target(), row.value(), word(row.result())));
    }
  }

  private void line(List<String> cells) {
    out.println(
        String.join(
            "\t", cells.stream().map(cell -> cell.replaceAll("\\p{Cntrl}+", " ")).toList()));
  }

  private String word(Result result) {
    return isChinese() ? WORDS.get(result) : result.name().toLowerCase(Locale.ROOT);
  }

  private boolean isChinese() {
    return locale.getLanguage().equals(Locale.CHINESE.getLanguage());
  }
}
