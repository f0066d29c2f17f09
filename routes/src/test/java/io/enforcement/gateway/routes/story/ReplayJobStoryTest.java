package io.enforcement.gateway.routes.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.routes.sandbox.farside.Behaviour;
import io.enforcement.gateway.routes.sandbox.farside.Ledger.Event;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Several decisions that failed in the same way are set on their way again together. */
@Story
class ReplayJobStoryTest {

  private final StoryGateway gateway;
  private final Desk housing;
  private final Operator operator;

  ReplayJobStoryTest(StoryGateway gateway) {
    this.gateway = gateway;
    this.housing = gateway.housing();
    this.operator = gateway.operator();
  }

  @Test
  void anOperatorReplaysAFewAndTheFirstGoesAhead() {
    List<Reply> decisions = parkedAtPublicity(3);
    String group = group();
    gateway.publicity().behave(Behaviour.ok());

    Reply proposed = operator.posts("/api/v1/replay-jobs?perMinute=6000&group=" + group);

    assertThat(proposed.status()).isEqualTo(201);
    assertThat(proposed.json().path("state").asString()).isEqualTo("REHEARSING");
    assertThat(proposed.json().path("entries").asInt()).isGreaterThanOrEqualTo(3);
    assertThat(proposed.json().path("digest").asString()).startsWith("sha256:");
    String job = "/api/v1/replay-jobs/" + proposed.json().path("id").asString();
    gateway.eventually(
        () -> assertThat(operator.reads(job).json().path("state").asString()).isEqualTo("DONE"));
    for (Reply decision : decisions) {
      gateway.eventually(
          () -> assertThat(housing.looksUp(decision).delivery("publicity")).isEqualTo("DELIVERED"));
      MessageStatus status = housing.looksUp(decision);
      assertThat(status.trail("publicity")).containsOnlyOnce("REPLAYED");
      assertThat(gateway.publicity().ledger().keys(Event.ARRIVED))
          .containsEntry(status.key("publicity"), 1);
    }
    assertThat(operator.reads(job + "/entries").json())
        .extracting(e -> e.path("result").asString())
        .hasSizeGreaterThanOrEqualTo(3)
        .containsOnly("REPLAYED");
  }

  @Test
  void whileTheFirstHasNotArrivedTheOthersStayWhereTheyAre() {
    List<Reply> decisions = parkedAtPublicity(2);

    Reply proposed = operator.posts("/api/v1/replay-jobs?perMinute=6000&group=" + group());

    String job = "/api/v1/replay-jobs/" + proposed.json().path("id").asString();
    gateway.eventually(
        () -> assertThat(operator.reads(job).json().path("state").asString()).isEqualTo("PAUSED"));
    assertThat(operator.reads(job).json().path("why").asString())
        .isEqualTo("the first entry is PARKED again");
    assertThat(decisions.stream().flatMap(d -> housing.looksUp(d).trail("publicity").stream()))
        .containsOnlyOnce("REPLAYED");

    gateway.publicity().behave(Behaviour.ok());
    assertThat(operator.posts(job + "/resume").status()).isEqualTo(200);
    gateway.eventually(
        () -> assertThat(operator.reads(job).json().path("state").asString()).isEqualTo("DONE"));
    gateway.eventually(
        () ->
            assertThat(decisions.stream().map(d -> housing.looksUp(d).delivery("publicity")))
                .as("the one that went ahead and failed waits for people again")
                .containsExactlyInAnyOrder("PARKED", "DELIVERED"));
    assertThat(operator.posts(job + "/stop").status()).isEqualTo(409);
  }

  @Test
  void aDryRunShowsWhatWouldLeaveAndWhoHasItAndSendsNothing() {
    Reply decision = parkedAtPublicity(1).get(0);
    gateway.eventually(
        () -> assertThat(housing.looksUp(decision).delivery("credit")).isEqualTo("DELIVERED"));
    gateway.publicity().behave(Behaviour.ok());
    int arrived = gateway.publicity().ledger().keys(Event.ARRIVED).size();

    Reply proposed =
        operator.posts("/api/v1/replay-jobs?dryRun=true&perMinute=6000&group=" + group());

    String job = "/api/v1/replay-jobs/" + proposed.json().path("id").asString();
    eventually(job, "PAUSED");
    assertThat(operator.reads(job).json().path("why").asString())
        .isEqualTo("the dry run found nothing");
    JsonNode entry =
        StreamSupport.stream(operator.reads(job + "/entries").json().spliterator(), false)
            .filter(e -> e.path("messageId").asString().equals(decision.messageId()))
            .findFirst()
            .orElseThrow();
    assertThat(entry.path("passes").asBoolean()).isTrue();
    assertThat(entry.path("found")).isEmpty();
    assertThat(entry.path("wouldSend").get(0).asString())
        .matches("publicity penalty-decision sha256:[0-9a-f]{64}");
    assertThat(entry.path("holders")).extracting(JsonNode::asString).containsExactly("credit");
    assertThat(housing.looksUp(decision).delivery("publicity")).isEqualTo("PARKED");
    assertThat(gateway.publicity().ledger().keys(Event.ARRIVED)).hasSize(arrived);

    operator.posts(job + "/resume");
    eventually(job, "DONE");
    String key = housing.looksUp(decision).key("publicity");
    gateway.eventually(
        () -> assertThat(housing.looksUp(decision).delivery("publicity")).isEqualTo("DELIVERED"));
    String sent =
        gateway
            .books()
            .runtime()
            .queryForObject(
                "select detail from event where delivery_id = ?::uuid and milestone = 'DELIVERED'",
                String.class,
                key);
    assertThat(sent)
        .as("what left is what the dry run showed")
        .contains(entry.path("wouldSend").get(0).asString().split(" ")[2]);
  }

  @Test
  void aJobWhoseEntryFailsIsHeldAndTheOthersGoOn() {
    Reply broken = parkedAtPublicity(1).get(0);
    gateway.registry().behave(RestReceiver.Manner.FAILS_BEFORE_THE_WORK);
    Reply sound = housing.sends(Paper.decision().restricted().in(Paper.REGISTRY));
    gateway.eventually(
        () -> assertThat(housing.looksUp(sound).delivery("registry")).isEqualTo("PARKED"));
    gateway.reset();
    var owner = gateway.books().owner();
    owner.execute(
        """
        create function gateway.break_replay() returns trigger language plpgsql as $$
        begin
            raise exception 'this entry cannot be replayed';
        end $$
        """);
    owner.execute(
        """
        create trigger break_replay before update of resolved_at on gateway.parked for each row
        when (new.message_id = '%s') execute function gateway.break_replay()
        """
            .formatted(broken.messageId()));
    String first;
    try {
      first = job(operator.posts("/api/v1/replay-jobs?perMinute=6000&group=" + group()));
      String second =
          job(operator.posts("/api/v1/replay-jobs?perMinute=6000&group=" + group("registry")));

      eventually(first, "PAUSED");
      eventually(second, "DONE");
    } finally {
      owner.execute("drop trigger break_replay on gateway.parked");
      owner.execute("drop function gateway.break_replay()");
    }
    assertThat(operator.reads(first).json().path("why").asString())
        .startsWith("an entry cannot be replayed");
    gateway.eventually(
        () -> assertThat(housing.looksUp(sound).delivery("registry")).isEqualTo("DELIVERED"));
    assertThat(housing.looksUp(broken).delivery("publicity")).isEqualTo("PARKED");

    operator.posts(first + "/resume");
    eventually(first, "DONE");
    gateway.eventually(
        () -> assertThat(housing.looksUp(broken).delivery("publicity")).isEqualTo("DELIVERED"));
  }

  private static String job(Reply proposed) {
    assertThat(proposed.status()).as(proposed.text()).isEqualTo(201);
    return "/api/v1/replay-jobs/" + proposed.json().path("id").asString();
  }

  private void eventually(String job, String state) {
    gateway.eventually(
        () -> assertThat(operator.reads(job).json().path("state").asString()).isEqualTo(state));
  }

  private List<Reply> parkedAtPublicity(int count) {
    gateway.publicity().behave(Behaviour.of(Behaviour.Kind.ERROR_500));
    List<Reply> decisions =
        Stream.generate(() -> housing.sends(Paper.decision())).limit(count).toList();
    for (Reply decision : decisions) {
      gateway.eventually(
          () -> assertThat(housing.looksUp(decision).delivery("publicity")).isEqualTo("PARKED"));
    }
    return decisions;
  }

  private String group() {
    return group("publicity");
  }

  private String group(String partner) {
    return StreamSupport.stream(operator.reads("/api/v1/groups").json().spliterator(), false)
        .filter(g -> g.path("partner").asString().equals(partner))
        .filter(g -> g.path("failureClass").asString().equals("TRANSIENT"))
        .map((JsonNode g) -> g.path("group").asString())
        .findFirst()
        .orElseThrow();
  }
}
