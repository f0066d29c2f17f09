package io.enforcement.gateway.routes.province.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.enforcement.gateway.routes.database.TrialServer;
import io.enforcement.gateway.routes.province.Acts;
import io.enforcement.gateway.routes.province.TrialProvince;
import io.enforcement.gateway.routes.province.analysis.Analysis.Column;
import io.enforcement.gateway.routes.province.store.AnalysisStore;
import io.enforcement.gateway.routes.province.store.AnalysisStore.Saved;
import io.enforcement.gateway.routes.province.store.AnalysisStore.Span;
import io.enforcement.gateway.standards.model.CoercionMeasure;
import io.enforcement.gateway.standards.model.Inspection;
import io.enforcement.gateway.standards.model.Operation;
import io.enforcement.gateway.standards.model.Party;
import io.enforcement.gateway.standards.model.Penalty;
import io.enforcement.gateway.standards.model.PenaltyDecision;
import io.enforcement.gateway.standards.model.PublicationRequest;
import io.enforcement.gateway.standards.model.StandardRecord;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each analysis on acts that it must find, and on their neighbours that it must not. */
class AnalysesTest {

  private static final Instant AT = Instant.parse("2026-06-01T02:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2025, 3, 1);
  private static final Span YEAR =
      new Span("640000", LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31));
  private static final List<String> BODIES =
      List.of("1164010678L04X123X", "11640104MB1GXE523M", "11640104MB1GXE216R");
  private static final String COMPANY = "91640122MA7QX3D8XU";

  @TempDir static Path directory;
  private static TrialServer server;
  private static TrialProvince province;
  private static AnalysisStore store;
  private static Analyses analyses;

  @BeforeAll
  static void start() {
    server = TrialServer.start(directory);
    province = new TrialProvince(server);
    store = new AnalysisStore(province.analysis(), province.runtime());
    analyses = new Analyses(store);
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
            "truncate province.penalty_decision, province.inspection, province.coercion_measure,"
                + " province.publication_request, province.saved_analysis");
  }

  /** Counted here with nothing but lists, beside what the database finds. */
  @Test
  void inspectionsOfOneCompanyBySeveralBodiesAreFoundAsAnotherCountFindsThem() {
    Random random = new Random(7);
    Map<String, List<Inspection>> visits = new TreeMap<>();
    for (int i = 0; i < 120; i++) {
      String company = "company-" + random.nextInt(15);
      Inspection inspection =
          inspection(i, BODIES.get(random.nextInt(3)), company, DAY.plusDays(random.nextInt(300)));
      visits.computeIfAbsent(company, c -> new ArrayList<>()).add(inspection);
      comes(inspection);
    }
    Set<String> expected = new TreeSet<>();
    visits.forEach(
        (company, all) -> {
          for (Inspection first : all) {
            long bodies =
                all.stream()
                    .filter(each -> !day(each).isBefore(day(first)))
                    .filter(each -> !day(each).isAfter(day(first).plusDays(10)))
                    .map(each -> each.getBody().getUscc())
                    .distinct()
                    .count();
            if (bodies >= 2) {
              expected.add(company);
            }
          }
        });

    assertThat(expected).isNotEmpty().hasSizeLessThan(15);
    assertThat(rows("repeated-inspections", Map.of("days", "10")))
        .extracting(row -> row.get("uscc"))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void anInspectionOnItsOwnSevenMonthsLaterIsNoneOfTheRepeatedOnes() {
    comes(inspection(1, BODIES.get(0), COMPANY, DAY));
    comes(inspection(2, BODIES.get(1), COMPANY, DAY.plusDays(90)));
    comes(inspection(3, BODIES.get(0), COMPANY, DAY.plusDays(210)));
    comes(inspection(4, BODIES.get(0), "another", DAY));
    comes(inspection(5, BODIES.get(0), "another", DAY.plusDays(1)));

    assertThat(rows("repeated-inspections", Map.of()))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row).containsEntry("bodies", 2L).containsEntry("inspections", 2L);
              assertThat((List<?>) row.get("acts")).hasSize(2);
            });
    assertThat(rows("repeated-inspections", Map.of("days", "89"))).isEmpty();
  }

  @Test
  void oneViolationFinedByTwoDecisionsIsFoundAndAWarningBesideAFineIsNot() {
    comes(fined("A", BODIES.get(0), "1000"));
    comes(fined("B", BODIES.get(1), "2000"));
    PenaltyDecision warned = fined("C", BODIES.get(2), "1");
    warned.getPenalties().clear();
    warned.getPenalties().add(penalty("01", null));
    comes(warned);
    PenaltyDecision later = fined("D", BODIES.get(2), "1");
    later.setViolationEndDate(DAY.minusDays(40));
    comes(later);

    assertThat(rows("fined-twice", Map.of()))
        .extracting(row -> row.get("uscc"), row -> row.get("decisions"), row -> row.get("fines"))
        .contains(tuple(COMPANY, 2L, new BigDecimal("3000.00")))
        .as("the company, and the citizen who is not shown")
        .hasSize(2)
        .contains(tuple(null, 2L, new BigDecimal("3000.00")));
  }

  @Test
  void finesOfLikeCasesThatLieFarApartAreFoundWithTheLowestAndTheHighest() {
    comes(fined("low", BODIES.get(0), "1000"));
    comes(fined("middle", BODIES.get(1), "3000"));
    comes(fined("high", BODIES.get(1), "5000"));

    assertThat(rows("unlike-outcomes", Map.of()))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row).containsEntry("decisions", 3L).containsEntry("bodies", 2L);
              assertThat(acts(row)).hasSize(2);
              assertThat(acts(row).get(0)).endsWith("low");
              assertThat(acts(row).get(1)).endsWith("high");
            });
    assertThat(rows("unlike-outcomes", Map.of("times", "6"))).isEmpty();
  }

  @Test
  void aSeizureIsTooLongAfterItsTermItsExtensionAndItsTests() {
    comes(measure("thirty", "3", DAY.plusDays(30), 0));
    comes(measure("over", "3", DAY.plusDays(31), 0));
    comes(measure("tested", "3", DAY.plusDays(40), 10));
    comes(measure("person", "1", DAY.plusDays(90), 0));
    comes(measure("lasting", "2", null, 0));

    assertThat(rows("overlong-seizures", Map.of()))
        .extracting(row -> row.get("days_over"))
        .containsExactlyInAnyOrder(1, 275);
  }

  @Test
  void whatIsViolatedOftenIsCountedByFieldToo() {
    for (int i = 0; i < 4; i++) {
      comes(fined("often" + i, BODIES.get(i % 2), "100"));
    }

    assertThat(rows("frequent-violations", Map.of("decisions", "4")))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row)
                    .containsEntry("decisions", 4L)
                    .containsEntry("bodies", 2L)
                    .containsEntry("fines", new BigDecimal("400.00")));
    assertThat(rows("frequent-violations", Map.of("decisions", "4", "field", "0102"))).hasSize(1);
    assertThat(rows("frequent-violations", Map.of("decisions", "4", "field", "99"))).isEmpty();
    assertThat(rows("frequent-violations", Map.of("decisions", "5"))).isEmpty();
  }

  @Test
  void aDecisionPublishedLateOrNotAtAllIsFoundAndOneThatMayNotBeIsNot() {
    comes(fined("early", BODIES.get(0), "1"));
    comes(published("early", DAY.plusDays(11), null));
    comes(fined("late", BODIES.get(0), "1"));
    comes(published("late", DAY.plusDays(14), null));
    comes(fined("never", BODIES.get(0), "1"));
    comes(fined("withheld", BODIES.get(0), "1"));
    comes(published("withheld", null, "2"));

    assertThat(rows("late-publication", Map.of()))
        .extracting(row -> row.get("days_over"))
        .containsExactlyInAnyOrder(3, 294);
  }

  /** Paging by keys shows each row once; what a division does not hold is not seen there. */
  @Test
  void rowsArePagedByKeyAndBoundToTheDivision() {
    for (int i = 0; i < 25; i++) {
      comes(fined("n" + i, BODIES.get(0), "1"));
    }
    Analysis late = analyses.named("late-publication").orElseThrow();
    Set<Object> seen = new TreeSet<>();
    String after = "";
    for (int page = 0; page < 3; page++) {
      List<Map<String, Object>> rows = analyses.rows(late, YEAR, Map.of(), after, 10);
      rows.forEach(row -> assertThat(seen.add(row.get("key"))).isTrue());
      after = (String) rows.get(rows.size() - 1).get("key");
    }
    assertThat(seen).hasSize(25);
    assertThat(analyses.count(late, YEAR, Map.of())).isEqualTo(25);
    assertThat(analyses.count(late, new Span("640100", YEAR.from(), YEAR.to()), Map.of()))
        .isEqualTo(25);
    assertThat(analyses.count(late, new Span("640200", YEAR.from(), YEAR.to()), Map.of())).isZero();
  }

  /** Whoever reads a file knows what its rows say; nothing in them names a natural person. */
  @Test
  void rowsHaveTheColumnsThatAreDescribed() {
    comes(fined("A", BODIES.get(0), "1"));
    comes(fined("B", BODIES.get(1), "9"));
    comes(inspection(1, BODIES.get(0), COMPANY, DAY));
    comes(inspection(2, BODIES.get(1), COMPANY, DAY));
    comes(measure("over", "3", DAY.plusDays(31), 0));

    for (Analysis analysis : analyses.all()) {
      List<Map<String, Object>> rows =
          rows(
              analysis.id(),
              analysis.id().startsWith("frequent") ? Map.of("decisions", "1") : Map.of());
      assertThat(rows).as(analysis.id()).isNotEmpty();
      assertThat(rows.get(0).keySet())
          .as(analysis.id())
          .containsExactlyElementsOf(analysis.columns().stream().map(Column::name).toList());
      assertThat(analysis.columns().get(0).name()).isEqualTo("key");
      assertThat(acts(rows.get(0))).isNotEmpty();
      assertThat(rows.toString()).doesNotContain("640122199211051822").doesNotContain("梁晓岚");
    }
  }

  /** Everybody who watches may ask; what is restricted is for listed people. */
  @Test
  void aRestrictedDecisionIsInNone() {
    for (String number : List.of("A", "B")) {
      PenaltyDecision secret = fined(number, BODIES.get(0), number.equals("A") ? "1" : "9");
      secret.setRestricted(true);
      comes(secret);
    }

    for (Analysis analysis : analyses.all()) {
      Map<String, String> most =
          analysis.id().startsWith("frequent") ? Map.of("decisions", "1") : Map.of();
      assertThat(rows(analysis.id(), most)).as(analysis.id()).isEmpty();
    }
  }

  @Test
  void aParameterThatDoesNotFitIsNamed() {
    Analysis repeated = analyses.named("repeated-inspections").orElseThrow();
    assertThatThrownBy(() -> analyses.rows(repeated, YEAR, Map.of("days", "1 or 1=1"), "", 1))
        .isInstanceOf(Analysis.UnfitValue.class)
        .hasMessage("days");
    assertThatThrownBy(() -> analyses.count(repeated, YEAR, Map.of("weeks", "1")))
        .hasMessage("weeks");
  }

  @Test
  void nothingCanBeWrittenOverTheConnectionsOfAnalyses() {
    assertThatThrownBy(() -> province.analysis().update("delete from province.penalty_decision"))
        .hasStackTraceContaining("read-only");
  }

  @Test
  void whatIsSavedIsFoundByItsNameAndForgottenByWhoSavedIt() {
    Analysis late = analyses.named("late-publication").orElseThrow();
    assertThat(analyses.save(late, "市区月查", Map.of("days", "20"), "officer")).isTrue();
    assertThat(analyses.save(late, "市区月查", Map.of(), "another")).isFalse();

    Saved saved = store.saved().get(0);
    assertThat(saved.parameters()).containsEntry("days", "20");
    assertThat(saved.analysis()).isEqualTo("late-publication");
    assertThat(store.forget(saved.id(), "another")).isFalse();
    assertThat(store.forget(saved.id(), "officer")).isTrue();
    assertThat(store.saved()).isEmpty();
  }

  private static List<Map<String, Object>> rows(String id, Map<String, String> parameters) {
    return analyses.rows(analyses.named(id).orElseThrow(), YEAR, parameters, "", 500);
  }

  @SuppressWarnings("unchecked")
  private static List<String> acts(Map<String, Object> row) {
    return (List<String>) row.get("acts");
  }

  private static void comes(StandardRecord record) {
    province.arrives(record, "region", AT);
    province.aggregates(1);
  }

  private static LocalDate day(Inspection inspection) {
    return inspection.getCheckDate().toLocalDate();
  }

  private static Inspection inspection(int number, String body, String company, LocalDate day) {
    Inspection inspection = (Inspection) Acts.sample("Inspection", "ordered-to-correct.xml");
    inspection.setRecordUniqueIdentity("inspection-" + number);
    inspection.setCheckActionCode("JC-" + number);
    inspection.getBody().setUscc(body);
    inspection.setCheckDate(OffsetDateTime.of(day.atTime(9, 0), ZoneOffset.ofHours(8)));
    Party party = inspection.getParties().get(0);
    party.setUscc(company);
    return inspection;
  }

  private static PenaltyDecision fined(String number, String body, String fine) {
    PenaltyDecision decision = Acts.decision(number, 1, Operation.I);
    decision.getBody().setUscc(body);
    decision.setPunishSetDate(DAY);
    decision.setViolationEndDate(DAY.minusDays(30));
    decision.getPenalties().clear();
    decision.getPenalties().add(penalty("03", new BigDecimal(fine)));
    return decision;
  }

  private static Penalty penalty(String type, BigDecimal amount) {
    Penalty penalty = new Penalty();
    penalty.setType(type);
    penalty.setAmount(amount == null ? null : amount.setScale(2));
    return penalty;
  }

  private static CoercionMeasure measure(
      String number, String kind, LocalDate lifted, int testingDays) {
    CoercionMeasure measure =
        (CoercionMeasure) Acts.sample("CoercionMeasure", "sealing-extended.xml");
    measure.setRecordUniqueIdentity("measure-" + number);
    measure.setMandatoryDecisionNumber(number);
    measure.setForceActionCode(number);
    measure.setMeasure(kind);
    measure.setStartDate(DAY);
    measure.setExtension(null);
    measure.setTestingDays(testingDays);
    measure.setLiftedDate(lifted);
    measure.setDisposalDate(null);
    return measure;
  }

  private static PublicationRequest published(String decision, LocalDate on, String not) {
    PublicationRequest request =
        (PublicationRequest) Acts.sample("PublicationRequest", "citizen-redacted.xml");
    request.setRecordUniqueIdentity("publication-" + decision);
    request.getBody().setUscc(BODIES.get(0));
    request.getPublishedDecision().setDocumentNumber(decision);
    request.setPublishOn(on);
    request.setNonPublication(not);
    return request;
  }
}
