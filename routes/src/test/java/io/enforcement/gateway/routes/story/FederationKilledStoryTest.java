package io.enforcement.gateway.routes.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.enforcement.gateway.connectors.Secret;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The gateways of a region and of the province as two programs, each killed in the middle of
 * traffic and started again: what the region acknowledged is in the province exactly once.
 */
@Timeout(600)
class FederationKilledStoryTest {

  private static final String UP = "province-outbox";
  private static final String DOWN = "region-outbox";
  private static final String COUNTY = "region";
  private static final Secret PAIR = new Secret("invented-secret-of-the-pair");
  private static final Secret OF_THE_COUNTY = new Secret("invented-secret-of-the-county");
  private static final int SOME = 30;
  private static final int EVERY_MILLIS = 30;
  private static final int REVISED_EVERY = 10;

  @TempDir Path directory;

  /** The revisions of each number, once the region has acknowledged them. */
  private final Map<String, String> acknowledged = new ConcurrentHashMap<>();

  private final AtomicInteger unanswered = new AtomicInteger();
  private volatile boolean goesOn = true;
  private volatile boolean over;
  private GatewayProgram province;
  private GatewayProgram region;

  @BeforeEach
  void start() {
    ClientCertificate ofTheProvince = ClientCertificate.of(directory, "province-door");
    ClientCertificate ofTheRegion = ClientCertificate.of(directory, "region-hand");
    Path trust = ClientCertificate.trusting(directory, ofTheProvince, ofTheRegion);
    province = new GatewayProgram(directory.resolve("province"));
    region = new GatewayProgram(directory.resolve("region"));
    province.writeSecret(DOWN, PAIR.reveal());
    province.configure(ofTheProvince(ofTheProvince, ofTheRegion, trust));
    region.writeSecret(UP, PAIR.reveal());
    region.writeSecret(COUNTY, OF_THE_COUNTY.reveal());
    region.writeSecret("stores", ClientCertificate.PASSWORD);
    region.configure(ofTheRegion(ofTheRegion, trust));
    province.begin();
    region.begin();
    province.awaitReady();
    region.awaitReady();
  }

  private static Map<String, Object> ofTheProvince(
      ClientCertificate own, ClientCertificate ofTheRegion, Path trust) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("gateway.province.enabled", true);
    settings.put("server.ssl.key-store", own.store());
    settings.put("server.ssl.key-store-password", ClientCertificate.PASSWORD);
    settings.put("server.ssl.trust-store", trust);
    settings.put("server.ssl.trust-store-password", ClientCertificate.PASSWORD);
    settings.put("server.ssl.client-auth", "need");
    settings.putAll(
        StorySite.morePartners()
            .with(DOWN, Map.of("region", "640106", "caller-certificate", ofTheRegion.fingerprint()))
            .settings());
    return settings;
  }

  private Map<String, Object> ofTheRegion(ClientCertificate own, Path trust) {
    Map<String, String> over = new HashMap<>();
    over.put("endpoint", "https://127.0.0.1:" + province.port());
    over.put("allow-loopback", "true");
    over.put("app-key", DOWN);
    over.put("tls-keystore", own.store().toString());
    over.put("tls-keystore-password", "stores");
    over.put("tls-truststore", trust.toString());
    over.put("tls-truststore-password", "stores");
    Map<String, Object> settings = new HashMap<>();
    settings.put("gateway.region.superior", UP);
    settings.put("gateway.region.division", "640106");
    settings.putAll(
        StorySite.morePartners()
            .with(UP, over)
            // The county only sends: what it is subscribed to is of no matter here.
            .with(COUNTY, Map.of("endpoint", "http://127.0.0.1:1", "allow-loopback", "true"))
            .settings());
    return settings;
  }

  @AfterEach
  void stop() {
    goesOn = false;
    over = true;
    region.close();
    province.close();
  }

  @Test
  void whatTheRegionAcknowledgedIsInTheProvinceExactlyOnce() {
    CompletableFuture<Void> traffic = CompletableFuture.runAsync(this::sends);

    more();
    province.kill();
    more();
    province.begin();
    province.awaitReady();
    more();
    region.kill();
    region.begin();
    region.awaitReady();
    more();
    region.kill();
    province.kill();
    region.begin();
    province.begin();
    region.awaitReady();
    province.awaitReady();
    more();
    goesOn = false;
    traffic.join();

    eventually(() -> assertThat(open()).isZero());
    eventually(() -> assertThat(held()).isEqualTo(acknowledged));
    assertThat(unanswered.get()).as("the region was away under traffic").isPositive();
    assertThat(
            region
                .owner()
                .queryForObject(
                    "select count(*) from event where milestone = 'RETRY_AT' and partner = ?",
                    Integer.class,
                    UP))
        .as("and so was the province")
        .isPositive();
  }

  /** Traffic goes on. */
  private void more() {
    int until = acknowledged.size() + SOME;
    eventually(() -> assertThat(acknowledged.size()).isGreaterThanOrEqualTo(until));
  }

  private void sends() {
    Desk county = new Desk(URI.create("http://127.0.0.1:" + region.port()), COUNTY, OF_THE_COUNTY);
    for (int i = 0; goesOn; i++) {
      String number = number();
      RecordPaper decision = decision(number);
      boolean revised = i % REVISED_EVERY == 0;
      untilAcknowledged(county, decision);
      if (revised) {
        untilAcknowledged(county, decision.revised(2, Map.of("punishResult", "罚款26500元")));
      }
      acknowledged.put(number, revised ? "1 2" : "1");
    }
  }

  /** As a county's software does: the same under the same key until it has a receipt. */
  private void untilAcknowledged(Desk county, RecordPaper record) {
    String key = "story-" + UUID.randomUUID();
    int status = 0;
    while (!over && status != 202 && status != 200) {
      pause();
      try {
        status = county.posts("record", key, "application/xml", record.xml()).status();
      } catch (UncheckedIOException e) {
        unanswered.incrementAndGet();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(EVERY_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private int open() {
    return region
        .owner()
        .queryForObject(
            "select (select count(*) from message where state = 'RECEIVED')"
                + " + (select count(*) from delivery where receiver = ? and state <> 'DELIVERED')",
            Integer.class,
            UP);
  }

  /** Revisions by number, as often as they are there. */
  private Map<String, String> held() {
    Map<String, String> held = new HashMap<>();
    province
        .owner()
        .query(
            "select punish_file_num, string_agg(revision::text, ' ' order by revision) as revisions"
                + " from province.penalty_decision group by punish_file_num",
            row -> {
              held.put(row.getString(1), row.getString(2));
            });
    return held;
  }

  private static void eventually(ThrowingRunnable claim) {
    await()
        .atMost(Duration.ofSeconds(150))
        .pollInterval(Duration.ofMillis(200))
        .ignoreExceptions()
        .untilAsserted(claim);
  }

  private static RecordPaper decision(String number) {
    return RecordPaper.of("PenaltyDecision", "company-and-citizen")
        .with("recordUniqueIdentity", "story-" + UUID.randomUUID())
        .with("punishFileNum", number);
  }

  private static String number() {
    return "安综执罚决字〔2026〕第" + Math.abs(UUID.randomUUID().hashCode()) + "号";
  }
}
