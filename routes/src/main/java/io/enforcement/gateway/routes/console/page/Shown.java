package io.enforcement.gateway.routes.console.page;

import io.enforcement.gateway.routes.problem.Language;
import io.enforcement.gateway.standards.dictionary.Dictionary;
import io.enforcement.gateway.standards.dictionary.Label;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * How pages write times and numbers: times of Beijing to the second, ages in one unit, large counts
 * in 万 and 亿. Immutable.
 */
public final class Shown {

  /** People read and write times of Beijing. */
  static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final String NOTHING = "–";
  private static final long WAN = 10_000;
  private static final long YI = 100_000_000;

  private final Language language;
  private final Instant now;

  Shown(Language language, Instant now) {
    this.language = language;
    this.now = now;
  }

  public boolean isChinese() {
    return language == Language.ZH;
  }

  /** What people call a type of record; its own name when the dictionary has none. */
  public String record(String type) {
    return type == null
        ? ""
        : Dictionary.v1().record(type).map(found -> language.text(found.label())).orElse(type);
  }

  /** Why something failed: on Chinese pages in Chinese, as far as its words are known. */
  public String cause(String cause) {
    return cause == null || language != Language.ZH ? cause : Causes.chinese(cause);
  }

  /** What people call a field; nothing where it has no label. */
  public String label(Label label) {
    return label == null ? "" : language.text(label);
  }

  /** A moment, to the second. */
  public String at(Instant moment) {
    return moment == null ? NOTHING : TIME.format(moment.atZone(BEIJING));
  }

  /** A moment, to the second. */
  public String at(OffsetDateTime moment) {
    return moment == null ? NOTHING : at(moment.toInstant());
  }

  /** How long ago, or in how long. */
  public String ago(OffsetDateTime moment) {
    return moment == null ? "" : ago(moment.toInstant());
  }

  /** How long ago, or in how long. */
  public String ago(Instant moment) {
    if (moment == null) {
      return "";
    }
    Duration age = Duration.between(moment, now);
    String length = length(age.abs());
    if (language == Language.ZH) {
      return length + (age.isNegative() ? "后" : "前");
    }
    return age.isNegative() ? "in " + length : length + " ago";
  }

  private String length(Duration time) {
    boolean zh = language == Language.ZH;
    if (time.toMinutes() < 1) {
      return time.toSeconds() + (zh ? " 秒" : " s");
    }
    if (time.toHours() < 1) {
      return time.toMinutes() + (zh ? " 分钟" : " min");
    }
    if (time.toDays() < 1) {
      return time.toHours() + (zh ? " 小时" : " h");
    }
    return time.toDays() + (zh ? " 天" : " d");
  }

  /** A count: exact up to five digits, then rounded; {@code title} has the exact figure. */
  public String count(long number) {
    if (number < WAN) {
      return Long.toString(number);
    }
    if (language == Language.EN) {
      return String.format(Locale.ROOT, "%,d", number);
    }
    return number < YI ? rounded(number, WAN) + " 万" : rounded(number, YI) + " 亿";
  }

  private static String rounded(long number, long unit) {
    return BigDecimal.valueOf(number)
        .divide(BigDecimal.valueOf(unit), 1, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }

  /** Seconds with as many digits as matter: {@code 0.042 s}, {@code 1.3 s}, {@code 95 s}. */
  public String seconds(Double seconds) {
    if (seconds == null) {
      return NOTHING;
    }
    int digits = seconds < 0.1 ? 3 : seconds < 10 ? 1 : 0;
    return BigDecimal.valueOf(seconds).setScale(digits, RoundingMode.HALF_UP).toPlainString()
        + " s";
  }

  /** A rate to one digit behind the point. */
  public String rate(double number) {
    return BigDecimal.valueOf(number).setScale(1, RoundingMode.HALF_UP).toPlainString();
  }

  /** A part of one as percent, never rounded up to all. */
  public String percent(Double part) {
    return part == null
        ? NOTHING
        : BigDecimal.valueOf(part * 100).setScale(1, RoundingMode.DOWN).toPlainString() + " %";
  }
}
