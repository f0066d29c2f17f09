package io.enforcement.gateway.routes.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.routes.exchange.OwnDoor;
import io.enforcement.gateway.standards.format.StandardXml;
import io.enforcement.gateway.standards.model.StandardRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A region that nobody can call: all that passes is its own requests to the province over HTTPS,
 * with certificates on both sides. Records go up, receipts come back with the answers, and what the
 * province has for the region is fetched.
 */
@Timeout(300)
class FederationOverHttpsStoryTest {

  private static final String UP = "province-outbox";
  private static final String DOWN = "region-outbox";
  private static final String DIVISION = "640106";
  private static final Secret PAIR = new Secret("invented-secret-of-the-pair");
  private static final int MANY = 24;

  private static ClientCertificate ofTheProvince;
  private static ClientCertificate ofTheRegion;
  private static ClientCertificate ofAnotherRegion;
  private static ClientCertificate ofAStranger;
  private static ClientCertificate ofTheHamlet;
  private static Path trust;

  /** What the region shows when it starts. */
  private static ClientCertificate shown;

  private static StoryGateway province;
  private static StoryGateway region;
  private static Wire up;

  @BeforeAll
  static void start(@TempDir Path directory) {
    ofTheProvince = ClientCertificate.of(directory, "province");
    ofTheRegion = ClientCertificate.of(directory, "region");
    ofAnotherRegion = ClientCertificate.of(directory, "another");
    ofAStranger = ClientCertificate.of(directory, "stranger");
    ofTheHamlet = ClientCertificate.of(directory, "hamlet");
    trust =
        ClientCertificate.trusting(
            directory, ofTheProvince, ofTheRegion, ofAnotherRegion, ofTheHamlet);
    shown = ofTheRegion;
    province = StoryGateway.with(FederationOverHttpsStoryTest::province);
    region = StoryGateway.with(FederationOverHttpsStoryTest::region);
  }

  /** It knows no address of the region. */
  private static Map<String, Object> province(StorySite site) {
    site.writeSecret(DOWN, PAIR.reveal());
    site.installFolder("hamlet");
    Map<String, Object> settings = new HashMap<>();
    settings.put("gateway.province.enabled", true);
    settings.put("server.ssl.key-store", ofTheProvince.store().toString());
    settings.put("server.ssl.key-store-password", ClientCertificate.PASSWORD);
    settings.put("server.ssl.trust-store", trust.toString());
    settings.put("server.ssl.trust-store-password", ClientCertificate.PASSWORD);
    settings.put("server.ssl.client-auth", "need");
    settings.putAll(
        StorySite.morePartners()
            .with(DOWN, Map.of("region", DIVISION, "caller-certificate", ofTheRegion.fingerprint()))
            .with("hamlet", Map.of("caller-certificate", ofTheHamlet.fingerprint()))
            .settings());
    return settings;
  }

  private static Map<String, Object> region(StorySite site) {
    if (up == null) {
      up = site.layWire(UP, () -> province.base().getPort());
    }
    site.writeSecret(UP, PAIR.reveal());
    site.writeSecret("stores", ClientCertificate.PASSWORD);
    Map<String, String> over = new HashMap<>();
    over.put("endpoint", "https://127.0.0.1:" + up.port());
    over.put("allow-loopback", "true");
    over.put("app-key", DOWN);
    over.put("tls-keystore", shown.store().toString());
    over.put("tls-keystore-password", "stores");
    over.put("tls-truststore", trust.toString());
    over.put("tls-truststore-password", "stores");
    Map<String, Object> settings =
        new HashMap<>(StorySite.morePartners().with(UP, StorySite.poll(), over).settings());
    settings.put("gateway.region.superior", UP);
    settings.put("gateway.region.division", DIVISION);
    settings.put("gateway.region.quiet", "PT2S");
    return settings;
  }

  @AfterEach
  void mend() {
    up.mend();
  }

  @AfterAll
  static void stop() {
    region.close();
    province.close();
  }

  /** The line is cut again and again, and once it is the province that goes and comes back. */
  @Test
  void aLineThatBreaksUnderTrafficLosesNothingAndRepeatsNothing() {
    List<String> numbers = IntStream.range(0, MANY).mapToObj(i -> number()).toList();
    List<Reply> receipts = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      if (i % 8 == 2) {
        up.cut();
      }
      if (i == MANY / 2) {
        province.restart();
      }
      receipts.add(sends(decision(numbers.get(i))));
      if (i == 6) {
        // Of most nothing is tried: a line that fails often is left alone for a while.
        region.eventually(
            () ->
                assertThat(receipts)
                    .anySatisfy(each -> assertThat(trail(each)).contains("RETRY_AT")));
      }
      if (i % 8 == 6) {
        up.mend();
      }
    }
    Reply second = sends(decision(numbers.get(0)).revised(2, Map.of("punishResult", "罚款26500元")));
    up.mend();

    for (Reply receipt : receipts) {
      region.eventually(() -> assertThat(trail(receipt)).endsWith("DELIVERED"));
    }
    region.eventually(() -> assertThat(trail(second)).endsWith("DELIVERED"));
    province.eventually(() -> assertThat(rows(numbers.get(0))).containsExactly(1, 2));
    for (String number : numbers.subList(1, MANY)) {
      province.eventually(() -> assertThat(rows(number)).hasSize(1));
    }
    for (Reply receipt : receipts) {
      assertThat(arrivals(receipt)).containsOnlyOnce("RECEIVED");
    }
  }

  /** The province has committed, and its answer is lost on the way. */
  @Test
  void aLostReceiptIsGivenAgain() {
    Reply before = sends(decision(number()));
    region.eventually(() -> assertThat(trail(before)).endsWith("DELIVERED"));
    int lost = up.lost();
    up.losesAnswers();
    String number = number();

    Reply receipt = sends(decision(number));
    province.eventually(() -> assertThat(rows(number)).hasSize(1));
    region.eventually(() -> assertThat(trail(receipt)).contains("RETRY_AT"));
    assertThat(trail(receipt)).as("held there, and not known here").doesNotContain("DELIVERED");
    assertThat(up.lost()).isGreaterThan(lost);
    up.mend();

    region.eventually(() -> assertThat(trail(receipt)).endsWith("DELIVERED"));
    assertThat(rows(number)).hasSize(1);
    assertThat(arrivals(receipt)).containsExactlyInAnyOrder("RECEIVED", "DUPLICATE");
  }

  /** The province holds what it owes the region until the region says that it has it. */
  @Test
  void whatIsForTheRegionWaitsUntilItIsFetched() {
    List<String> versions = List.of("60", "61", "62");
    up.losesAnswers();
    versions.forEach(v -> province.part(OwnDoor.class).enter(codeTable(v)));
    versions.forEach(
        v -> province.eventually(() -> assertThat(owed(v)).hasSize(1).doesNotContain("DELIVERED")));
    up.mend();

    for (String version : versions) {
      province.eventually(() -> assertThat(owed(version)).containsExactly("DELIVERED"));
      assertThat(fetched(version)).containsExactly("rest-poll");
    }
  }

  @Test
  void theDayIsReconciledAndWhatIsMissingComesAgain() {
    String day = "2026-03-11";
    List<String> numbers = IntStream.range(0, 8).mapToObj(i -> number()).toList();
    List<Reply> receipts = numbers.stream().map(n -> sends(on(day, decision(n)))).toList();
    province.eventually(() -> assertThat(reconciled(day)).containsExactly("CLOSED 8"));

    loses(numbers.get(3));
    sends(on(day, decision(number())));

    province.eventually(() -> assertThat(reconciled(day)).containsExactly("CLOSED 9"));
    province.eventually(() -> assertThat(rows(numbers.get(3))).hasSize(1));
    assertThat(differences(day)).contains("MISSING_HERE HEALED");
    assertThat(deliveries(receipts.get(3))).containsExactly("DELIVERED", "DELIVERED");
    assertThat(deliveries(receipts.get(4))).as("exactly the missing one").hasSize(1);
  }

  /** The secret alone does not make a region, nor does a certificate that the province trusts. */
  @Test
  void nobodyElsesCertificateOpensTheDoor() {
    String number = number();
    assertThat(at(ofTheRegion).fetches("limit=1").status()).isEqualTo(200);

    Reply refused = posts(at(ofAnotherRegion), number);
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.rule()).isEqualTo("authentication.certificate");
    assertThat(at(ofAnotherRegion).fetches("").rule()).isEqualTo("authentication.certificate");
    assertThatThrownBy(() -> posts(at(ofAStranger), number))
        .isInstanceOf(UncheckedIOException.class)
        .hasCauseInstanceOf(IOException.class);
    assertThat(rows(number)).isEmpty();
  }

  /** A certificate that was mixed up holds records back; it ends no delivery. */
  @Test
  void whatTheDoorDidNotKnowGoesUpWhenItDoes() {
    String number = number();
    shown = ofAnotherRegion;
    region.restart();
    Reply receipt = sends(decision(number));
    region.eventually(() -> assertThat(trail(receipt)).contains("RETRY_AT"));
    assertThat(rows(number)).isEmpty();
    shown = ofTheRegion;
    region.restart();

    region.eventually(() -> assertThat(trail(receipt)).endsWith("DELIVERED"));
    province.eventually(() -> assertThat(rows(number)).hasSize(1));
  }

  /** Who shows a certificate signs nothing, and so has no nonce to use up. */
  @Test
  void whoIsKnownByItsCertificateAloneAcknowledgesToo() {
    Desk hamlet = at(ofTheHamlet, (method, path, body) -> Map.of());
    province.part(OwnDoor.class).enter(codeTable("70"));
    province.eventually(() -> assertThat(hamlet.fetches("").json().path("items")).isNotEmpty());

    for (JsonNode item : hamlet.fetches("").json().path("items")) {
      String key = item.path("deliveryKey").asString();
      assertThat(hamlet.acknowledges(key, "{\"outcome\":\"ACCEPTED\"}").status()).isEqualTo(200);
    }
    assertThat(at(ofTheRegion, (method, path, body) -> Map.of()).fetches("").rule())
        .as("its certificate alone is not the region")
        .isEqualTo("authentication.certificate");
  }

  private static Desk at(ClientCertificate certificate) {
    return at(certificate, Desk.signing(DOWN, PAIR));
  }

  private static Desk at(ClientCertificate certificate, Desk.Proof proof) {
    URI door = URI.create("https://127.0.0.1:" + province.base().getPort());
    return new Desk(certificate.context(trust), door, proof);
  }

  private static Reply posts(Desk desk, String number) {
    return desk.posts(
        "record", "story-" + UUID.randomUUID(), "application/xml", decision(number).xml());
  }

  private static StandardRecord codeTable(String version) {
    return StandardXml.read(
        RecordPaper.of("CodeTableUpdate", "changed-rows")
            .with("recordUniqueIdentity", "story-" + version)
            .with("tableVersion", version)
            .xml());
  }

  /** As after a restore of an older backup. */
  private static void loses(String number) {
    var owner = province.books().owner();
    owner.update("delete from province.penalty_decision where punish_file_num = ?", number);
    assertThat(
            owner.update(
                "update record set act_key = 'lost ' || id where act_key like '%|' || ?", number))
        .isEqualTo(1);
  }

  private static RecordPaper on(String day, RecordPaper paper) {
    return paper.with("cdTime", day + "T10:00:00+08:00");
  }

  private static RecordPaper decision(String number) {
    return RecordPaper.of("PenaltyDecision", "company-and-citizen")
        .with("recordUniqueIdentity", "story-" + UUID.randomUUID())
        .with("punishFileNum", number);
  }

  private static String number() {
    return "安综执罚决字〔2026〕第" + Math.abs(UUID.randomUUID().hashCode()) + "号";
  }

  /** Sent by a county to the region's gateway. */
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

  private static List<String> deliveries(Reply receipt) {
    return region.operator().looksUp(receipt.messageId()).deliveries(UP);
  }

  /** What the province's trail says of the delivery that this became. */
  private static List<String> arrivals(Reply receipt) {
    return province
        .books()
        .owner()
        .queryForList(
            "select e.milestone from event e join message m on m.id = e.message_id where"
                + " m.idempotency_key = ? and e.milestone in ('RECEIVED', 'DUPLICATE') order by e.id",
            String.class,
            region.operator().looksUp(receipt.messageId()).key(UP));
  }

  private static List<Integer> rows(String number) {
    return province
        .books()
        .owner()
        .queryForList(
            "select revision from province.penalty_decision where punish_file_num = ?"
                + " order by revision",
            Integer.class,
            number);
  }

  /** States of the province's deliveries of this version to the region. */
  private static List<String> owed(String version) {
    return province
        .books()
        .owner()
        .queryForList(
            "select d.state from delivery d join record r on r.id = d.record_id"
                + " where d.receiver = ? and r.kind = 'CodeTableUpdate'"
                + " and convert_from(r.body, 'UTF8') like '%<tableVersion>' || ? || '<%'",
            String.class, DOWN, version);
  }

  /** Over what this version came to the region, once for each time that it was taken over. */
  private static List<String> fetched(String version) {
    return region
        .books()
        .owner()
        .queryForList(
            "select channel from message where sender = ?"
                + " and convert_from(body, 'UTF8') like '%<tableVersion>' || ? || '<%'",
            String.class, UP, version);
  }

  /** State and how many were stated, per kind. */
  private static List<String> reconciled(String day) {
    return province
        .books()
        .owner()
        .queryForList(
            "select state || ' ' || stated from province.reconciliation"
                + " where source = ? and day = ?::date",
            String.class,
            DOWN,
            day);
  }

  private static List<String> differences(String day) {
    return province
        .books()
        .owner()
        .queryForList(
            "select d.sort || ' ' || d.state from province.difference d"
                + " join province.reconciliation r on r.id = d.reconciliation_id"
                + " where r.source = ? and r.day = ?::date",
            String.class,
            DOWN,
            day);
  }
}
