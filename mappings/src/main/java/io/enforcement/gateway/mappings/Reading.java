package io.enforcement.gateway.mappings;

import io.enforcement.gateway.standards.validation.Finding;
import io.enforcement.gateway.standards.validation.Rejected;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the values of one partner record and notes every one that cannot be read, so that the
 * sender hears of all faults at once. An absent value reads as null; so does what departments write
 * instead of leaving a field empty. Paths are in the partner's own names. Not for sharing: one
 * reading per record.
 */
public final class Reading {

  /** Departments write Beijing time without saying so; it has had no summer time since 1991. */
  private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);

  private static final Set<String> PLACEHOLDERS =
      Set.of("", "无", "null", "NULL", "/", "-", "—", "00000000000000000X", "000000000000000000");
  private static final Pattern OFFSET = Pattern.compile("(Z|[+-][0-9]{2}:[0-9]{2})$");
  private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,16}(\\.[0-9]{1,6})?");
  private static final Map<String, Integer> UNITS = Map.of("元", 0, "万元", 4);
  private static final String DAY = "yyyy-MM-dd";
  private static final String ISO_DAY = "0000-00-00";
  private static final String SECOND = "0000-00-00 00:00:00";
  private static final DayPatterns PATTERNS =
      new DayPatterns(
          pattern ->
              DateTimeFormatter.ofPattern(pattern.replace('y', 'u'))
                  .withResolverStyle(ResolverStyle.STRICT));

  private final List<Finding> findings = new ArrayList<>();

  /** The text without spaces around it; null when it says nothing ("无", "null", placeholders). */
  public static String text(String value) {
    if (value == null) {
      return null;
    }
    String stripped = value.replace('\u00A0', ' ').strip();
    return PLACEHOLDERS.contains(stripped) ? null : stripped;
  }

  /** The beginning of a text that may be longer than what takes it; null stays null. */
  public static String start(String value, int characters) {
    return value == null || value.codePointCount(0, value.length()) <= characters
        ? value
        : value.substring(0, value.offsetByCodePoints(0, characters));
  }

  /** The class of a value, for findings: never the value. */
  public static String classOf(String value) {
    if (value == null || value.isBlank()) {
      return "empty";
    }
    String kind = AMOUNT.matcher(value.strip()).matches() ? "number" : "text";
    return kind + ", " + value.codePointCount(0, value.length()) + " characters";
  }

  /** The value; notes {@code mapping.missing} when there is none. */
  public <T> T required(T value, String path) {
    if (value == null) {
      refuse("mapping.missing", path, "empty");
    }
    return value;
  }

  /**
   * What the partner's word means in the standard; notes {@code mapping.code} as an {@link
   * UnknownWord}: not the message may be at fault, but the list.
   */
  public String code(PartnerCodes codes, String value, String path) {
    String from = text(value);
    if (from == null) {
      return null;
    }
    String to = codes.to(from).orElse(null);
    if (to == null) {
      refuse(UnknownWord.RULE, path, classOf(from), codes.name(), UnknownWord.shown(from));
    }
    return to;
  }

  /** A day that exists, in a pattern like {@code yyyy-MM-dd}; notes {@code mapping.date}. */
  public LocalDate date(String value, String pattern, String path) {
    String text = text(value);
    try {
      return text == null ? null : day(text, pattern);
    } catch (DateTimeException e) {
      refuse("mapping.date", path, classOf(text), pattern);
      return null;
    }
  }

  /** A moment in Beijing time; notes {@code mapping.date}. */
  public OffsetDateTime dateTime(String value, String pattern, String path) {
    String text = text(value);
    try {
      if (text == null) {
        return null;
      }
      boolean plain = pattern.equals(DAY + " HH:mm:ss") && formed(text, SECOND);
      return plain
          ? LocalDateTime.of(
                  day(text.substring(0, 10), DAY),
                  LocalTime.of(number(text, 11, 13), number(text, 14, 16), number(text, 17, 19)))
              .atOffset(BEIJING)
          : LocalDateTime.parse(text, PATTERNS.of(pattern)).atOffset(BEIJING);
    } catch (DateTimeException e) {
      refuse("mapping.date", path, classOf(text), pattern);
      return null;
    }
  }

  /**
   * A moment as a database column or another system writes it: with its offset, or Beijing time,
   * with T or a space; notes {@code mapping.date}.
   */
  public OffsetDateTime moment(String value, String path) {
    String text = text(value);
    try {
      if (text == null) {
        return null;
      }
      return OFFSET.matcher(text).find()
          ? OffsetDateTime.parse(text)
          : LocalDateTime.parse(text.replace(' ', 'T')).atOffset(BEIJING);
    } catch (DateTimeException e) {
      refuse("mapping.date", path, classOf(text), "ISO 8601");
      return null;
    }
  }

  /**
   * An amount in yuan with two decimals; notes {@code mapping.amount} for anything that is no plain
   * decimal or finer than a fen, {@code mapping.unit} for a unit other than 元 and 万元.
   */
  public BigDecimal yuan(String value, String unit, String path) {
    String text = text(value);
    if (text == null) {
      return null;
    }
    Integer power = UNITS.get(unit == null ? "" : unit.strip());
    if (power == null) {
      refuse("mapping.unit", path, classOf(unit));
      return null;
    }
    if (!AMOUNT.matcher(text).matches()) {
      refuse("mapping.amount", path, classOf(text));
      return null;
    }
    BigDecimal yuan = new BigDecimal(text).scaleByPowerOfTen(power);
    BigDecimal rounded = yuan.setScale(2, RoundingMode.DOWN);
    if (rounded.compareTo(yuan) != 0) {
      refuse("mapping.amount", path, "finer than 0.01 yuan");
      return null;
    }
    return rounded;
  }

  /** Notes a finding that refuses. */
  public void refuse(String rule, String path, String valueClass, String... arguments) {
    findings.add(Finding.of(rule, path, valueClass, arguments));
  }

  /** How much was noted so far. */
  public int noted() {
    return findings.size();
  }

  /** Takes back what was noted after the first so many. */
  public void backTo(int noted) {
    findings.subList(noted, findings.size()).clear();
  }

  public List<Finding> findings() {
    return List.copyOf(findings);
  }

  /**
   * @throws Rejected when anything was noted
   */
  public void orRejected() {
    if (!findings.isEmpty()) {
      throw new Rejected(findings);
    }
  }

  /** The usual form without a formatter, which costs thirty times as much. */
  private static LocalDate day(String text, String pattern) {
    return pattern.equals(DAY) && formed(text, ISO_DAY)
        ? LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
        : LocalDate.parse(text, PATTERNS.of(pattern));
  }

  /** Whether a text has digits where the form has them, and else is the form. */
  private static boolean formed(String text, String form) {
    if (text.length() != form.length()) {
      return false;
    }
    for (int i = 0; i < form.length(); i++) {
      char c = text.charAt(i);
      if (form.charAt(i) == '0' ? c < '0' || c > '9' : c != form.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }
}
