package io.enforcement.gateway.routes.sandbox.traffic;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The housing department's mistakes: one message of each kind, none of which may have an effect.
 */
final class WrongMessages {

  private static final String JSON = "application/json";
  // Above a MiB in one text, below what a web server still swallows after it has said no.
  private static final int TOO_LARGE = 1_400_000;

  private final Decisions decisions;
  private final LocalDate today;
  private final List<Wrong> all = new ArrayList<>();

  /**
   * @param kind what is wrong, in one word
   */
  record Wrong(String kind, String exchange, String contentType, byte[] body) {}

  WrongMessages(Decisions decisions, LocalDate today) {
    this.decisions = decisions;
    this.today = today;
  }

  List<Wrong> all() {
    spoilt("unknown-penalty", d -> first(d, "处罚").put("种类", "训诫"));
    spoilt("unknown-source", d -> object(d, "案件").put("来源", "路过看见"));
    spoilt("no-parties", d -> d.put("当事人", List.of()));
    spoilt("no-number", d -> d.remove("决定书文号"));
    spoilt("unknown-field", d -> d.put("备用电话", "x"));
    spoilt("wrong-amount", d -> fine(d, new BigDecimal("2.6500005"), "万元"));
    spoilt("negative-amount", d -> fine(d, new BigDecimal("-500"), "元"));
    spoilt("unknown-unit", d -> fine(d, new BigDecimal("26"), "千元"));
    spoilt("wrong-type", d -> d.put("版本", "一"));
    spoilt("no-such-day", d -> d.put("决定日期", "2026-02-30"));
    spoilt("text-too-long", d -> d.put("违法事实", "䶮".repeat(6000)));
    spoilt("too-large", d -> d.put("备注", "x".repeat(TOO_LARGE)));
    decision("future-date", decisions.next(1, false).on(today.plusDays(40)));
    brokenIdentifiers();
    text();
    return List.copyOf(all);
  }

  private void brokenIdentifiers() {
    Party company = decisions.parties().next(Party.Kind.COMPANY);
    decision("uscc", decisions.against(company.withCode(InventedCodes.broken(company.code()))));
    Party person = decisions.parties().next(Party.Kind.PERSON);
    decision("citizen-id", decisions.against(person.withCode(InventedCodes.broken(person.code()))));
  }

  private void text() {
    String good = text(document());
    add("truncated", JSON, good.substring(0, good.length() / 2));
    add("duplicate-key", JSON, good.replaceFirst("\\{", "{\"主键\":\"ZJ-CF-0\","));
    add("lone-surrogate", JSON, good.replaceFirst("\"备注\":[^}]*}$", "\"备注\":\"\\\\ud842\"}"));
    add("not-a-number", JSON, good.replaceFirst("\"版本\":1", "\"版本\":NaN"));
    add("trailing-text", JSON, good + " {}");
    add("wrong-content-type", "text/csv", "主键,操作\r\nZJ-CF-0,新增\r\n");
    add(
        "doctype",
        "application/xml",
        "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><d>&e;</d>");
    Map<String, Object> revocation = HousingJson.revocation(decisions.next(1, false), today, "收回");
    all.add(new Wrong("unknown-revocation", "revocation", JSON, HousingJson.bytes(revocation)));
    all.add(
        new Wrong("no-such-exchange", "inspection-record", JSON, HousingJson.bytes(document())));
  }

  private void spoilt(String kind, Consumer<Map<String, Object>> spoil) {
    Map<String, Object> document = document();
    spoil.accept(document);
    add(kind, JSON, text(document));
  }

  private void decision(String kind, Decision decision) {
    add(kind, JSON, text(HousingJson.decision(decision)));
  }

  private void add(String kind, String contentType, String text) {
    all.add(
        new Wrong(kind, "penalty-decision", contentType, text.getBytes(StandardCharsets.UTF_8)));
  }

  private Map<String, Object> document() {
    return new LinkedHashMap<>(HousingJson.decision(decisions.next(1, false)));
  }

  private static String text(Map<String, Object> document) {
    return new String(HousingJson.bytes(document), StandardCharsets.UTF_8);
  }

  private static void fine(Map<String, Object> document, BigDecimal amount, String unit) {
    Map<String, Object> penalty = first(document, "处罚");
    penalty.put("种类", "罚款");
    penalty.put("金额", amount);
    penalty.put("单位", unit);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> first(Map<String, Object> document, String list) {
    return ((List<Map<String, Object>>) document.get(list)).get(0);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> object(Map<String, Object> document, String name) {
    return (Map<String, Object>) document.get(name);
  }
}
