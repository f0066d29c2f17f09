package io.enforcement.gateway.mappings.declarative.function;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day or moment as departments write it: {@code 2026-03-05}, {@code 2026/3/5}, {@code 2026.3.5},
 * {@code 20260305}, {@code 2026年3月5日}, {@code 二〇二六年三月五日}, with or without a time after it ({@code
 * 10:05}, {@code 10:05:00.123}, {@code 10时5分}), {@code 20260305100500}, milliseconds since 1970 (13
 * digits), and the serial number of a spreadsheet (days since 1899-12-30, with a fraction for the
 * time). Without an offset it is Beijing time. Pure.
 *
 * @param at in the offset it was written with
 */
public record WrittenTime(OffsetDateTime at) {

  /** What the standard writes for "no end". */
  public static final LocalDate NO_END = LocalDate.of(2099, 12, 31);

  private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);
  private static final int MAX_LENGTH = 40;
  private static final Set<String> ENDLESS = Set.of("长期", "长期有效", "永久", "永久有效", "无固定期限", "无限期");
  private static final Pattern PARTS =
      Pattern.compile(
          "([0-9]{4})([-/.年])([0-9]{1,2})[-/.月]([0-9]{1,2})日?"
              + "(?:[T ]*([0-9]{1,2})[:时]([0-9]{1,2})(?:[:分]([0-9]{1,2})秒?(?:\\.[0-9]{1,9})?|分)?"
              + "(Z|[+-][0-9]{2}:?[0-9]{2})?)?");
  private static final Pattern COMPACT =
      Pattern.compile("([0-9]{4})([0-9]{2})([0-9]{2})(?:([0-9]{2})([0-9]{2})([0-9]{2})?)?");
  private static final Pattern SERIAL = Pattern.compile("([2-7][0-9]{4})(?:\\.([0-9]{1,15}))?");
  private static final Pattern MILLIS = Pattern.compile("[0-9]{13}");
  private static final LocalDate SERIAL_ORIGIN = LocalDate.of(1899, 12, 30);
  private static final String CHINESE_DIGITS = "〇一二三四五六七八九";

  /** What the text says, if it is a day that exists or a moment of one. */
  public static Optional<WrittenTime> of(String text) {
    String plain = Width.half(text).strip();
    if (plain.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(read(digits(plain))).map(WrittenTime::new);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The last day of something: also "长期" and its like, and years that mean it. */
  public static Optional<LocalDate> until(String text) {
    if (ENDLESS.contains(Width.half(text).strip())) {
      return Optional.of(NO_END);
    }
    return of(text).map(time -> time.day().getYear() >= NO_END.getYear() ? NO_END : time.day());
  }

  /** The day in Beijing. */
  public LocalDate day() {
    return at.withOffsetSameInstant(BEIJING).toLocalDate();
  }

  private static OffsetDateTime read(String text) {
    Matcher parts = PARTS.matcher(text);
    if (parts.matches()) {
      return moment(
          day(parts.group(1), parts.group(3), parts.group(4)),
          time(parts.group(5), parts.group(6), parts.group(7)),
          parts.group(8));
    }
    Matcher compact = COMPACT.matcher(text);
    if (compact.matches()) {
      return moment(
          day(compact.group(1), compact.group(2), compact.group(3)),
          time(compact.group(4), compact.group(5), compact.group(6)),
          null);
    }
    Matcher serial = SERIAL.matcher(text);
    if (serial.matches()) {
      return serial(Long.parseLong(serial.group(1)), serial.group(2));
    }
    return MILLIS.matcher(text).matches()
        ? Instant.ofEpochMilli(Long.parseLong(text)).atOffset(BEIJING)
        : null;
  }

  private static LocalDate day(String year, String month, String day) {
    return LocalDate.of(number(year), number(month), number(day));
  }

  private static LocalTime time(String hour, String minute, String second) {
    return LocalTime.of(number(hour), number(minute), number(second));
  }

  private static OffsetDateTime moment(LocalDate day, LocalTime time, String offset) {
    return LocalDateTime.of(day, time).atOffset(offset == null ? BEIJING : ZoneOffset.of(offset));
  }

  private static OffsetDateTime serial(long days, String fraction) {
    long seconds = fraction == null ? 0 : Math.round(Double.parseDouble("0." + fraction) * 86_400);
    return SERIAL_ORIGIN.plusDays(days).atStartOfDay().plusSeconds(seconds).atOffset(BEIJING);
  }

  private static int number(String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  /** 二〇二六年三月五日 and 十二月三十一日 with digits; other texts as they are. */
  private static String digits(String text) {
    int year = text.indexOf('年');
    int month = text.indexOf('月');
    int day = text.indexOf('日');
    if (year != 4 || month < year || day < month || text.charAt(0) <= '9') {
      return text;
    }
    StringBuilder digits = new StringBuilder();
    text.substring(0, year)
        .replace('零', '〇')
        .replace('○', '〇')
        .chars()
        .forEach(c -> digits.append(CHINESE_DIGITS.indexOf(c)));
    return digits
        + "年"
        + ChineseNumber.small(text.substring(year + 1, month))
        + "月"
        + ChineseNumber.small(text.substring(month + 1, day))
        + text.substring(day);
  }
}
