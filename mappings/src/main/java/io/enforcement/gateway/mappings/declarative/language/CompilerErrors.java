package io.enforcement.gateway.mappings.declarative.language;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What JSLT's own compiler says, in our words: its messages are English, and nothing stands beside
 * them by which they could be told apart. One that is not known here is passed on as it is.
 */
final class CompilerErrors {

  private static final List<Known> KNOWN =
      List.of(
          new Known(
              ".*[Dd]uplicate key '(.*)'.*", message -> Fault.of("key.twice", message.group(1))),
          new Known(
              "Duplicate variable declaration (.*)",
              message -> Fault.of("variable.twice", message.group(1))),
          new Known("Object matcher used inside .*", message -> Fault.of("matcher.alone")),
          new Known("Object matcher not allowed in .*", message -> Fault.of("matcher.dynamic")),
          new Known(
              "(Unknown|Unfinished|Bad) (escape|Unicode escape) .*",
              message -> Fault.of("syntax.escape")));

  private CompilerErrors() {}

  private record Known(Pattern message, Function<Matcher, Fault> fault) {

    Known(String message, Function<Matcher, Fault> fault) {
      this(Pattern.compile(message, Pattern.DOTALL), fault);
    }
  }

  static Fault fault(String message) {
    for (Known known : KNOWN) {
      Matcher matcher = known.message().matcher(message);
      if (matcher.matches()) {
        return known.fault().apply(matcher);
      }
    }
    return Fault.of("syntax.compiler", message);
  }
}
