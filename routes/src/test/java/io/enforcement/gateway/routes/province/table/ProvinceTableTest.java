package io.enforcement.gateway.routes.province.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.standards.dictionary.Dictionary;
import io.enforcement.gateway.standards.dictionary.Label;
import io.enforcement.gateway.standards.dictionary.RecordType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The tables that follow from the dictionary, and that the page for data staff says so. */
class ProvinceTableTest {

  private static final Path PAGE = Path.of("../docs/provincial-database.md");
  private static final String MARK = "<!-- written by ProvinceTableTest -->\n";

  /** Longer names PostgreSQL cuts; a partition adds its year, an index its purpose. */
  private static final int LONGEST_TABLE = 63 - "_revoked".length();

  private static final int LONGEST_COLUMN = 63;

  @Test
  void noNameIsCutOrStandsTwice() {
    assertThat(ProvinceTable.all()).extracting(ProvinceTable::name).doesNotHaveDuplicates();
    for (ProvinceTable table : ProvinceTable.all()) {
      assertThat(table.name().length()).as(table.name()).isLessThanOrEqualTo(LONGEST_TABLE);
      assertThat(table.columns())
          .as(table.name())
          .extracting(Column::name)
          .doesNotHaveDuplicates()
          .doesNotContain(ProvinceSchema.STANDING)
          .allMatch(name -> name.length() <= LONGEST_COLUMN);
    }
  }

  @Test
  void everyRecordOfAnActHasATable() {
    List<String> without =
        Dictionary.v1().records().stream()
            .map(RecordType::name)
            .filter(name -> ProvinceTable.of(name).isEmpty())
            .toList();

    assertThat(without)
        .containsExactlyInAnyOrder(
            "Envelope",
            "Receipt",
            "RejectionList",
            "ReconciliationStatement",
            "CodeTableUpdate",
            "DutyNotice",
            "DeliveryReport",
            "Query",
            "Answer");
  }

  @Test
  void whatIsSecretAsAWholeLiesApart() {
    assertThat(ProvinceTable.all())
        .filteredOn(ProvinceTable::isRestricted)
        .extracting(ProvinceTable::qualified)
        .containsExactly(
            "province_restricted.discipline_clue", "province_restricted.discipline_result");
  }

  @Test
  void thePageForDataStaffListsThemAll() throws IOException {
    String page = Files.readString(PAGE);
    String head = page.substring(0, page.indexOf(MARK) + MARK.length());
    if (Boolean.getBoolean("golden.rewrite")) {
      assertThat(System.getenv("CI")).as("CI never rewrites what it checks").isNull();
      Files.writeString(PAGE, head + tables());
    }
    assertThat(Files.readString(PAGE)).isEqualTo(head + tables());
  }

  private static String tables() {
    List<Column> everywhere = OwnColumns.of(false);
    StringBuilder page = new StringBuilder("\n## In every table\n\n").append(rows(everywhere));
    String family = "";
    for (ProvinceTable table : ProvinceTable.all()) {
      if (!table.record().family().equals(family)) {
        family = table.record().family();
        page.append("\n## ").append(said(Dictionary.v1().families().get(family))).append('\n');
      }
      page.append("\n### ").append(table.qualified()).append("\n\n");
      page.append(table.record().number()).append(' ').append(said(table.record().label()));
      page.append(table.record().day() == null ? "; without a day" : "; day: `" + day(table) + "`");
      page.append(".\n\n")
          .append(rows(table.columns().stream().filter(c -> !everywhere.contains(c)).toList()));
    }
    return page.toString();
  }

  private static String day(ProvinceTable table) {
    return table.columns().stream()
        .filter(column -> String.join(".", column.path()).equals(table.record().day()))
        .map(Column::name)
        .findFirst()
        .orElseThrow();
  }

  private static String rows(List<Column> columns) {
    return columns.stream()
        .map(
            c ->
                "| `%s` | %s | %s | %s |\n".formatted(c.name(), c.type(), said(c.label()), seen(c)))
        .collect(
            Collectors.joining("", "| column | type | what | seen |\n|---|---|---|---|\n", ""));
  }

  private static String seen(Column column) {
    if (!column.isPublic()) {
      return "no";
    }
    return column.hidden().isEmpty() ? "" : "without " + String.join(", ", column.hidden());
  }

  private static String said(Label label) {
    return label.zh() + " " + label.en();
  }
}
