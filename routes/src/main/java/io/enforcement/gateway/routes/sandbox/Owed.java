package io.enforcement.gateway.routes.sandbox;

import io.enforcement.gateway.routes.conversation.DeadlineRule;
import io.enforcement.gateway.routes.conversation.DeadlineTable;
import io.enforcement.gateway.routes.conversation.Explanation;
import io.enforcement.gateway.routes.conversation.Moment;
import io.enforcement.gateway.routes.sandbox.GatewayApi.Owing;
import io.enforcement.gateway.routes.sandbox.GatewayApi.Running;
import io.enforcement.gateway.standards.calendar.LimitUnit;
import io.enforcement.gateway.standards.calendar.WorkingCalendar;
import java.time.ZoneOffset;
import java.util.List;

/**
 * What came of the demonstration's records: how much is owed, and how one of the ends is counted.
 * Used by one thread.
 */
final class Owed {

  private final GatewayApi api;
  private final Progress progress;

  Owed(GatewayApi api, Progress progress) {
    this.api = api;
    this.progress = progress;
  }

  void show() {
    Owing owing = api.owing();
    progress.say(
        "未了结的往来 %d 件，三日内到期的期限 %d 项，已过的 %d 项"
            .formatted(owing.open(), owing.dueSoon(), owing.passed()),
        "%d conversations open, %d deadlines within three days, %d passed"
            .formatted(owing.open(), owing.dueSoon(), owing.passed()));
    DeadlineTable rules = DeadlineTable.shipped();
    api.deadlines().stream()
        .filter(each -> rules.rule(each.rule(), "").flatMap(DeadlineRule::limit).isPresent())
        .filter(each -> isOfWorkingDays(rules, each))
        .findFirst()
        .ifPresent(each -> explain(rules.rule(each.rule(), "").orElseThrow(), each));
  }

  /** Those are the ones that people miscount. */
  private static boolean isOfWorkingDays(DeadlineTable rules, Running deadline) {
    return rules.rule(deadline.rule(), "").flatMap(DeadlineRule::limit).stream()
        .anyMatch(limit -> limit.unit() == LimitUnit.WD && limit.amount() > 0);
  }

  private void explain(DeadlineRule rule, Running deadline) {
    WorkingCalendar calendar = WorkingCalendar.of(WorkingCalendar.shipped()).in("");
    Moment start = Moment.of(deadline.startedAt().atOffset(ZoneOffset.UTC));
    Explanation zh = Explanation.of(rule.limit().orElseThrow(), start, calendar, true);
    Explanation en = Explanation.of(rule.limit().orElseThrow(), start, calendar, false);
    progress.say("例：" + rule.id() + " " + rule.duty().zh(), "for example " + rule.duty().en());
    List<String> lines = en.lines();
    for (int i = 0; i < lines.size(); i++) {
      progress.say("  " + zh.lines().get(i), lines.get(i));
    }
    progress.say("  到期 " + zh.due(), "due " + en.due());
  }
}
