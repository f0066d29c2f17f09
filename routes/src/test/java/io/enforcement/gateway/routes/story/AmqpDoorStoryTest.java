package io.enforcement.gateway.routes.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.connectors.Source;
import io.enforcement.gateway.connectors.peer.Peer;
import io.enforcement.gateway.routes.broker.AmqpDoor;
import io.enforcement.gateway.routes.partner.Partner.Sending;
import io.enforcement.gateway.routes.partner.PartnerCatalog;
import io.enforcement.gateway.routes.security.Role;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.camel.CamelContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Partners that come to our own broker over AMQP 1.0 with a client that is not Java: TLS, a
 * certificate of theirs, queues of their own and of nobody else; and what the broker could bring to
 * nobody is found parked.
 */
@Timeout(300)
@Peer(
    value = "python3-qpid-proton",
    program = AmqpPeer.PYTHON,
    with = {"-c", "import proton"})
class AmqpDoorStoryTest {

  private static final String IN = "in.chamber.penalty-decision";
  private static final String COURTS_REGION = "640123";

  private static ClientCertificate chamber;
  private static ClientCertificate notary;
  private static ClientCertificate unnamed;
  private static ClientCertificate stranger;
  private static AmqpPeer peer;
  private static StoryGateway gateway;

  @BeforeAll
  static void start(@TempDir Path directory) {
    ClientCertificate server = ClientCertificate.of(directory, "server");
    chamber = ClientCertificate.of(directory, "chamber");
    notary = ClientCertificate.of(directory, "notary");
    unnamed = ClientCertificate.of(directory, "unnamed");
    stranger = ClientCertificate.of(directory, "stranger");
    Path trust = ClientCertificate.trusting(directory, chamber, notary, unnamed);
    int port = freePort();
    gateway = StoryGateway.with(site -> settings(site, port, server, trust));
    peer = new AmqpPeer(directory, port, server);
  }

  private static Map<String, Object> settings(
      StorySite site, int port, ClientCertificate server, Path trust) {
    site.installFolder("chamber");
    site.installFolder("notary");
    site.writeSecret("amqp-key-store", ClientCertificate.PASSWORD);
    site.writeSecret("amqp-trust-store", ClientCertificate.PASSWORD);
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("gateway.broker.amqp.port", port);
    settings.put("gateway.broker.amqp.host", "127.0.0.1");
    settings.put("gateway.broker.amqp.key-store", server.store().toString());
    settings.put("gateway.broker.amqp.trust-store", trust.toString());
    settings.put("gateway.broker.amqp.max-bytes", "200000");
    settings.put("gateway.broker.amqp.certificates.chamber[0]", chamber.fingerprint());
    settings.put("gateway.broker.amqp.certificates.notary[0]", "CN=notary");
    settings.put("gateway.partners.chamber.active", "true");
    settings.put("gateway.partners.notary.active", "true");
    return settings;
  }

  @AfterEach
  void reset() {
    gateway.reset();
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @Test
  void aDecisionThatAPartnerPutsDownGoesTheWayOfAllDecisions() {
    Paper decision = Paper.decision();
    String key = UUID.randomUUID().toString();

    assertThat(peer.sends(chamber, IN, key, decision.bytes()).code()).isZero();
    assertThat(peer.sends(chamber, IN, key, decision.bytes()).code()).as("again").isZero();

    gateway.eventually(() -> isDelivered(key));
    assertThat(messages(key)).hasSize(1);
  }

  @Test
  void nobodyComesInWithoutACertificateThatIsSomebodys() {
    assertRefused("none", null);
    assertRefused("nobody vouches for it", stranger);
    assertRefused("of no partner", unnamed);
  }

  private static void assertRefused(String what, ClientCertificate certificate) {
    String key = "refused-" + UUID.randomUUID();

    AmqpPeer.Ended ended = peer.sends(certificate, IN, key, Paper.decision().bytes());

    assertThat(ended.code()).as(what).isEqualTo(1);
    assertThat(ended.error()).as(what).startsWith("Connection");
    assertThat(messages(key)).as(what).isEmpty();
  }

  @Test
  void aPartnerMayUseItsOwnQueuesAndNoOthers() {
    byte[] body = Paper.decision().bytes();
    for (String queue :
        List.of(
            IN,
            "partner.notary",
            "translate.housing",
            "gateway.dead-letters",
            "activemq.management",
            "made.up")) {
      assertThat(peer.sends(notary, queue, "k", body))
          .as("sending to " + queue)
          .satisfies(ended -> assertThat(ended.code()).isEqualTo(1))
          .satisfies(ended -> assertThat(ended.error()).containsIgnoringCase("not"));
    }
    for (String queue : List.of("partner.chamber", "in.notary.penalty-decision", "out.credit")) {
      assertThat(peer.takes(notary, queue))
          .as("taking from " + queue)
          .satisfies(ended -> assertThat(ended.code()).isEqualTo(1))
          .satisfies(ended -> assertThat(ended.error()).contains("not authorized"));
    }
    assertThat(peer.sends(notary, "in.notary.penalty-decision", "own-" + UUID.randomUUID(), body))
        .satisfies(ended -> assertThat(ended.code()).isZero());
  }

  @Test
  void aMessageThatIsTooLargeIsRefusedAtTheDoor() {
    AmqpPeer.Ended ended = peer.sends(chamber, IN, "large", new byte[200_001]);

    assertThat(ended.code()).isEqualTo(1);
    assertThat(messages("large")).isEmpty();
  }

  @Test
  void aPartnerFetchesItsDeliveries() {
    Paper decision = Paper.decision().in(COURTS_REGION);
    Reply receipt = gateway.housing().sends(decision);
    gateway.eventually(
        () ->
            assertThat(gateway.housing().looksUp(receipt).delivery("chamber"))
                .isEqualTo("DELIVERED"));

    AmqpPeer.Ended taken = peer.takes(chamber, "partner.chamber");

    assertThat(taken.code()).as(taken.error()).isZero();
    assertThat(taken.output())
        .startsWith(gateway.housing().looksUp(receipt).key("chamber") + " ")
        .contains(decision.number());
  }

  @Test
  void whatAPartnerRejectsIsFoundParked() {
    Reply receipt = gateway.housing().sends(Paper.decision().in(COURTS_REGION));
    AmqpPeer.Ended rejected = peer.rejects(chamber, "partner.chamber");
    assertThat(rejected.code()).as(rejected.error()).isZero();

    gateway.eventually(
        () ->
            assertThat(gateway.operator().parked("chamber"))
                .anySatisfy(
                    entry -> {
                      assertThat(text(entry, "stage")).isEqualTo("dead-letter");
                      assertThat(text(entry, "cause"))
                          .isEqualTo("dead letter of partner.chamber: nobody could take it");
                    }));
    JsonNode entry = gateway.operator().parked("chamber").get(0);
    assertThat(gateway.operator().replays(text(entry, "messageId"), "chamber").status())
        .isEqualTo(409);
    assertThat(messages(gateway.housing().looksUp(receipt).key("chamber"))).hasSize(1);
  }

  /** Artemis moves it after so many deliveries that failed; the store gets it, bytes and key. */
  @Test
  void whatOurSideFailsToTakeTimeAndAgainIsFoundParkedAndCanBeReplayed() throws Exception {
    var routes = gateway.part(CamelContext.class).getRouteController();
    routes.stopRoute("poll." + IN.substring(3));
    String key = "poison-" + UUID.randomUUID();
    assertThat(peer.sends(chamber, IN, key, Paper.decision().bytes()).code()).isZero();

    try (Source source = sourceOfTheDoor()) {
      for (int i = 0; i < 5; i++) {
        Awaitility.await().until(() -> failsToTake(source));
      }
    }
    gateway.eventually(() -> assertThat(parked(key)).isEqualTo("penalty-decision PARKED"));
    routes.startRoute("poll." + IN.substring(3));

    String id = messages(key).get(0);
    Operator reviewer = gateway.person("reviewer-of-the-door", Role.REVIEWER);
    assertThat(reviewer.replays(id, "chamber").status()).isEqualTo(202);
    gateway.eventually(() -> isDelivered(key));
  }

  private static boolean failsToTake(Source source) throws Source.Unreachable {
    try {
      source.poll(
          1,
          item -> {
            throw new IllegalStateException("cannot be kept");
          });
      return false;
    } catch (IllegalStateException e) {
      return true;
    }
  }

  private static Source sourceOfTheDoor() {
    Sending sending =
        gateway.part(PartnerCatalog.class).sending("chamber", "penalty-decision").orElseThrow();
    return gateway.part(AmqpDoor.class).source(sending.exchange(), sending.settings());
  }

  private static void isDelivered(String key) {
    assertThat(messages(key)).hasSize(1);
    MessageStatus status = gateway.operator().looksUp(messages(key).get(0));
    assertThat(status.delivery("publicity")).isEqualTo("DELIVERED");
    assertThat(status.delivery("credit")).isEqualTo("DELIVERED");
  }

  private static List<String> messages(String key) {
    return gateway
        .books()
        .owner()
        .queryForList("select id::text from message where idempotency_key = ?", String.class, key);
  }

  private static String parked(String key) {
    return gateway
        .books()
        .owner()
        .queryForObject(
            "select coalesce(max(exchange || ' ' || state), '') from message where idempotency_key = ?",
            String.class,
            key);
  }

  private static String text(JsonNode entry, String field) {
    return entry.path(field).asString("");
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
