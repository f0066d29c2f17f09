package io.enforcement.gateway.routes.payload;

import io.enforcement.gateway.mappings.Masks;
import io.enforcement.gateway.mappings.declarative.TranslationReport.Result;
import io.enforcement.gateway.mappings.declarative.TranslationReport.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Hides the values of a document that is not the standard's, by the records that it is made into or
 * made of: a value is shown as it is shown there. One that arrives nowhere, or as something else
 * that anybody might read out of it, is hidden. Immutable; any thread.
 */
final class Masking {

  /** Identity, telephone and account numbers are as long. */
  private static final Pattern LONG_NUMBER = Pattern.compile(".*[0-9]{11}.*");

  private final Map<Integer, RecordMask> parts;

  /**
   * @param parts masks of the records by their position in the message
   */
  Masking(Map<Integer, RecordMask> parts) {
    this.parts = Map.copyOf(parts);
  }

  /**
   * How each value before the translation is shown, by its path.
   *
   * @param clear the person has unmasked the message
   */
  Map<String, String> before(Map<String, String> values, List<Row> rows, boolean clear) {
    return shown(values, byPath(rows, Row::source, Row::target), clear);
  }

  /** How each value after the translation is shown, by its path. */
  Map<String, String> after(Map<String, String> values, List<Row> rows, boolean clear) {
    return shown(values, byPath(rows, Row::target, Row::source), clear);
  }

  /** The ways of each value: what became of it, and its place in the record. */
  private static Map<String, List<Way>> byPath(
      List<Row> rows, Function<Row, String> path, Function<Row, String> place) {
    return rows.stream()
        .collect(
            Collectors.groupingBy(
                path,
                Collectors.mapping(
                    row -> new Way(row.result(), place.apply(row)), Collectors.toList())));
  }

  private record Way(Result result, String place) {

    boolean isWhole() {
      return result == Result.COPIED || result == Result.TRUNCATED;
    }
  }

  private Map<String, String> shown(
      Map<String, String> values, Map<String, List<Way>> ways, boolean clear) {
    Map<String, String> shown = new HashMap<>();
    values.forEach(
        (path, value) -> {
          List<Way> own = ways.getOrDefault(path, List.of());
          boolean secret = own.stream().anyMatch(way -> isAt(way, RecordMask::isSecret));
          shown.put(path, secret ? Masks.HIDDEN : clear ? value : masked(value, own));
        });
    return shown;
  }

  private String masked(String value, List<Way> ways) {
    List<Way> whole = ways.stream().filter(Way::isWhole).toList();
    for (Way way : whole) {
      if (!isAt(way, RecordMask::isPublic)) {
        return at(way.place(), value);
      }
    }
    List<Way> others = ways.stream().filter(way -> !way.isWhole()).toList();
    if (!whole.isEmpty()) {
      boolean alsoPersonal =
          others.stream()
              .anyMatch(way -> !way.place().isEmpty() && !isAt(way, RecordMask::isPublic));
      return alsoPersonal ? Masks.HIDDEN : at(whole.get(0).place(), value);
    }
    boolean harmless = !others.isEmpty() && others.stream().allMatch(way -> isHarmless(way, value));
    return harmless ? value : Masks.HIDDEN;
  }

  /** A value of the record itself, or of a document by its place in the record. */
  private String at(String place, String value) {
    RecordMask mask = mask(place);
    return mask == null ? Masks.HIDDEN : mask.shown(within(place), value);
  }

  private boolean isAt(Way way, BiPredicate<RecordMask, String> there) {
    RecordMask mask = mask(way.place());
    return mask != null && there.test(mask, within(way.place()));
  }

  /**
   * Something else is made of it: harmless when that is a word of a list, a day or a number, and
   * public; or when it is the translation's own and of no record.
   */
  private boolean isHarmless(Way way, String value) {
    return way.result() == Result.DEFAULTED
        || isAt(way, RecordMask::isPublic)
            && !isAt(way, RecordMask::isText)
            && !LONG_NUMBER.matcher(value).matches();
  }

  private RecordMask mask(String place) {
    int end = place.indexOf('!');
    return end < 0
        ? parts.size() == 1 ? parts.values().iterator().next() : null
        : parts.get(Integer.valueOf(place.substring(0, end)));
  }

  private static String within(String place) {
    return place.substring(place.indexOf('!') + 1);
  }
}
