package io.enforcement.gateway.routes.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.routes.sandbox.farside.Ledger.Event;
import java.util.List;
import java.util.UUID;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;

/**
 * The short way: a receiver that has nothing else to do gets the first attempt committed together
 * with the translation. It must lose nothing when its worker is not there to take it.
 */
@Story
class FirstAttemptStoryTest {

  private static final String ROUTE = "deliver.publicity";

  private final StoryGateway gateway;
  private final Desk housing;

  FirstAttemptStoryTest(StoryGateway gateway) {
    this.gateway = gateway;
    this.housing = gateway.housing();
  }

  @Test
  void theFirstAttemptIsCommittedWithTheTranslation() {
    gateway.eventually(
        () -> {
          Reply receipt = housing.sends(Paper.decision());
          gateway.eventually(
              () ->
                  assertThat(housing.looksUp(receipt).trail("publicity"))
                      .containsExactly("ATTEMPTING", "DELIVERED"));
          assertThat(commits(receipt)).as("one commit for both").hasSize(1);
        });
  }

  /** The transactions that wrote the translation and the first attempt. */
  private List<String> commits(Reply receipt) {
    return gateway
        .books()
        .runtime()
        .queryForList(
            """
            select distinct xmin::text from event where message_id = ?
              and (milestone = 'TRANSLATED' or milestone = 'ATTEMPTING' and partner = 'publicity')
            """,
            String.class,
            UUID.fromString(receipt.messageId()));
  }

  @Test
  void whatAWorkerAtRestDoesNotTakeWaitsInTheStoreAndArrivesOnce() throws Exception {
    CamelContext camel = gateway.part(CamelContext.class);
    Reply before = housing.sends(Paper.decision());
    gateway.eventually(
        () -> assertThat(housing.looksUp(before).delivery("publicity")).isEqualTo("DELIVERED"));
    Reply receipt;
    camel.getRouteController().stopRoute(ROUTE);
    try {
      receipt = housing.sends(Paper.decision());
      gateway.eventually(
          () ->
              assertThat(housing.looksUp(receipt).delivery("publicity")).isIn("READY", "RETRY_AT"));
    } finally {
      camel.getRouteController().startRoute(ROUTE);
    }

    gateway.eventually(
        () -> assertThat(housing.looksUp(receipt).delivery("publicity")).isEqualTo("DELIVERED"));
    String key = housing.looksUp(receipt).key("publicity");
    assertThat(gateway.publicity().ledger().keys(Event.ARRIVED)).containsEntry(key, 1);
    assertThat(gateway.publicity().ledger().keys(Event.ARRIVED_AGAIN)).doesNotContainKey(key);
  }
}
