package io.enforcement.gateway.routes.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A region whose records go up through the province's broker over AMQP, TLS and certificates on
 * both sides: what the broker keeps is not received yet, the province's receipt says so.
 */
@Timeout(300)
class FederationOverAmqpStoryTest {

  private static final String RECORD = "/api/v1/exchanges/record";
  private static final String UP = "province-amqp";
  private static final String DOWN = "region-amqp";

  private static ClientCertificate ofTheProvince;
  private static ClientCertificate ofTheRegion;
  private static Path trust;
  private static int amqp;
  private static StoryGateway province;
  private static StoryGateway region;
  private static Wire down;

  @BeforeAll
  static void start(@TempDir Path directory) {
    ofTheProvince = ClientCertificate.of(directory, "province");
    ofTheRegion = ClientCertificate.of(directory, "region");
    trust = ClientCertificate.trusting(directory, ofTheProvince, ofTheRegion);
    amqp = freePort();
    province = StoryGateway.with(FederationOverAmqpStoryTest::province);
    region = StoryGateway.with(FederationOverAmqpStoryTest::region);
  }

  private static Map<String, Object> province(StorySite site) {
    down = down == null ? site.layWire(DOWN, () -> region.base().getPort()) : down;
    site.writeSecret(DOWN, "invented-secret-of-the-pair");
    site.writeSecret("amqp-key-store", ClientCertificate.PASSWORD);
    site.writeSecret("amqp-trust-store", ClientCertificate.PASSWORD);
    Map<String, Object> settings = new HashMap<>();
    settings.put("gateway.province.enabled", true);
    settings.put("gateway.broker.amqp.port", amqp);
    settings.put("gateway.broker.amqp.host", "127.0.0.1");
    settings.put("gateway.broker.amqp.key-store", ofTheProvince.store().toString());
    settings.put("gateway.broker.amqp.trust-store", trust.toString());
    settings.put("gateway.broker.amqp.certificates." + DOWN + "[0]", ofTheRegion.fingerprint());
    settings.putAll(
        StorySite.morePartners()
            .with(
                DOWN,
                StorySite.poll(),
                Map.of(
                    "endpoint",
                    "http://127.0.0.1:" + down.port() + RECORD,
                    "allow-loopback",
                    "true",
                    "app-key",
                    UP,
                    "region",
                    "640106"))
            .settings());
    return settings;
  }

  private static Map<String, Object> region(StorySite site) {
    site.writeSecret(UP, "invented-secret-of-the-pair");
    site.writeSecret("stores", ClientCertificate.PASSWORD);
    Map<String, String> over = new HashMap<>();
    over.put("broker", "tls://127.0.0.1:" + amqp);
    over.put("queue", "in." + DOWN + ".record");
    over.put("key-store", ofTheRegion.store().toString());
    over.put("key-store-password", "stores");
    over.put("trust-store", trust.toString());
    over.put("trust-store-password", "stores");
    over.put("receipt-within", "PT5S");
    return new HashMap<>(StorySite.morePartners().with(UP, over).settings());
  }

  @AfterEach
  void mend() {
    down.mend();
  }

  @AfterAll
  static void stop() {
    region.close();
    province.close();
  }

  @Test
  void whatTheBrokerKeepsIsOpenUntilTheProvinceSaysThatItHasIt() {
    down.cut();
    String number = number();
    Reply receipt = sends(decision(number));

    province.eventually(() -> assertThat(rows(number)).hasSize(1));
    region.eventually(() -> assertThat(trail(receipt)).contains("RETRY_AT"));
    assertThat(trail(receipt)).as("held, and nobody told the region").doesNotContain("DELIVERED");

    down.mend();
    region.eventually(() -> assertThat(trail(receipt)).endsWith("DELIVERED"));
    assertThat(rows(number)).as("asked for its receipt by sending again").hasSize(1);
  }

  /** The broker of the province loses all that it keeps, while nobody there takes anything. */
  @Test
  void aLostQueueIsFilledAgain() {
    String number = number();
    province.stopsTaking(DOWN, "record");
    Reply receipt = sends(decision(number));
    region.eventually(() -> assertThat(trail(receipt)).contains("RETRY_AT"));

    province.restartWithoutItsBrokersFiles();

    region.eventually(() -> assertThat(trail(receipt)).endsWith("DELIVERED"));
    province.eventually(() -> assertThat(rows(number)).hasSize(1));
  }

  private static RecordPaper decision(String number) {
    return RecordPaper.of("PenaltyDecision", "company-and-citizen")
        .with("recordUniqueIdentity", "story-" + UUID.randomUUID())
        .with("punishFileNum", number);
  }

  private static String number() {
    return "安综执罚决字〔2026〕第" + Math.abs(UUID.randomUUID().hashCode()) + "号";
  }

  private static Reply sends(RecordPaper record) {
    Reply reply =
        region
            .desk("region")
            .posts("record", "story-" + UUID.randomUUID(), "application/xml", record.xml());
    assertThat(reply.status()).as(reply.toString()).isEqualTo(202);
    return reply;
  }

  private static List<String> trail(Reply receipt) {
    return region.operator().looksUp(receipt.messageId()).trail(UP);
  }

  private static List<Integer> rows(String number) {
    return province
        .books()
        .owner()
        .queryForList(
            "select revision from province.penalty_decision where punish_file_num = ?",
            Integer.class,
            number);
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
