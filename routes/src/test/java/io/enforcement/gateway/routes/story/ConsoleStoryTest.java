package io.enforcement.gateway.routes.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.routes.sandbox.farside.Behaviour;
import io.enforcement.gateway.routes.security.People;
import io.enforcement.gateway.routes.security.Role;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The console as people meet it, without its script: pages, rights, and what the buttons do. */
@Story
class ConsoleStoryTest {

  /** Every page that has no number in its address, and the resource behind it. */
  private static final Map<String, String> PAGES =
      Map.ofEntries(
          Map.entry("/console/alarms", "/api/v1/alarms"),
          Map.entry("/console/handover", "/api/v1/alarms"),
          Map.entry("/console/dead-letters", "/api/v1/groups"),
          Map.entry("/console/replays", "/api/v1/replay-jobs"),
          Map.entry("/console/proposals", "/api/v1/proposals"),
          Map.entry("/console/messages", "/api/v1/messages/search"),
          Map.entry("/console/routes", "/api/v1/routes"),
          Map.entry("/console/partners", "/api/v1/partners"),
          Map.entry("/console/deadlines", "/api/v1/deadlines"),
          Map.entry("/console/conversations", "/api/v1/conversations"),
          Map.entry("/console/findings", "/api/v1/findings"),
          Map.entry("/console/audit", "/api/v1/audit/actions"),
          Map.entry("/console/audit/verification", "/api/v1/audit/verification"),
          Map.entry("/console/people", "/api/v1/people"));

  private static final List<String> OWN =
      List.of("/console", "/console/password", "/console/second-factor", "/console/nowhere");

  /** Every button, and the resource that does it. */
  private static final Map<String, String> ACTIONS =
      Map.ofEntries(
          Map.entry("/console/routes/nobody/pause", "/api/v1/routes/nobody/pause"),
          Map.entry("/console/routes/nobody/resume", "/api/v1/routes/nobody/resume"),
          Map.entry("/console/dead-letters/groups/0/freeze", "/api/v1/replay-jobs?group=0"),
          Map.entry(
              "/console/dead-letters/entries/" + new UUID(0, 0) + "/replay",
              "/api/v1/parked/" + new UUID(0, 0) + "/replay"),
          Map.entry(
              "/console/replays/" + new UUID(0, 0) + "/approve",
              "/api/v1/replay-jobs/" + new UUID(0, 0) + "/approve"),
          Map.entry(
              "/console/replays/" + new UUID(0, 0) + "/stop",
              "/api/v1/replay-jobs/" + new UUID(0, 0) + "/stop"),
          Map.entry(
              "/console/proposals/" + new UUID(0, 0) + "/confirm",
              "/api/v1/proposals/" + new UUID(0, 0) + "/confirm"),
          Map.entry(
              "/console/alarms/held/housing/x/release", "/api/v1/alarms/held/housing/x/release"),
          Map.entry("/console/alarms/DISK/silence", "/api/v1/alarms/DISK/silence"),
          Map.entry("/console/people/nobody/disable", "/api/v1/people/nobody/disable"),
          Map.entry(
              "/console/deadlines/" + new UUID(0, 0) + "/telling",
              "/api/v1/deadlines/" + new UUID(0, 0) + "/telling"));

  private final StoryGateway gateway;
  private final Desk housing;

  ConsoleStoryTest(StoryGateway gateway) {
    this.gateway = gateway;
    this.housing = gateway.housing();
  }

  /** The page refuses whom the resource refuses, and nobody else. */
  @ParameterizedTest
  @EnumSource(Role.class)
  void eachRoleHasTheRightsThatItHasAtTheApi(Role role) {
    People.Added added = gateway.part(People.class).add("story", name(), role);
    Visitor visitor = new Visitor(gateway.base()).begins(added.person().name(), added.password());
    Operator program = new Operator(gateway.base(), added.token());

    PAGES.forEach(
        (page, resource) ->
            assertThat(visitor.opens(page).statusCode())
                .as(role + " " + page)
                .isEqualTo(program.reads(resource).status()));
    ACTIONS.forEach(
        (page, resource) ->
            assertThat(
                    visitor
                            .submits("/console/password", page, Map.of("perMinute", "1"))
                            .statusCode()
                        == 403)
                .as(role + " " + page)
                .isEqualTo(program.posts(resource).status() == 403));
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void theMenuLeadsNobodyToAClosedDoor(Role role) {
    Visitor visitor = gateway.visitor(name(), role);

    Matcher link = Pattern.compile("<a href=\"(/console[^\"]*)\"").matcher(menu(visitor));
    int links = 0;
    while (link.find()) {
      links++;
      assertThat(visitor.opens(link.group(1)).statusCode()).as(link.group(1)).isEqualTo(200);
    }
    assertThat(links).isGreaterThanOrEqualTo(5);
  }

  private static String menu(Visitor visitor) {
    return visitor.opens("/console").body().replaceAll("(?s).*<nav|</nav>.*", "");
  }

  @Test
  void everyPageSpeaksBothLanguagesAndLacksNoWord() {
    String message = parked().messageId();
    Visitor visitor = gateway.visitor(name(), Role.AUDITOR);
    Visitor administrator = gateway.visitor(name(), Role.SECURITY_ADMINISTRATOR);
    String group = group(visitor, message);
    List<String> pages =
        Stream.of(
                OWN.stream(),
                PAGES.keySet().stream().filter(page -> !page.equals("/console/people")),
                Stream.of(
                    "/console/messages/" + message,
                    "/console/partners/housing",
                    "/console/dead-letters/groups/" + group))
            .flatMap(s -> s)
            .toList();

    for (String language : List.of("zh", "en")) {
      Map<String, String> wanted = Map.of("language", language, "back", "/console/password");
      visitor.submits("/console/password", "/console/language", wanted);
      administrator.submits("/console/password", "/console/language", wanted);
      pages.forEach(page -> isWhole(visitor.opens(page), page, language));
      isWhole(administrator.opens("/console/people"), "/console/people", language);
    }
  }

  /** A page of one language that lacks no word, shows nothing of ours, and keeps to itself. */
  static void isWhole(HttpResponse<String> page, String address, String language) {
    assertThat(page.statusCode()).as(address).isIn(200, 404);
    assertThat(page.body())
        .as(address)
        .contains("lang=\"" + (language.equals("zh") ? "zh-CN" : "en") + "\"", "</html>")
        // A cause may name the class of a failure; where it was thrown is nobody's business here.
        .doesNotContain("??", "th:", "org.thymeleaf", "java.lang")
        .doesNotContainPattern("(src|href)=\"(https?:)?//");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'self'")
        .doesNotContain("unsafe");
    assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    assertThat(page.headers().allValues("Vary")).contains("HX-Request");
  }

  @Test
  void eachNumberOfTheWorkbenchIsTheCountOfTheListThatItOpens() {
    parked();
    Visitor visitor = gateway.visitor(name(), Role.OPERATOR);

    gateway.eventually(
        () -> {
          assertThat(number(visitor, "/console/dead-letters")).isNotEqualTo("0");
          for (String list : List.of("/console/dead-letters", "/console/deadlines?due=SOON")) {
            assertThat(number(visitor, list)).isEqualTo(count(visitor, list));
          }
        });
  }

  private static String number(Visitor visitor, String list) {
    Matcher number =
        Pattern.compile(
                "(?s)href=\"" + Pattern.quote(list) + "\"[^>]*>\\s*<span.*?<b[^>]*>([^<]+)</b>")
            .matcher(visitor.opens("/console").body());
    assertThat(number.find()).as(list).isTrue();
    return number.group(1);
  }

  private static String count(Visitor visitor, String list) {
    Matcher count =
        Pattern.compile("class=\"h-count\"[^>]*>([^<]+)<").matcher(visitor.opens(list).body());
    assertThat(count.find()).as(list).isTrue();
    return count.group(1);
  }

  @Test
  void theBoxFindsAMessageByEachOfItsKeys() {
    Reply sent = housing.sends(Paper.decision());
    String message = sent.messageId();
    gateway.eventually(
        () -> assertThat(housing.looksUp(sent).delivery("credit")).isEqualTo("DELIVERED"));
    Visitor visitor = gateway.visitor(name(), Role.OPERATOR);
    String act =
        gateway
            .books()
            .runtime()
            .queryForObject(
                "select act_key from record where message_id = ?::uuid and part > 0",
                String.class,
                message);
    String key =
        gateway
            .books()
            .runtime()
            .queryForObject(
                "select idempotency_key from message where id = ?::uuid", String.class, message);

    for (String known :
        List.of(message, housing.looksUp(sent).key("credit"), act, key, " " + act + " ")) {
      assertThat(searches(visitor, known).uri().getPath())
          .as(known)
          .isEqualTo("/console/messages/" + message);
    }
    assertThat(searches(visitor, "no-such-key").body()).contains("没有这个编号的报文");
  }

  @Test
  void aPersonsNumberNeverStandsInAnAddress() {
    Visitor visitor = gateway.visitor(name(), Role.OPERATOR);

    for (String personal : List.of("11010519491231002X", "13800000000")) {
      HttpResponse<String> answer = searches(visitor, personal);
      assertThat(answer.uri().toString()).doesNotContain(personal);
      assertThat(answer.body()).contains("不作为查询条件").doesNotContain(personal);
    }
  }

  private static HttpResponse<String> searches(Visitor visitor, String key) {
    return visitor.submits("/console/messages", "/console/search", Map.of("key", key));
  }

  @Test
  void pageAndPartHaveOneAddress() {
    Visitor visitor = gateway.visitor(name(), Role.OPERATOR);

    assertThat(visitor.opens("/console/messages?last=1h").body())
        .contains("<html", "id=\"results\"");
    assertThat(visitor.opensPart("/console/messages?last=1h").body())
        .contains("id=\"results\"")
        .doesNotContain("<html", "<nav");
  }

  @Test
  void aChinesePageSaysInChineseWhySomethingFailed() {
    parked();
    Visitor visitor = gateway.visitor(name(), Role.OPERATOR);

    assertThat(visitor.opens("/console/dead-letters").body())
        .contains("结果不明：HTTP 500")
        .doesNotContain("Ambiguous: ");
  }

  @Test
  void theHandoverListsWhatIsOpenAndWhoDidWhat() {
    String name = name();
    Visitor visitor = gateway.visitor(name, Role.OPERATOR);
    String group = "/console/dead-letters/groups/" + group(visitor, parked().messageId());
    String job =
        visitor.submits(group, group + "/freeze", Map.of("perMinute", "60")).uri().getPath();
    visitor.submits(job, job + "/stop", Map.of());

    String page = visitor.opens("/console/handover?hours=99").body();

    assertThat(page.substring(page.indexOf("<main")))
        .contains("班次 24 小时", "结果不明：HTTP 500", "重放", "<small>" + name + "</small>", "接班人");
  }

  @Test
  void aGroupIsFrozenAndRehearsedAndBeginsWhenAPersonSays() {
    Reply decision = parked();
    Visitor visitor = gateway.visitor(name(), Role.OPERATOR);
    String group = "/console/dead-letters/groups/" + group(visitor, decision.messageId());
    gateway.publicity().behave(Behaviour.ok());

    HttpResponse<String> frozen =
        visitor.submits(group, group + "/freeze", Map.of("perMinute", "6000"));

    String job = frozen.uri().getPath();
    assertThat(job).startsWith("/console/replays/");
    gateway.eventually(
        () -> assertThat(visitor.opens(job).body()).contains("tone-good", "/resume"));
    assertThat(housing.looksUp(decision).delivery("publicity")).isEqualTo("PARKED");
    Reply later = parked();
    gateway.publicity().behave(Behaviour.ok());
    visitor.submits(job, job + "/resume", Map.of());
    gateway.eventually(
        () -> assertThat(housing.looksUp(decision).delivery("publicity")).isEqualTo("DELIVERED"));
    assertThat(housing.looksUp(later).delivery("publicity"))
        .as("what came after the freeze is not part of it")
        .isEqualTo("PARKED");
  }

  @Test
  void whomTheGatewayCannotTellAPersonTellsAndSaysSo() {
    Reply revocation = revokedAtTheRegistry();
    String conversation = Withdrawals.of(gateway, revocation).conversation();
    String page = "/console/conversations/" + conversation;
    String form =
        "/console/deadlines/"
            + Withdrawals.of(gateway, revocation).deadline("registry")
            + "/telling";
    String operator = name();
    Visitor visitor = gateway.visitor(operator, Role.OPERATOR);
    assertThat(visitor.opens("/console/deadlines?byHand=true").body()).contains(page);
    assertThat(gateway.visitor(name(), Role.AUDITOR).opens(page).body()).doesNotContain(form);
    for (String language : List.of("en", "zh")) {
      visitor.submits(
          "/console/password", "/console/language", Map.of("language", language, "back", page));
      isWhole(visitor.opens(page), page, language);
    }
    assertThat(visitor.opens(page).body()).contains(form);

    assertThat(visitor.submits(page, form, telling(conversation, " ")).statusCode()).isEqualTo(422);
    assertThat(visitor.submits(page, form, telling(conversation, "已函告，对方回函确认")).body())
        .contains(conversation)
        .doesNotContain(form);

    gateway.eventually(
        () ->
            assertThat(Withdrawals.of(gateway, revocation).told())
                .contains("registry MET")
                .noneMatch(told -> told.endsWith("by hand")));
    assertThat(gateway.operator().looksUp(revocation.messageId()).actor("TOLD_BY_HAND"))
        .isEqualTo(operator);
  }

  private static Map<String, String> telling(String conversation, String how) {
    return Map.of("conversation", conversation, "reason", how);
  }

  /** The registry takes decisions and has no form for their revocation. */
  private Reply revokedAtTheRegistry() {
    Paper paper = Paper.decision().in(Paper.REGISTRY);
    Reply decision = housing.sends(paper);
    gateway.eventually(
        () -> assertThat(housing.looksUp(decision).delivery("registry")).isEqualTo("DELIVERED"));
    Reply revocation = housing.sends(paper.revocation());
    gateway.eventually(
        () ->
            assertThat(Withdrawals.of(gateway, revocation).told())
                .contains("registry OPEN by hand"));
    return revocation;
  }

  @Test
  void anIntegratorSeesTheOwnPartnersMessagesOnly() {
    String own = housing.sends(Paper.decision()).messageId();
    Visitor developer = gateway.visitor(name(), Role.INTEGRATOR, "housing");
    Visitor other = gateway.visitor(name(), Role.INTEGRATOR, "water");
    Visitor unbound = gateway.visitor(name(), Role.INTEGRATOR, null);

    assertThat(developer.opens("/console/messages/" + own).statusCode()).isEqualTo(200);
    assertThat(developer.opens("/console/messages").body()).contains(own);
    for (Visitor stranger : List.of(other, unbound)) {
      assertThat(stranger.opens("/console/messages/" + own).statusCode()).isEqualTo(404);
      assertThat(stranger.opens("/console/messages?partner=housing&last=all").body())
          .doesNotContain(own);
      assertThat(stranger.opens("/console/partners").body()).doesNotContain("/partners/housing");
    }
  }

  @Test
  void whoHasAPasswordOfSomebodyElseChoosesAnotherFirst() {
    People.Added added = gateway.part(People.class).add("story", name(), Role.OPERATOR);
    Visitor visitor = new Visitor(gateway.base());

    visitor.signsIn(added.person().name(), added.password());

    assertThat(visitor.opens("/console/messages").uri().getPath()).isEqualTo("/console/password");
    visitor.begins(added.person().name(), added.password());
    assertThat(visitor.opens("/console/messages").uri().getPath()).isEqualTo("/console/messages");
  }

  @Test
  void aSessionEndsWithItsAccount() {
    String name = name();
    Visitor visitor = gateway.visitor(name, Role.OPERATOR);
    assertThat(visitor.opens("/console").uri().getPath()).isEqualTo("/console");

    gateway.part(People.class).disable("story", name);

    assertThat(visitor.opens("/console").uri().getPath()).isEqualTo("/console/sign-in");
    assertThat(visitor.opensPart("/console").headers().firstValue("HX-Refresh")).contains("true");
  }

  @Test
  void theAuditorSeesWhatPeopleDid() {
    String name = name();
    gateway.visitor(name, Role.OPERATOR);
    Visitor auditor = gateway.visitor(name(), Role.AUDITOR);

    assertThat(auditor.opens("/console/audit?actor=" + name).body())
        .contains("<td>" + name + "</td>", "登录", "设置口令")
        .doesNotContain(">housing<", "下一页");
    assertThat(auditor.opens("/console/audit/verification").body()).contains("完好");
  }

  @Test
  void aFormOfAForeignPageDoesNothing() {
    Visitor visitor = gateway.visitor(name(), Role.SECURITY_ADMINISTRATOR);
    String name = name();

    HttpResponse<String> answer =
        visitor.posts("/console/people", Map.of("name", name, "role", "OPERATOR"));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(visitor.opens("/console/people").body()).doesNotContain(name);
    assertThat(
            visitor
                .submits(
                    "/console/people", "/console/people", Map.of("name", name, "role", "OPERATOR"))
                .body())
        .contains("egw_");
    assertThat(visitor.opens("/console/people").body()).contains(name).doesNotContain("egw_");
  }

  @Test
  void aSwitchOfLanguageLeadsNowhereElse() {
    Visitor visitor = new Visitor(gateway.base());
    for (String elsewhere : List.of("https://example.org/", "//example.org", "/console.example")) {
      assertThat(
              visitor
                  .submits(
                      "/console/sign-in",
                      "/console/language",
                      Map.of("language", "en", "back", elsewhere))
                  .uri()
                  .getHost())
          .isEqualTo("127.0.0.1");
    }
  }

  private Reply parked() {
    gateway.publicity().behave(Behaviour.of(Behaviour.Kind.ERROR_500));
    Reply decision = housing.sends(Paper.decision());
    gateway.eventually(
        () -> assertThat(housing.looksUp(decision).delivery("publicity")).isEqualTo("PARKED"));
    return decision;
  }

  private static String group(Visitor visitor, String message) {
    Matcher group =
        Pattern.compile("/console/dead-letters/groups/([0-9a-f]+)\"")
            .matcher(visitor.opens("/console/dead-letters").body());
    while (group.find()) {
      String page = visitor.opens("/console/dead-letters/groups/" + group.group(1)).body();
      if (page.contains(message)) {
        return group.group(1);
      }
    }
    throw new AssertionError("no group has the message");
  }

  private static String name() {
    return "v" + System.nanoTime();
  }
}
