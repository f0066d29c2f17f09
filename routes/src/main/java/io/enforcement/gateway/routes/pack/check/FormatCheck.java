package io.enforcement.gateway.routes.pack.check;

import io.enforcement.gateway.mappings.declarative.FileForm;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What an exchange says of the form of its messages in {@code format}: each entry by itself, and
 * what the form needs besides.
 */
record FormatCheck(Draft draft, Function<String, String> files) {

  private static final String ZIP = "zip";
  private static final Map<String, List<String>> WORDS =
      Map.of(
          "type", FileForm.TYPES,
          "charset", List.of("UTF-8", "GB18030"),
          "manifest", List.of("json", "csv"),
          "digest", List.of("sha256", "sm3"));

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
      for (String needed : FileForm.needed(type, !way.reads())) {
        if (!format.containsKey(needed)) {
          draft.error(path, "format.needs", type, needed);
          sound = false;
        }
      }
    }
    if (!way.reads() && words(format.getOrDefault("entries", "")).size() > 1) {
      draft.error(path + ".entries", "format.entries");
      sound = false;
    }
    return sound;
  }

  private boolean isSound(String place, String key, String value) {
    if (!FileForm.KEYS.contains(key)) {
      draft.unknown(place, "yaml.unknown-key", key, FileForm.KEYS, place);
      return false;
    }
    if (key.equals("entries")) {
      List<String> single = FileForm.TYPES.stream().filter(type -> !type.equals(ZIP)).toList();
      List<String> wrong = words(value).stream().filter(word -> !single.contains(word)).toList();
      wrong.forEach(word -> draft.unknown(place, "yaml.word", word, single, place, word));
      return wrong.isEmpty();
    }
    if (key.equals("header")) {
      List<String> missing = words(value).stream().filter(name -> !isThere(name)).toList();
      missing.forEach(name -> draft.error(place, "file.missing", name));
      return missing.isEmpty();
    }
    if (key.equals("date") && !isPattern(value)) {
      draft.error(place, "format.date", value);
      return false;
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

  private boolean isThere(String name) {
    try {
      return files.apply(name) != null;
    } catch (IllegalArgumentException e) {
      // A name of ours that we do not bring.
      return false;
    }
  }

  private static boolean isPattern(String text) {
    try {
      DateTimeFormatter.ofPattern(text);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** The form itself, and those of the files in it. */
  private static Set<String> types(Map<String, String> format) {
    Set<String> types = new TreeSet<>(Set.of(format.get("type")));
    if (format.get("type").equals(ZIP) && format.containsKey("entries")) {
      types.addAll(words(format.get("entries")));
    }
    return types;
  }

  private static List<String> words(String text) {
    return Arrays.asList(text.strip().split("\\s+"));
  }
}
