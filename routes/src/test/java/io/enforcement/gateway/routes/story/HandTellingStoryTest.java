package io.enforcement.gateway.routes.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.routes.cli.EnforcementGateway;
import io.enforcement.gateway.routes.sandbox.farside.FrontTables;
import io.enforcement.gateway.routes.sandbox.side.FrontSide;
import io.enforcement.gateway.routes.security.Role;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A decision falls that "Internet + supervision" has taken, which has no form for a revocation: a
 * person tells it, and until then it stays on the list. On a gateway that has this partner, too.
 */
class HandTellingStoryTest {

  private static final String SUPERVISION = "internet-supervision";
  private static final String ROWS =
      "classpath*:sandbox/samples/internetsupervision/samples/**/*.out.json";

  private static StoryGateway gateway;
  private static FrontSide supervision;

  @BeforeAll
  static void start() {
    gateway = StoryGateway.with(HandTellingStoryTest::withSupervision);
  }

  private static Map<String, Object> withSupervision(StorySite site) {
    site.writeSecret(SUPERVISION, "invented-secret-of-supervision-for-the-stories");
    supervision =
        new FrontSide(
            SUPERVISION,
            site.home().resolve("far-side").resolve(SUPERVISION),
            site.credit().database(),
            site.secret(SUPERVISION),
            rows(),
            FrontTables.FLAG,
            Map.of(),
            "PT0.3S");
    return StorySite.morePartners().with(SUPERVISION, supervision.settings()).settings();
  }

  private static List<JsonNode> rows() {
    try {
      JsonMapper json = JsonMapper.builder().build();
      List<JsonNode> rows = new ArrayList<>();
      for (Resource sample : new PathMatchingResourcePatternResolver().getResources(ROWS)) {
        rows.add(json.readTree(sample.getContentAsByteArray()));
      }
      rows.add(json.readTree("{\"table\":\"rejection\",\"row\":{\"ROW_GUID\":\"x\"}}"));
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterAll
  static void stop() {
    gateway.close();
    supervision.partner().close();
  }

  @Test
  void whoHasNoFormForARevocationIsToldByAPerson(@TempDir Path folder) throws IOException {
    String number = taken();

    Reply revocation = sends(RecordPaper.revocation(number));

    gateway.eventually(
        () ->
            assertThat(Withdrawals.of(gateway, revocation).told())
                .containsExactly(
                    "credit MET", "internet-supervision OPEN by hand", "publicity MET"));
    assertThat(gateway.operator().looksUp(revocation.messageId()).receivers())
        .doesNotContain(SUPERVISION);
    String id = Withdrawals.of(gateway, revocation).deadline(SUPERVISION);
    Path token = folder.resolve("token");
    Files.writeString(token, gateway.token("revocation-teller", Role.OPERATOR));
    assertThat(says(token, "due", "--by-hand")).contains(id + " ");
    Operator auditor = gateway.person("story-auditor-of-tellings", Role.AUDITOR);
    assertThat(tells(auditor, id, "已函告").status()).isEqualTo(403);
    assertThat(tells(gateway.operator(), id, " ").status()).isEqualTo(422);

    says(token, "told", id, "--reason", "已函告并收到回执，平台已撤下该条");

    gateway.eventually(
        () ->
            assertThat(Withdrawals.of(gateway, revocation).told())
                .containsExactly("credit MET", "internet-supervision MET", "publicity MET"));
    assertThat(gateway.operator().looksUp(revocation.messageId()).actor("TOLD_BY_HAND"))
        .isEqualTo("revocation-teller");
    assertThat(tells(gateway.operator(), id, "再次").status()).isEqualTo(404);
    assertThat(says(token, "due", "--by-hand")).doesNotContain(id);
    assertThat(Withdrawals.of(gateway, revocation).state()).isEqualTo("CONFIRMED");
    assertThat(Withdrawals.of(gateway, revocation).ended()).isTrue();
  }

  @Test
  void whomTheGatewayTellsNobodyElseCanHaveTold() {
    String number = taken();
    gateway.wireTo("publicity").cut();
    try {
      Reply revocation = sends(RecordPaper.revocation(number));
      gateway.eventually(
          () ->
              assertThat(Withdrawals.of(gateway, revocation).told())
                  .containsExactly(
                      "credit MET", "internet-supervision OPEN by hand", "publicity OPEN"));

      String publicity = Withdrawals.of(gateway, revocation).deadline("publicity");

      assertThat(tells(gateway.operator(), publicity, "已函告").status()).isEqualTo(404);
    } finally {
      gateway.wireTo("publicity").mend();
    }
  }

  /** The number of a decision that the partner has taken. */
  private static String taken() {
    String number = "示综执罚决字〔2026〕" + Math.abs(UUID.randomUUID().hashCode()) + "号";
    Reply decision = sends(RecordPaper.decision(number));
    gateway.eventually(
        () -> {
          MessageStatus status = gateway.operator().looksUp(decision.messageId());
          for (String receiver : List.of(SUPERVISION, "publicity", "credit")) {
            assertThat(status.delivery(receiver)).isEqualTo("DELIVERED");
          }
        });
    return number;
  }

  private static String says(Path token, String... arguments) {
    List<String> all = new ArrayList<>(List.of("deadlines"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--url", gateway.base().toString(), "--token-file", token.toString()));
    StringWriter out = new StringWriter();
    int code =
        new CommandLine(new EnforcementGateway())
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(out))
            .execute(all.toArray(String[]::new));
    assertThat(code).as(out.toString()).isZero();
    return out.toString();
  }

  private static Reply tells(Operator person, String deadline, String how) {
    return person.posts(
        "/api/v1/deadlines/" + deadline + "/telling",
        "application/json",
        ("{\"reason\":\"" + how + "\"}").getBytes(StandardCharsets.UTF_8));
  }

  private static Reply sends(RecordPaper record) {
    Reply reply =
        gateway
            .desk("region")
            .posts("record", "story-" + UUID.randomUUID(), "application/xml", record.xml());
    assertThat(reply.status()).isEqualTo(202);
    return reply;
  }
}
