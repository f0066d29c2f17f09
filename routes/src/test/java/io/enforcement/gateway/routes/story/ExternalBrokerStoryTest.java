package io.enforcement.gateway.routes.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.routes.broker.FarBroker;
import io.enforcement.gateway.routes.partner.Partner;
import io.enforcement.gateway.routes.partner.PartnerCatalog;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The gateway on a broker that is not its own: an Artemis of the site, over TCP, by account and
 * password, that creates nothing by itself. It carries wake-ups only, so it may go and come back
 * with or without its memory.
 */
class ExternalBrokerStoryTest {

  private static FarBroker broker;
  private static StoryGateway gateway;

  @BeforeAll
  static void start(@TempDir Path directory) {
    broker = FarBroker.open(directory.resolve("broker"), new Secret("invented-for-the-far-broker"));
    gateway = StoryGateway.on(broker);
  }

  @AfterEach
  void reset() {
    gateway.reset();
  }

  @AfterAll
  static void stop() {
    gateway.close();
    broker.close();
  }

  @Test
  void carriesADecisionToBothPlatforms() {
    Reply receipt = gateway.housing().sends(Paper.decision());

    isDeliveredToBothPlatforms(receipt);
  }

  @Test
  void holdsTheQueuesOfThePartnersInServiceAndNoOthers() {
    Set<String> expected = new TreeSet<>(Set.of("gateway.dead-letters", "gateway.expired"));
    for (Partner partner : gateway.part(PartnerCatalog.class).partners()) {
      if (!partner.sends().isEmpty()) {
        expected.add("translate." + partner.id());
      }
      if (!partner.receives().isEmpty() && !partner.pulls()) {
        expected.add("out." + partner.id());
      }
    }

    assertThat(expected).contains("translate.housing", "out.credit").doesNotContain("out.village");
    assertThat(broker.queues()).containsExactlyElementsOf(expected);
  }

  @Test
  void mayGoAndComeBack() {
    broker.stop();
    Reply receipt = gateway.housing().sends(Paper.decision());
    assertThat(receipt.status()).isEqualTo(202);
    assertThat(gateway.housing().looksUp(receipt).state()).isEqualTo("RECEIVED");

    broker.start();

    isDeliveredToBothPlatforms(receipt);
  }

  @Test
  void mayComeBackWithoutItsMemory() throws Exception {
    broker.stop();
    Reply receipt = gateway.housing().sends(Paper.decision());
    broker.forgetEverything();

    broker.start();

    isDeliveredToBothPlatforms(receipt);
  }

  private static void isDeliveredToBothPlatforms(Reply receipt) {
    gateway.eventually(
        () -> {
          MessageStatus status = gateway.housing().looksUp(receipt);
          assertThat(status.trail("publicity")).containsExactly("ATTEMPTING", "DELIVERED");
          assertThat(status.trail("credit")).containsExactly("ATTEMPTING", "DELIVERED");
        });
  }
}
