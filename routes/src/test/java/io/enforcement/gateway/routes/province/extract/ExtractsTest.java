package io.enforcement.gateway.routes.province.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.routes.database.TrialServer;
import io.enforcement.gateway.routes.province.Acts;
import io.enforcement.gateway.routes.province.TrialProvince;
import io.enforcement.gateway.routes.province.store.ActStore;
import io.enforcement.gateway.routes.province.store.ActStore.Act;
import io.enforcement.gateway.routes.province.store.ExtractStore;
import io.enforcement.gateway.routes.province.store.ExtractStore.Extract;
import io.enforcement.gateway.standards.model.Officer;
import io.enforcement.gateway.standards.model.Operation;
import io.enforcement.gateway.standards.model.PenaltyDecision;
import io.enforcement.gateway.standards.model.StandardRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Acts page by page and as files, on a real PostgreSQL. */
class ExtractsTest {

  private static final Instant AT = Instant.parse("2026-06-01T02:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2025, 3, 1);
  private static final String PERSON = "li.si";

  @TempDir static Path directory;
  private static TrialServer server;
  private static TrialProvince province;
  private static StandingActs acts;
  private static ExtractStore store;
  private static Extracts extracts;
  private static ExtractFile file;

  @BeforeAll
  static void start() {
    server = TrialServer.start(directory);
    province = new TrialProvince(server);
    acts = new StandingActs(new ActStore(province.analysis()));
    store = new ExtractStore(province.runtime(), province.transaction(), province.trail());
    extracts = new Extracts(acts, store);
    file = new ExtractFile(store);
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
            "truncate province.penalty_decision, province.revocation, province.officer,"
                + " province.extract, province.extract_page");
  }

  @Test
  void actsAreReadPageByPageAsTheyStand() {
    for (int i = 0; i < 7; i++) {
      comes(decision("第" + i + "号", "640106", DAY.plusDays(i)), "east");
    }
    comes(decision("第7号", "640221", DAY.plusYears(1)), "west");
    province.arrives(Acts.revocation("第3号", 1, Operation.I), "east", AT);
    province.aggregates(1);

    List<Act> read = new ArrayList<>();
    List<Act> page = acts.page(all(), "", 3);
    while (!page.isEmpty()) {
      assertThat(page).hasSizeLessThanOrEqualTo(3);
      read.addAll(page);
      page = acts.page(all(), read.get(read.size() - 1).key(), 3);
    }
    assertThat(read).hasSize(8).extracting(Act::key).doesNotHaveDuplicates();
    assertThat(acts.count(all())).isEqualTo(8);
    assertThat(read)
        .filteredOn(act -> act.values().get("punish_file_num").equals("第3号"))
        .singleElement()
        .satisfies(act -> assertThat(act.values()).containsEntry("standing", "UNLAWFUL"));
    assertThat(read.get(0).values())
        .containsKeys("findings", "content_digest", "cd_time")
        .doesNotContainKeys("illegal_fact", "latest");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "640100, -, -, -, -, 2",
        "640106, 2025-03-02, 2025-03-02, -, -, 1",
        "-, 2025-12-31, -, -, -, 1",
        "-, -, -, punish_file_num, B, 1",
        "-, -, -, revision, 1, 3",
        "-, -, -, punish_set_date, 2025-03-01, 1",
        "-, -, -, restricted, true, 0",
        "-, -, -, standing, WITHDRAWN, 0"
      })
  void whatIsAskedForIsFound(
      String area, LocalDate from, LocalDate to, String column, String value, int found) {
    comes(decision("A", "640106", DAY), "east");
    comes(decision("B", "640106", DAY.plusDays(1)), "east");
    comes(decision("C", "640221", DAY.plusYears(1)), "east");

    Map<String, String> equal = column == null ? Map.of() : Map.of(column, value);
    Question question = new Question("PenaltyDecision", false, null, area, from, to, equal);
    assertThat(question.unfit()).isEmpty();
    assertThat(acts.page(question, "", 10)).hasSize(found);
    assertThat(acts.count(question)).isEqualTo(found);
  }

  /** Whoever may ask by a personal value learns it; whoever may write SQL learns everything. */
  @ParameterizedTest
  @CsvSource({
    "PenaltyDecision, 640106, illegal_fact, x, f.illegal_fact",
    "PenaltyDecision, 640106, parties, x, f.parties",
    "PenaltyDecision, 640106, revision, one, f.revision",
    "PenaltyDecision, 640106, punish_set_date, 2025-02-30, f.punish_set_date",
    "PenaltyDecision, 640106, '1\" = 1 or \"1', x, 'f.1\" = 1 or \"1'",
    "PenaltyDecision, 64, revision, 1, area",
    "DisciplineClue, 640106, revision, 1, kind",
    "NoSuchKind, 640106, revision, 1, kind"
  })
  void whatMayNotBeAskedForIsNamed(
      String kind, String area, String column, String value, String unfit) {
    assertThat(new Question(kind, false, null, area, null, null, Map.of(column, value)).unfit())
        .contains(unfit);
  }

  @Test
  void aSourceIsSeenAloneAndNoSourceIsNothing() {
    comes(decision("A", "640106", DAY), "east");
    comes(decision("B", "640106", DAY), "west");

    assertThat(acts.page(of(List.of("west")), "", 10))
        .extracting(act -> act.values().get("punish_file_num"))
        .containsExactly("B");
    assertThat(acts.page(of(List.of()), "", 10)).isEmpty();
  }

  @Test
  void personalValuesAreMaskedAndWhatIsRestrictedIsNotThere() {
    Officer officer = (Officer) Acts.sample("Officer", "valid.json");
    comes(officer, "east");
    PenaltyDecision restricted = decision("A", "640106", DAY);
    restricted.setRestricted(true);
    comes(restricted, "east");

    Question open = new Question("Officer", false, null, null, null, null, null);
    assertThat(acts.page(open, "", 10).get(0).values()).doesNotContainKey("mobile_phone");
    Question personal = new Question("Officer", true, null, null, null, null, null);
    Map<String, Object> shown = acts.page(personal, "", 10).get(0).values();
    assertThat(shown.toString())
        .doesNotContain(officer.getIdCertificate().getNumber())
        .contains(officer.getIdCertificate().getNumber().substring(0, 6) + "****");
    assertThat(acts.count(all())).isZero();
  }

  @Test
  void anExtractSaysTheSameInEveryForm() throws IOException {
    comes(decision("=A", "640106", DAY), "east");
    comes(decision("B", "640106", DAY), "east");

    String lines = new String(made(Format.JSON_LINES), StandardCharsets.UTF_8);
    List<JsonNode> parsed = lines.lines().map(JsonMapper.shared()::readTree).toList();
    assertThat(parsed).hasSize(2);
    assertThat(parsed.get(0).path("parties").isArray()).isTrue();
    assertThat(lines).doesNotContain("梁晓岚", "640122199211051822");

    String csv = new String(made(Format.CSV), StandardCharsets.UTF_8);
    assertThat(csv).startsWith("\uFEFF效力状态 standing,").contains("处罚决定书文号 punish_file_num");
    assertThat(csv.lines()).hasSize(3);
    assertThat(csv).contains("'=A");

    try (ReadableWorkbook book =
        new ReadableWorkbook(new ByteArrayInputStream(made(Format.EXCEL)))) {
      List<Row> rows = book.getFirstSheet().read();
      assertThat(rows).hasSize(3);
      assertThat(rows.get(0).getCellText(0)).isEqualTo("效力状态 standing");
      assertThat(rows.get(1).getCellText(0)).isEqualTo("IN_FORCE");
    }
    assertThat(
            province.rows(
                "select milestone, actor, split_part(detail, ' ', 2) from event"
                    + " where milestone like 'EXTRACT_%' group by 1, 2, 3"))
        .containsExactly(
            "EXTRACT_ASKED li.si PenaltyDecision:",
            "EXTRACT_TAKEN li.si CSV:",
            "EXTRACT_TAKEN li.si EXCEL:",
            "EXTRACT_TAKEN li.si JSON_LINES:");
  }

  /** The process dies after a page; another one goes on, and a slower one writes nothing twice. */
  @Test
  void aDeathBetweenPagesRepeatsNothing() throws IOException {
    for (int i = 0; i < 2500; i++) {
      province.arrives(decision("第" + i + "号", "640106", DAY), "east", AT);
    }
    assertThat(province.aggregates(2500)).isEqualTo(2500);
    Extract asked = extracts.ask(all(), Format.JSON_LINES, 2500, PERSON).orElseThrow();

    extracts.write(asked);
    Extract afterOne = store.find(asked.id()).orElseThrow();
    assertThat(afterOne.written()).isEqualTo(1000);
    extracts.write(asked);
    assertThat(store.find(asked.id()).orElseThrow()).isEqualTo(afterOne);

    new Extracts(acts, store).work();
    Extract done = store.find(asked.id()).orElseThrow();
    assertThat(done.state()).isEqualTo("DONE");
    assertThat(done.written()).isEqualTo(2500);
    assertThat(new String(taken(done), StandardCharsets.UTF_8).lines().distinct()).hasSize(2500);
  }

  @Test
  void oneThatCannotBeMadeSaysWhyAndDoesNotHoldUpTheNext() {
    Question broken =
        new Question("PenaltyDecision", false, null, null, null, null, Map.of("revision", "x"));
    Extract failing = extracts.ask(broken, Format.CSV, 1, PERSON).orElseThrow();
    Extract next = extracts.ask(all(), Format.CSV, 0, PERSON).orElseThrow();

    extracts.work();
    assertThat(store.find(failing.id()).orElseThrow().state()).isEqualTo("FAILED");
    assertThat(store.find(failing.id()).orElseThrow().why()).isNotEmpty();
    assertThat(store.find(next.id()).orElseThrow().state()).isEqualTo("DONE");
  }

  @Test
  void onlyThreeOfAPersonWait() {
    for (int i = 0; i < Extracts.WAITING; i++) {
      assertThat(extracts.ask(all(), Format.CSV, 0, PERSON)).isPresent();
    }
    assertThat(extracts.ask(all(), Format.CSV, 0, PERSON)).isEmpty();
    assertThat(extracts.ask(all(), Format.CSV, 0, "wang.wu")).isPresent();
    assertThat(store.of(PERSON, 10)).hasSize(3);
  }

  @Test
  void aFileIsTakenAwayAfterAWeek() throws IOException {
    comes(decision("A", "640106", DAY), "east");
    Extract done = extracts.ask(all(), Format.CSV, 1, PERSON).orElseThrow();
    extracts.work();
    extracts.expire();
    assertThat(store.find(done.id()).orElseThrow().state()).isEqualTo("DONE");

    province
        .administrator()
        .update("update province.extract set ended_at = now() - interval '8 days'");
    extracts.expire();
    assertThat(store.find(done.id()).orElseThrow().state()).isEqualTo("EXPIRED");
    assertThat(store.page(done.id(), 0)).isEmpty();
  }

  private static byte[] made(Format format) throws IOException {
    Extract asked = extracts.ask(all(), format, 2, PERSON).orElseThrow();
    extracts.work();
    return taken(store.find(asked.id()).orElseThrow());
  }

  private static byte[] taken(Extract extract) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    file.write(extract, PERSON, out);
    return out.toByteArray();
  }

  private static Question all() {
    return of(null);
  }

  private static Question of(List<String> sources) {
    return new Question("PenaltyDecision", false, sources, null, null, null, null);
  }

  private static PenaltyDecision decision(String number, String area, LocalDate day) {
    PenaltyDecision decision = Acts.decision(number, 1, Operation.I);
    decision.getBody().setAreaNumber(area);
    decision.setPunishSetDate(day);
    return decision;
  }

  private static void comes(StandardRecord record, String source) {
    province.arrives(record, source, AT);
    province.aggregates(1);
  }
}
