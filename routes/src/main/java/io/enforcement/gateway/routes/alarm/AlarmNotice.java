package io.enforcement.gateway.routes.alarm;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What a channel tells of an alarm. Has neither the alarm's detail nor anybody's reason, and of a
 * restricted exchange not even whose it is: it goes to people whose rights nobody has looked at.
 *
 * @param over whether the alarm has ended; else it began
 * @param partner null when it is of nobody in particular, or not to be told
 * @param exchange null when it is of none in particular, or not to be told
 * @param at when this is said
 */
record AlarmNotice(
    String site,
    AlarmRule rule,
    boolean over,
    String partner,
    String exchange,
    Instant since,
    Instant at) {

  /** One line in both languages, for a subject or a log. */
  String line() {
    String whom = partner == null ? "" : " " + partner + (exchange == null ? "" : "/" + exchange);
    return "[%s] %s%s%s – %s%s"
        .formatted(
            site, over ? "已结束：" : "", rule.chinese(), whom, rule.english(), over ? " (over)" : "");
  }

  /** The line, since when, and what to do. */
  String text() {
    return "%s%n%n%s  %s%nsince %s%n%s%n"
        .formatted(line(), rule.severity(), rule.kind(), since, rule.runbook());
  }

  /** The members of a flat JSON document; absent is what is null. */
  Map<String, String> members() {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("site", site);
    members.put("alarm", rule.kind().name());
    members.put("state", over ? "OVER" : "STANDING");
    members.put("severity", rule.severity().name());
    members.put("partner", partner);
    members.put("exchange", exchange);
    members.put("since", since.toString());
    members.put("at", at.toString());
    members.put("chinese", rule.chinese());
    members.put("english", rule.english());
    members.put("runbook", rule.runbook());
    members.values().removeIf(Objects::isNull);
    return members;
  }
}
