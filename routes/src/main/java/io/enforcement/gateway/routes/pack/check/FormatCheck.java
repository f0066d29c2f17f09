package io.enforcement.gateway.routes.pack.check;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an exchange says of the form of its messages in {@code format}: each entry by itself, and
 * what the form needs besides.
 */
record FormatCheck(Draft draft) {

  private static final List<String> SINGLE = List.of("json", "csv", "xlsx", "xml");
  private static final List<String> TYPES = List.of("json", "csv", "xlsx", "xml", "zip");
  private static final Map<String, List<String>> WORDS =
      Map.of(
          "type", TYPES,
          "charset", List.of("UTF-8", "GB18030"),
          "manifest", List.of("json", "csv"),
          "digest", List.of("sha256", "sm3"));
  private static final List<String> KEYS =
      List.of(
          "type",
          "header",
          "charset",
          "delimiter",
          "date",
          "element",
          "records",
          "namespace",
          "entries",
          "manifest",
          "digest");

  /** What a form needs besides its type. */
  private static final Map<String, String> NEEDED =
      Map.of("csv", "header", "xlsx", "header", "xml", "element", "zip", "entries");

  /** Whether nothing is wrong with the format of this way. */
  boolean isSound(Way way) {
    String path = way.path() + ".format";
    Map<String, String> format = way.format();
    boolean sound = true;
    for (Map.Entry<String, String> entry : format.entrySet()) {
      sound &= isSound(path + "." + entry.getKey(), entry.getKey(), entry.getValue());
    }
    if (format.isEmpty()) {
      if (way.reads()) {
        draft.error(path, "yaml.missing-key", path);
      }
      return !way.reads();
    }
    if (!format.containsKey("type")) {
      draft.error(path, "yaml.missing-key", path + ".type");
      return false;
    }
    for (String type : types(format)) {
      String needed = NEEDED.get(type);
      if (needed != null && !format.containsKey(needed)) {
        draft.error(path, "format.needs", type, needed);
        sound = false;
      }
    }
    return sound;
  }

  private boolean isSound(String place, String key, String value) {
    if (!KEYS.contains(key)) {
      draft.unknown(place, "yaml.unknown-key", key, KEYS, place);
      return false;
    }
    if (key.equals("entries")) {
      List<String> wrong = words(value).stream().filter(word -> !SINGLE.contains(word)).toList();
      wrong.forEach(word -> draft.unknown(place, "yaml.word", word, SINGLE, place, word));
      return wrong.isEmpty();
    }
    if (WORDS.containsKey(key) && !WORDS.get(key).contains(value)) {
      draft.unknown(place, "yaml.word", value, WORDS.get(key), place, value);
      return false;
    }
    if (key.equals("delimiter") && value.length() != 1) {
      draft.error(place, "format.delimiter", place);
      return false;
    }
    return true;
  }

  /** The form itself, and those of the files in it. */
  private static Set<String> types(Map<String, String> format) {
    Set<String> types = new TreeSet<>(Set.of(format.get("type")));
    if (format.get("type").equals("zip") && format.containsKey("entries")) {
      types.addAll(words(format.get("entries")));
    }
    return types;
  }

  private static List<String> words(String text) {
    return Arrays.asList(text.strip().split("\\s+"));
  }
}
