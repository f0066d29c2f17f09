package io.enforcement.gateway.routes.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.connectors.peer.Peer;
import io.enforcement.gateway.routes.DataDirectory;
import io.enforcement.gateway.routes.audit.Verifier;
import io.enforcement.gateway.routes.sandbox.farside.Behaviour;
import io.enforcement.gateway.routes.security.Role;
import io.enforcement.gateway.routes.story.RestReceiver.Manner;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What it takes two people to do with what waits: end a doubt, correct a body, give up. */
@Story
class RemedyStoryTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String PROSECUTOR = "prosecutor";

  private final StoryGateway gateway;
  private final Desk housing;
  private final Operator operator;
  private final Operator reviewer;
  private final Operator auditor;

  @TempDir Path folder;

  RemedyStoryTest(StoryGateway gateway) {
    this.gateway = gateway;
    this.housing = gateway.housing();
    this.operator = gateway.operator();
    this.reviewer = gateway.person("remedy-reviewer", Role.REVIEWER);
    this.auditor = gateway.person("remedy-auditor", Role.AUDITOR);
  }

  @Test
  void aDoubtIsShownWithItsEvidenceAndEndsWithTwoPeopleAndWithoutASecondEffect() {
    Reply sent = inDoubt();
    String key = housing.looksUp(sent).key(PROSECUTOR);
    String entry = entry(sent, PROSECUTOR);

    JsonNode evidence = operator.reads(entry).json();
    JsonNode attempt = evidence.path("attempts").get(0);
    assertThat(evidence.path("failureClass").asString()).isEqualTo("IN_DOUBT");
    assertThat(evidence.path("offer").asString()).isEqualTo("TWO_PEOPLE");
    assertThat(attempt.path("outcome").asString()).isEqualTo("Ambiguous");
    assertThat(attempt.path("sent").asString()).matches("sha256:[0-9a-f]{64} [0-9]+ bytes");
    assertThat(attempt.path("startedAt").asString()).isNotEmpty();
    assertThat(attempt.path("endedAt").asString()).isNotEmpty();
    assertThat(attempt.path("reply").asString()).as("what came back").isEqualTo("{}");

    Reply job = operator.posts("/api/v1/replay-jobs?group=" + doubtfulGroup());
    assertThat(job.rule()).as("no job replays a doubt").isEqualTo("replay.not-offered");

    String proposal = proposal(decides(operator, entry, "arrived"));
    assertThat(decides(operator, entry, "send-again").rule()).isEqualTo("proposal.waits-already");
    assertThat(operator.posts(proposal + "/confirm").status()).as("no reviewer").isEqualTo(403);
    assertThat(housing.looksUp(sent).delivery(PROSECUTOR)).isEqualTo("IN_DOUBT");
    Reply confirmed = reviewer.posts(proposal + "/confirm");

    assertThat(confirmed.json().path("state").asString()).isEqualTo("DONE");
    assertThat(confirmed.json().path("decidedBy").asString()).isEqualTo("remedy-reviewer");
    MessageStatus status = housing.looksUp(sent);
    assertThat(status.trail(PROSECUTOR)).containsExactly("ATTEMPTING", "IN_DOUBT", "DELIVERED");
    assertThat(gateway.prosecutor().posts(key)).isEqualTo(1);
    assertThat(told(proposal)).containsExactly("PROPOSED", "DELIVERED");
    assertThat(reviewer.posts(proposal + "/confirm").rule()).isEqualTo("proposal.not-now");
  }

  @Test
  void whoProposedItDoesNotConfirmItAndADeclinedProposalChangesNothing() {
    Reply sent = inDoubt();
    String entry = entry(sent, PROSECUTOR);
    String own = proposal(decides(reviewer, entry, "send-again"));

    assertThat(reviewer.posts(own + "/confirm").rule()).isEqualTo("proposal.not-now");
    assertThat(operator.posts(own + "/decline").json().path("state").asString())
        .isEqualTo("DECLINED");

    assertThat(housing.looksUp(sent).delivery(PROSECUTOR)).isEqualTo("IN_DOUBT");
    assertThat(told(own)).containsExactly("PROPOSED", "DECLINED");
    assertThat(decides(operator, entry, "perhaps").rule()).isEqualTo("proposal.verdict");
    assertThat(operator.posts(entry + "/decision", "application/json", json(Map.of())).rule())
        .isEqualTo("proposal.reason");
    reviewer.posts(proposal(decides(operator, entry, "arrived")) + "/confirm");
    assertThat(housing.looksUp(sent).delivery(PROSECUTOR)).isEqualTo("DELIVERED");
  }

  @Test
  void whatHasNotArrivedWaitsLikeAnyOtherAndIsReplayedByOne() {
    gateway.prosecutor().behave(Manner.FAILS_BEFORE_THE_WORK);
    Reply sent = housing.sends(Paper.decision().restricted().in(Paper.PROSECUTOR));
    gateway.eventually(
        () -> assertThat(housing.looksUp(sent).delivery(PROSECUTOR)).isEqualTo("IN_DOUBT"));
    String entry = entry(sent, PROSECUTOR);
    gateway.reset();

    reviewer.posts(proposal(decides(operator, entry, "not-arrived")) + "/confirm");

    assertThat(housing.looksUp(sent).delivery(PROSECUTOR)).isEqualTo("PARKED");
    assertThat(operator.reads(entry).json().path("offer").asString()).isEqualTo("REPLAY");
    assertThat(operator.replays(sent.messageId(), PROSECUTOR).status()).isEqualTo(202);
    gateway.eventually(
        () -> assertThat(housing.looksUp(sent).delivery(PROSECUTOR)).isEqualTo("DELIVERED"));
    String key = housing.looksUp(sent).key(PROSECUTOR);
    assertThat(gateway.prosecutor().effects(key)).isEqualTo(1);
  }

  @Test
  @Peer(value = "python3", program = "python3")
  void whatPeopleDecidedHoldsBeforeTheOutsideVerifier() throws Exception {
    Reply sent = inDoubt();
    String entry = entry(sent, PROSECUTOR);
    reviewer.posts(proposal(decides(operator, entry, "not-arrived")) + "/confirm");
    Reply given = discards(List.of(entry));
    if (given.json().path("state").asString().equals("PROPOSED")) {
      reviewer.posts(proposal(given) + "/confirm");
    }
    assertThat(housing.looksUp(sent).trail(PROSECUTOR))
        .containsExactly("ATTEMPTING", "IN_DOUBT", "PARKED", "DISCARDED");
    gateway.eventually(() -> assertThat(evidence(sent)).contains("\"IN_DOUBT\"", "\"DISCARDED\""));
    Path file = Files.writeString(folder.resolve("evidence.json"), evidence(sent));
    Path key = gateway.part(DataDirectory.class).path().resolve("audit/audit-key.pem");

    assertThat(Verifier.run(file, "--key", key.toString())).contains("good: ");
  }

  private String evidence(Reply sent) {
    return auditor.reads("/api/v1/messages/" + sent.messageId() + "/evidence").text();
  }

  @Test
  void whatIsSentAgainKeepsItsKeyAndWhatWasAcknowledgedMeanwhileIsNot() {
    Reply again = inDoubt();
    String key = housing.looksUp(again).key(PROSECUTOR);
    reviewer.posts(
        proposal(decides(operator, entry(again, PROSECUTOR), "send-again")) + "/confirm");
    gateway.eventually(
        () -> assertThat(housing.looksUp(again).delivery(PROSECUTOR)).isEqualTo("DELIVERED"));
    assertThat(gateway.prosecutor().posts(key)).as("under the same key").isEqualTo(2);

    Reply acknowledged = inDoubt();
    String other = housing.looksUp(acknowledged).key(PROSECUTOR);
    String proposal = proposal(decides(operator, entry(acknowledged, PROSECUTOR), "send-again"));
    String receipt =
        "{\"key\":\"%s\",\"outcome\":\"ACCEPTED\",\"at\":\"2026-11-20T10:00:00+08:00\"}"
            .formatted(other);
    gateway
        .desk(PROSECUTOR)
        .posts("receipt", "remedy-" + other, "application/json", bytes(receipt));
    gateway.eventually(
        () ->
            assertThat(housing.looksUp(acknowledged).delivery(PROSECUTOR)).isEqualTo("DELIVERED"));

    assertThat(reviewer.posts(proposal + "/confirm").json().path("state").asString())
        .isEqualTo("OVERTAKEN");

    assertThat(gateway.prosecutor().posts(other)).isEqualTo(1);
    assertThat(housing.looksUp(acknowledged).delivery(PROSECUTOR)).isEqualTo("DELIVERED");
  }

  @Test
  void aCorrectedFileIsReplayedUnderItsOwnIdAndBothBodiesStay() throws Exception {
    CityDesk city = new CityDesk(gateway);
    CityFile file = CityFile.of(1).with(1, "案件来源", "路人偶遇");
    byte[] came = file.bytes();
    city.drops(file);
    String message = city.receiptFor(file.name()).path("报文编号").asString();
    gateway.eventually(() -> assertThat(operator.looksUp(message).state()).isEqualTo("PARKED"));
    String entry = entry(message, "city-management");
    byte[] corrected = file.with(1, "案件来源", "巡查发现").bytes();

    String proposal = proposal(corrects(entry, corrected));

    assertThat(operator.looksUp(message).state()).as("one alone").isEqualTo("PARKED");
    assertThat(reviewer.readsBytes(entry + "/versions/0")).isEqualTo(came);
    assertThat(reviewer.readsBytes(entry + "/versions/1")).isEqualTo(corrected);
    assertThat(reviewer.posts(proposal + "/confirm").status()).isEqualTo(200);
    gateway.eventually(() -> assertThat(operator.looksUp(message).state()).isEqualTo("TRANSLATED"));
    gateway.eventually(
        () -> assertThat(operator.looksUp(message).delivery("publicity")).isEqualTo("DELIVERED"));
    MessageStatus status = operator.looksUp(message);
    assertThat(status.trail())
        .containsSubsequence("RECEIVED", "PARKED", "BODY_READ", "CORRECTED", "REPLAYED");
    assertThat(status.detail("CORRECTED"))
        .contains("version 1 " + digest(corrected), "in place of 0 " + digest(came));
    assertThat(status.json().path("digest").asString())
        .as("the receipt speaks of what came")
        .isEqualTo(digest(came));
  }

  @Test
  void whatTheSenderSignedOrWhatIsPartlyDecidedIsNotCorrected() {
    CityDesk city = new CityDesk(gateway);
    CityFile file = CityFile.of(2).with(2, "案件来源", "另有路人偶遇");
    city.drops(file);
    String message = city.receiptFor(file.name()).path("报文编号").asString();
    gateway.eventually(() -> assertThat(operator.looksUp(message).state()).isEqualTo("PARKED"));

    Reply partly = corrects(entry(message, "city-management"), bytes("x"));

    assertThat(partly.status()).isEqualTo(409);
    assertThat(partly.rule()).isEqualTo("proposal.not-correctable");
    discards(List.of(entry(message, "city-management")));

    String unmatched =
        "{\"key\":\"%s\",\"outcome\":\"ACCEPTED\",\"at\":\"2026-11-20T10:00:00+08:00\"}"
            .formatted(UUID.randomUUID());
    Reply signed =
        gateway
            .desk(PROSECUTOR)
            .posts("receipt", "signed-" + UUID.randomUUID(), "application/json", bytes(unmatched));
    gateway.eventually(
        () -> assertThat(operator.looksUp(signed.messageId()).state()).isEqualTo("PARKED"));
    String entry = entry(signed.messageId(), PROSECUTOR);
    assertThat(corrects(entry, bytes("{}")).rule()).isEqualTo("proposal.signed-body");
    discards(List.of(entry));
  }

  @Test
  void whatIsGivenUpIsKeptCountedAndOutOfTheWay() {
    Paper paper = Paper.decision();
    gateway.publicity().behave(Behaviour.of(Behaviour.Kind.ERROR_500));
    Reply first = housing.sends(paper);
    gateway.eventually(
        () -> assertThat(housing.looksUp(first).delivery("publicity")).isEqualTo("PARKED"));
    // A decision runs against the limit of its publication: one alone may not give that up, also
    // when a later revision has taken its place in the conversation.
    awaitDeadline(first);
    Reply second = housing.sends(paper.revised(2));
    awaitDeadline(second);
    assertThat(nextDue(first, "publicity")).as("its group still tells of it").isNotEmpty();
    gateway.publicity().behave(Behaviour.ok());
    long before = discarded("publicity");

    Reply proposed = discards(List.of(entry(first, "publicity")));

    assertThat(proposed.json().path("state").asString()).isEqualTo("PROPOSED");
    assertThat(housing.looksUp(first).delivery("publicity")).isEqualTo("PARKED");
    reviewer.posts(proposal(proposed) + "/confirm");
    MessageStatus status = housing.looksUp(first);
    assertThat(status.delivery("publicity")).isEqualTo("DISCARDED");
    assertThat(status.trail("publicity")).endsWith("DISCARDED");
    assertThat(operator.parked(first.messageId(), "publicity")).isEmpty();
    assertThat(discarded("publicity")).isEqualTo(before + 1);
    gateway.eventually(
        () ->
            assertThat(housing.looksUp(second).delivery("publicity"))
                .as("its lane goes on")
                .isEqualTo("DELIVERED"));
  }

  @Test
  void moreThanTwentyAreGivenUpByTwoPeopleAndAFewByOne() {
    List<String> entries =
        Stream.generate(this::unmatched)
            .limit(21)
            .map(message -> entry(message, PROSECUTOR))
            .toList();

    Reply many = discards(entries);

    assertThat(many.json().path("state").asString()).isEqualTo("PROPOSED");
    operator.posts(proposal(many) + "/decline");
    assertThat(discards(entries.subList(0, 1)).json().path("state").asString()).isEqualTo("DONE");
    Reply rest = discards(entries.subList(1, 21));
    assertThat(rest.json().path("state").asString()).isEqualTo("DONE");
    assertThat(rest.json().path("entries").asInt()).isEqualTo(20);
    assertThat(operator.parked(PROSECUTOR))
        .extracting(p -> "/api/v1/parked/" + p.path("id").asString())
        .doesNotContainAnyElementsOf(entries);
    assertThat(told(proposal(many))).containsExactly("PROPOSED", "DECLINED");
  }

  /** A receipt of nothing that we sent: it waits for people. */
  private String unmatched() {
    String receipt =
        "{\"key\":\"%s\",\"outcome\":\"ACCEPTED\",\"at\":\"2026-11-20T10:00:00+08:00\"}"
            .formatted(UUID.randomUUID());
    Reply sent =
        gateway
            .desk(PROSECUTOR)
            .posts("receipt", "unmatched-" + UUID.randomUUID(), "application/json", bytes(receipt));
    gateway.eventually(
        () -> assertThat(operator.looksUp(sent.messageId()).state()).isEqualTo("PARKED"));
    return sent.messageId();
  }

  private Reply inDoubt() {
    gateway.prosecutor().behave(Manner.FAILS_AFTER_THE_WORK);
    Reply sent = housing.sends(Paper.decision().restricted().in(Paper.PROSECUTOR));
    gateway.eventually(
        () -> assertThat(housing.looksUp(sent).delivery(PROSECUTOR)).isEqualTo("IN_DOUBT"));
    gateway.prosecutor().behave(Manner.WORKS);
    return sent;
  }

  private String doubtfulGroup() {
    for (JsonNode group : operator.reads("/api/v1/groups").json()) {
      if (group.path("partner").asString().equals(PROSECUTOR)
          && group.path("failureClass").asString().equals("IN_DOUBT")) {
        return group.path("group").asString();
      }
    }
    throw new AssertionError("no group is in doubt");
  }

  private void awaitDeadline(Reply sent) {
    gateway.eventually(
        () ->
            assertThat(
                    gateway
                        .books()
                        .runtime()
                        .queryForObject(
                            """
                            select count(*) from record r join conversation_document c on c.record_id = r.id
                              join deadline l on l.conversation_id = c.conversation_id and l.state = 'OPEN'
                            where r.message_id = ?
                            """,
                            Integer.class,
                            UUID.fromString(sent.messageId())))
                .isPositive());
  }

  /** The nearest deadline of the group that the entry is in; empty when it tells of none. */
  private String nextDue(Reply sent, String partner) {
    String cause =
        operator.parked(sent.messageId(), partner).orElseThrow().path("cause").asString();
    for (JsonNode group : operator.reads("/api/v1/groups").json()) {
      if (group.path("partner").asString().equals(partner)
          && group.path("cause").asString().equals(cause)) {
        return group.path("nextDue").asString("");
      }
    }
    throw new AssertionError("no group has the entry");
  }

  private long discarded(String receiver) {
    return operator
        .reads("/api/v1/totals")
        .json()
        .path("receivers")
        .path(receiver)
        .path("discarded")
        .asLong();
  }

  private String entry(Reply sent, String partner) {
    return entry(sent.messageId(), partner);
  }

  private String entry(String message, String partner) {
    return "/api/v1/parked/"
        + operator.parked(message, partner).orElseThrow().path("id").asString();
  }

  private static Reply decides(Operator who, String entry, String verdict) {
    Map<String, String> decision = new LinkedHashMap<>();
    decision.put("verdict", verdict);
    decision.put("reason", "the receiver's register was looked at");
    return who.posts(entry + "/decision", "application/json", json(decision));
  }

  private Reply corrects(String entry, byte[] body) {
    String content = Base64.getEncoder().encodeToString(body);
    return operator.posts(
        entry + "/correction",
        "application/json",
        json(Map.of("content", content, "reason", "a word that was agreed by telephone")));
  }

  private Reply discards(List<String> entries) {
    List<String> ids = entries.stream().map(e -> e.substring(e.lastIndexOf('/') + 1)).toList();
    return operator.posts(
        "/api/v1/proposals/discards",
        "application/json",
        json(Map.of("entries", ids, "reason", "sent again by the sender")));
  }

  private static String proposal(Reply proposed) {
    assertThat(proposed.status()).as(proposed.text()).isEqualTo(201);
    return "/api/v1/proposals/" + proposed.json().path("id").asString();
  }

  /** What the audit trail says of a proposal. */
  private List<String> told(String proposal) {
    return gateway
        .books()
        .runtime()
        .queryForList(
            "select milestone from event where detail like ? order by id",
            String.class,
            "proposal " + proposal.substring(proposal.lastIndexOf('/') + 1) + "%");
  }

  private static String digest(byte[] bytes) throws Exception {
    return "sha256:" + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private static byte[] json(Map<String, ?> content) {
    return JSON.writeValueAsBytes(content);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
