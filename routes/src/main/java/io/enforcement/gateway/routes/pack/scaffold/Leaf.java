package io.enforcement.gateway.routes.pack.scaffold;

import io.enforcement.gateway.standards.codes.CodeTable;
import io.enforcement.gateway.standards.dictionary.Field;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One single value of a record, and how a partner's flat row says it.
 *
 * @param path in JSLT, from the record, for example {@code .officers[0].name}
 * @param name in the row, for example {@code officers1Name}
 * @param value in the standard's JSON twin
 */
record Leaf(String path, String name, Field field, JsonNode value) {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);

  /** Longer tables (divisions) are known to both sides, and codes travel as they are. */
  private static final int LONGEST_MAP = 100;

  /** The code map through which the value goes, if it does. */
  Optional<CodeMap> codes() {
    if (field.codes() != null && CodeTable.of(field.codes()).codes().size() <= LONGEST_MAP) {
      return Optional.of(CodeMap.of(CodeTable.of(field.codes())));
    }
    if (field.type().equals("Operation")) {
      return Optional.of(CodeMap.OPERATION);
    }
    return value.isBoolean() ? Optional.of(CodeMap.YES_NO) : Optional.empty();
  }

  /** The value as the partner writes it. */
  String partnerText() {
    String text = value.asString();
    return codes()
        .map(map -> map.display(text))
        .orElseGet(
            () ->
                field.type().equals("xs:dateTime")
                    ? OffsetDateTime.parse(text).withOffsetSameInstant(BEIJING).format(TIME)
                    : text);
  }

  /** What a mapping writes to read the value from {@code $row}. */
  String reading() {
    String column = "\"" + name + "\"";
    String given = "gw:required($row." + name + ", " + column + ")";
    if (codes().isPresent()) {
      String code = "gw:code(\"" + codes().get().name() + "\", " + given + ", " + column + ")";
      return value.isBoolean() ? code + " == \"true\"" : code;
    }
    if (value.isIntegralNumber()) {
      return "gw:integer(" + given + ", " + column + ")";
    }
    if (value.isNumber()) {
      return "number(" + given + ")";
    }
    return switch (field.type()) {
      case "xs:date" -> "gw:date(" + given + ", \"yyyy-MM-dd\", " + column + ")";
      case "xs:dateTime" -> "gw:time(" + given + ", \"yyyy-MM-dd HH:mm:ss\", " + column + ")";
      case "Money" -> "gw:yuan(" + given + ", \"元\", " + column + ")";
      default -> given;
    };
  }

  /** What a mapping writes to say the value to a partner. */
  String writing() {
    return codes()
        .map(
            map ->
                "gw:code(\""
                    + map.reversed().name()
                    + "\", string("
                    + path
                    + "), \""
                    + name
                    + "\")")
        .orElse(path);
  }

  /** What the value is, for people. */
  String comment() {
    return field.label().zh()
        + " "
        + field.label().en()
        + (field.isMandatory() ? "" : " (a rule asks for it here)");
  }
}
