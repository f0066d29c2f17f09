package io.enforcement.gateway.routes.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.routes.province.store.ReconciliationStore;
import io.enforcement.gateway.routes.province.store.ReconciliationStore.Day;
import io.enforcement.gateway.routes.province.store.ReconciliationStore.Kept;
import io.enforcement.gateway.routes.security.People;
import io.enforcement.gateway.routes.security.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The pages of a gateway that is the province's, as people meet them, without their script. */
class ProvinceConsoleStoryTest {

  private static final UUID NOBODYS = new UUID(0, 0);
  private static final String DAYS = "/console/reconciliations";

  /** Every page that has no number in its address, and the resource behind it. */
  private static final Map<String, String> PAGES = Map.of(DAYS, "/api/v1/reconciliations");

  /** Every button, and the resource that does it. */
  private static final Map<String, String> ACTIONS =
      Map.of(
          DAYS + "/" + NOBODYS + "/sign-off", "/api/v1/reconciliations/" + NOBODYS + "/sign-off");

  private static StoryGateway gateway;

  @BeforeAll
  static void start() {
    gateway =
        StoryGateway.with(
            site ->
                Map.of(
                    "gateway.province.enabled",
                    true,
                    "gateway.partners.region.settings.region",
                    "640106"));
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
    List<String> pages = List.of(DAYS, DAYS + "/" + differing(LocalDate.of(2026, 3, 2)).id());

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
