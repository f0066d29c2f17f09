package io.enforcement.gateway.routes.conversation;

import io.enforcement.gateway.standards.calendar.DayKind;
import io.enforcement.gateway.standards.calendar.Due;
import io.enforcement.gateway.standards.calendar.Limit;
import io.enforcement.gateway.standards.calendar.LimitUnit;
import io.enforcement.gateway.standards.calendar.WorkingCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * How the end of a limit is computed, step by step, with the days that count and those that do not.
 * The last line is the end alone, in ISO form: a day, or for hours a moment. Immutable.
 *
 * @param lines for people, in Chinese or English
 * @param due the last line
 */
public record Explanation(List<String> lines, String due) {

  /** Of longer limits only the beginning, the end and the days of rest between would be read. */
  private static final int LONGEST_LIST = 40;

  /**
   * @param calendar as seen from the place
   * @param chinese whether the lines are in Chinese
   */
  public static Explanation of(
      Limit limit, Moment start, WorkingCalendar calendar, boolean chinese) {
    Telling telling = new Telling(calendar, chinese);
    Due due = limit.from(Clocks.from(start, limit), calendar);
    telling.begin(limit, start);
    switch (limit.unit()) {
      case H, H_NEXT -> telling.hours(limit, start);
      case WD -> telling.days(start.day(), due.date(), true);
      case CD -> telling.rolled(start.day().plusDays(limit.amount()), due.date());
      case MON -> telling.rolled(start.day().plusMonths(limit.amount()), due.date());
      case FIX -> telling.fixed();
    }
    if (due.provisional()) {
      telling.provisional(due);
    }
    return new Explanation(
        telling.lines, due.moment().map(Object::toString).orElseGet(() -> due.date().toString()));
  }

  private static final class Telling {

    private final List<String> lines = new ArrayList<>();
    private final WorkingCalendar calendar;
    private final boolean chinese;

    Telling(WorkingCalendar calendar, boolean chinese) {
      this.calendar = calendar;
      this.chinese = chinese;
    }

    private void say(String zh, String en) {
      lines.add(chinese ? zh : en);
    }

    void begin(Limit limit, Moment start) {
      String amount = limit.unit() == LimitUnit.FIX ? "" : limit.amount() + " ";
      say(
          "起算 " + start + "，期限 " + amount + zh(limit.unit()) + "；起算的当日（时）不计入",
          "starts "
              + start
              + ", limit "
              + amount
              + en(limit.unit())
              + "; the day it starts is not counted");
    }

    void hours(Limit limit, Moment start) {
      if (!start.exact()) {
        say("未给出时刻，自当日终了起算", "no time of day is given: from the end of that day");
      }
      if (limit.unit() == LimitUnit.H_NEXT) {
        say("从下一个整点起连续计算，休息日不扣除", "from the next full hour, through days of rest");
      } else {
        say("自该时刻起连续计算，休息日不扣除", "from that very moment, through days of rest");
      }
    }

    void days(LocalDate start, LocalDate end, boolean counted) {
      if (end.toEpochDay() - start.toEpochDay() > LONGEST_LIST) {
        say(
            start.plusDays(1) + " 至 " + end + " 逐日计算",
            "day by day from " + start.plusDays(1) + " to " + end);
        return;
      }
      int number = 0;
      for (LocalDate day = start.plusDays(1); !day.isAfter(end); day = day.plusDays(1)) {
        DayKind kind = calendar.kind(day);
        if (kind == DayKind.OFF) {
          say(day + " 休息日，不计", day + " day of rest, not counted");
        } else if (counted) {
          number++;
          say(
              day + " 第 " + number + " 个工作日" + doubt(kind),
              day + " working day " + number + doubt(kind));
        }
      }
    }

    void rolled(LocalDate raw, LocalDate end) {
      say("期限届满 " + raw, "the limit ends on " + raw);
      if (end.isAfter(raw)) {
        days(raw.minusDays(1), end.minusDays(1), false);
        say("届满日为休息日，顺延至 " + end, "its last day is a day of rest, so it ends on " + end);
      }
    }

    void fixed() {
      say("每年的固定日期，不顺延", "a fixed day of the year; it does not move");
    }

    void provisional(Due due) {
      String years = due.unknownYears().toString();
      say(
          "缺少 " + years + " 年的工作日历：结果为暂定，实际到期日不早于此",
          "there is no calendar for " + years + ": provisional, the true end is this day or later");
    }

    private String doubt(DayKind kind) {
      return kind == DayKind.UNKNOWN ? (chinese ? "（日历未知）" : " (not in the calendar)") : "";
    }

    private static String zh(LimitUnit unit) {
      return switch (unit) {
        case H, H_NEXT -> "小时";
        case WD -> "个工作日";
        case CD -> "日";
        case MON -> "个月";
        case FIX -> "固定日期";
      };
    }

    private static String en(LimitUnit unit) {
      return switch (unit) {
        case H, H_NEXT -> "hours";
        case WD -> "working days";
        case CD -> "calendar days";
        case MON -> "months";
        case FIX -> "a fixed day";
      };
    }
  }
}
