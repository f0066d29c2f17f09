package io.enforcement.gateway.routes.alarm;

import io.enforcement.gateway.standards.format.CsvTable;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * When an alarm of a kind is raised, and how urgent it is. The rules are {@code rules.csv}; the
 * rules for a Prometheus ({@code docs/prometheus/gateway.rules.yaml}) say the same. Immutable.
 *
 * @param figure whose value decides, without regard to its labels; empty: the part of the gateway
 *     that raises the alarm knows
 * @param comparison {@code >} or {@code <}; empty without a figure
 * @param limit that the value must pass
 * @param holds so long it must have been so before anybody is told
 * @param chinese what is the matter, in one line
 * @param english the same
 */
public record AlarmRule(
    Alarm.Kind kind,
    Severity severity,
    String figure,
    String comparison,
    double limit,
    Duration holds,
    String chinese,
    String english) {

  /** How urgent an alarm is. */
  public enum Severity {
    INFO,
    WARNING,
    CRITICAL
  }

  private static final Map<Alarm.Kind, AlarmRule> RULES =
      CsvTable.rows(
              AlarmRule.class.getResourceAsStream("rules.csv"),
              "rule",
              "severity",
              "figure",
              "comparison",
              "limit",
              "holds",
              "chinese",
              "english")
          .stream()
          .map(AlarmRule::of)
          .collect(Collectors.toUnmodifiableMap(AlarmRule::kind, Function.identity()));

  /** All rules, in the order of their kinds. */
  public static List<AlarmRule> all() {
    return Arrays.stream(Alarm.Kind.values()).map(AlarmRule::of).toList();
  }

  /** The rule of a kind; every kind has one. */
  public static AlarmRule of(Alarm.Kind kind) {
    AlarmRule rule = RULES.get(kind);
    if (rule == null) {
      throw new IllegalStateException("rules.csv has no rule for " + kind);
    }
    return rule;
  }

  private static AlarmRule of(List<String> row) {
    boolean measured = !row.get(2).isEmpty();
    return new AlarmRule(
        Alarm.Kind.valueOf(row.get(0)),
        Severity.valueOf(row.get(1).toUpperCase(Locale.ROOT)),
        row.get(2),
        row.get(3),
        measured ? Double.parseDouble(row.get(4)) : 0,
        Duration.parse(row.get(5)),
        row.get(6),
        row.get(7));
  }

  /** Whether a figure decides. */
  public boolean isMeasured() {
    return !figure.isEmpty();
  }

  /** Whether a value of the figure is past the limit; what is no number never is. */
  public boolean isPast(double value) {
    return "<".equals(comparison) ? value < limit : value > limit;
  }

  /** The chapter of the operations guide that says what to do, as a link within it. */
  public String runbook() {
    return "docs/operations.md#alarm-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
