package io.enforcement.gateway.routes.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.routes.province.store.ReconciliationStore;
import io.enforcement.gateway.routes.province.store.ReconciliationStore.Day;
import io.enforcement.gateway.routes.province.store.ReconciliationStore.Kept;
import io.enforcement.gateway.routes.security.People;
import io.enforcement.gateway.routes.security.Role;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The pages of a gateway that is the province's, as people meet them, without their script. */
class ProvinceConsoleStoryTest {

  private static final UUID NOBODYS = new UUID(0, 0);
  private static final String DAYS = "/console/reconciliations";
  private static final String QUALITY = "/console/quality";
  private static final String ANALYSES = "/console/analyses";
  private static final String YEAR = "area=640000&from=2026-01-01&to=2026-12-31";
  private static final String APRIL = "?from=2026-04-01&to=2026-04-30";

  /** Every page that has no number in its address, and the resource behind it. */
  private static final Map<String, String> PAGES =
      Map.of(
          DAYS,
          "/api/v1/reconciliations",
          QUALITY,
          "/api/v1/quality",
          ANALYSES,
          "/api/v1/analyses");

  /** Every button, and the resource that does it. */
  private static final Map<String, String> ACTIONS =
      Map.of(
          DAYS + "/" + NOBODYS + "/sign-off",
          "/api/v1/reconciliations/" + NOBODYS + "/sign-off",
          ANALYSES + "/nothing/saved",
          "/api/v1/analyses/nothing/saved");

  private static StoryGateway gateway;

  @BeforeAll
  static void start() {
    gateway = StoryGateway.province();
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  /** The page refuses whom the resource refuses, and the menu leads there only those who may. */
  @ParameterizedTest
  @EnumSource(Role.class)
  void eachRoleHasTheRightsThatItHasAtTheApi(Role role) {
    People.Added added = gateway.part(People.class).add("story", name(), role);
    Visitor visitor = new Visitor(gateway.base()).begins(added.person().name(), added.password());
    Operator program = new Operator(gateway.base(), added.token());
    String menu = visitor.opens("/console").body().replaceAll("(?s).*<nav|</nav>.*", "");

    PAGES.forEach(
        (page, resource) -> {
          int answer = program.reads(resource).status();
          assertThat(visitor.opens(page).statusCode()).as(role + " " + page).isEqualTo(answer);
          assertThat(menu.contains("href=\"" + page + "\"")).isEqualTo(answer == 200);
        });
    ACTIONS.forEach(
        (page, resource) ->
            assertThat(
                    visitor.submits("/console/password", page, Map.of("name", "x")).statusCode()
                        == 403)
                .as(role + " " + page)
                .isEqualTo(program.posts(resource).status() == 403));
  }

  @Test
  void everyPageSpeaksBothLanguagesAndLacksNoWord() {
    Visitor visitor = gateway.visitor(name(), Role.OPERATOR);
    sends(decision());
    List<String> pages =
        List.of(
            DAYS,
            DAYS + "/" + differing(LocalDate.of(2026, 3, 2)).id(),
            QUALITY,
            QUALITY + APRIL,
            QUALITY + "/records" + APRIL + "&kind=PenaltyDecision",
            QUALITY + "/records" + APRIL + "&refused=true",
            ANALYSES,
            ANALYSES + "/late-publication",
            ANALYSES + "/late-publication?p.days=1&" + YEAR);

    for (String language : List.of("zh", "en")) {
      visitor.submits(
          "/console/password",
          "/console/language",
          Map.of("language", language, "back", "/console/password"));
      pages.forEach(page -> ConsoleStoryTest.isWhole(visitor.opens(page), page, language));
    }
  }

  @Test
  void whatDiffersIsNamedAndSignedOffByThoseWhoMay() {
    Day day = differing(LocalDate.of(2026, 3, 4));
    String address = DAYS + "/" + day.id();
    Visitor auditor = gateway.visitor(name(), Role.AUDITOR);
    String operatorsName = name();
    Visitor operator = gateway.visitor(operatorsName, Role.OPERATOR);

    assertThat(operator.opens(DAYS + "?state=DIFFERENT&source=region&day=2026-03-04").body())
        .contains("href=\"" + address + "\"", "有差异");
    assertThat(operator.opens(DAYS + "?state=CLOSED&source=&day=2026-03-04").body())
        .doesNotContain(address);
    assertThat(operator.opens(address).body())
        .contains("省库缺少", "act-of-2026-03-04", "/sign-off")
        .doesNotContain("party-of");
    assertThat(auditor.opens(address).body()).contains("省库缺少").doesNotContain("/sign-off");
    assertThat(auditor.submits(address, address + "/sign-off", explained()).statusCode())
        .isEqualTo(403);
    assertThat(
            operator
                .submits(address, address + "/sign-off", Map.of("explanation", " "))
                .statusCode())
        .isEqualTo(422);

    assertThat(operator.submits(address, address + "/sign-off", explained()).body())
        .contains("已签核", "已说明", "file-7", operatorsName)
        .doesNotContain("/sign-off");
  }

  @Test
  void qualityIsJudgedWhenItIsAskedForAndLeadsToTheRecords() {
    RecordPaper decision = decision();
    sends(decision);
    Visitor auditor = gateway.visitor(name(), Role.AUDITOR);
    String april = APRIL + "&source=region&kind=PenaltyDecision";

    assertThat(auditor.opens(QUALITY).body()).contains("权重", "查询前不作任何计算").doesNotContain("逐月总分");
    String page = auditor.opens(QUALITY + april).body();
    assertThat(page).contains("违反最多的规则", "逐月总分", "2026-04", "/console/quality/list?");
    Matcher record =
        Pattern.compile("href=\"(/console/quality/records[^\"]*rule=[^\"]*)\"").matcher(page);
    assertThat(record.find()).isTrue();
    assertThat(auditor.opens(record.group(1).replace("&amp;", "&")).body())
        .contains("报送日", "href=\"/console/messages/");
    assertThat(auditor.opens(QUALITY + "/records" + april).body())
        .contains(decision.text("punishFileNum"));

    HttpResponse<String> list = auditor.opens(QUALITY + "/list" + april);
    assertThat(list.headers().firstValue("Content-Disposition").orElse(""))
        .contains("quality-2026-04-01-2026-04-30.csv");
    assertThat(list.body()).contains(decision.text("punishFileNum"));
    assertThat(auditor.opens(QUALITY + "?from=2026-05-01&to=2026-04-01").statusCode())
        .isEqualTo(422);
  }

  @Test
  void aRegionSeesTheQualityOfItsOwnSources() {
    sends(decision());
    String scored = "source=region&amp;kind=PenaltyDecision\">region</a>";

    assertThat(gateway.visitor(name(), Role.REGIONAL_DATA, "region").opens(QUALITY + APRIL).body())
        .contains(scored);
    assertThat(gateway.visitor(name(), Role.REGIONAL_DATA, "housing").opens(QUALITY + APRIL).body())
        .contains("不属您所在地区")
        .doesNotContain(scored);
  }

  @Test
  void anAnalysisIsAskedAndItsParametersAreSavedAndForgotten() {
    RecordPaper decision = decision();
    sends(decision);
    String late = ANALYSES + "/late-publication";
    String saved = name();
    Visitor auditor = gateway.visitor(name(), Role.AUDITOR);
    Visitor officer = gateway.visitor(name(), Role.REGIONAL_DATA);
    Visitor operator = gateway.visitor(name(), Role.OPERATOR);

    assertThat(auditor.opens(late).body()).contains("不是结论").doesNotContain("/saved");
    assertThat(auditor.opens(late + "?p.days=1&" + YEAR).body())
        .contains(decision.text("punishFileNum"));
    assertThat(auditor.opens(late + "?p.days=many&" + YEAR).statusCode()).isEqualTo(422);
    assertThat(auditor.opens(ANALYSES + "/nothing").statusCode()).isEqualTo(404);

    String often = auditor.opens(ANALYSES + "/frequent-violations").body();
    assertThat(often).containsPattern("<input(?=[^>]*p\\.decisions)[^>]* required");
    assertThat(often)
        .as("empty is all fields")
        .containsPattern("<input(?=[^>]*p\\.field)")
        .doesNotContainPattern("<input(?=[^>]*p\\.field)[^>]* required");

    String list =
        officer.submits(late, late + "/saved", Map.of("name", saved, "p.days", "7")).body();
    assertThat(list).contains(saved, "href=\"" + late + "?p.days=7\"");
    assertThat(officer.opens(late + "?p.days=7").body()).contains("name=\"p.days\" value=\"7\"");
    assertThat(officer.submits(late, late + "/saved", Map.of("name", saved)).statusCode())
        .isEqualTo(409);
    assertThat(operator.opens(ANALYSES).body()).contains(saved).doesNotContain("/forget");
    Matcher forget = Pattern.compile("action=\"([^\"]+/forget)\"").matcher(list);
    assertThat(forget.find()).isTrue();
    assertThat(operator.submits(ANALYSES, forget.group(1), Map.of()).statusCode()).isEqualTo(404);
    assertThat(officer.submits(ANALYSES, forget.group(1), Map.of()).body()).doesNotContain(saved);
  }

  private static RecordPaper decision() {
    String number = "安综执罚决字〔2026〕第" + System.nanoTime() + "号";
    return RecordPaper.of("PenaltyDecision", "company-and-citizen")
        .with("recordUniqueIdentity", "story-" + number)
        .with("punishFileNum", number)
        .with("cdTime", "2026-04-14T10:00:00+08:00")
        .without("violatedBases");
  }

  /** Sends a decision, and waits until the province holds it. */
  private static void sends(RecordPaper decision) {
    Reply reply =
        gateway
            .desk("region")
            .posts("record", "story-" + UUID.randomUUID(), "application/xml", decision.xml());
    assertThat(reply.status()).as(reply.toString()).isBetween(200, 202);
    gateway.eventually(
        () ->
            assertThat(
                    gateway
                        .books()
                        .owner()
                        .queryForList(
                            "select act_key from province.penalty_decision where punish_file_num = ?",
                            String.class,
                            decision.text("punishFileNum")))
                .hasSize(1));
  }

  private static Map<String, String> explained() {
    return Map.of("explanation", "file-7");
  }

  /** A day of which the province lacks one version that its source stated. */
  private static Day differing(LocalDate date) {
    ReconciliationStore store = gateway.part(ReconciliationStore.class);
    Day heard = store.day("region", "PenaltyDecision", date);
    store.keep(
        new Day(
            heard.id(),
            heard.source(),
            heard.kind(),
            date,
            "DIFFERENT",
            1,
            1,
            null,
            0,
            null,
            0,
            1,
            List.of(),
            3,
            null,
            null,
            null,
            "sender",
            "receiver"));
    store.differ(
        heard.id(),
        "MISSING_HERE",
        "OPEN",
        List.of(new Kept("act-of-" + date, "party-of-" + date, 1, "00")));
    return heard;
  }

  private static String name() {
    return "p" + System.nanoTime();
  }
}
