package io.enforcement.gateway.standards.edition;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.standards.format.CsvTable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The standard against its published copy in {@code src/test/resources/frozen}. Additions pass. A
 * breaking change of a draft is allowed with a line in CHANGELOG.md: then write the edition anew
 * ({@code enforcement-gateway dictionary}) and copy its fields.csv and codes here. Once the edition
 * is v1 there is no such way: it takes a v2 beside it.
 */
class FrozenEditionTest {

  private static final Path FROZEN = Path.of("src/test/resources/frozen", Edition.NAME);

  @Test
  void whoBuiltOnThePublishedEditionIsStillUnderstood() throws IOException {
    assertThat(
            BreakingChanges.between(
                table(Files.readAllBytes(FROZEN.resolve("fields.csv"))), current("fields.csv")))
        .isEmpty();
  }

  @Test
  void noPublishedCodeIsGone() throws IOException {
    try (Stream<Path> tables = Files.list(FROZEN.resolve("codes"))) {
      for (Path table : tables.toList()) {
        List<String> now =
            current("codes/" + table.getFileName()).stream().map(row -> row.get("code")).toList();
        assertThat(now)
            .as(table.getFileName().toString())
            .containsAll(
                table(Files.readAllBytes(table)).stream().map(row -> row.get("code")).toList());
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "element | other        | removed",
        "min     | 1            | now mandatory",
        "max     | 2            | repeats less",
        "json    | names        | another json",
        "base    | xs:int       | another base",
        "codes   | party-kind   | another codes",
        "values  | A            | fewer values",
        "bounds  | maxLength=49 minLength=1 pattern=[ a=]* | narrower maxLength",
        "bounds  | maxLength=50 minLength=2 pattern=[ a=]* | narrower minLength",
        "bounds  | maxLength=50 minLength=1 pattern=[ a]* | narrower pattern",
      })
  void findsWhatBreaks(String column, String value, String found) {
    Map<String, String> old = field();
    Map<String, String> now = field();
    now.put(column, value);

    assertThat(BreakingChanges.between(List.of(old), List.of(now)))
        .containsExactly("Party.name: " + found);
  }

  @Test
  void findsANewMandatoryFieldButNoOptionalOne() {
    Map<String, String> added = field();
    added.put("element", "nickname");
    assertThat(BreakingChanges.between(List.of(field()), List.of(field(), added))).isEmpty();

    added.put("min", "1");
    assertThat(BreakingChanges.between(List.of(field()), List.of(field(), added)))
        .containsExactly("Party.nickname: new and mandatory");
  }

  private static Map<String, String> field() {
    Map<String, String> field = new HashMap<>();
    field.put("owner", "Party");
    field.put("number", "");
    field.put("element", "name");
    field.put("json", "name");
    field.put("type", "Text50");
    field.put("base", "xs:string");
    field.put("bounds", "maxLength=50 minLength=1 pattern=[ a=]*");
    field.put("values", "A B");
    field.put("min", "0");
    field.put("max", "9");
    field.put("codes", "");
    return field;
  }

  private static List<Map<String, String>> current(String path) {
    return table(Edition.current().file(path).orElseThrow().bytes());
  }

  /** The rows by the names of the header. */
  private static List<Map<String, String>> table(byte[] csv) {
    String text = new String(csv, StandardCharsets.UTF_8).replace(Csv.BOM, "");
    String[] header = text.lines().findFirst().orElseThrow().split(",");
    List<Map<String, String>> table = new ArrayList<>();
    for (List<String> row :
        CsvTable.rows(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), header)) {
      Map<String, String> named = new HashMap<>();
      for (int i = 0; i < header.length; i++) {
        named.put(header[i], row.get(i));
      }
      table.add(named);
    }
    return table;
  }
}
