package io.enforcement.gateway.standards.dictionary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.enforcement.gateway.standards.codes.CodeTable;
import io.enforcement.gateway.standards.format.CsvTable;
import io.enforcement.gateway.standards.format.RecordTypes;
import io.enforcement.gateway.standards.validation.RuleCatalogue;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Conventions of the schema: each is a promise that readers of the dictionary rely on. */
class DictionaryTest {

  private final Dictionary dictionary = Dictionary.v1();

  @Test
  void knowsEveryRecordOfTheStandard() {
    assertThat(dictionary.records().stream().map(RecordType::name).collect(Collectors.toSet()))
        .isEqualTo(RecordTypes.names());
  }

  @Test
  void readsWhatTheSchemaSays() {
    RecordType decision = dictionary.record("PenaltyDecision").orElseThrow();

    assertThat(decision.number()).isEqualTo("302");
    assertThat(decision.family()).isEqualTo("acts");
    assertThat(decision.label()).isEqualTo(new Label("行政处罚决定", "Penalty decision"));
    assertThat(decision.fields())
        .extracting(Field::element, Field::property, Field::type, Field::min, Field::max)
        .contains(
            tuple("recordUniqueIdentity", "recordUniqueIdentity", "Text100", 1, 1),
            tuple("party", "parties", "Party", 1, 100),
            tuple("violatedBasis", "violatedBases", "LegalBasis", 0, 20));
    assertThat(field(decision.fields(), "isHearing").element()).isEqualTo("hearing");
    assertThat(field(decision.fields(), "party").sensitivity()).isEqualTo(Sensitivity.PUBLIC);
    assertThat(dictionary.part("Party").orElseThrow().fields())
        .filteredOn(f -> f.element().equals("certificate"))
        .extracting(Field::sensitivity)
        .containsExactly(Sensitivity.PERSONAL);
  }

  @Test
  void everythingHasItsLabelInBothLanguages() {
    Map<String, Label> labels = new HashMap<>();
    dictionary.families().forEach((name, label) -> labels.put("family " + name, label));
    dictionary.values().forEach(v -> labels.put(v.name(), v.label()));
    everyPart()
        .forEach(
            part -> {
              labels.put(part.name(), part.label());
              part.fields().forEach(f -> labels.put(part.name() + "." + f.element(), f.label()));
            });

    labels.forEach(
        (what, label) -> {
          assertThat(label.zh()).as(what).isNotBlank().containsPattern("\\p{IsHan}|12345");
          assertThat(label.en()).as(what).isNotBlank().matches("\\p{ASCII}+");
        });
  }

  @Test
  void everySourceIsListed() {
    Set<String> listed =
        CsvTable.rows(
                Dictionary.class.getResourceAsStream("/standards/v1/sources.csv"),
                "key",
                "title_zh",
                "title_en")
            .stream()
            .map(row -> row.get(0))
            .collect(Collectors.toSet());

    everyPart()
        .forEach(
            part -> {
              assertThat(listed).as(part.name()).contains(part.source());
              part.fields()
                  .forEach(f -> assertThat(listed).as(part.name() + f).contains(f.source()));
            });
  }

  @Test
  void everyCodeHasItsTable() {
    everyField()
        .filter(f -> f.codes() != null)
        .forEach(
            f -> {
              assertThat(CodeTable.names()).as(f.element()).contains(f.codes());
              assertThat(f.type()).as(f.element()).isEqualTo("Code");
            });
    everyField()
        .filter(f -> f.type().equals("Code"))
        .forEach(f -> assertThat(f.codes()).as(f.element() + " is a code of no table").isNotNull());
  }

  /** The JSON twin names a list by its plural; a path that says [0] must mean one thing. */
  @Test
  void anElementNameRepeatsEverywhereOrNowhere() {
    Map<String, Set<Boolean>> seen = new HashMap<>();
    everyField()
        .forEach(f -> seen.computeIfAbsent(f.element(), e -> new HashSet<>()).add(f.isList()));
    seen.forEach((element, ways) -> assertThat(ways).as(element).hasSize(1));
  }

  @Test
  void aListHasAPropertyNameOfItsOwn() {
    everyField()
        .filter(Field::isList)
        .forEach(f -> assertThat(f.property()).as(f.element()).isNotEqualTo(f.element()));
  }

  @Test
  void everyNumberIsThreeDigitsAndUsedOnce() {
    assertThat(dictionary.records())
        .extracting(RecordType::number)
        .doesNotHaveDuplicates()
        .allMatch(n -> n != null && n.matches("[1-9][0-9]{2}"));
  }

  @Test
  void daysAreDates() {
    for (RecordType record : dictionary.records()) {
      if (record.day() != null) {
        assertThat(typeAt(record.fields(), record.day()))
            .as(record.name())
            .matches("xs:date(Time)?");
      }
    }
    everyPart()
        .forEach(
            part ->
                part.fields().stream()
                    .filter(f -> f.notBefore() != null)
                    .forEach(
                        f ->
                            assertThat(typeAt(part.fields(), f.notBefore()))
                                .as(part.name() + "." + f.element())
                                .matches("xs:date(Time)?")));
    everyField()
        .filter(f -> f.past() || f.notBefore() != null)
        .forEach(f -> assertThat(f.type()).as(f.element()).matches("xs:date(Time)?"));
  }

  /** Registers are asked for the body of the act on the day of the act. */
  @Test
  void anActHasABodyAndADay() {
    List<RecordType> acts = dictionary.records().stream().filter(RecordType::act).toList();

    assertThat(acts).extracting(RecordType::name).contains("PenaltyDecision", "Inspection");
    assertThat(acts)
        .allSatisfy(
            act -> {
              assertThat(act.day()).as(act.name()).isNotNull();
              assertThat(act.fields())
                  .as(act.name())
                  .extracting(Field::property, Field::type, Field::min, Field::max)
                  .contains(tuple("body", "BodyReference", 1, 1));
            });
  }

  /** The catalogue names the records that a rule of the registers judges. */
  @Test
  void theRulesOfRegistersNameTheActsTheyJudge() {
    RuleCatalogue.rules().values().stream()
        .filter(rule -> rule.id().startsWith("act."))
        .forEach(
            rule -> {
              String type = rule.id().contains(".item") ? "SuperviseItemCode" : "OfficerReference";
              assertThat(rule.records())
                  .as(rule.id())
                  .containsExactlyInAnyOrderElementsOf(actsWith(type));
            });
  }

  private List<String> actsWith(String type) {
    return dictionary.records().stream()
        .filter(record -> record.act() && names(record.fields(), type))
        .map(RecordType::name)
        .toList();
  }

  /** An officer counts only in the act itself, an item wherever it stands. */
  private boolean names(List<Field> fields, String type) {
    return fields.stream()
        .anyMatch(
            f ->
                f.type().equals(type)
                    || type.equals("SuperviseItemCode")
                        && dictionary
                            .part(f.type())
                            .filter(part -> names(part.fields(), type))
                            .isPresent());
  }

  /** Only what is about a transfer has no key: anything else could not be told from its repeat. */
  @Test
  void everyRecordButThoseAboutATransferHasAKey() {
    assertThat(dictionary.records())
        .filteredOn(record -> record.key().isEmpty())
        .extracting(RecordType::name)
        .containsExactlyInAnyOrder("Envelope", "Receipt", "RejectionList");
  }

  /**
   * A key that may be absent would let two records pass for one; parties are a key of their own.
   */
  @Test
  void whatMakesAKeyIsMandatory() {
    for (RecordType record : dictionary.records()) {
      record.key().stream()
          .filter(path -> !path.equals("parties"))
          .forEach(path -> assertMandatory(record.fields(), path, record.name()));
    }
  }

  private void assertMandatory(List<Field> fields, String path, String of) {
    String[] names = path.split("\\.", 2);
    Field field =
        fields.stream().filter(f -> f.property().equals(names[0])).findFirst().orElseThrow();
    assertThat(field.isMandatory()).as(of + "." + path).isTrue();
    if (names.length > 1) {
      assertMandatory(dictionary.part(field.type()).orElseThrow().fields(), names[1], of);
    }
  }

  @Test
  void everyTypeIsUsed() {
    Set<String> declared = new TreeSet<>();
    dictionary.parts().forEach(part -> declared.add(part.name()));
    dictionary.values().forEach(value -> declared.add(value.name()));
    declared.remove("StandardRecord");

    assertThat(everyField().map(Field::type).collect(Collectors.toSet())).containsAll(declared);
  }

  private String typeAt(List<Field> fields, String path) {
    String[] names = path.split("\\.", 2);
    Field field =
        fields.stream().filter(f -> f.property().equals(names[0])).findFirst().orElseThrow();
    return names.length == 1
        ? field.type()
        : typeAt(dictionary.part(field.type()).orElseThrow().fields(), names[1]);
  }

  private Stream<PartType> everyPart() {
    return Stream.concat(
        dictionary.parts().stream(), dictionary.records().stream().map(RecordType::part));
  }

  private Stream<Field> everyField() {
    return everyPart().flatMap(part -> part.fields().stream());
  }

  private static Field field(List<Field> fields, String shortName) {
    return fields.stream().filter(f -> f.shortName().equals(shortName)).findFirst().orElseThrow();
  }
}
