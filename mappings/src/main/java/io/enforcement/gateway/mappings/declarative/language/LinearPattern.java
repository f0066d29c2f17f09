package io.enforcement.gateway.mappings.declarative.language;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;

/**
 * A regular expression in the syntax of RE2: matched in time that grows with the text and not
 * beyond, because it cannot look around, refer back or backtrack. Immutable; any thread.
 */
final class LinearPattern {

  private static final int MAX_LENGTH = 500;
  private static final int MAX_REPEATS = 1000;
  private static final java.util.regex.Pattern REPEAT =
      java.util.regex.Pattern.compile("\\{([0-9]*),?([0-9]*)\\}");

  private final Pattern pattern;

  private LinearPattern(Pattern pattern) {
    this.pattern = pattern;
  }

  /**
   * @throws IllegalArgumentException when it is no such expression, or a very large one
   */
  static LinearPattern of(String expression) {
    Optional<Fault> wrong = wrong(expression);
    if (wrong.isPresent()) {
      throw new IllegalArgumentException(wrong.get().kind());
    }
    return new LinearPattern(Pattern.compile(expression));
  }

  /** What is wrong with an expression, if anything. */
  static Optional<Fault> wrong(String expression) {
    if (expression.length() > MAX_LENGTH || repeats(expression) > MAX_REPEATS) {
      return Optional.of(Fault.of("pattern.large"));
    }
    try {
      Pattern.compile(expression);
      return Optional.empty();
    } catch (PatternSyntaxException e) {
      return Optional.of(Fault.of("pattern", e.getPattern()));
    }
  }

  /** A matcher for this text, paid for beforehand. */
  Matcher on(String text) {
    Meter.current().spend((long) pattern.programSize() * (text.length() + 1));
    return pattern.matcher(text);
  }

  /** Names of the groups and their places. */
  Map<String, Integer> groups() {
    return pattern.namedGroups();
  }

  /** Counted repeats within each other multiply, so all are taken together. */
  private static long repeats(String expression) {
    long product = 1;
    for (MatchResult repeat : REPEAT.matcher(expression).results().toList()) {
      product *= Math.max(1, Math.max(number(repeat.group(1)), number(repeat.group(2))));
      if (product > MAX_REPEATS) {
        return product;
      }
    }
    return product;
  }

  private static long number(String digits) {
    return digits.isEmpty() ? 0 : digits.length() > 4 ? MAX_REPEATS + 1 : Long.parseLong(digits);
  }
}
