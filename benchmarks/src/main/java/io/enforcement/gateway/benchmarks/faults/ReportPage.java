package io.enforcement.gateway.benchmarks.faults;

import io.enforcement.gateway.benchmarks.crash.Judgement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The report as a page for people, and beside it as JSON. */
public final class ReportPage {

  private static final String HEAD =
      """
      <!doctype html>
      <html lang="en">
      <meta charset="utf-8">
      <title>Fault matrix</title>
      <style>
      body { font-family: sans-serif; margin: 2rem; max-width: 70rem }
      table { border-collapse: collapse; margin: 1rem 0 }
      td, th { border: 1px solid #999; padding: .2rem .5rem; text-align: left; vertical-align: top }
      .FAILED { background: #fdd } .NOT_RUN { color: #666 }
      </style>
      <h1>Fault matrix</h1>
      """;
  private static final List<String> SUMMARY =
      List.of(
          "holds",
          "seed",
          "seconds",
          "kills",
          "acknowledged",
          "delivered",
          "lost",
          "repeated",
          "inDoubt",
          "recoveryMillisMedian",
          "recoveryMillis95",
          "recoveryMillisMost",
          "violationsByPromise");

  private ReportPage() {}

  /** Writes {@code page}, and {@code page} with the ending {@code .json}. */
  public static void write(FaultReport report, Path page) throws IOException {
    Files.createDirectories(page.toAbsolutePath().getParent());
    Files.writeString(page, html(report));
    String name = page.getFileName().toString().replaceFirst("\\.html$", "") + ".json";
    Files.writeString(
        page.resolveSibling(name),
        JsonMapper.builder()
            .enable(tools.jackson.databind.SerializationFeature.INDENT_OUTPUT)
            .build()
            .writeValueAsString(report.figures()));
  }

  private static String html(FaultReport report) {
    StringBuilder html = new StringBuilder(HEAD);
    Map<String, Object> figures = report.figures();
    html.append("<table>");
    SUMMARY.forEach(name -> row(html, "", name, String.valueOf(figures.get(name))));
    html.append(
        "</table><table><tr><th>row<th>what<th>status<th>fired<th>recovery, ms<th>s<th>note");
    for (Outcome each : report.outcomes()) {
      row(
          html,
          each.status().name(),
          each.row(),
          each.title(),
          each.status().name(),
          Integer.toString(each.fired()),
          each.recoveryMillis().toString(),
          Long.toString(each.seconds()),
          each.note());
    }
    html.append("</table>");
    for (Judgement each : report.judgements()) {
      html.append("<table>");
      each.figures().forEach((name, value) -> row(html, "", name, String.valueOf(value)));
      html.append("</table>");
    }
    return html.append("</html>\n").toString();
  }

  private static void row(StringBuilder html, String style, String... cells) {
    html.append("<tr class=\"").append(style).append("\">");
    for (String cell : cells) {
      html.append("<td>").append(escaped(cell));
    }
    html.append("\n");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
