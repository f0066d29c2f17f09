package io.enforcement.gateway.routes.conformance;

import io.enforcement.gateway.routes.conformance.Certificate.RungResult;

/** The certificate for people: one page that needs no other, has no script and prints well. */
final class CertificateHtml {

  private static final String STYLE =
      """
      body{font:15px/1.5 "Noto Sans CJK SC","Microsoft YaHei",system-ui,sans-serif;max-width:60rem;
      margin:2rem auto;padding:0 1rem;color:#1a1a1a}
      h1{font-size:1.5rem;margin:0}h2{font-size:1.1rem;margin:1.6rem 0 .4rem}
      .verdict{font-size:1.2rem;font-weight:700;padding:.6rem 1rem;border:2px solid;margin:1rem 0}
      .passed{color:#0b5d1e}.passed-with-not-run{color:#7a4b00}.failed{color:#a01010}
      dl{display:grid;grid-template-columns:max-content 1fr;gap:.1rem 1rem;margin:0}
      dt{color:#555}dd{margin:0;overflow-wrap:anywhere}
      table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;
      padding:.3rem .5rem;border-bottom:1px solid #ccc;overflow-wrap:anywhere}
      th{font-weight:600;color:#555}td.r{white-space:nowrap;font-weight:700}
      .PASS{color:#0b5d1e}.FAIL{color:#a01010}.NOT_RUN{color:#7a4b00}
      small{color:#555;display:block}
      @media print{body{margin:0;max-width:none;font-size:10pt}tr{break-inside:avoid}}
      """;

  private final Texts texts;
  private final StringBuilder page = new StringBuilder();

  private CertificateHtml(Texts texts) {
    this.texts = texts;
  }

  /**
   * The page.
   *
   * @param digest SHA-256 of the certificate's JSON, which stands in the page
   */
  static String of(Certificate certificate, String digest, Texts texts) {
    CertificateHtml html = new CertificateHtml(texts);
    html.write(certificate, digest);
    return html.page.toString();
  }

  private void write(Certificate certificate, String digest) {
    String name = certificate.name().getOrDefault(texts.language(), certificate.partner());
    String title = texts.of("page.title", name);
    page.append("<!DOCTYPE html>\n<html lang=\"").append(texts.language()).append("\"><head>");
    page.append("<meta charset=\"utf-8\"><title>").append(plain(title)).append("</title><style>");
    page.append(STYLE).append("</style></head><body><h1>").append(plain(title)).append("</h1>\n");
    page.append("<p class=\"verdict ").append(certificate.verdict()).append("\">");
    page.append(plain(texts.of("verdict." + certificate.verdict())));
    page.append("</p>\n<dl>");
    entry("partner", certificate.partner());
    entry("origin", texts.of("origin." + certificate.origin()));
    entry("pack", certificate.pack());
    entry("gateway", certificate.gateway());
    entry("at", certificate.at());
    entry(
        "counts",
        texts.of(
            "page.counts.text",
            certificate.counts().get("pass"),
            certificate.counts().get("fail"),
            certificate.counts().get("not_run")));
    entry("digest", digest);
    page.append("</dl>\n");
    certificate.rungs().forEach(this::rung);
    page.append("<p><small>").append(plain(texts.of("page.note"))).append("</small></p>");
    page.append("</body></html>\n");
  }

  private void entry(String key, String value) {
    page.append("<dt>").append(plain(texts.of("page." + key))).append("</dt>");
    page.append("<dd>").append(plain(value)).append("</dd>");
  }

  private void rung(RungResult rung) {
    page.append("<h2>").append(plain(rung.title())).append(" <span class=\"");
    page.append(rung.result()).append("\">").append(result(rung.result())).append("</span></h2>\n");
    page.append("<table><tr>");
    for (String column : new String[] {"result", "step", "expected", "came"}) {
      page.append("<th>").append(plain(texts.of("page." + column))).append("</th>");
    }
    page.append("</tr>\n");
    rung.steps().forEach(this::step);
    page.append("</table>\n");
  }

  private void step(Step step) {
    page.append("<tr><td class=\"r ").append(step.result()).append("\">");
    page.append(result(step.result())).append("</td><td>").append(plain(step.title()));
    small(step.subject());
    page.append("</td><td>").append(plain(step.expected())).append("</td><td>");
    page.append(plain(step.came()));
    small(step.fix().isEmpty() ? "" : texts.of("page.fix") + " " + step.fix());
    page.append("</td></tr>\n");
  }

  private void small(String text) {
    if (!text.isEmpty()) {
      page.append("<small>").append(plain(text)).append("</small>");
    }
  }

  private String result(Result result) {
    return plain(texts.of("result." + result));
  }

  private static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    text.codePoints()
        .filter(c -> !Character.isISOControl(c))
        .forEach(
            c -> {
              switch (c) {
                case '<' -> plain.append("&lt;");
                case '>' -> plain.append("&gt;");
                case '&' -> plain.append("&amp;");
                case '"' -> plain.append("&quot;");
                default -> plain.appendCodePoint(c);
              }
            });
    return plain.toString();
  }
}
