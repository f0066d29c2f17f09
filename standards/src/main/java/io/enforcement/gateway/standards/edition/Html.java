package io.enforcement.gateway.standards.edition;

import java.util.List;

/** A page under construction: every text is escaped, links are made here only. */
final class Html {

  private final StringBuilder page = new StringBuilder();

  /**
   * @param root the way to the edition's own folder, empty or {@code ../}
   */
  Html(String language, String root, String title) {
    page.append("<!DOCTYPE html>\n<html lang=\"")
        .append(language)
        .append("\"><head><meta charset=\"UTF-8\"><title>")
        .append(escaped(title))
        .append("</title><meta name=\"viewport\" content=\"width=device-width\">")
        .append("<link rel=\"stylesheet\" href=\"")
        .append(root)
        .append("style.css\"></head><body>\n");
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
