package io.enforcement.gateway.standards.edition;

import java.util.List;

/** A page under construction: every text is escaped, links are made here only. */
final class Html {

  private static final String STYLE =
      """
      body{font:15px/1.5 system-ui,"PingFang SC","Microsoft YaHei",sans-serif;margin:0 auto;max-width:1200px;padding:1rem;color:#1b1f24}
      h1{font-size:1.5rem;margin:.5rem 0}h2{font-size:1.15rem;margin:1.5rem 0 .4rem}
      nav a{margin-right:1rem}table{border-collapse:collapse;width:100%;font-size:.9rem}
      th,td{border-bottom:1px solid #d8dee4;padding:.3rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}
      th{background:#f6f8fa;position:sticky;top:0}td:first-child{white-space:nowrap}a{color:#0550ae;text-decoration:none}a:hover{text-decoration:underline}
      """;

  private final StringBuilder page = new StringBuilder();

  Html(String language, String title) {
    page.append("<!DOCTYPE html>\n<html lang=\"")
        .append(language)
        .append("\"><head><meta charset=\"UTF-8\"><title>")
        .append(escaped(title))
        .append("</title><meta name=\"viewport\" content=\"width=device-width\"><style>")
        .append(STYLE)
        .append("</style></head><body>\n");
  }

  static String escaped(String text) {
    return text == null
        ? ""
        : text.replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\"", "&quot;");
  }

  static String link(String address, String text) {
    return "<a href=\"" + escaped(address) + "\">" + escaped(text) + "</a>";
  }

  Html heading(int level, String id, String text) {
    page.append("<h").append(level);
    if (id != null) {
      page.append(" id=\"").append(escaped(id)).append('"');
    }
    page.append('>').append(escaped(text)).append("</h").append(level).append(">\n");
    return this;
  }

  Html nav(List<String> links) {
    page.append("<nav>").append(String.join("\n", links)).append("</nav>\n");
    return this;
  }

  Html paragraph(String text) {
    if (text != null) {
      page.append("<p>").append(escaped(text)).append("</p>\n");
    }
    return this;
  }

  /**
   * A table.
   *
   * @param cells already escaped: made by {@link #escaped} or {@link #link}
   */
  Html table(List<String> headings, List<List<String>> cells) {
    page.append("<table><thead><tr>");
    headings.forEach(h -> page.append("<th>").append(escaped(h)).append("</th>"));
    page.append("</tr></thead><tbody>\n");
    for (List<String> row : cells) {
      page.append("<tr>");
      row.forEach(cell -> page.append("<td>").append(cell).append("</td>"));
      page.append("</tr>\n");
    }
    page.append("</tbody></table>\n");
    return this;
  }

  String end() {
    return page.append("</body></html>\n").toString();
  }
}
