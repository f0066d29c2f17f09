package io.enforcement.gateway.routes.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.standards.dictionary.Dictionary;
import io.enforcement.gateway.standards.dictionary.RecordType;
import io.enforcement.gateway.standards.model.CaseReference;
import io.enforcement.gateway.standards.model.CoercionMeasure;
import io.enforcement.gateway.standards.model.CreditObjection;
import io.enforcement.gateway.standards.model.CreditObjectionAnswer;
import io.enforcement.gateway.standards.model.JointEnforcement;
import io.enforcement.gateway.standards.model.JointMember;
import io.enforcement.gateway.standards.model.Operation;
import io.enforcement.gateway.standards.model.OrganReference;
import io.enforcement.gateway.standards.model.PenaltyDecision;
import io.enforcement.gateway.standards.model.StandardRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a selector sees of a record, and that the page for operators says so. */
class RecordPropertiesTest {

  private static final Path PAGE = Path.of("../docs/record-properties.md");
  private static final String MARK = "<!-- written by RecordPropertiesTest -->\n";
  private static final int MOST_FIELDS = 3;
  private static final int MOST_RECORDS = 12;

  @Test
  void aSetHoldsEachValueBetweenBars() {
    JointEnforcement action = action("A", "B", "A", null);

    assertThat(RecordProperties.of(action))
        .containsEntry("memberUsccs", "|A|B|1|")
        .containsEntry("memberKinds", "|1|");
    assertThat(asks(action, "memberUsccs LIKE '%|A|%'")).isTrue();
    assertThat(asks(action, "memberUsccs LIKE '%|AB|%'")).isFalse();
  }

  @Test
  void anEmptySetIsNoneAndWhatARecordDoesNotHaveIsNull() {
    JointEnforcement nobody = action();
    assertThat(asks(nobody, "memberUsccs = '|'")).isTrue();
    assertThat(asks(nobody, "memberUsccs NOT LIKE '%|A|%'")).isTrue();

    PenaltyDecision other = new PenaltyDecision();
    other.setCdOperation(Operation.I);
    assertThat(asks(other, "memberUsccs LIKE '%|A|%'")).isFalse();
    assertThat(asks(other, "memberUsccs NOT LIKE '%|A|%'")).isFalse();
    assertThat(asks(other, "memberUsccs IS NULL")).isTrue();
  }

  @Test
  void theItemIsThatOfTheActOrElseOfItsCase() {
    CoercionMeasure measure = new CoercionMeasure();
    measure.setCdOperation(Operation.I);
    assertThat(asks(measure, "superviseItemCode IS NULL")).isTrue();

    measure.setCaseReference(new CaseReference());
    measure.getCaseReference().setSuperviseItemCode("33022201001001");
    assertThat(asks(measure, "superviseItemCode = '33022201001001'")).isTrue();

    measure.setSuperviseItemCode("33022201001002");
    assertThat(asks(measure, "superviseItemCode = '33022201001002'")).isTrue();
  }

  @Test
  void theInspectionIsNamedByTheActOrElseByItsCase() {
    CoercionMeasure measure = new CoercionMeasure();
    measure.setCdOperation(Operation.I);
    assertThat(asks(measure, "hasCheckActionCode = FALSE")).isTrue();

    measure.setCaseReference(new CaseReference());
    assertThat(asks(measure, "hasCheckActionCode = FALSE")).isTrue();
    measure.getCaseReference().setCheckActionCode("JC-51");
    assertThat(asks(measure, "hasCheckActionCode = TRUE")).isTrue();

    measure.setCaseReference(null);
    measure.setCheckActionCode("JC-51");
    assertThat(asks(measure, "hasCheckActionCode = TRUE")).isTrue();
  }

  @Test
  void ofAPartAndOfANumberItIsOnlyToldWhetherItIsThere() {
    CreditObjection objection = new CreditObjection();
    objection.setCdOperation(Operation.I);
    assertThat(RecordProperties.of(objection))
        .containsEntry("hasAnswer", false)
        .containsEntry("hasObjectionNumber", false);

    objection.setObjectionNumber("YY-1");
    objection.setAnswer(new CreditObjectionAnswer());
    assertThat(RecordProperties.of(objection))
        .containsEntry("hasAnswer", true)
        .containsEntry("hasObjectionNumber", true)
        .doesNotContainKey("objectionNumber");
  }

  @Test
  void noRecordHasAPropertyTwice() {
    for (RecordType type : Dictionary.v1().records()) {
      assertThat(PropertyPlan.of(type))
          .as(type.name())
          .extracting(RecordProperty::name)
          .doesNotHaveDuplicates()
          .doesNotContain("recordType", "operation");
    }
  }

  @Test
  void thePageForOperatorsListsThemAll() throws IOException {
    String page = Files.readString(PAGE);
    String head = page.substring(0, page.indexOf(MARK) + MARK.length());
    if (Boolean.getBoolean("golden.rewrite")) {
      assertThat(System.getenv("CI")).as("CI never rewrites what it checks").isNull();
      Files.writeString(PAGE, head + table());
    }
    assertThat(Files.readString(PAGE)).isEqualTo(head + table());
  }

  /** A row for each property and form of its values, over all records that have it. */
  private static String table() {
    Map<String, Row> rows = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (RecordType type : Dictionary.v1().records()) {
      for (RecordProperty property : PropertyPlan.of(type)) {
        rows.computeIfAbsent(
                "| `%s` | %s | ".formatted(property.name(), property.form()), head -> new Row())
            .add(property.label().zh() + " " + property.label().en(), type.name());
      }
    }
    return "\n| property | value | of the field | in |\n|---|---|---|---|\n"
        + rows.entrySet().stream()
            .map(row -> row.getKey() + row.getValue() + " |\n")
            .collect(Collectors.joining());
  }

  private record Row(TreeSet<String> fields, TreeSet<String> records) {

    Row() {
      this(new TreeSet<>(), new TreeSet<>());
    }

    void add(String field, String record) {
      fields.add(field);
      records.add(record);
    }

    @Override
    public String toString() {
      return (fields.size() > MOST_FIELDS ? fields.size() + " names" : String.join("; ", fields))
          + " | "
          + (records.size() > MOST_RECORDS
              ? records.size() + " records"
              : String.join(", ", records));
    }
  }

  private static boolean asks(StandardRecord record, String selector) {
    return Selector.of(selector).matches(RecordProperties.of(record));
  }

  private static JointEnforcement action(String... codes) {
    JointEnforcement action = new JointEnforcement();
    action.setCdOperation(Operation.I);
    for (String code : codes) {
      OrganReference organ = new OrganReference();
      organ.setKind("1");
      organ.setUscc(code);
      JointMember member = new JointMember();
      member.setOrgan(organ);
      action.getMembers().add(member);
    }
    return action;
  }
}
