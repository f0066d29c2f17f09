package io.enforcement.gateway.mappings.hotline;

import io.enforcement.gateway.mappings.Reading;
import io.enforcement.gateway.standards.model.HotlineCaller;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What may be known of the caller of one order. Of a caller who asked for secrecy only the token
 * passes: not the fields of the caller, not what they say where it stands in free text again, no
 * number or address in free text by which anybody could be reached, no recording of a voice. What
 * it cannot see is a name that stands in free text and nowhere else. Immutable; any thread.
 */
final class Secrecy {

  private static final String HIDDEN = "***";
  private static final String RECORDING = "06";
  private static final Pattern TOKEN = Pattern.compile("(?=[0-9_-]*[A-Za-z])[A-Za-z0-9_-]{4,100}");

  /** Mobile and fixed telephones, identity cards, mail addresses. */
  private static final Pattern REACHABLE =
      Pattern.compile(
          "(?<![0-9])(?:\\+?86[ -]?)?1[3-9][0-9][ -]?[0-9]{4}[ -]?[0-9]{4}(?![0-9])"
              + "|(?<![0-9])0[0-9]{2,3}[ -]?[0-9]{7,8}(?![0-9])"
              + "|(?<![0-9])[1-9][0-9]{5}(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"
              + "[0-9]{3}[0-9Xx](?![0-9])"
              + "|[A-Za-z0-9._%+-]{1,64}+@[A-Za-z0-9.-]{1,100}");

  private final boolean secret;
  private final List<String> home;
  private final List<String> identity;

  private Secrecy(boolean secret, List<String> home, List<String> identity) {
    this.secret = secret;
    this.home = home;
    this.identity = identity;
  }

  /**
   * @param secret null, when the city does not say, is secret
   * @param home address of the caller, may be null
   * @param identity all else that the city sent about the caller; values may be null
   */
  static Secrecy of(Boolean secret, String home, String... identity) {
    return new Secrecy(!Boolean.FALSE.equals(secret), known(new String[] {home}), known(identity));
  }

  /** For texts about an order that do not say whether its caller is secret. */
  static Secrecy unknown() {
    return of(null, null);
  }

  /** The caller as the standard may have him; notes a token that is none. */
  HotlineCaller caller(HotlineCaller given, String tokenPath, Reading reading) {
    given.setSecret(secret);
    if (!secret) {
      return given;
    }
    HotlineCaller caller = new HotlineCaller();
    caller.setSecret(true);
    String token = given.getPhoneToken();
    if (HIDDEN.equals(token(token))) {
      reading.refuse("mapping.token", tokenPath, "no token");
    } else {
      caller.setPhoneToken(token);
    }
    return caller;
  }

  /** The token of a secret caller, hidden when it is none: it may be a telephone number. */
  static String token(String value) {
    String token = Reading.text(value);
    return token == null || TOKEN.matcher(token).matches() ? value : HIDDEN;
  }

  /** What stands where something was hidden; nothing stays nothing. */
  static String hidden(String value) {
    return Reading.text(value) == null ? value : HIDDEN;
  }

  /** Free text without the caller, when he is secret; null stays null. */
  String text(String value) {
    String text = Reading.text(value);
    return !secret || text == null ? text : place(without(home, text));
  }

  /** The same for the place of the matter, which may well be where the caller lives. */
  String place(String value) {
    String text = Reading.text(value);
    return !secret || text == null ? text : withoutNumbers(without(identity, text));
  }

  /**
   * Whether this file would give a secret caller away: recordings do by the voice, others by a name
   * in which something is, or was, to be hidden.
   */
  boolean reveals(String kind, String title, String storageKey) {
    return secret && (RECORDING.equals(kind) || names(title) || names(storageKey));
  }

  boolean secret() {
    return secret;
  }

  private boolean names(String value) {
    String text = Reading.text(value);
    return text != null && (text.contains(HIDDEN) || !text.equals(text(text)));
  }

  private static List<String> known(String... values) {
    return Stream.of(values)
        .map(Reading::text)
        .filter(Objects::nonNull)
        // One character would blank half of any text.
        .filter(value -> value.codePointCount(0, value.length()) > 1)
        // Longest first: one value may be the beginning of another.
        .sorted(Comparator.comparingInt(String::length).reversed())
        .toList();
  }

  private static String without(List<String> values, String text) {
    String hidden = text;
    for (String value : values) {
      hidden = hidden.replace(value, HIDDEN);
    }
    return hidden;
  }

  /** Until nothing is found: a number may stand where another one ended that hid its beginning. */
  private static String withoutNumbers(String text) {
    String hidden = withoutNumbersOnce(text);
    return hidden.equals(text) ? text : withoutNumbers(hidden);
  }

  private static String withoutNumbersOnce(String text) {
    Matcher found = REACHABLE.matcher(narrow(text));
    StringBuilder hidden = new StringBuilder();
    int from = 0;
    while (found.find()) {
      hidden.append(text, from, found.start()).append(HIDDEN);
      from = found.end();
    }
    return hidden.append(text, from, text.length()).toString();
  }

  /** Full-width digits and hyphens as narrow ones; every character stays at its place. */
  private static String narrow(String text) {
    StringBuilder narrow = new StringBuilder(text);
    for (int i = 0; i < narrow.length(); i++) {
      char c = narrow.charAt(i);
      if (c >= '\uFF10' && c <= '\uFF19' || c == '\uFF0D' || c == '\uFF20') {
        narrow.setCharAt(i, (char) (c - 0xFEE0));
      }
    }
    return narrow.toString();
  }
}
