package io.enforcement.gateway.standards.edition;

import static io.enforcement.gateway.standards.edition.Html.escaped;
import static io.enforcement.gateway.standards.edition.Html.link;

import io.enforcement.gateway.standards.codes.CodeTable;
import io.enforcement.gateway.standards.dictionary.Dictionary;
import io.enforcement.gateway.standards.dictionary.Field;
import io.enforcement.gateway.standards.dictionary.PartType;
import io.enforcement.gateway.standards.dictionary.RecordType;
import io.enforcement.gateway.standards.dictionary.ValueType;
import io.enforcement.gateway.standards.validation.Rule;
import io.enforcement.gateway.standards.validation.RuleCatalogue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The field dictionary, the code tables and the rule catalogue as pages of one language. */
final class Pages {

  private static final List<String> FIELD_HEADINGS =
      List.of(
          "element", "json", "label", "type", "times", "short", "sensitivity", "source", "note");

  private final Dictionary dictionary;
  private final Map<String, EditionFile> files;
  private final Words words;

  /**
   * @param files what the pages may link to
   */
  Pages(Dictionary dictionary, Map<String, EditionFile> files, Words words) {
    this.dictionary = dictionary;
    this.files = files;
    this.words = words;
  }

  /** The page that asks for the language. */
  static String door(Dictionary dictionary) {
    return new Html("zh-CN", "", dictionary.label().zh())
        .heading(1, null, dictionary.label().zh() + " " + Edition.NAME)
        .nav(List.of(link("zh/index.html", "中文"), link("en/index.html", "English")))
        .end();
  }

  Map<String, String> all() {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("index", index());
    pages.put("parts", parts());
    pages.put("types", types());
    pages.put("codes", codes());
    pages.put("rules", rules());
    dictionary.records().forEach(record -> pages.put(record.name(), record(record)));
    return pages.entrySet().stream()
        .collect(
            Collectors.toMap(
                page -> words.folder() + "/" + page.getKey() + ".html", Map.Entry::getValue));
  }

  private String index() {
    Html page = page(words.of(dictionary.label()) + " " + Edition.NAME);
    dictionary
        .families()
        .forEach(
            (family, label) -> {
              List<List<String>> rows =
                  dictionary.records().stream()
                      .filter(record -> record.family().equals(family))
                      .map(
                          record ->
                              List.of(
                                  escaped(record.number()),
                                  link(record.name() + ".html", record.name()),
                                  escaped(words.of(record.label())),
                                  escaped(words.say(record.part().sensitivity()))))
                      .toList();
              if (!rows.isEmpty()) {
                page.heading(2, family, words.of(label))
                    .table(words.say(List.of("number", "name", "label", "sensitivity")), rows);
              }
            });
    return page.heading(2, "files", words.say("files"))
        .nav(
            List.of(
                link("../fields.csv", "fields.csv"),
                link("../rules.csv", "rules.csv"),
                link("../sources.csv", "sources.csv"),
                link("../xsd/enforcement.xsd", "enforcement.xsd"),
                link("../manifest.csv", "manifest.csv")))
        .end();
  }

  private String record(RecordType record) {
    String name = record.name();
    return page(record.number() + " " + words.of(record.label()) + " " + name)
        .paragraph(record.part().note())
        .paragraph(paths("key", record.key()))
        .paragraph(paths("lane", record.lane()))
        .table(words.say(FIELD_HEADINGS), fields(record.part()))
        .heading(2, "samples", words.say("samples"))
        .nav(links("samples/" + name + "/"))
        .heading(2, "schemas", words.say("schemas"))
        .nav(
            List.of(
                link("../xsd/" + record.family() + ".xsd", record.family() + ".xsd"),
                link("../json-schema/" + name + ".json", name + ".json")))
        .heading(2, "rules", words.say("rules"))
        .table(ruleHeadings(), rules(rule -> rule.records().contains(name)))
        .end();
  }

  private String paths(String word, List<String> paths) {
    return paths.isEmpty() ? null : words.say(word) + ": " + String.join(" + ", paths);
  }

  private String parts() {
    Html page = page(words.say("parts"));
    for (PartType part : dictionary.parts()) {
      page.heading(2, part.name(), words.of(part.label()) + " " + part.name())
          .paragraph(part.note())
          .table(words.say(FIELD_HEADINGS), fields(part));
    }
    return page.end();
  }

  private List<List<String>> fields(PartType part) {
    List<List<String>> rows = new ArrayList<>();
    for (Field field : part.fields()) {
      rows.add(
          List.of(
              escaped(field.element()),
              escaped(field.property()),
              escaped(words.of(field.label())),
              type(field),
              times(field),
              escaped(field.shortName()),
              escaped(words.say(field.sensitivity().within(part.sensitivity()))),
              escaped(field.source()),
              escaped(field.note())));
    }
    return rows;
  }

  private String type(Field field) {
    if (field.codes() != null) {
      return link("codes.html#" + field.codes(), field.codes());
    }
    if (dictionary.part(field.type()).isPresent()) {
      return link("parts.html#" + field.type(), field.type());
    }
    return dictionary.value(field.type()).isPresent()
        ? link("types.html#" + field.type(), field.type())
        : escaped(field.type());
  }

  private static String times(Field field) {
    String most = field.max() == Field.UNBOUNDED ? "*" : Integer.toString(field.max());
    return field.min() == field.max() ? most : field.min() + "–" + most;
  }

  private String types() {
    Html page = page(words.say("types"));
    for (ValueType type : dictionary.values()) {
      page.heading(2, type.name(), words.of(type.label()) + " " + type.name())
          .paragraph(type.note())
          .table(
              words.say(List.of("type", "bounds", "values", "sensitivity")),
              List.of(
                  List.of(
                      escaped(type.base()),
                      escaped(FieldTable.bounds(type)),
                      escaped(String.join(" ", type.values())),
                      escaped(words.say(type.sensitivity())))));
    }
    return page.end();
  }

  private String codes() {
    Html page = page(words.say("codes"));
    for (String name : CodeTable.names()) {
      CodeTable table = CodeTable.of(name);
      page.heading(2, name, (words == Words.ZH ? table.titleZh() : table.titleEn()) + " " + name)
          .nav(List.of(link("../codes/" + name + ".csv", name + ".csv")))
          .table(words.say(List.of("code", "display", "valid", "source")), codes(table.codes()));
    }
    return page.end();
  }

  private static List<List<String>> codes(Collection<CodeTable.Code> codes) {
    return codes.stream()
        .map(
            code ->
                List.of(
                    escaped(code.code()),
                    escaped(code.display()),
                    escaped(valid(code)),
                    escaped(code.source())))
        .toList();
  }

  private static String valid(CodeTable.Code code) {
    return code.validFrom() == null && code.validTo() == null
        ? ""
        : (code.validFrom() == null ? "" : code.validFrom())
            + "–"
            + (code.validTo() == null ? "" : code.validTo());
  }

  private String rules() {
    return page(words.say("rules")).table(ruleHeadings(), rules(rule -> true)).end();
  }

  private List<String> ruleHeadings() {
    return words.say(List.of("name", "severity", "records", "label", "expected", "fix", "source"));
  }

  private List<List<String>> rules(Predicate<Rule> which) {
    return RuleCatalogue.rules().values().stream()
        .filter(which)
        .map(
            rule ->
                List.of(
                    escaped(rule.id()),
                    escaped(words.say(RuleTable.severity(rule))),
                    records(rule),
                    escaped(words.of(rule).title()),
                    escaped(words.of(rule).expected()),
                    escaped(words.of(rule).fix()),
                    escaped(rule.source())))
        .toList();
  }

  private String records(Rule rule) {
    if (rule.records().isEmpty()) {
      return escaped(words.say("message"));
    }
    return rule.records().stream()
        .map(name -> name.equals("*") ? escaped(words.say("every")) : link(name + ".html", name))
        .collect(Collectors.joining(" "));
  }

  private List<String> links(String folder) {
    return files.keySet().stream()
        .filter(path -> path.startsWith(folder))
        .map(path -> link("../" + path, path.substring(folder.length())))
        .toList();
  }

  private Html page(String title) {
    return new Html(words.tag(), "../", title)
        .nav(
            List.of(
                link("index.html", words.say("records")),
                link("parts.html", words.say("parts")),
                link("types.html", words.say("types")),
                link("codes.html", words.say("codes")),
                link("rules.html", words.say("rules")),
                words == Words.ZH
                    ? link("../en/index.html", "English")
                    : link("../zh/index.html", "中文")))
        .heading(1, null, title);
  }
}
