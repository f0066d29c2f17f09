package io.enforcement.gateway.routes.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.routes.security.People;
import io.enforcement.gateway.routes.security.Role;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** What stands in a message, as people may see it. */
@Story
class PayloadStoryTest {

  private static final String PARTY = "云岭市安平区𠮷祥劳务有限公司";
  private static final String IDENTITY = "640181197806213043";
  private static final String STREET = "柳河路18号";
  private static final List<String> PERSONAL = List.of(PARTY, IDENTITY, STREET);

  private static final Map<String, String> REASON =
      Map.of("reason", "FAILURE", "explanation", "the receiver asks which person is meant");

  private final StoryGateway gateway;
  private final Desk housing;

  PayloadStoryTest(StoryGateway gateway) {
    this.gateway = gateway;
    this.housing = gateway.housing();
  }

  @Test
  void nobodyFindsAPersonInAnyDocumentOfAMessage() {
    Reply sent = delivered();
    Operator program = gateway.operator();

    for (String document : documents(sent)) {
      Visitor visitor = gateway.visitor(name(), Role.OPERATOR);
      HttpResponse<String> page = visitor.opens("/console/messages/" + document);
      assertThat(page.statusCode()).as(document).isEqualTo(200);
      assertThat(page.body()).as(document).contains("</html>").doesNotContain("??");
      String answer = program.reads("/api/v1/messages/" + document).text();
      for (String personal : PERSONAL) {
        assertThat(page.body()).as(document).doesNotContain(personal);
        assertThat(answer).as(document).doesNotContain(personal);
      }
    }
    assertThat(program.reads("/api/v1/messages/" + documents(sent).get(0)).text())
        .as("what is no person's is shown")
        .contains("未取得施工许可证擅自施工", "云某某", "640181********3043");
  }

  @Test
  void theReportTellsWhereEachValueWent() {
    Reply sent = delivered();
    JsonNode ways =
        gateway
            .operator()
            .reads("/api/v1/messages/" + sent.messageId() + "/payload")
            .json()
            .path("document")
            .path("ways");

    JsonNode party = way(ways, "当事人[0].名称");
    assertThat(party.path("target").asString("")).isEqualTo("parties[0].name");
    assertThat(party.path("sourceValue").asString("")).isEqualTo("云某某");
    assertThat(party.path("targetValue").asString("")).isEqualTo("云某某");
    assertThat(party.path("result").asString("")).isEqualTo("COPIED");
    assertThat(way(ways, "决定日期").path("target").asString("")).isNotEmpty();
  }

  private static JsonNode way(JsonNode ways, String source) {
    return StreamSupport.stream(ways.spliterator(), false)
        .filter(way -> way.path("source").asString("").equals(source))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aReviewerWhoSaysWhySeesOneMessageForTenMinutes() {
    Reply sent = delivered();
    Reply other = delivered();
    String name = name();
    Visitor reviewer = gateway.visitor(name, Role.REVIEWER);
    String page = "/console/messages/" + sent.messageId() + "/payload";
    assertThat(reviewer.opens(page).body()).doesNotContain(IDENTITY);

    reviewer.submits(page, "/console/messages/" + sent.messageId() + "/unmasking", REASON);

    assertThat(reviewer.opens(page).body()).contains(IDENTITY, PARTY, STREET);
    assertThat(reviewer.opens("/console/messages/" + other.messageId() + "/payload").body())
        .as("another message")
        .doesNotContain(IDENTITY);
    assertThat(gateway.visitor(name(), Role.REVIEWER).opens(page).body())
        .as("another person")
        .doesNotContain(IDENTITY);
    assertThat(trail(name, "UNMASKED", sent)).containsExactly("FAILURE");
    assertThat(trail(name, "BODY_READ", sent)).isNotEmpty().allMatch(d -> d.endsWith(" clear"));
    gateway.books().owner().update("update unmasking set until = now() where person = ?", name);
    assertThat(reviewer.opens(page).body()).as("when the time is over").doesNotContain(IDENTITY);
  }

  private List<String> trail(String actor, String milestone, Reply message) {
    return gateway
        .books()
        .runtime()
        .queryForList(
            "select detail from event where actor = ? and milestone = ? and message_id = ?::uuid",
            String.class,
            actor,
            milestone,
            message.messageId());
  }

  @Test
  void whoGivesNoReasonUnmasksNothing() {
    Reply sent = delivered();
    People.Added reviewer = gateway.part(People.class).add("story", name(), Role.REVIEWER);
    Operator program = new Operator(gateway.base(), reviewer.token());

    for (String reason :
        List.of(
            "{\"reason\": \"CURIOSITY\", \"explanation\": \"x\"}",
            "{\"reason\": \"FAILURE\", \"explanation\": \" \"}",
            "{}")) {
      Reply answer =
          program.posts(
              "/api/v1/messages/" + sent.messageId() + "/unmasking",
              "application/json",
              reason.getBytes(StandardCharsets.UTF_8));
      assertThat(answer.status()).as(reason).isEqualTo(422);
    }
    assertThat(program.reads("/api/v1/messages/" + sent.messageId() + "/payload").text())
        .doesNotContain(IDENTITY);
  }

  /** The page refuses whom the resource refuses, and nobody else. */
  @ParameterizedTest
  @EnumSource(Role.class)
  void eachRoleHasItsRights(Role role) {
    Reply sent = delivered();
    People.Added added = gateway.part(People.class).add("story", name(), role);
    Visitor visitor = new Visitor(gateway.base()).begins(added.person().name(), added.password());
    Operator program = new Operator(gateway.base(), added.token());

    for (String document : documents(sent)) {
      assertThat(visitor.opens("/console/messages/" + document).statusCode())
          .as(role + " " + document)
          .isEqualTo(program.reads("/api/v1/messages/" + document).status());
    }
    String unmasking = "/messages/" + sent.messageId() + "/unmasking";
    boolean refused =
        visitor.submits("/console/password", "/console" + unmasking, REASON).statusCode() == 403;
    assertThat(refused).isEqualTo(program.posts("/api/v1" + unmasking).status() == 403);
    assertThat(refused).isEqualTo(role != Role.REVIEWER);
  }

  @Test
  void aSendersDeveloperSeesTheOwnDocumentAndNotWhatReceiversGet() {
    Reply sent = delivered();
    Visitor developer = gateway.visitor(name(), Role.INTEGRATOR, "housing");
    Visitor stranger = gateway.visitor(name(), Role.INTEGRATOR, "water");
    String page = "/console/messages/" + sent.messageId() + "/payload";

    assertThat(developer.opens(page).body()).contains("云某某").doesNotContain(IDENTITY);
    assertThat(
            developer
                .opens(page + "/deliveries/" + housing.looksUp(sent).key("credit"))
                .statusCode())
        .isEqualTo(404);
    assertThat(stranger.opens(page).statusCode()).isEqualTo(404);
  }

  private Reply delivered() {
    Reply sent =
        housing.sends(
            Paper.decision()
                .with(
                    "当事人",
                    List.of(
                        Map.of(
                            "序号",
                            1,
                            "类别",
                            "企业",
                            "名称",
                            PARTY,
                            "统一社会信用代码",
                            "91640106MA7QX3D8XN",
                            "法定代表人",
                            "柳安平",
                            "法定代表人证件类型",
                            "身份证",
                            "法定代表人证件号码",
                            IDENTITY,
                            "住所",
                            "云岭市安平区" + STREET))));
    gateway.eventually(
        () -> assertThat(housing.looksUp(sent).delivery("credit")).isEqualTo("DELIVERED"));
    return sent;
  }

  /** What came, its record, what a receiver got, and the two side by side. */
  private List<String> documents(Reply sent) {
    return Stream.of(
            "",
            "/parts/1",
            "/deliveries/" + housing.looksUp(sent).key("credit"),
            "/diff?before=version-0&after=part-1")
        .map(document -> sent.messageId() + "/payload" + document)
        .toList();
  }

  private static String name() {
    return "v" + System.nanoTime();
  }
}
