package io.enforcement.gateway.routes.province.table;

import io.enforcement.gateway.standards.dictionary.Dictionary;
import io.enforcement.gateway.standards.dictionary.Field;
import io.enforcement.gateway.standards.dictionary.Label;
import io.enforcement.gateway.standards.dictionary.PartType;
import io.enforcement.gateway.standards.dictionary.RecordType;
import io.enforcement.gateway.standards.dictionary.Sensitivity;
import io.enforcement.gateway.standards.dictionary.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The columns of a record's fields: one for a single value, an array for a list of values, one
 * {@code jsonb} for a list of parts; a single part is spread, and its columns begin with its name.
 */
final class FieldColumns {

  private static final Dictionary DICTIONARY = Dictionary.v1();
  private static final Pattern CAPITAL = Pattern.compile("(?<!^)([A-Z])");

  /** Every version has these columns under names of their own. */
  private static final Set<String> ELSEWHERE = Set.of("cdOperation", "revision");

  private static final Map<String, String> XSD_TYPES =
      Map.of(
          "xs:string", "text",
          "xs:int", "integer",
          "xs:long", "bigint",
          "xs:boolean", "boolean",
          "xs:date", "date",
          "xs:dateTime", "timestamptz");

  private final List<Column> columns = new ArrayList<>();

  private FieldColumns() {}

  static List<Column> of(RecordType record) {
    FieldColumns columns = new FieldColumns();
    record.fields().stream()
        .filter(field -> !ELSEWHERE.contains(field.element()))
        .forEach(field -> columns.add(field, Place.ROOT));
    return columns.columns;
  }

  /** {@code FilingDecision} as {@code filing_decision}. */
  static String inSql(String name) {
    return CAPITAL.matcher(name).replaceAll("_$1").toLowerCase(Locale.ROOT);
  }

  /** Where the fields of a part stand. */
  private record Place(
      String prefix, List<String> path, Label label, boolean required, Sensitivity sensitivity) {

    private static final Place ROOT = new Place("", List.of(), null, true, Sensitivity.PUBLIC);

    Place below(Field field) {
      return new Place(
          name(field) + "_",
          path(field),
          label(field),
          required && field.isMandatory(),
          field.sensitivity().within(sensitivity));
    }

    String name(Field field) {
      return prefix + inSql(field.property());
    }

    List<String> path(Field field) {
      List<String> longer = new ArrayList<>(path);
      longer.add(field.property());
      return longer;
    }

    Label label(Field field) {
      Label own = field.label();
      return label == null
          ? own
          : new Label(label.zh() + "：" + own.zh(), label.en() + ": " + own.en());
    }
  }

  private void add(Field field, Place place) {
    Optional<PartType> part = DICTIONARY.part(field.type());
    if (part.isPresent() && !field.isList()) {
      part.get().fields().forEach(inner -> add(inner, place.below(field)));
      return;
    }
    columns.add(
        new Column(
            place.name(field),
            part.isPresent() ? Column.PARTS : type(field),
            place.required() && field.isMandatory() && !field.isList(),
            place.label(field),
            field.sensitivity().within(place.sensitivity()),
            place.path(field),
            part.map(FieldColumns::hidden).orElse(List.of())));
  }

  private static String type(Field field) {
    String single = DICTIONARY.value(field.type()).map(FieldColumns::type).orElse(null);
    String type = single == null ? XSD_TYPES.get(field.type()) : single;
    if (type == null) {
      throw new IllegalStateException("no column type for " + field.type());
    }
    return field.isList() ? type + "[]" : type;
  }

  private static String type(ValueType value) {
    if (!value.base().equals("xs:decimal")) {
      return XSD_TYPES.get(value.base());
    }
    String digits = value.facets().get("totalDigits");
    return digits == null
        ? "numeric"
        : "numeric(" + digits + "," + value.facets().get("fractionDigits") + ")";
  }

  private static List<String> hidden(PartType part) {
    return part.fields().stream().filter(f -> !open(f)).map(Field::property).toList();
  }

  /** Whether everybody who may see records may see this and all that is in it. */
  private static boolean open(Field field) {
    return field.sensitivity() == Sensitivity.PUBLIC
        && DICTIONARY
            .part(field.type())
            .map(part -> part.fields().stream().allMatch(FieldColumns::open))
            .orElse(true);
  }
}
