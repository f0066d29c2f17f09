package io.enforcement.gateway.mappings.declarative;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.mappings.Part;
import io.enforcement.gateway.mappings.ToStandard;
import io.enforcement.gateway.standards.format.StandardJson;
import io.enforcement.gateway.standards.format.StandardXml;
import io.enforcement.gateway.standards.model.StandardRecord;
import io.enforcement.gateway.standards.validation.Finding;
import io.enforcement.gateway.standards.validation.Rejected;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * Where each value of a message goes: found by changing one value after another and looking what
 * changes, so that it is true of every translator, in data or in Java. It costs a few translations
 * for each value and is for people who connect a partner, not for traffic. Its rows hold the
 * values: they are for the screen of whoever may read the message, never for a log.
 */
public final class TranslationReport {

  /** What became of a value. */
  public enum Result {
    /** it arrives as it was */
    COPIED,
    /** it arrives as something else, or decides something */
    MAPPED,
    /** the beginning of it arrives */
    TRUNCATED,
    /** nothing depends on it */
    DROPPED,
    /** the translation puts it there, whatever the message says */
    DEFAULTED,
    /** it refused the record */
    FAILED
  }

  /**
   * One way from a value of the message to a value of what is made of it.
   *
   * @param source path in the message; empty for DEFAULTED
   * @param rule that an unreadable or absent value would break, or that this one broke; may be
   *     empty
   * @param target path in the result; empty for DROPPED, FAILED, and a value that is only checked
   * @param value at the target; where there is none, at the source
   */
  public record Row(String source, String rule, String target, String value, Result result) {}

  /** Looks like nothing that a department would write. */
  private static final String GARBAGE = "~?~";

  private final Map<String, String> sources;
  private final Change change;
  private final Collection<String> words;
  private final Outcome before;

  /** What becomes of the message when one value is changed. */
  private interface Change {
    Outcome outcome(String path, String value);
  }

  /** Values by path, and what refused some or all of the message. */
  private record Outcome(Map<String, String> values, List<Finding> findings) {

    /** A value that the message cannot even hold tells nothing. */
    static final Outcome NONE = new Outcome(Map.of(), null);

    static Outcome refused(Rejected rejected) {
      return new Outcome(Map.of(), rejected.findings());
    }

    List<String> problems() {
      return findings.stream().map(f -> f.rule() + " " + f.path()).toList();
    }
  }

  private TranslationReport(
      Map<String, String> sources, Collection<String> words, Outcome before, Change change) {
    this.sources = sources;
    this.words = words;
    this.before = before;
    this.change = change;
  }

  /**
   * Of a partner's message.
   *
   * @param words what the partner's code lists know, so that a code can be changed to another
   * @throws Rejected when the message is no document of this form
   */
  public static List<Row> toStandard(
      ToStandard translator,
      byte[] message,
      Context context,
      DocumentForm form,
      Collection<String> words) {
    Function<byte[], Outcome> run = document -> parts(translator, document, context);
    return new TranslationReport(
            form.values(message),
            words,
            run.apply(message),
            (path, value) -> run.apply(form.with(message, path, value)))
        .rows();
  }

  /**
   * Of a record of the standard.
   *
   * @param words codes of the standard, so that a code can be changed to another
   */
  public static List<Row> fromStandard(
      FromStandard translator,
      StandardRecord record,
      Context context,
      DocumentForm form,
      Collection<String> words) {
    byte[] twin = StandardJson.write(record);
    Function<byte[], Outcome> run =
        json -> document(translator, json, record.getClass(), context, form);
    DocumentForm json = DocumentForm.json();
    return new TranslationReport(
            json.values(twin),
            words,
            run.apply(twin),
            (path, value) -> run.apply(json.with(twin, path, value)))
        .rows();
  }

  private static Outcome parts(ToStandard translator, byte[] message, Context context) {
    try {
      List<Part> parts = translator.toStandard(message, context);
      Map<String, String> values = new LinkedHashMap<>();
      List<Finding> findings = new ArrayList<>();
      for (Part part : parts) {
        if (part instanceof Part.Translated translated) {
          String place = parts.size() == 1 ? "" : part.position() + "!";
          DocumentForm.json()
              .values(StandardJson.write(translated.record()))
              .forEach((path, value) -> values.put(place + path, value));
        } else {
          findings.addAll(((Part.Refused) part).findings());
        }
      }
      return new Outcome(values, findings);
    } catch (Rejected e) {
      return Outcome.refused(e);
    }
  }

  private static Outcome document(
      FromStandard translator,
      byte[] json,
      Class<? extends StandardRecord> type,
      Context context,
      DocumentForm form) {
    StandardRecord record;
    try {
      record = StandardJson.read(json, type);
      if (!StandardXml.writeChecked(record).findings().isEmpty()) {
        return Outcome.NONE;
      }
    } catch (Rejected e) {
      return Outcome.NONE;
    }
    try {
      return new Outcome(form.values(translator.fromStandard(record, context)), List.of());
    } catch (Rejected e) {
      return Outcome.refused(e);
    }
  }

  private List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (Finding finding : before.findings()) {
      rows.add(
          new Row(
              finding.path(),
              finding.rule(),
              "",
              sources.getOrDefault(finding.path(), ""),
              Result.FAILED));
    }
    Set<String> reached = new LinkedHashSet<>();
    if (!before.values().isEmpty()) {
      sources.forEach((path, value) -> rows.addAll(rows(path, value, reached)));
    }
    before
        .values()
        .forEach(
            (target, value) -> {
              if (!reached.contains(target)) {
                rows.add(new Row("", "", target, value, Result.DEFAULTED));
              }
            });
    return rows;
  }

  private List<Row> rows(String path, String value, Set<String> reached) {
    String rule = rule(path);
    Set<String> targets = targets(path, value);
    if (targets.isEmpty()) {
      if (rule.isEmpty() && before.findings().isEmpty()) {
        return List.of(new Row(path, "", "", value, Result.DROPPED));
      }
      return rule.isEmpty() ? List.of() : List.of(new Row(path, rule, "", value, Result.MAPPED));
    }
    reached.addAll(targets);
    return targets.stream()
        .map(
            target -> {
              String arrived = before.values().get(target);
              return new Row(path, rule, target, arrived, result(value, arrived));
            })
        .toList();
  }

  private static Result result(String value, String arrived) {
    if (value.equals(arrived)) {
      return Result.COPIED;
    }
    return value.startsWith(arrived) ? Result.TRUNCATED : Result.MAPPED;
  }

  /** The rule that something unreadable or nothing at all would break. */
  private String rule(String path) {
    for (String bad : new String[] {GARBAGE, null}) {
      Outcome after = change.outcome(path, bad);
      List<String> known = before.problems();
      for (Finding finding : after == Outcome.NONE ? List.<Finding>of() : after.findings()) {
        if (!known.contains(finding.rule() + " " + finding.path())) {
          return finding.rule();
        }
      }
    }
    return "";
  }

  /** The values of the result that change when this one does. */
  private Set<String> targets(String path, String value) {
    for (String other : others(value)) {
      Outcome after = change.outcome(path, other);
      if (after != Outcome.NONE && after.problems().equals(before.problems())) {
        Set<String> changed = new LinkedHashSet<>();
        before
            .values()
            .forEach(
                (target, was) -> {
                  if (!Objects.equals(was, after.values().get(target))) {
                    changed.add(target);
                  }
                });
        if (!changed.isEmpty()) {
          return changed;
        }
      }
    }
    return Set.of();
  }

  /** Other values, the likeliest to be taken first; null at the end is none at all. */
  private List<String> others(String value) {
    Set<String> others = new LinkedHashSet<>();
    others.add(swapped(value, value.length() - 1));
    others.add(swapped(value, 0));
    others.add(value.equals("true") ? "false" : "true");
    others.addAll(words);
    others.remove(value);
    List<String> all = new ArrayList<>(others);
    all.add(null);
    return all;
  }

  /** Same length and kind of characters, so that a pattern still fits. */
  private static String swapped(String text, int place) {
    if (text.isEmpty()) {
      return "x";
    }
    char c = text.charAt(place);
    if (Character.isSurrogate(c)) {
      return text + "一";
    }
    char other =
        c == '1'
            ? '2'
            : c >= '0' && c <= '9' ? '1' : c < 128 ? (c == 'a' ? 'b' : 'a') : c == '一' ? '二' : '一';
    return text.substring(0, place) + other + text.substring(place + 1);
  }
}
