package io.enforcement.gateway.routes.province.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.routes.database.TrialServer;
import io.enforcement.gateway.routes.province.Acts;
import io.enforcement.gateway.routes.province.TrialProvince;
import io.enforcement.gateway.routes.province.statistics.Statistics.Change;
import io.enforcement.gateway.routes.province.statistics.Statistics.Frozen;
import io.enforcement.gateway.routes.province.store.StatisticsStore;
import io.enforcement.gateway.routes.province.store.StatisticsStore.Asked;
import io.enforcement.gateway.routes.province.store.StatisticsStore.Cell;
import io.enforcement.gateway.standards.model.Operation;
import io.enforcement.gateway.standards.model.Penalty;
import io.enforcement.gateway.standards.model.PenaltyDecision;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The annual tables against another count of the same acts, on a real PostgreSQL. */
class StatisticsTest {

  private static final Instant AT = Instant.parse("2026-06-01T02:00:00Z");
  private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2025, 12, 31);
  private static final Asked PENALTIES = new Asked("1", "640000", "county", FIRST, LAST);
  private static final List<String> AREAS = List.of("640104", "640106", "640221", "640402");

  /** Lightest first, by the law's own order of weight as the form of 2021 has it. */
  private static final List<String> TYPES =
      List.of("99", "01", "02", "03", "04", "05", "06", "07", "09", "10", "11", "12", "08", "13");

  /** The columns of that form by the types above. */
  private static final List<String> COLUMNS =
      List.of("12", "01", "02", "03", "04", "04", "05", "06", "07", "08", "09", "09", "10", "11");

  @TempDir static Path directory;
  private static TrialServer server;
  private static TrialProvince province;
  private static StatisticsStore store;
  private static Statistics statistics;

  @BeforeAll
  static void start() {
    server = TrialServer.start(directory);
    province = new TrialProvince(server);
    store = new StatisticsStore(province.analysis(), province.runtime(), province.trail());
    statistics = new Statistics(store, province.transaction());
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @BeforeEach
  void nothingIsHeld() {
    province
        .administrator()
        .execute(
            "truncate province.penalty_decision, province.revocation, province.coercion_measure,"
                + " province.officer, province.statistics_result cascade");
  }

  /** Counted here with nothing but lists, beside what the database counts. */
  @Test
  void countsAsAnotherCountDoes() {
    Random random = new Random(11);
    Map<String, Long> counts = new TreeMap<>();
    Map<String, BigDecimal> amounts = new TreeMap<>();
    for (int i = 0; i < 300; i++) {
      String area = AREAS.get(random.nextInt(AREAS.size()));
      LocalDate day = LocalDate.of(2024, 12, 1).plusDays(random.nextInt(420));
      PenaltyDecision decision = decision("第" + i + "号", area, day);
      int heaviest = -1;
      BigDecimal amount = BigDecimal.ZERO;
      for (int n = 0; n <= random.nextInt(3); n++) {
        int type = random.nextInt(TYPES.size());
        heaviest = Math.max(heaviest, type);
        BigDecimal fine =
            random.nextBoolean() ? BigDecimal.valueOf(random.nextInt(1_000_000), 2) : null;
        decision.getPenalties().add(penalty(TYPES.get(type), fine));
        amount = fine == null ? amount : amount.add(fine);
      }
      comes(decision);
      boolean withdrawn = random.nextInt(10) == 0;
      if (withdrawn) {
        PenaltyDecision withdrawal = decision("第" + i + "号", area, day);
        withdrawal.getPenalties().addAll(decision.getPenalties());
        withdrawal.setRevision(2);
        withdrawal.setCdOperation(Operation.D);
        comes(withdrawal);
      } else if (day.getYear() == 2025) {
        String cell = area + " " + COLUMNS.get(heaviest);
        counts.merge(cell, 1L, Long::sum);
        amounts.merge(cell, amount, BigDecimal::add);
      }
    }

    StatisticsTable table = statistics.count(PENALTIES).orElseThrow();
    Map<String, Long> counted = new TreeMap<>();
    Map<String, BigDecimal> money = new TreeMap<>();
    for (Cell cell : table.cells()) {
      counted.put(cell.unit() + " " + cell.column(), cell.count());
      money.put(cell.unit() + " " + cell.column(), cell.amount());
    }
    assertThat(counted).isEqualTo(counts);
    amounts.forEach((cell, sum) -> assertThat(money.get(cell)).as(cell).isEqualByComparingTo(sum));
    assertThat(table.columns().stream().mapToLong(c -> table.count(null, c.code())).sum())
        .as("columns add up to the decisions")
        .isEqualTo(table.total(null))
        .isEqualTo(decisionsOf2025());
  }

  private static long decisionsOf2025() {
    return province
        .administrator()
        .queryForObject(
            "select count(*) from province.penalty_decision where latest and operation <> 'D'"
                + " and punish_set_date between '2025-01-01' and '2025-12-31'",
            Long.class);
  }

  @ParameterizedTest
  @CsvSource({
    "640000, total, 640000:4",
    "640000, city, 640100:2 640200:1 640400:1",
    "640100, county, 640104:1 640106:1",
    "640106, total, 640106:1",
    "650000, total, ''"
  })
  void anyNodeAndLevelOfTheTree(String area, String level, String expected) {
    AREAS.forEach(each -> comes(fined("第" + each + "号", each)));

    StatisticsTable table =
        statistics.count(new Asked("1", area, level, FIRST, LAST)).orElseThrow();
    assertThat(String.join(" ", table.units().stream().map(u -> u + ":" + table.total(u)).toList()))
        .isEqualTo(expected);
  }

  @Test
  void aRevokedDecisionStillCountsAndAnUnknownTypeIsSeen() {
    comes(fined("revoked", "640106"));
    province.arrives(Acts.revocation("revoked", 1, Operation.I), "region", AT);
    province.aggregates(1);
    PenaltyDecision strange = decision("strange", "640106", FIRST);
    strange.getPenalties().add(penalty("77", null));
    comes(strange);

    StatisticsTable table = statistics.count(PENALTIES).orElseThrow();
    assertThat(table.count(null, "03")).isEqualTo(1);
    assertThat(table.count(null, "00")).isEqualTo(1);
    assertThat(table.total(null)).isEqualTo(2);
  }

  @Test
  void partiesWhoShareADocumentAreOneCount() {
    PenaltyDecision one = fined("shared", "640106");
    PenaltyDecision other = fined("shared", "640106");
    other.getParties().remove(0);
    comes(one);
    comes(other);

    StatisticsTable table = statistics.count(PENALTIES).orElseThrow();
    assertThat(table.total(null)).isEqualTo(1);
    assertThat(table.amount(null)).isEqualByComparingTo("2000");
  }

  @Test
  void aFrozenResultIsKeptAndACorrectionSaysWhatChanged() {
    comes(fined("A", "640106"));
    Frozen first = statistics.freeze(PENALTIES, "officer").orElseThrow();
    assertThat(statistics.freeze(PENALTIES, "officer").orElseThrow().result())
        .as("nothing has changed")
        .isEqualTo(first.result());

    comes(fined("B", "640106"));
    Frozen second = statistics.freeze(PENALTIES, "officer").orElseThrow();
    assertThat(second.result().version()).isEqualTo(2);
    assertThat(second.result().inputsDigest()).isNotEqualTo(first.result().inputsDigest());
    assertThat(second.changes())
        .containsExactly(
            new Change(
                new Cell("640106", "03", 1, new BigDecimal("1000.00")),
                new Cell("640106", "03", 2, new BigDecimal("2000.00"))));
    assertThat(store.cells(first.result().id()))
        .containsExactly(new Cell("640106", "03", 1, new BigDecimal("1000.00")));
    assertThat(
            province.rows("select actor, detail from event where milestone = 'STATISTICS_FROZEN'"))
        .contains("officer table 1 640000 2025-01-01 to 2025-12-31 version 2");
  }

  /** A correction that moves no number is a version all the same: the inputs are others. */
  @Test
  void otherInputsAreAnotherVersion() {
    comes(fined("A", "640106"));
    statistics.freeze(PENALTIES, "officer");
    PenaltyDecision corrected = fined("A", "640106");
    corrected.setRevision(2);
    corrected.setRemark("勘误");
    comes(corrected);

    Frozen second = statistics.freeze(PENALTIES, "officer").orElseThrow();
    assertThat(second.result().version()).isEqualTo(2);
    assertThat(second.changes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1, 2020-12-31", "7, 2025-12-31"})
  void withoutAFormNothingIsCounted(String table, LocalDate end) {
    assertThat(statistics.count(new Asked(table, "640000", "total", end.minusYears(1), end)))
        .isEmpty();
  }

  /** Each by its own day, in the columns of its form, for kinds that have samples. */
  @ParameterizedTest
  @CsvSource({"2", "3", "4", "5", "6"})
  void everyFormIsCountedFromTheSamples(String table) {
    for (String kind :
        List.of(
            "LicenceDecision",
            "CoercionMeasure",
            "CoercionExecution",
            "CourtApplication",
            "OtherAct",
            "Inspection",
            "Officer",
            "Reconsideration")) {
      Samples.of(kind)
          .forEach(
              record -> {
                province.arrives(record, "region", AT);
                province.aggregates(1);
              });
    }

    StatisticsTable counted =
        statistics
            .count(
                new Asked(
                    table, "640000", "body", LocalDate.of(2020, 1, 1), LocalDate.of(2026, 12, 31)))
            .orElseThrow();
    assertThat(counted.total(null)).isPositive();
    assertThat(counted.columns())
        .as("every value has its column")
        .extracting("code")
        .doesNotContain("00");
  }

  @Test
  void theSameSeedDrawsTheSame() {
    for (int i = 0; i < 25; i++) {
      comes(fined("第" + i + "号", "640106"));
    }
    List<String> drawn = store.sample("640000", FIRST, LAST, 0.1, "seed", "officer");
    assertThat(drawn).hasSize(3).doesNotHaveDuplicates();
    assertThat(store.sample("640000", FIRST, LAST, 0.1, "seed", "officer")).isEqualTo(drawn);
    assertThat(store.sample("640000", FIRST, LAST, 0.1, "other", "officer")).isNotEqualTo(drawn);
    assertThat(store.sample("640000", FIRST, LAST, 1, "seed", "officer")).hasSize(25);
  }

  @Test
  void theWorkbookHasTheLayoutOfTheForm() throws IOException {
    comes(fined("A", "640104"));
    comes(fined("B", "640106"));
    byte[] book = StatisticsWorkbook.of(statistics.count(PENALTIES).orElseThrow());

    try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(book))) {
      List<Row> rows = read.getFirstSheet().read();
      assertThat(rows.get(0).getCellText(0)).isEqualTo("行政处罚实施情况统计表");
      assertThat(rows.get(1).getCellText(0)).contains("2025-01-01 至 2025-12-31", "万元");
      assertThat(texts(rows.get(2))).startsWith("单位", "警告").endsWith("其他", "合计", "金额（万元）");
      assertThat(texts(rows.get(3))).startsWith("640104").endsWith("1", "0.100000");
      assertThat(texts(rows.get(5))).startsWith("合计").endsWith("2", "0.200000");
    }
  }

  private static List<String> texts(Row row) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < row.getCellCount(); i++) {
      texts.add(row.getCellText(i));
    }
    return texts;
  }

  private static PenaltyDecision fined(String number, String area) {
    PenaltyDecision decision = decision(number, area, LocalDate.of(2025, 3, 3));
    decision.getPenalties().add(penalty("03", new BigDecimal("1000")));
    return decision;
  }

  private static PenaltyDecision decision(String number, String area, LocalDate day) {
    PenaltyDecision decision = Acts.decision(number, 1, Operation.I);
    decision.getBody().setAreaNumber(area);
    decision.setPunishSetDate(day);
    decision.getPenalties().clear();
    return decision;
  }

  private static Penalty penalty(String type, BigDecimal amount) {
    Penalty penalty = new Penalty();
    penalty.setType(type);
    penalty.setAmount(amount);
    return penalty;
  }

  private static void comes(PenaltyDecision decision) {
    province.arrives(decision, "region", AT);
    province.aggregates(1);
  }
}
