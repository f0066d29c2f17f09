package io.enforcement.gateway.routes.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.routes.failure.ReplayJobs;
import io.enforcement.gateway.routes.partner.PackFiles;
import io.enforcement.gateway.routes.sandbox.farside.Ledger.Event;
import io.enforcement.gateway.routes.security.Role;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A partner that comes, changes and goes as a pack of files while the gateway runs. */
@Story
class PackStoryTest {

  private static final String GUILD = "guild";
  private static final String VERSIONS = "/api/v1/partners/guild/versions";
  private static final String REGION = "640104";
  private static final String HOUSING = "1164010678L04X457E";
  private static final AtomicInteger NOTICES = new AtomicInteger();

  private final StoryGateway gateway;
  private static final byte[] ROW = bytes("{\"table\":\"level\",\"from\":\"特别重大\",\"to\":\"2\"}");

  private final Operator administrator;
  private final Operator reviewer;
  private final RestReceiver hall = new RestReceiver();
  private final PackFiles pack;

  PackStoryTest(StoryGateway gateway) throws IOException, URISyntaxException {
    this.gateway = gateway;
    this.administrator = gateway.person("pack-administrator", Role.SYSTEM_ADMINISTRATOR);
    this.reviewer = gateway.person("code-reviewer", Role.REVIEWER);
    gateway.giveSecret(GUILD);
    PackFiles folder =
        PackFiles.ofFolder(Path.of(getClass().getResource("/story/packs/guild").toURI()));
    String settings = folder.text(PackFiles.SETTINGS).orElseThrow();
    this.pack =
        folder.with(
            PackFiles.SETTINGS, bytes(settings.replace("PORT", String.valueOf(hall.port()))));
  }

  @AfterEach
  void goes() {
    administrator.posts(VERSIONS + "/removal");
  }

  @AfterAll
  void closeTheHall() {
    hall.close();
  }

  @Test
  void isInstalledUpgradedRolledBackAndRemovedUnderLoad() throws Exception {
    int others = hall.effects().size();
    List<Reply> decisions = new CopyOnWriteArrayList<>();
    List<Reply> notices = new CopyOnWriteArrayList<>();
    List<Reply> published = new CopyOnWriteArrayList<>();
    AtomicBoolean over = new AtomicBoolean();
    Desk guild = gateway.desk(GUILD);
    CompletableFuture<Void> load =
        CompletableFuture.allOf(
            during(over, () -> decisions.add(gateway.housing().sends(decision()))),
            during(over, () -> published.add(gateway.housing().sends(Paper.decision()))),
            during(over, () -> notices.add(sendNotice(guild))));
    gateway.eventually(() -> assertThat(notices).isNotEmpty());
    gateway.eventually(() -> assertThat(status(decisions.get(0)).state()).isEqualTo("TRANSLATED"));

    assertThat(install(pack).status()).isEqualTo(201);
    gateway.eventually(() -> assertThat(hall.effects()).hasSizeGreaterThan(others));
    assertThat(install(second()).status()).isEqualTo(201);
    gateway.eventually(() -> assertThat(seen()).contains(2));
    assertThat(administrator.posts(VERSIONS + "/roll-back").status()).isEqualTo(201);
    int soFar = hall.effects().size();
    gateway.eventually(() -> assertThat(seen().subList(soFar, seen().size())).contains(1));
    assertThat(administrator.posts(VERSIONS + "/removal").status()).isEqualTo(201);
    Reply later = gateway.housing().sends(decision());
    gateway.eventually(() -> assertThat(status(later).state()).isEqualTo("TRANSLATED"));
    over.set(true);
    load.join();

    assertThat(status(decisions.get(0)).receivers()).doesNotContain(GUILD);
    assertThat(status(later).receivers()).doesNotContain(GUILD);
    // Who is known at the door and removed before the store is told that nothing is open.
    assertThat(runs(notices).stream().filter(status -> status != 403))
        .as("a stranger, a partner, a stranger")
        .containsExactly(401, 202, 401);
    // What the removal found waiting goes on with the next version.
    assertThat(install(pack).status()).isEqualTo(201);
    gateway.eventually(
        () ->
            assertThat(notices)
                .filteredOn(notice -> notice.status() == 202)
                .allSatisfy(n -> assertThat(guild.looksUp(n).state()).isEqualTo("TRANSLATED")));
    List<Reply> meant =
        decisions.stream().filter(d -> status(d).receivers().contains(GUILD)).toList();
    gateway.eventually(
        () ->
            assertThat(meant)
                .allSatisfy(d -> assertThat(status(d).delivery(GUILD)).isEqualTo("DELIVERED")));
    assertThat(meant).allSatisfy(d -> assertThat(hall.effects(status(d).key(GUILD))).isEqualTo(1));
    assertThat(hall.effects()).hasSize(others + meant.size());
    gateway.eventually(
        () ->
            assertThat(published)
                .allSatisfy(
                    p -> assertThat(status(p).delivery("publicity")).isEqualTo("DELIVERED")));
    assertThat(published)
        .as("nobody else noticed")
        .allSatisfy(
            p ->
                assertThat(gateway.publicity().ledger().keys(Event.ARRIVED))
                    .containsEntry(status(p).key("publicity"), 1));
  }

  @Test
  void beginsOnTheDayThatWasAgreed() {
    install(pack);
    Instant day = Instant.now().truncatedTo(ChronoUnit.MILLIS).plusSeconds(3);
    Reply installed =
        administrator.posts(VERSIONS + "?from=" + day, "application/zip", second().toZip());

    Reply before = gateway.housing().sends(decision());
    gateway.eventually(() -> assertThat(version(before)).isEqualTo(1));
    gateway.eventually(
        () -> {
          Reply later = gateway.housing().sends(decision());
          gateway.eventually(() -> assertThat(version(later)).isPositive());
          assertThat(version(later)).isEqualTo(2);
        });

    assertThat(installed.json().path("inForceFrom").asString()).isEqualTo(day.toString());
    JsonNode latest = administrator.reads(VERSIONS).json().get(0);
    assertThat(latest.path("installedBy").asString()).isEqualTo("pack-administrator");
    assertThat(latest.path("digest").asString()).isEqualTo(second().digest());
  }

  @Test
  void showsWhatItWouldChangeBeforeItIsInstalled() {
    install(pack);
    Reply decision = gateway.housing().sends(decision());
    gateway.eventually(() -> assertThat(version(decision)).isEqualTo(1));
    Reply notice = sendNotice(gateway.desk(GUILD));
    gateway.eventually(
        () -> assertThat(gateway.desk(GUILD).looksUp(notice).state()).isEqualTo("TRANSLATED"));
    int effects = hall.effects().size();

    JsonNode report =
        administrator.posts(VERSIONS + "/dry-run", "application/zip", second().toZip()).json();

    JsonNode sends = exchange(report, "hazard-notice");
    assertThat(sends.path("compared").asInt()).isPositive();
    assertThat(sends.path("changed").asInt()).isPositive();
    assertThat(sends.path("differences").get(0).path("path").asString())
        .isEqualTo("1.HazardNotice.hazard");
    JsonNode receives = exchange(report, "penalty-decision").path("differences").get(0);
    assertThat(receives.path("path").asString()).isEqualTo(".version");
    assertThat(receives.path("before").asString()).isEqualTo("1");
    assertThat(receives.path("after").asString()).isEqualTo("2");
    assertThat(hall.effects()).as("nothing was sent").hasSize(effects);
  }

  @Test
  void aWordThatNobodyKnowsYetIsAddedAndWhatWaitedForItGoesOn() {
    install(pack);
    Desk guild = gateway.desk(GUILD);
    Reply first = sendNotice(guild, "特别重大");
    Reply second = sendNotice(guild, "特别重大");
    Reply other = sendNotice(guild, "不大不小");
    gateway.eventually(() -> assertThat(status(other).state()).isEqualTo("PARKED"));
    assertThat(gateway.operator().parked(GUILD))
        .extracting(p -> p.path("cause").asString())
        .contains("code 特别重大 of table level unknown at partner guild");
    assertThat(status(first).waiting())
        .as("the sender is told why its notice waits")
        .containsExactly("translate code 特别重大 of table level unknown at partner guild");

    JsonNode group = group("code 特别重大 of table level unknown at partner guild");
    assertThat(group.path("failureClass").asString()).isEqualTo("CODE");
    assertThat(group.path("offer").asString()).isEqualTo("FIX_THEN_REPLAY");
    assertThat(group.path("count").asInt()).isEqualTo(2);
    assertThat(group.path("lastHour").asInt()).isEqualTo(2);
    assertThat(group.path("partners")).extracting(JsonNode::asString).containsExactly(GUILD);
    String entries = "/api/v1/parked?group=" + group.path("group").asString();
    assertThat(gateway.operator().reads(entries).json())
        .extracting(p -> p.path("messageId").asString())
        .containsExactlyInAnyOrder(first.messageId(), second.messageId());

    Reply added = reviewer.posts("/api/v1/partners/guild/codes", "application/json", ROW);

    assertThat(added.status()).isEqualTo(201);
    assertThat(added.json().path("replayed").asInt()).isEqualTo(2);
    for (Reply notice : List.of(first, second)) {
      gateway.eventually(() -> assertThat(status(notice).state()).isEqualTo("TRANSLATED"));
      assertThat(status(notice).trail())
          .containsExactly("RECEIVED", "PARKED", "REPLAYED", "UNROUTED");
    }
    assertThat(status(other).state()).isEqualTo("PARKED");
    assertThat(status(first).waiting()).isEmpty();
    assertThat(gateway.operator().reads("/api/v1/alarms").json())
        .as("nobody subscribes to what the guild sends")
        .anySatisfy(
            alarm -> {
              assertThat(alarm.path("kind").asString()).isEqualTo("UNROUTED");
              assertThat(alarm.path("partner").asString()).isEqualTo(GUILD);
              assertThat(alarm.path("detail").asString()).startsWith("HazardNotice ");
            });
  }

  /** What it revokes may be among what its sender has waiting, or may still come. */
  @Test
  void aRevocationWaitsWhileItsDecisionMayStillCome() {
    install(pack);
    Desk guild = gateway.desk(GUILD);
    Reply notice = sendNotice(guild, "闻所未闻");
    gateway.eventually(() -> assertThat(status(notice).state()).isEqualTo("PARKED"));
    Paper decision = Paper.decision();
    Reply revocation =
        guild.posts(
            "revocation",
            "revocation-" + NOTICES.incrementAndGet(),
            "application/json",
            RecordPaper.of("Revocation", "changed")
                .without("recordType")
                .with("body", Map.of("name", "住房和城乡建设局", "uscc", HOUSING, "areaNumber", "640106"))
                .with("punishFileNum", decision.number())
                .json());

    gateway.eventually(() -> assertThat(status(revocation).state()).isEqualTo("PARKED"));
    assertThat(status(revocation).waiting())
        .containsExactly("translate revocation.decision-not-translated");

    Reply late = gateway.housing().sends(decision);
    gateway.eventually(() -> assertThat(status(late).delivery("publicity")).isEqualTo("DELIVERED"));
    assertThat(gateway.operator().replays(revocation.messageId(), GUILD).status()).isEqualTo(202);
    gateway.eventually(
        () -> assertThat(status(revocation).delivery("publicity")).isEqualTo("DELIVERED"));
  }

  @Test
  void aWordThatAReviewerAddedIsNotLostUnnoticed() {
    install(pack);
    Reply added = reviewer.posts("/api/v1/partners/guild/codes", "application/json", ROW);

    Reply tried = administrator.posts(VERSIONS + "/dry-run", "application/zip", second().toZip());
    Reply refused = install(second());
    String levels = pack.text("level.csv").orElseThrow() + "特别重大,2\n";
    Reply with = install(second().with("level.csv", bytes(levels)));
    int amended = added.json().path("installed").path("version").asInt();
    administrator.posts(VERSIONS + "/roll-back?to=" + amended);
    Reply again = install(second());
    Reply confirmed =
        administrator.posts(
            VERSIONS + "?withoutAddedWords=true", "application/zip", second().toZip());

    assertThat(of("level.csv", tried.json())).isNotNull();
    assertThat(tried.json().path("exchanges")).isNotEmpty();
    assertThat(refused.status()).isEqualTo(422);
    assertThat(of("level.csv", refused.json()).path("what").asString())
        .contains("特别重大", "code-reviewer");
    assertThat(of("level.csv", refused.json()).path("fix").asString())
        .contains("特别重大,2", "--without-added-words");
    assertThat(with.status()).isEqualTo(201);
    assertThat(of("level.csv", with.json())).isNull();
    assertThat(again.status()).as("the word is in force again").isEqualTo(422);
    assertThat(confirmed.status()).as(confirmed.json().toString()).isEqualTo(201);
  }

  @Test
  void aVersionToComeIsNamedWhenAWordIsAddedThatItLacks() {
    install(pack);
    Instant later = Instant.now().plusSeconds(3_600).truncatedTo(ChronoUnit.MILLIS);
    Reply dated =
        administrator.posts(VERSIONS + "?from=" + later, "application/zip", second().toZip());
    Reply added = reviewer.posts("/api/v1/partners/guild/codes", "application/json", ROW);

    assertThat(added.status()).isEqualTo(201);
    assertThat(of("level.csv", added.json().path("installed")).path("what").asString())
        .contains(String.valueOf(dated.json().path("version").asInt()));
  }

  /** What was found in a file of the pack, or null. */
  private static JsonNode of(String file, JsonNode answer) {
    return StreamSupport.stream(answer.path("problems").spliterator(), false)
        .filter(problem -> problem.path("file").asString().equals(file))
        .findFirst()
        .orElse(null);
  }

  @Test
  void saysWhichListOrPartnerIsNotThere() {
    install(pack);
    byte[] row = bytes("{\"table\":\"colour\",\"from\":\"红\",\"to\":\"2\"}");

    assertThat(
            reviewer
                .posts("/api/v1/partners/guild/codes", "application/json", row)
                .json()
                .toString())
        .contains("pack.no-such-table");
    assertThat(
            reviewer
                .posts("/api/v1/partners/nobody/codes", "application/json", row)
                .json()
                .toString())
        .contains("pack.partner-unknown");
  }

  @Test
  void manyAreReplayedOnlyWithAReviewerAndNotBeforeTheCauseIsMended() {
    install(pack);
    Desk guild = gateway.desk(GUILD);
    List<Reply> notices =
        Stream.generate(() -> sendNotice(guild, "特别重大")).limit(ReplayJobs.ALONE + 1).toList();
    for (Reply notice : notices) {
      gateway.eventually(() -> assertThat(status(notice).state()).isEqualTo("PARKED"));
    }
    String group =
        group("code 特别重大 of table level unknown at partner guild").path("group").asString();

    String early = job(group);
    gateway.eventually(() -> assertThat(state(early)).isEqualTo("STOPPED"));
    assertThat(reviewer.reads(early).json().path("why").asString())
        .isEqualTo("the dry run found something in 21 of 21");
    assertThat(reviewer.reads(early + "/entries").json().get(0).path("found").toString())
        .contains("hazardLevel")
        .doesNotContain("特别重大");
    assertThat(reviewer.posts(early + "/approve").status()).as("it is over").isEqualTo(409);
    assertThat(notices.stream().flatMap(n -> status(n).trail().stream()))
        .doesNotContain("REPLAYED");

    assertThat(install(withTheWord()).status()).isEqualTo(201);
    String job = job(group);
    gateway.eventually(() -> assertThat(state(job)).isEqualTo("PROPOSED"));
    assertThat(gateway.operator().posts(job + "/approve").status()).isEqualTo(403);
    gateway.operator().replays(notices.get(0).messageId(), GUILD);
    assertThat(reviewer.posts(job + "/approve").status()).isEqualTo(200);
    gateway.eventually(() -> assertThat(state(job)).isEqualTo("DONE"));
    for (Reply notice : notices) {
      gateway.eventually(() -> assertThat(status(notice).state()).isEqualTo("TRANSLATED"));
      assertThat(status(notice).trail()).containsOnlyOnce("REPLAYED");
    }
    assertThat(reviewer.reads(job + "/entries").json())
        .as("what was set on its way in the meantime is not replayed again")
        .extracting(e -> e.path("result").asString())
        .containsOnlyOnce("UNKNOWN")
        .contains("REPLAYED");
  }

  private String job(String group) {
    Reply proposed = gateway.operator().posts("/api/v1/replay-jobs?perMinute=6000&group=" + group);
    return "/api/v1/replay-jobs/" + proposed.json().path("id").asString();
  }

  private String state(String job) {
    return reviewer.reads(job).json().path("state").asString();
  }

  private JsonNode group(String cause) {
    return StreamSupport.stream(
            gateway.operator().reads("/api/v1/groups").json().spliterator(), false)
        .filter(group -> group.path("cause").asString().equals(cause))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theRowsOfAFileThatWaitForAWordDoNotHoldTheOthers() {
    CityDesk city = new CityDesk(gateway);
    CityFile file = CityFile.of(3).with(2, "案件来源", "热心群众偶遇");
    city.drops(file);
    JsonNode receipt = city.receiptFor(file.name());
    assertThat(receipt.path("接收条数").asInt()).isEqualTo(2);
    String id = receipt.path("报文编号").asString();
    assertThat(gateway.operator().looksUp(id).records()).containsExactly("ACCEPTED", "ACCEPTED");
    assertThat(gateway.operator().looksUp(id).state()).isEqualTo("PARKED");

    Reply unknown =
        reviewer.posts(
            "/api/v1/partners/city-management/codes",
            "application/json",
            bytes("{\"table\":\"case-source\",\"from\":\"热心群众偶遇\",\"to\":\"88\"}"));
    assertThat(unknown.status()).isEqualTo(422);
    assertThat(unknown.json().toString()).contains("pack.code-unknown");

    Reply added =
        reviewer.posts(
            "/api/v1/partners/city-management/codes",
            "application/json",
            bytes("{\"table\":\"case-source\",\"from\":\"热心群众偶遇\",\"to\":\"2\"}"));

    assertThat(added.json().path("replayed").asInt()).isEqualTo(1);
    gateway.eventually(
        () ->
            assertThat(gateway.operator().looksUp(id).deliveries("publicity"))
                .containsExactly("DELIVERED", "DELIVERED", "DELIVERED"));
    assertThat(gateway.operator().looksUp(id).state()).isEqualTo("TRANSLATED");
    gateway.eventually(
        () ->
            assertThat(city.receipts())
                .filteredOn(r -> r.path("文件名").asString("").equals(file.name()))
                .extracting(r -> r.path("接收条数").asInt())
                .containsExactlyInAnyOrder(2, 3));
    administrator.posts("/api/v1/partners/city-management/versions/removal");
  }

  @Test
  void onlyTheSystemAdministratorInstalls() {
    assertThat(gateway.operator().posts(VERSIONS, "application/zip", pack.toZip()).status())
        .isEqualTo(403);
    assertThat(gateway.operator().reads(VERSIONS).status()).isEqualTo(200);
  }

  private Reply install(PackFiles files) {
    return administrator.posts(VERSIONS, "application/zip", files.toZip());
  }

  private PackFiles second() {
    return pack.with("decision.jslt", bytes("{\"number\": .punishFileNum, \"version\": 2}"))
        .with("hazard.jslt", bytes(pack.text("hazard.jslt").orElseThrow().replace("第一版", "第二版")));
  }

  /** The pack with the word that its list did not have; nothing that waits is replayed by it. */
  private PackFiles withTheWord() {
    return pack.with(
        "level.csv", bytes(pack.text("level.csv").orElseThrow().strip() + "\n特别重大,2\n"));
  }

  private static Paper decision() {
    return Paper.decision().restricted().in(REGION);
  }

  private static Reply sendNotice(Desk guild) {
    return sendNotice(guild, "2");
  }

  private static Reply sendNotice(Desk guild, String level) {
    String number = "协隐〔2026〕" + NOTICES.incrementAndGet() + "号";
    return guild.posts(
        "hazard-notice",
        "notice-" + NOTICES.get(),
        "application/json",
        RecordPaper.of("HazardNotice", "gas-cylinders")
            .without("attachments", "recordType")
            .with("recordUniqueIdentity", "guild-" + NOTICES.get())
            .with("noticeNumber", number)
            .with("hazardLevel", level)
            .json());
  }

  private static JsonNode exchange(JsonNode report, String exchange) {
    return StreamSupport.stream(report.path("exchanges").spliterator(), false)
        .filter(each -> each.path("exchange").asString().equals(exchange))
        .findFirst()
        .orElseThrow();
  }

  private MessageStatus status(Reply receipt) {
    return gateway.operator().looksUp(receipt.messageId());
  }

  /** Which version of the pack wrote what the hall got for this message. */
  private int version(Reply receipt) {
    String key = status(receipt).key(GUILD);
    return hall.effects().stream()
        .filter(effect -> effect.key().equals(key))
        .map(PackStoryTest::version)
        .findFirst()
        .orElse(0);
  }

  /** What was answered, each as often as it changed. */
  private static List<Integer> runs(List<Reply> replies) {
    List<Integer> runs = new ArrayList<>();
    for (Reply reply : replies) {
      if (runs.isEmpty() || runs.get(runs.size() - 1) != reply.status()) {
        runs.add(reply.status());
      }
    }
    return runs;
  }

  private List<Integer> seen() {
    return hall.effects().stream().map(PackStoryTest::version).toList();
  }

  private static int version(RestReceiver.Effect effect) {
    return effect.body().contains("\"version\":2") ? 2 : 1;
  }

  private static CompletableFuture<Void> during(AtomicBoolean over, Runnable act) {
    return CompletableFuture.runAsync(
        () -> {
          while (!over.get()) {
            act.run();
            pause();
          }
        });
  }

  /** The pace of the load; nothing is waited for. */
  private static void pause() {
    try {
      Thread.sleep(10);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
