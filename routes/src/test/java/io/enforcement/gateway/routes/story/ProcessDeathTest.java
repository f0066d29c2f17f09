package io.enforcement.gateway.routes.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.routes.security.Role;
import io.enforcement.gateway.routes.store.ClaimedMessage;
import io.enforcement.gateway.routes.store.NodeStore;
import io.enforcement.gateway.routes.store.TranslationStore;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A message that kills whoever works on it must not kill for ever, nor take others with it. */
@Story
class ProcessDeathTest {

  /** No partner of this name exists, so nobody else works on its messages. */
  private static final String SENDER = "nobody-here";

  private final StoryGateway gateway;
  private final NodeStore nodes;
  private final TranslationStore store;

  ProcessDeathTest(StoryGateway gateway) {
    this.gateway = gateway;
    this.nodes = gateway.part(NodeStore.class);
    this.store = gateway.part(TranslationStore.class);
  }

  @AfterEach
  void takeAway() {
    gateway
        .books()
        .owner()
        .update(
            "delete from replay_entry where parked_id in (select id from parked where partner = ?)",
            SENDER);
    gateway.books().owner().update("delete from parked where partner = ?", SENDER);
    gateway.books().owner().update("delete from message where sender = ?", SENDER);
  }

  @Test
  void theThirdDeathSetsTheMessageAside() {
    UUID killer = arrived();
    UUID neighbour = arrived();

    assertThat(workAndDie()).containsExactly(killer, neighbour);
    assertThat(workAndDie()).containsExactly(killer);
    assertThat(workAndDie()).containsExactly(killer);
    assertThat(workAndDie()).containsExactly(neighbour);

    assertThat(state(killer)).isEqualTo("QUARANTINED");
    assertThat(
            gateway
                .books()
                .runtime()
                .queryForList(
                    "select cause from parked where message_id = ?", String.class, killer))
        .containsExactly("process-death");
    assertThat(state(neighbour)).isEqualTo("RECEIVED");
  }

  /** Nothing is tried before: the trial could end the process once more. */
  @Test
  void aFaultOfOursIsReplayedByAReviewerOnly() {
    UUID killer = arrived();
    for (int death = 0; death < 4; death++) {
      workAndDie();
    }
    assertThat(state(killer)).isEqualTo("QUARANTINED");

    Reply refused = gateway.operator().replays(killer.toString(), SENDER);

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.rule()).isEqualTo("replay.needs-reviewer");
    Operator reviewer = gateway.person("reviewer-of-our-faults", Role.REVIEWER);
    assertThat(reviewer.replays(killer.toString(), SENDER).status()).isEqualTo(202);
    assertThat(state(killer)).isEqualTo("RECEIVED");
  }

  /** A dry run in this process would be the fourth death, and the fifth after the restart. */
  @Test
  void whatEndedProcessesIsNotTriedDryAndWaitsForAReviewer() {
    arrived();
    for (int death = 0; death < 4; death++) {
      workAndDie();
    }

    Reply proposed =
        gateway.operator().posts("/api/v1/replay-jobs?perMinute=60&group=" + groupOfTheKiller());

    assertThat(proposed.status()).as(proposed.text()).isEqualTo(201);
    String job = "/api/v1/replay-jobs/" + proposed.json().path("id").asString();
    gateway.eventually(
        () ->
            assertThat(gateway.operator().reads(job).json().path("state").asString())
                .isEqualTo("PROPOSED"));
    assertThat(gateway.operator().reads(job + "/entries").text()).contains("process-death");
    assertThat(gateway.operator().posts(job + "/stop").status()).isEqualTo(200);
  }

  private String groupOfTheKiller() {
    return gateway
        .operator()
        .reads("/api/v1/groups")
        .json()
        .valueStream()
        .filter(group -> group.path("partner").asString().equals(SENDER))
        .map(group -> group.path("group").asString())
        .findFirst()
        .orElseThrow();
  }

  /** A kill can come at any moment: no note, however short-lived, may name the neighbours. */
  @Test
  void afterADeathNoNoteNamesMoreThanTheOneMessageAtHand() {
    UUID killer = arrived();
    arrived();
    workAndDie();
    var owner = gateway.books().owner();
    owner.execute("create table gateway.noted (number int)");
    owner.execute("grant insert on gateway.noted to public");
    owner.execute(
        """
        create function gateway.note_down() returns trigger language plpgsql as $$
        begin
            if new.name = 'translate.nobody-here' then
                insert into gateway.noted values (cardinality(new.working));
            end if;
            return new;
        end $$
        """);
    owner.execute(
        "create trigger note_down after update of working on gateway.lease for each row execute"
            + " function gateway.note_down()");
    try {
      long epoch = nodes.begin(Duration.ofMinutes(1));
      for (int i = 0; i < 3; i++) {
        assertThat(ids(store.claim(SENDER, epoch, 64))).containsExactly(killer);
      }
      nodes.end(epoch);
      assertThat(owner.queryForList("select number from gateway.noted", Integer.class))
          .isNotEmpty()
          .containsOnly(1);
    } finally {
      owner.execute("drop trigger note_down on gateway.lease");
      owner.execute("drop function gateway.note_down()");
      owner.execute("drop table gateway.noted");
    }
  }

  @Test
  void whoLivesAndClaimsAgainHasNotDied() {
    UUID first = arrived();
    UUID second = arrived();
    long epoch = nodes.begin(Duration.ofMinutes(1));
    for (int i = 0; i < 5; i++) {
      assertThat(ids(store.claim(SENDER, epoch, 64))).containsExactly(first, second);
    }
    nodes.end(epoch);
  }

  private List<UUID> workAndDie() {
    long epoch = nodes.begin(Duration.ofMinutes(1));
    List<UUID> claimed = ids(store.claim(SENDER, epoch, 64));
    nodes.end(epoch);
    return claimed;
  }

  private static List<UUID> ids(List<ClaimedMessage> messages) {
    return messages.stream().map(ClaimedMessage::id).toList();
  }

  private String state(UUID message) {
    return gateway
        .books()
        .runtime()
        .queryForObject("select state from message where id = ?", String.class, message);
  }

  private UUID arrived() {
    return gateway.books().arrived(SENDER, 0);
  }
}
