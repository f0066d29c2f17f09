package io.enforcement.gateway.routes.province.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.enforcement.gateway.routes.database.TrialServer;
import io.enforcement.gateway.routes.province.Acts;
import io.enforcement.gateway.routes.province.TrialProvince;
import io.enforcement.gateway.routes.province.store.QualityStore;
import io.enforcement.gateway.routes.province.store.QualityStore.Breach;
import io.enforcement.gateway.routes.province.store.QualityStore.Span;
import io.enforcement.gateway.routes.province.table.ProvinceTable;
import io.enforcement.gateway.standards.model.Operation;
import io.enforcement.gateway.standards.model.PenaltyDecision;
import io.enforcement.gateway.standards.model.Revocation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scores against another computation over the same records, on a real PostgreSQL. */
class QualityTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 5, 1);
  private static final LocalDate LAST = LocalDate.of(2026, 6, 30);
  private static final Span ALL = new Span(Optional.empty(), FIRST, LAST);
  private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);
  private static final List<String> SOURCES = List.of("east", "west");

  /** Findings that records come with, and for what each counts; null costs nothing. */
  private static final List<String> FOUND =
      List.of(
          "WARNING identifier.item-code accuracy",
          "WARNING duty.two-officers conformity",
          "WARNING decision.late timeliness",
          "WARNING date.until consistency",
          "WARNING duty.discretion completeness",
          "INFO decision.hearing -");

  private static final Map<String, Integer> WEIGHTS =
      Map.of(
          "completeness",
          25,
          "timeliness",
          20,
          "accuracy",
          20,
          "consistency",
          15,
          "conformity",
          20);

  @TempDir static Path directory;
  private static TrialServer server;
  private static TrialProvince province;
  private static Quality quality;

  @BeforeAll
  static void start() {
    server = TrialServer.start(directory);
    province = new TrialProvince(server);
    quality = new Quality(QualityRules.shipped(), new QualityStore(province.analysis()));
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
            "truncate province.penalty_decision, province.revocation, province.refusal,"
                + " province.day_account");
  }

  /** What the other computation knows of the records of one place. */
  private static final class Expected {
    private int checked;
    private int refused;
    private final Map<String, Integer> broken = new TreeMap<>();

    private void add(Set<String> dimensions) {
      checked++;
      dimensions.forEach(dimension -> broken.merge(dimension, 1, Integer::sum));
    }

    private BigDecimal score() {
      double sum = 0;
      for (Map.Entry<String, Integer> weight : WEIGHTS.entrySet()) {
        int bad = broken.getOrDefault(weight.getKey(), 0);
        sum += weight.getValue() * (1 - (double) bad / checked);
      }
      return BigDecimal.valueOf(sum).setScale(2, RoundingMode.HALF_UP);
    }
  }

  /** Judged here with nothing but lists, beside what the database says. */
  @Test
  void scoresAsAnotherComputationDoes() {
    Random random = new Random(5);
    Map<String, Expected> expected = new TreeMap<>();
    for (int i = 0; i < 300; i++) {
      String source = SOURCES.get(random.nextInt(2));
      LocalDate sentOn = LocalDate.of(2026, 4, 20).plusDays(random.nextInt(80));
      Expected place =
          expected.computeIfAbsent(
              source + " " + sentOn.toString().substring(0, 7), p -> new Expected());
      if (random.nextInt(12) == 0) {
        province.refuses(
            "PenaltyDecision",
            findings("REFUSE structure.missing completeness"),
            source,
            noon(sentOn).toInstant());
        place.add(Set.of("completeness"));
        place.refused++;
        continue;
      }
      Set<String> dimensions = new TreeSet<>();
      List<String> found = FOUND.stream().filter(each -> random.nextInt(8) == 0).toList();
      found.stream()
          .map(each -> each.split(" ")[2])
          .filter(d -> !d.equals("-"))
          .forEach(dimensions::add);
      PenaltyDecision decision = sent("第" + i + "号", noon(sentOn));
      int daysLater = random.nextInt(14);
      decision.setPunishSetDate(sentOn.minusDays(daysLater - 1L));
      if (daysLater - 1 > 10) {
        dimensions.add("timeliness");
      }
      if (daysLater == 0) {
        dimensions.add("consistency");
      }
      if (random.nextInt(6) == 0) {
        decision.getBody().setAreaNumber(null);
        dimensions.add("completeness");
      }
      int onTheWay = random.nextInt(4);
      if (onTheWay > 1) {
        dimensions.add("timeliness");
      }
      comes(decision, source, found, noon(sentOn).plusDays(onTheWay));
      switch (random.nextInt(8)) {
        case 0 -> comesAgain(decision, Operation.D, source, found);
        case 1 -> {
          comesAgain(decision, Operation.U, source, List.of());
          dimensions.removeAll(Set.of("accuracy", "conformity"));
          // What the checks say is as it was; of the findings nothing is left.
          if (!(daysLater - 1 > 10 || onTheWay > 1)) {
            dimensions.remove("timeliness");
          }
          if (daysLater != 0) {
            dimensions.remove("consistency");
          }
          if (decision.getBody().getAreaNumber() != null) {
            dimensions.remove("completeness");
          }
          place.add(dimensions);
        }
        default -> place.add(dimensions);
      }
    }

    List<Score> scores = quality.scores(ALL, "PenaltyDecision", true);
    Map<String, Score> byPlace = new TreeMap<>();
    scores.stream()
        .filter(score -> score.kind() != null)
        .forEach(score -> byPlace.put(score.source() + " " + score.period(), score));
    assertThat(byPlace.keySet())
        .as("what was sent before or after is left out")
        .containsExactly("east 2026-05", "east 2026-06", "west 2026-05", "west 2026-06");
    byPlace.forEach(
        (place, score) -> {
          Expected other = expected.get(place);
          assertThat(score.checked()).as(place).isEqualTo(other.checked);
          assertThat(score.refused()).as(place).isEqualTo(other.refused);
          score
              .dimensions()
              .forEach(
                  part ->
                      assertThat(part.broken())
                          .as(place + " " + part.dimension())
                          .isEqualTo(other.broken.getOrDefault(part.dimension(), 0).longValue()));
          assertThat(score.score()).as(place).isEqualByComparingTo(other.score());
        });
    assertThat(scores).as("and all kinds together").hasSize(8);
  }

  @Test
  void theWorstRuleStandsFirstAndWhatCostsNothingLast() {
    comes(sent("A", noon(FIRST)), "east", List.of(FOUND.get(1), FOUND.get(5)), noon(FIRST));
    comes(sent("B", noon(FIRST)), "east", List.of(FOUND.get(5)), noon(FIRST));
    comes(sent("C", noon(FIRST)), "west", List.of(FOUND.get(2), FOUND.get(1)), noon(FIRST));
    province.refuses("PenaltyDecision", findings(FOUND.get(1)), "east", noon(FIRST).toInstant());

    assertThat(quality.worst(ALL, null))
        .extracting(RankedRule::rule, RankedRule::records, RankedRule::refused)
        .containsExactly(
            tuple("duty.two-officers", 3L, 1L),
            tuple("decision.late", 1L, 0L),
            tuple("decision.hearing", 2L, 0L));
    assertThat(quality.worst(new Span(Optional.of(List.of("west")), FIRST, LAST), null))
        .extracting(RankedRule::rule)
        .containsExactly("decision.late", "duty.two-officers");
    assertThat(quality.worst(new Span(Optional.of(List.of()), FIRST, LAST), null)).isEmpty();
  }

  @Test
  void recordsAreReachedPageByPage() {
    for (int i = 0; i < 7; i++) {
      comes(sent("第" + i + "号", noon(FIRST)), "east", List.of(FOUND.get(1)), noon(FIRST));
    }
    comes(sent("other", noon(FIRST)), "east", List.of(FOUND.get(2)), noon(FIRST));
    ProvinceTable table = Quality.table("PenaltyDecision").orElseThrow();

    List<Breach> all = new ArrayList<>();
    List<Breach> page = quality.breaches(table, ALL, "duty.two-officers", "", 3);
    while (!page.isEmpty()) {
      assertThat(page).hasSizeLessThanOrEqualTo(3);
      all.addAll(page);
      page = quality.breaches(table, ALL, "duty.two-officers", all.get(all.size() - 1).key(), 3);
    }
    assertThat(all).hasSize(7).extracting(Breach::key).doesNotHaveDuplicates();
    assertThat(all.get(0).sentOn()).isEqualTo(FIRST);
    assertThat(all.get(0).found().get(0).path()).isEqualTo("parties[0].uscc");
    assertThat(quality.breaches(table, ALL, "", "", 100)).hasSize(8);
  }

  @Test
  void aRevokedDecisionThatIsNotHeldAndTwoContentsOfARevisionAreSeen() {
    comes(sent("held", noon(FIRST)), "east", List.of(), noon(FIRST));
    PenaltyDecision other = sent("held", noon(FIRST));
    other.setPunishResult("另一内容");
    comes(other, "east", List.of(), noon(FIRST));
    for (String of : List.of("held", "unheard-of")) {
      Revocation revocation = Acts.revocation(of, 1, Operation.I);
      revocation.setCdTime(noon(FIRST));
      province.arrives(revocation, "east", noon(FIRST).toInstant());
      province.aggregates(1);
    }

    ProvinceTable revocations = Quality.table("Revocation").orElseThrow();
    assertThat(quality.breaches(revocations, ALL, "quality.revoked-unknown", "", 9))
        .extracting(Breach::identity)
        .containsExactly("Runheard-of-1");
    assertThat(
            quality.breaches(
                Quality.table("PenaltyDecision").orElseThrow(), ALL, "quality.two-contents", "", 9))
        .hasSize(1);
  }

  @Test
  void whatIsRestrictedOrSecretIsInNoScore() {
    PenaltyDecision restricted = sent("restricted", noon(FIRST));
    restricted.setRestricted(true);
    comes(restricted, "east", List.of(FOUND.get(1)), noon(FIRST));
    province.arrives(
        Acts.sample("DisciplineClue", "dereliction.xml"), "east", noon(FIRST).toInstant());
    province.aggregates(1);
    province.refuses("DisciplineClue", findings(FOUND.get(1)), "east", noon(FIRST).toInstant());

    Span whole = new Span(Optional.empty(), LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
    assertThat(quality.scores(whole, null, false)).isEmpty();
    assertThat(quality.breachesRefused(whole, null, "", "", 9)).isEmpty();
    assertThat(Quality.table("DisciplineClue")).isEmpty();
  }

  @Test
  void theListSaysWhereAndHowInBothLanguages() throws IOException {
    comes(
        sent("A", noon(FIRST)),
        "east",
        List.of(FOUND.get(1), FOUND.get(5)),
        noon(FIRST).plusDays(3));
    province.refuses(
        "PenaltyDecision", findings("REFUSE structure.missing x"), "east", noon(FIRST).toInstant());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new QualityList(quality).write(ALL, null, bytes);

    String csv = bytes.toString(StandardCharsets.UTF_8);
    assertThat(csv).startsWith("\uFEFF来源 Source,").endsWith("\r\n");
    List<String> lines = csv.lines().skip(1).toList();
    assertThat(lines).hasSize(4);
    assertThat(lines)
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith("east,PenaltyDecision,A-1," + Acts.BODY)
                    .contains(",2026-05-01,", "duty.two-officers,规范性,WARNING,parties[0].uscc,")
                    .contains("补充执法人员", "add the officers"))
        .anySatisfy(line -> assertThat(line).contains("quality.arrived-late,时效性"));
    assertThat(lines.get(3)).startsWith("east,,,,,2026-05-01,").contains("是 yes");
    assertThat(quality.broken(ALL, null)).isEqualTo(2);
  }

  private static void comes(
      PenaltyDecision decision, String source, List<String> found, OffsetDateTime at) {
    province.finds(
        province.arrives(decision, source, at.toInstant()), findings(found.toArray(String[]::new)));
    province.aggregates(1);
  }

  private static void comesAgain(
      PenaltyDecision decision, Operation operation, String source, List<String> found) {
    OffsetDateTime at = OffsetDateTime.ofInstant(arrival(decision), CHINA);
    decision.setRevision(2);
    decision.setCdOperation(operation);
    decision.setPunishResult("第2版");
    comes(decision, source, found, at);
  }

  private static Instant arrival(PenaltyDecision decision) {
    return province
        .administrator()
        .queryForObject(
            "select arrived_at from province.penalty_decision where punish_file_num = ?",
            Timestamp.class,
            decision.getPunishFileNum())
        .toInstant();
  }

  private static String findings(String... found) {
    List<String> all = new ArrayList<>();
    for (String each : found) {
      String[] words = each.split(" ");
      all.add(
          """
          {"severity":"%s","rule":"%s","path":"parties[0].uscc","valueClass":null,"arguments":[]}\
          """
              .formatted(words[0], words[1]));
    }
    return "[" + String.join(",", all) + "]";
  }

  private static PenaltyDecision sent(String number, OffsetDateTime at) {
    PenaltyDecision decision = Acts.decision(number, 1, Operation.I);
    decision.setCdTime(at);
    decision.setPunishSetDate(at.toLocalDate());
    return decision;
  }

  private static OffsetDateTime noon(LocalDate day) {
    return day.atTime(12, 0).atOffset(CHINA);
  }
}
