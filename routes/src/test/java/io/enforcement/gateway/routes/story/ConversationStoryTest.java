package io.enforcement.gateway.routes.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.routes.cli.EnforcementGateway;
import io.enforcement.gateway.routes.security.People;
import io.enforcement.gateway.routes.security.Role;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/** What comes of the records that arrive: conversations, who owes what, and who may see it. */
@Story
class ConversationStoryTest {

  private static final String ADVICE = "transfer-advice";

  private final StoryGateway gateway;
  private final Desk region;
  private final Desk housing;
  private final Operator operator;

  ConversationStoryTest(StoryGateway gateway) {
    this.gateway = gateway;
    this.region = gateway.desk("region");
    this.housing = gateway.housing();
    this.operator = gateway.operator();
  }

  @AfterEach
  void everybodyBehavesAgain() {
    gateway.reset();
  }

  @Test
  void anAnswerThatCameFirstWaitsForTheLetterThatItAnswers() {
    String letter = "示环移字〔2026〕" + number() + "号";
    RecordPaper transfer = transfer(letter);
    RecordPaper receipt =
        receipt(letter.replace('〔', '[').replace('〕', ']'), "安公(环)受案〔2026〕" + number() + "号");

    Reply answer = sends(receipt);

    gateway.eventually(() -> assertThat(state(answer)).contains("AWAITED"));
    Reply opening = sends(transfer);
    gateway.eventually(() -> assertThat(state(answer)).isNotEqualTo(Optional.of("AWAITED")));
    JsonNode whole = conversation(opening, "crime-transfer");
    assertThat(whole.path("documents")).hasSize(2);
    assertThat(whole.path("conversation").path("kind").asString()).isEqualTo("crime-transfer");
    assertThat(deadline(whole, "F02").path("state").asString()).isEqualTo("MET");
    assertThat(deadline(whole, "F09").path("due").asString())
        .isEqualTo("2026-05-18T23:59:59+08:00");
    assertThat(whole.path("roles").path("police").path("name").asString()).isEqualTo("安平市公安局环境分局");
  }

  @Test
  void whatMayBelongToTwoConversationsWaitsForAPerson() {
    String one = "示环移字〔2026〕" + number() + "号";
    String other = "示环移字〔2026〕" + number() + "号";
    String policeCase = "安公(环)受案〔2026〕" + number() + "号";
    Reply first = sends(transfer(one));
    Reply second = sends(transfer(other));
    sends(receipt(one, policeCase));
    gateway.eventually(() -> assertThat(documents(first)).hasSize(2));
    gateway.eventually(() -> assertThat(documents(second)).hasSize(1));

    Reply unclear = sends(receipt(other, policeCase));

    String meant =
        conversation(second, "crime-transfer").path("conversation").path("id").asString();
    gateway.eventually(() -> assertThat(waitingFor(meant)).hasSize(1));
    assertThat(ofMessage(unclear)).isEmpty();
    String record = waitingFor(meant).get(0).path("recordId").asString();
    assertThat(
            operator
                .posts("/api/v1/unclear-records/" + record + "?conversation=" + UUID.randomUUID())
                .status())
        .isEqualTo(404);
    assertThat(
            operator.posts("/api/v1/unclear-records/" + record + "?conversation=" + meant).status())
        .isEqualTo(202);
    gateway.eventually(() -> assertThat(documents(second)).hasSize(2));
    assertThat(waitingFor(meant)).isEmpty();
    MessageStatus status = operator.looksUp(unclear.messageId());
    assertThat(status.actor("RECORD_ASSIGNED")).isEqualTo(Operator.NAME);
    assertThat(status.detail("RECORD_ASSIGNED")).isEqualTo("conversation " + meant);
  }

  @Test
  void whatMayAnswerTwoLettersOfOneCaseWaitsForAPerson() {
    String caseNumber = "示环立字〔2026〕" + number() + "号";
    Reply first = sends(advice(caseNumber));
    Reply second = sends(advice(caseNumber));
    gateway.eventually(() -> assertThat(documents(second, ADVICE)).hasSize(2));

    Reply unclear =
        sends(
            transfer("示环移字〔2026〕" + number() + "号")
                .with("caseReference", Map.of("caseNumber", caseNumber)));

    String meant = record(first);
    gateway.eventually(() -> assertThat(waitingFor(meant)).hasSize(1));
    assertThat(advicesAnswered(unclear)).isEmpty();
    JsonNode waiting = waitingFor(meant).get(0);
    assertThat(waiting.path("asks").asString()).isEqualTo("LETTER");
    String choice = "/api/v1/unclear-records/" + waiting.path("recordId").asString() + "?letter=";
    assertThat(operator.posts(choice + UUID.randomUUID()).status()).isEqualTo(404);
    assertThat(operator.posts(choice + meant).status()).isEqualTo(202);
    gateway.eventually(() -> assertThat(advicesAnswered(unclear)).hasSize(1));
    assertThat(waitingFor(meant)).isEmpty();
  }

  private String record(Reply sent) {
    return StreamSupport.stream(documents(sent, ADVICE).spliterator(), false)
        .filter(d -> d.path("messageId").asString().equals(sent.messageId()))
        .map(d -> d.path("recordId").asString())
        .findFirst()
        .orElseThrow();
  }

  private List<JsonNode> advicesAnswered(Reply sent) {
    JsonNode whole = conversation(sent, ADVICE);
    return StreamSupport.stream(whole.path("deadlines").spliterator(), false)
        .filter(d -> d.path("rule").asString().startsWith("F25"))
        .filter(d -> !d.path("state").asString().matches("OPEN|OVERDUE|DOUBTFUL"))
        .toList();
  }

  private static RecordPaper advice(String caseNumber) {
    return unique(RecordPaper.of("TransferAdvice", "plating-workshop"))
        .with("letterNumber", "示检建移〔2026〕" + number() + "号")
        .with("caseNumber", caseNumber);
  }

  private List<JsonNode> waitingFor(String conversation) {
    return list(operator.reads("/api/v1/unclear-records")).stream()
        .filter(each -> each.path("candidates").toString().contains(conversation))
        .toList();
  }

  private JsonNode documents(Reply sent) {
    return documents(sent, "crime-transfer");
  }

  private JsonNode documents(Reply sent, String kind) {
    return conversation(sent, kind).path("documents");
  }

  @Test
  void twoTransfersOfOneCaseAreTwoConversations() {
    Map<String, String> caseReference = Map.of("caseNumber", "示环立字〔2026〕" + number() + "号");
    String letter = "示环移字〔2026〕" + number() + "号";
    Reply first = sends(transfer(letter).with("caseReference", caseReference));
    Reply second =
        sends(transfer("示环移字〔2026〕" + number() + "号").with("caseReference", caseReference));
    sends(receipt(letter, "安公(环)受案〔2026〕" + number() + "号"));

    gateway.eventually(() -> assertThat(documents(first)).hasSize(2));
    gateway.eventually(() -> assertThat(documents(second)).hasSize(1));
    assertThat(transferState(first)).isEqualTo("UNDER_REVIEW");
    assertThat(transferState(second)).isEqualTo("SENT");
  }

  private String transferState(Reply sent) {
    return conversation(sent, "crime-transfer").path("conversation").path("state").asString();
  }

  @Test
  void aDecisionThatCameBeforeIsFoundByTheOrderItCameOf() {
    Map<String, String> caseReference =
        Map.of("caseNumber", "安综执立〔2026〕" + number() + "号", "filingDate", "2026-06-02");
    Map<String, Object> body =
        Map.of("name", "安平区综合行政执法局", "uscc", "1164010678L04X123X", "areaNumber", "640106");
    sends(
        unique(RecordPaper.of("PenaltyDecision", "sole-trader"))
            .with("body", body)
            .with("punishFileNum", "安综执罚决字〔2026〕" + number() + "号")
            .with("caseReference", caseReference));

    Reply result =
        sends(
            unique(RecordPaper.of("OrderResult", "case-filed"))
                .with("body", body)
                .with("orderReference", Map.of("cityNumber", "26" + number(), "round", 1))
                .with("caseReference", caseReference));

    gateway.eventually(
        () ->
            assertThat(documents(result, "hotline-order"))
                .extracting(document -> document.path("type").asString())
                .containsExactlyInAnyOrder("OrderResult", "PenaltyDecision"));
  }

  @Test
  void whoSentAGuestOnlyIsNoParticipant() {
    String caseNumber = "安建立〔2026〕" + number() + "号";
    Reply decision =
        housing.sends(Paper.decision().with("案件", Map.of("案号", caseNumber, "来源", "日常检查")));
    Reply result =
        sends(
            unique(RecordPaper.of("OrderResult", "case-filed"))
                .with(
                    "body",
                    Map.of(
                        "name",
                        "云岭市安平区住房和城乡建设局",
                        "uscc",
                        "1164010678L04X457E",
                        "areaNumber",
                        "640106"))
                .with("orderReference", Map.of("cityNumber", "26" + number(), "round", 1))
                .with("caseReference", Map.of("caseNumber", caseNumber)));
    gateway.eventually(() -> assertThat(documents(result, "hotline-order")).hasSize(2));

    assertThat(kinds(operator.reads("/api/v1/conversations?message=" + decision.messageId())))
        .contains("hotline-order", "publication");
    assertThat(kinds(housing.reads("/api/v1/conversations?message=" + decision.messageId())))
        .contains("publication")
        .doesNotContain("hotline-order");
  }

  @Test
  void theCommandLineShowsWhatIsOwed(@TempDir Path folder) throws IOException {
    Path token = folder.resolve("token");
    Files.writeString(
        token, gateway.part(People.class).add("story", "duty-commands", Role.OPERATOR).token());
    Reply sent = sends(transfer("示环移字〔2026〕" + number() + "号"));
    gateway.eventually(() -> assertThat(documents(sent)).hasSize(1));
    String id = conversation(sent, "crime-transfer").path("conversation").path("id").asString();

    assertThat(says(token, "conversations", "--message", sent.messageId())).contains(id);
    assertThat(says(token, "conversations", id)).contains(id, "CrimeTransfer", "F04");
    assertThat(says(token, "deadlines", "due", "--rule", "F04")).contains("F04");
    assertThat(says(token, "deadlines", "findings", "--duty", "U09")).doesNotContain("U03");
  }

  private String says(Path token, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--url", gateway.base().toString(), "--token-file", token.toString()));
    StringWriter out = new StringWriter();
    int code =
        new CommandLine(new EnforcementGateway())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(out))
            .execute(all.toArray(String[]::new));
    assertThat(code).as(out.toString()).isZero();
    return out.toString();
  }

  private static RecordPaper transfer(String letter) {
    return unique(RecordPaper.of("CrimeTransfer", "after-advice"))
        .with("letterNumber", letter)
        .with("caseReference", Map.of("caseNumber", "示环立字〔2026〕" + number() + "号"))
        .without("advice");
  }

  private static RecordPaper receipt(String letter, String policeCase) {
    return unique(RecordPaper.of("CrimeTransferReceipt", "environment"))
        .with("letterNumber", "示公(环)受字〔2026〕" + number() + "号")
        .with("policeCaseNumber", policeCase)
        .with("acceptedAt", "2026-05-14T15:00:00+08:00")
        .with(
            "transfer",
            Map.of(
                "letterNumber",
                letter,
                "sender",
                Map.of("kind", "1", "name", "安平区生态环境分局", "uscc", "11640106MB1GXEA17A")));
  }

  @Test
  void whatIsDueSoonWhenItComesIsToldAtOnce() {
    Reply sent =
        sends(
            unique(RecordPaper.of("AssistRequest", "documents"))
                .with("letterNumber", "示协查〔2026〕" + number() + "号")
                .with("limit", Map.of("length", 1, "unit", "WD")));

    gateway.eventually(
        () -> {
          String deadline =
              deadline(conversation(sent, "assistance"), "B08a").path("id").asString();
          assertThat(list(operator.reads("/api/v1/messages?partner=gateway&exchange=record")))
              .extracting(notice -> notice.path("key").asString())
              .contains(deadline + "-01");
        });
  }

  @Test
  void aDecisionIsPublishedWhenThePlatformHasTakenIt() {
    Reply decision = housing.sends(Paper.decision());

    gateway.eventually(
        () -> {
          JsonNode publication = conversation(decision, "publication");
          assertThat(publication.path("conversation").path("state").asString())
              .isEqualTo("PUBLISHED");
          JsonNode credit = conversation(decision, "credit-reporting");
          assertThat(credit.path("conversation").path("state").asString()).isEqualTo("REPORTED");
        });
  }

  @Test
  void aRevocationIsOwedByEachReceiverUntilItHasIt() {
    Paper paper = Paper.decision();
    Reply decision = housing.sends(paper);
    gateway.eventually(
        () -> {
          assertThat(housing.looksUp(decision).delivery("publicity")).isEqualTo("DELIVERED");
          assertThat(housing.looksUp(decision).delivery("credit")).isEqualTo("DELIVERED");
        });
    gateway.wireTo("publicity").cut();

    Reply revocation = housing.sends(paper.revocation());

    gateway.eventually(
        () ->
            assertThat(Withdrawals.of(gateway, revocation).told())
                .containsExactly("credit MET", "publicity OPEN"));
    gateway.wireTo("publicity").mend();
    gateway.eventually(
        () -> {
          Withdrawals withdrawals = Withdrawals.of(gateway, revocation);
          assertThat(withdrawals.told()).containsExactly("credit MET", "publicity MET");
          assertThat(withdrawals.ended()).isTrue();
        });
  }

  @Test
  void theHotlineThatWasToldOfADecisionIsToldThatItFell() {
    String decided = "示综执罚决字〔2026〕" + number() + "号";
    String order = "26" + UUID.randomUUID().toString().replaceAll("[^0-9]", "");
    isWith("publicity", sends(RecordPaper.decision(decided)));
    isWith("hotline-yunling", sends(RecordPaper.followUp(order, decided, "03", 1)));

    Reply revocation = sends(RecordPaper.revocation(decided));

    gateway.eventually(
        () ->
            assertThat(Withdrawals.of(gateway, revocation).told())
                .containsExactly("credit MET", "hotline-yunling OPEN by hand", "publicity MET"));
    isWith("hotline-yunling", sends(RecordPaper.followUp(order, decided, "05", 0)));
    gateway.eventually(
        () -> {
          Withdrawals withdrawals = Withdrawals.of(gateway, revocation);
          assertThat(withdrawals.told())
              .containsExactly("credit MET", "hotline-yunling MET", "publicity MET");
          assertThat(withdrawals.ended()).isTrue();
        });
  }

  private void isWith(String receiver, Reply sent) {
    gateway.eventually(
        () ->
            assertThat(operator.looksUp(sent.messageId()).delivery(receiver))
                .isEqualTo("DELIVERED"));
  }

  @Test
  void aPartnerSeesItsOwnConversationsOnly() {
    Reply decision = housing.sends(Paper.decision());
    gateway.eventually(() -> assertThat(ofMessage(decision)).isNotEmpty());
    String id = ofMessage(decision).get(0).path("id").asString();

    assertThat(housing.reads("/api/v1/conversations/" + id).status()).isEqualTo(200);
    assertThat(region.reads("/api/v1/conversations/" + id).status()).isEqualTo(404);
    assertThat(region.reads("/api/v1/conversations/" + UUID.randomUUID()).status()).isEqualTo(404);
  }

  @Test
  void aRestrictedConversationIsThereForItsParticipantsAndListedPeopleOnly() {
    Operator inspector = gateway.person(StorySite.COUNTY_INSPECTOR + "-2", Role.OPERATOR);
    RecordPaper clue =
        unique(RecordPaper.of("DisciplineClue", "from-penalty-case"))
            .with("letterNumber", "示综执纪移〔2026〕" + number() + "号")
            .with(
                "addressee",
                Map.of("kind", "5", "name", "示例监察委员会", "uscc", StorySite.COUNTY_INSPECTORATE));

    Reply sent = sends(clue);

    gateway.eventually(
        () ->
            assertThat(read(region, sent).path(0).path("kind").asString())
                .isEqualTo("discipline-clue"));
    String id = read(region, sent).path(0).path("id").asString();
    assertThat(operator.reads("/api/v1/conversations/" + id).status()).isEqualTo(404);
    assertThat(inspector.reads("/api/v1/conversations/" + id).status()).isEqualTo(404);
    assertThat(region.reads("/api/v1/conversations/" + id).status()).isEqualTo(200);
  }

  @Test
  void thatAClueIsOwedAboutAnOfficialNobodySeesButListedPeople() {
    Operator inspector = gateway.person(StorySite.COUNTY_DEPUTY, Role.OPERATOR);
    Reply sent =
        sends(
            transfer("示环移字〔2026〕" + number() + "号")
                .with(
                    "suspectPersons",
                    List.of(Map.of("name", "示例丁", "specialIdentities", List.of("01")))));
    gateway.eventually(() -> assertThat(documents(sent)).hasSize(1));

    gateway.eventually(
        () ->
            assertThat(kinds(inspector.reads("/api/v1/conversations?message=" + sent.messageId())))
                .contains("discipline-clue"));
    assertThat(kinds(operator.reads("/api/v1/conversations?message=" + sent.messageId())))
        .contains("crime-transfer")
        .doesNotContain("discipline-clue");
    assertThat(kinds(region.reads("/api/v1/conversations?message=" + sent.messageId())))
        .contains("crime-transfer")
        .doesNotContain("discipline-clue");
  }

  @Test
  void thatAClueIsOwedAboutAPenalisedOfficialNobodySeesButListedPeople() {
    Operator inspector = gateway.person(StorySite.COUNTY_INSPECTOR + "-3", Role.OPERATOR);
    Operator listed = gateway.person(StorySite.CITY_DEPUTY, Role.OPERATOR);
    Reply sent =
        sends(
            unique(RecordPaper.of("PenaltyDecision", "sole-trader"))
                .with("punishFileNum", "示执罚决字〔2026〕" + number() + "号")
                .with(
                    "caseReference",
                    Map.of("caseNumber", "示执立〔2026〕" + number() + "号", "filingDate", "2026-06-02"))
                .with(
                    "parties",
                    List.of(
                        Map.of(
                            "no",
                            1,
                            "kind",
                            "1",
                            "name",
                            "示例丁",
                            "selfEmployed",
                            false,
                            "certificate",
                            Map.of("type", "111", "number", "640106197909180037"),
                            "specialIdentities",
                            List.of("04")))));

    gateway.eventually(
        () ->
            assertThat(kinds(listed.reads("/api/v1/conversations?message=" + sent.messageId())))
                .contains("discipline-clue"));
    for (Reply seen :
        List.of(
            operator.reads("/api/v1/conversations?message=" + sent.messageId()),
            inspector.reads("/api/v1/conversations?message=" + sent.messageId()),
            region.reads("/api/v1/conversations?message=" + sent.messageId()))) {
      assertThat(kinds(seen)).contains("penalty-case").doesNotContain("discipline-clue");
    }
  }

  private static List<String> kinds(Reply reply) {
    return list(reply).stream().map(c -> c.path("kind").asString()).toList();
  }

  private List<JsonNode> ofMessage(Reply sent) {
    return list(operator.reads("/api/v1/conversations?message=" + sent.messageId()));
  }

  private static JsonNode read(Desk desk, Reply sent) {
    return desk.reads("/api/v1/conversations?message=" + sent.messageId()).json();
  }

  private static List<JsonNode> list(Reply reply) {
    return StreamSupport.stream(reply.json().spliterator(), false).toList();
  }

  private JsonNode conversation(Reply sent, String kind) {
    return whole(
        ofMessage(sent).stream()
            .filter(c -> c.path("kind").asString().equals(kind))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no " + kind)));
  }

  private JsonNode whole(JsonNode head) {
    return operator.reads("/api/v1/conversations/" + head.path("id").asString()).json();
  }

  private Optional<String> state(Reply sent) {
    return ofMessage(sent).stream().map(c -> c.path("state").asString()).findFirst();
  }

  private static JsonNode deadline(JsonNode whole, String rule) {
    return StreamSupport.stream(whole.path("deadlines").spliterator(), false)
        .filter(d -> d.path("rule").asString().equals(rule))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + rule));
  }

  private Reply sends(RecordPaper record) {
    Reply reply =
        region.posts("record", "story-" + UUID.randomUUID(), "application/xml", record.xml());
    assertThat(reply.status()).isEqualTo(202);
    return reply;
  }

  private static RecordPaper unique(RecordPaper record) {
    return record.with("recordUniqueIdentity", "story-" + UUID.randomUUID());
  }

  private static int number() {
    return Math.abs(UUID.randomUUID().hashCode());
  }
}
