package io.enforcement.gateway.connectors;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One setting that a transport knows: what stands in it, and when it must be there. Immutable.
 *
 * @param name as in {@code settings}; a star at its end stands for any further name
 * @param form what stands in it
 * @param words those that it may hold, where its form is {@link Form#WORD}
 * @param need when it must be there; null when never
 */
public record TransportSetting(String name, Form form, List<String> words, Need need) {

  /** What stands in a setting, as far as it shows without the partner. */
  public enum Form {
    /** Any text. */
    TEXT,
    /** A whole number from 0. */
    NUMBER,
    /** ISO 8601, longer than nothing: {@code PT10S}. */
    DURATION,
    /** {@code true} or {@code false}. */
    TRUTH,
    /** One of some words. */
    WORD,
    /** {@code http://} or {@code https://}. */
    HTTP_ADDRESS,
    /** {@code tcp://} or {@code tls://}. */
    BROKER_ADDRESS,
    /** {@code jdbc:}. */
    DATABASE_ADDRESS,
    /** A name in a database: letters, digits and underscores, perhaps with its schema before it. */
    DATABASE_NAME,
    /** The name of a queue: letters, digits, dots, underscores and hyphens. */
    QUEUE,
    /** Fingerprints of host keys: {@code SHA256:…}. */
    FINGERPRINTS,
    /** The name of a secret. */
    SECRET_NAME
  }

  /**
   * When a setting must be there.
   *
   * @param setting null for always; else when this one is there
   * @param words and holds one of these; empty for whatever it holds
   */
  public record Need(String setting, Set<String> words) {

    boolean of(Map<String, String> values) {
      return setting == null
          || values.containsKey(setting)
              && (words.isEmpty() || words.contains(values.get(setting)));
    }
  }

  /** A setting that may be there. */
  public static TransportSetting of(String name, Form form) {
    return new TransportSetting(name, form, List.of(), null);
  }

  /** A setting that may hold one of these words. */
  public static TransportSetting word(String name, String... words) {
    return new TransportSetting(name, Form.WORD, List.of(words), null);
  }

  /** The same, needed in every case. */
  public TransportSetting needed() {
    return new TransportSetting(name, form, words, new Need(null, Set.of()));
  }

  /** The same, needed when another setting is there, or holds one of these words. */
  public TransportSetting neededWith(String setting, String... words) {
    return new TransportSetting(name, form, this.words, new Need(setting, Set.of(words)));
  }

  /** Whether it is the setting of this name. */
  public boolean is(String other) {
    return name.endsWith("*")
        ? other.length() >= name.length() && other.startsWith(name.substring(0, name.length() - 1))
        : name.equals(other);
  }

  /** Whether it must be there, beside these values. */
  public boolean isNeeded(Map<String, String> values) {
    return need != null && need.of(values);
  }

  /** Whether this can stand in it; what only the partner knows is not asked. */
  public boolean allows(String value) {
    return switch (form) {
      case TEXT -> true;
      case NUMBER -> isNumber(value);
      case DURATION -> isDuration(value);
      case TRUTH -> value.equals("true") || value.equals("false");
      case WORD -> words.contains(value);
      case HTTP_ADDRESS -> value.startsWith("http://") || value.startsWith("https://");
      case BROKER_ADDRESS -> value.startsWith("tcp://") || value.startsWith("tls://");
      case DATABASE_ADDRESS -> value.startsWith("jdbc:");
      case DATABASE_NAME ->
          value.chars().allMatch(c -> isPlain(c) || c == '_' || c == '.')
              && !value.isEmpty()
              && !Character.isDigit(value.charAt(0));
      case QUEUE -> value.chars().allMatch(c -> isPlain(c) || "._-".indexOf(c) >= 0);
      case FINGERPRINTS ->
          List.of(value.split(",")).stream().allMatch(one -> one.strip().startsWith("SHA256:"));
      case SECRET_NAME ->
          value.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-');
    };
  }

  private static boolean isNumber(String value) {
    try {
      return Integer.parseInt(value) >= 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static boolean isDuration(String value) {
    try {
      Duration duration = Duration.parse(value);
      return !duration.isNegative() && !duration.isZero();
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean isPlain(int c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
  }
}
