package io.enforcement.gateway.routes.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.routes.exchange.OverdueFiles;
import io.enforcement.gateway.routes.sandbox.SitePartners;
import io.enforcement.gateway.routes.sandbox.farside.FilePartner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Records and their files in one zip: a court over SFTP both ways; a surveyor and a depot over
 * folders, where things go wrong.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ParcelStoryTest {

  private static final String COURT = "11640104MB1GXDM88Y";
  private static final String USER = "gateway";
  private static final String SOME_DAYS_AGO = "now() - interval '3 days'";

  private final RestReceiver applicant = new RestReceiver();
  private final Random random = new Random(5);
  private FilePartner court;
  private Path home;
  private Path drop;
  private final StoryGateway gateway = StoryGateway.with(this::settings);

  private Map<String, Object> settings(StorySite site) {
    home = site.home();
    for (String partner : List.of("surveyor", "depot", "applicant")) {
      site.installFolder(partner);
      site.writeSecret(partner, secret(partner).reveal());
    }
    site.writeSecret("court", secret("court").reveal());
    court =
        new FilePartner(
            "court",
            home.resolve("far-side/court"),
            USER,
            secret("court"),
            List.of(FilePartner.OUT));
    drop = home.resolve("far-side/drop");
    folder(court.folder("out/ruling"));
    folder(court.folder("out/litigation"));
    folder(court.folder("out/crime"));
    for (String name : List.of("surveyor-out", "surveyor-in", "depot-in")) {
      folder(drop.resolve(name));
    }
    Map<String, String> local = Map.of("root", drop.toString());
    Map<String, Object> settings =
        new HashMap<>(
            new SitePartners(List.of("PT0.2S", "PT0.5S", "PT1S"))
                .with("surveyor", local)
                .with("depot", local)
                .with("applicant", SitePartners.rest(applicant.port()))
                .with("court", SitePartners.sftp(court, USER), Map.of("uscc", COURT))
                .settings());
    settings.put("gateway.partners.court.settings.poll", "PT0.3S");
    settings.put("gateway.attachments.max-bytes", "1000000");
    return settings;
  }

  @BeforeAll
  void nothingIsThereYet() throws IOException {
    assertThat(inHand()).isEmpty();
  }

  @AfterAll
  void close() {
    gateway.close();
    court.close();
    applicant.close();
  }

  @Test
  void anApplicationReachesTheCourtInOneZipWithItsPaper() throws IOException {
    byte[] paper = bytes(300_000);
    Reply receipt = applies(paper);
    gateway.eventually(() -> assertThat(delivery(receipt, "court")).isEqualTo("AWAITING_FILES"));

    FileDesk region = new FileDesk(gateway.base(), "region", gateway.secret("region"));
    assertThat(region.puts(sha256(paper), FileDesk.PDF, paper).statusCode()).isEqualTo(201);

    gateway.eventually(() -> assertThat(delivery(receipt, "court")).isEqualTo("DELIVERED"));
    String key = gateway.desk("region").looksUp(receipt).key("court");
    Map<String, byte[]> zip =
        CasePackage.entries(Files.readAllBytes(court.folder("in").resolve(key + ".zip")));
    String name = "sha256-" + FileDesk.sha256(paper) + ".pdf";
    assertThat(zip).containsOnlyKeys("manifest.json", key + ".json", name);
    assertThat(zip.get(name)).isEqualTo(paper);
    JsonNode document = json(zip.get(key + ".json"));
    assertThat(document.path("附件").path(0).path("摘要值").asString()).isEqualTo(sha256(paper));
    JsonNode line = json(zip.get("manifest.json")).path("files").path(1);
    assertThat(line.path("name").asString()).isEqualTo(name);
    assertThat(line.path("type").asString()).isEqualTo(FileDesk.PDF);
    assertThat(line.path("bytes").asInt()).isEqualTo(paper.length);
    assertThat(line.path("digest").asString()).isEqualTo(sha256(paper));
    assertThat(gateway.desk("region").looksUp(receipt).trail("court"))
        .containsExactly(
            "AWAITING_FILES",
            "FILES_HELD",
            "ATTEMPTING",
            "CONFIRMING",
            "FILE_CONFIRMED",
            "DELIVERED");
    assertThat(inHand()).isEmpty();
  }

  @Test
  void aRulingComesInOneZipWithItsPaperWhichGoesOnToTheApplicant() throws IOException {
    byte[] paper = bytes(200_000);
    String ruling = ruling(paper);

    lays(
        court.folder("out/ruling"),
        "fy-" + random.nextInt(9_000) + ".zip",
        new CasePackage()
            .with("ruling.json", "json", ruling.getBytes(StandardCharsets.UTF_8))
            .with("裁定书.pdf", FileDesk.PDF, paper)
            .zip());

    gateway.eventually(() -> assertThat(applicant.effects()).hasSize(1));
    FileDesk desk = new FileDesk(gateway.base(), "applicant", secret("applicant"));
    assertThat(desk.fetches(sha256(paper)).body()).isEqualTo(paper);
    assertThat(desk.confirms(sha256(paper), sha256(paper)).statusCode()).isEqualTo(204);
    assertThat(
            new FileDesk(gateway.base(), "housing", gateway.secret("housing"))
                .fetches(sha256(paper))
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void aZipGoesThroughWithItsFilesAndComesOutWithThem() throws IOException {
    byte[] photo = bytes(50_000);
    byte[] report = bytes(1_000);
    String notice = notice(named(photo, "image/jpeg"), named(report, FileDesk.PDF));

    String file =
        drops(
            new CasePackage()
                .with("photo.jpg", "image/jpeg", photo)
                .with("notice.json", "json", notice.getBytes(StandardCharsets.UTF_8))
                .with("report.pdf", FileDesk.PDF, report));

    Map<String, byte[]> zip = arrivesAtTheDepot(sha256(photo));
    assertThat(zip.values()).contains(photo, report);
    assertThat(new String(zip.get("manifest.csv"), StandardCharsets.UTF_8))
        .startsWith("name,type,count,bytes,digest")
        .contains(".json,json,1,")
        .contains(",image/jpeg,0,50000," + sha256(photo))
        .contains(",sm3:");
    assertThat(receiptFor(file).path("outcome").asString()).isEqualTo("ACCEPTED");
    gateway.eventually(() -> assertThat(Files.list(drop.resolve("surveyor-out"))).isEmpty());
  }

  @Test
  void whatDoesNotFitIsRefusedWholeAndNothingOfItIsKept() throws IOException {
    byte[] good = bytes(1_000);
    byte[] other = bytes(1_000);
    byte[] large = bytes(1_000_001);
    byte[] notice = notice(named(good, FileDesk.PDF)).getBytes(StandardCharsets.UTF_8);
    byte[] naming = notice(named(large, FileDesk.PDF)).getBytes(StandardCharsets.UTF_8);
    byte[] film = notice(named(good, "video/mp4")).getBytes(StandardCharsets.UTF_8);

    assertThat(refusal(document(notice).named("a.pdf", FileDesk.PDF, sha256(good), 1_000)))
        .containsExactly("batch.missing a.pdf");
    assertThat(
            refusal(
                document(notice)
                    .named("a.pdf", FileDesk.PDF, sha256(good), 1_000)
                    .unnamed("a.pdf", other)))
        .containsExactly("batch.digest a.pdf");
    assertThat(refusal(document(notice).with("a.pdf", FileDesk.PDF, good).unnamed("b.pdf", other)))
        .containsExactly("batch.unnamed b.pdf");
    assertThat(
            refusal(
                document(notice)
                    .with("a.pdf", FileDesk.PDF, good)
                    .with("b.pdf", FileDesk.PDF, other)))
        .as("in the manifest, and in no record")
        .containsExactly("attachment.unnamed b.pdf");
    assertThat(refusal(document(naming).with("a.pdf", FileDesk.PDF, large)))
        .containsExactly("attachment.size a.pdf");
    assertThat(refusal(document(film).with("a.mp4", "video/mp4", good)))
        .containsExactly("attachment.media-type a.mp4");
    assertThat(refusal(document(notice).with("../a.pdf", FileDesk.PDF, good)))
        .containsExactly("zip.name /");
    assertThat(refusal(document(notice).with("a.pdf", FileDesk.PDF, new byte[70 << 20])))
        .containsExactly("zip.size /");
    for (byte[] file : List.of(good, other, large)) {
      assertThat(onDisk(FileDesk.sha256(file))).isEmpty();
    }
    assertThat(inHand()).isEmpty();
  }

  @Test
  void aFileThatIsNotBroughtInTimeIsToldAndALateOneIsReplayed() throws IOException {
    byte[] photo = bytes(7_000);
    String notice = notice(named(photo, "image/jpeg"));
    String file = drops(document(notice.getBytes(StandardCharsets.UTF_8)));
    assertThat(receiptFor(file).path("findings")).isEmpty();
    String message = messageOf(file);
    gateway.eventually(() -> assertThat(seen(message)).isEqualTo("AWAITING_FILES"));
    gateway.part(OverdueFiles.class).sweep();
    assertThat(seen(message)).as("its time is not over").isEqualTo("AWAITING_FILES");

    late(message);
    gateway.part(OverdueFiles.class).sweep();

    assertThat(seen(message)).isEqualTo("PARKED");
    JsonNode entry = gateway.operator().parked(message, "depot").orElseThrow();
    assertThat(entry.path("cause").asString()).isEqualTo("attachment.not-brought");
    assertThat(entry.path("findings").path(0).asString()).contains(sha256(photo)).contains("P2D");
    gateway.eventually(
        () ->
            assertThat(receipts(file))
                .extracting(r -> r.path("revision").asInt() + r.path("findings").toString())
                .containsExactlyInAnyOrder(
                    "1", "2[\"attachment.not-brought " + sha256(photo) + "\"]"));

    gateway.operator().replays(message, "depot");
    assertThat(seen(message)).as("still without its file").isEqualTo("AWAITING_FILES");
    late(message);
    gateway.part(OverdueFiles.class).sweep();
    assertThat(
            new FileDesk(gateway.base(), "surveyor", secret("surveyor"))
                .puts(sha256(photo), "image/jpeg", photo)
                .statusCode())
        .isEqualTo(201);
    assertThat(seen(message)).as("people have it in hand").isEqualTo("PARKED");
    gateway.operator().replays(message, "depot");

    gateway.eventually(() -> assertThat(seen(message)).isEqualTo("DELIVERED"));
    assertThat(arrivesAtTheDepot(sha256(photo)).values()).contains(photo);
  }

  @Test
  void aFileThatWentBadOnDiskStopsTheDelivery() throws IOException {
    byte[] photo = bytes(4_000);
    FileDesk surveyor = new FileDesk(gateway.base(), "surveyor", secret("surveyor"));
    surveyor.puts(sha256(photo), "image/jpeg", photo);
    byte[] bad = photo.clone();
    bad[9] ^= 1;
    Path spooled = onDisk(FileDesk.sha256(photo)).get(0);
    Files.write(spooled, bad);

    String file =
        drops(document(notice(named(photo, "image/jpeg")).getBytes(StandardCharsets.UTF_8)));
    receiptFor(file);
    String message = messageOf(file);
    gateway.eventually(() -> assertThat(seen(message)).isEqualTo("PARKED"));
    assertThat(gateway.operator().parked(message, "depot").orElseThrow().path("cause").asString())
        .isEqualTo("attachment.lost");
    Files.write(spooled, photo);
    gateway.operator().replays(message, "depot");

    gateway.eventually(() -> assertThat(seen(message)).isEqualTo("DELIVERED"));
  }

  private CasePackage document(byte[] notice) {
    return new CasePackage().with("notice.json", "json", notice);
  }

  private List<String> refusal(CasePackage wrong) {
    JsonNode receipt = receiptFor(drops(wrong));
    assertThat(receipt.path("outcome").asString()).isEqualTo("REFUSED");
    List<String> findings = new ArrayList<>();
    receipt.path("findings").forEach(f -> findings.add(f.asString()));
    return findings;
  }

  private String drops(CasePackage content) {
    String name = "notice-" + UUID.randomUUID() + ".zip";
    lays(drop.resolve("surveyor-out"), name, content.zip());
    return name;
  }

  private static void lays(Path folder, String name, byte[] content) {
    try {
      Files.write(folder.resolve(name), content);
      Files.writeString(
          folder.resolve(name + ".sha256"), FileDesk.sha256(content) + "  " + name + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonNode receiptFor(String file) {
    gateway.eventually(() -> assertThat(receipts(file)).isNotEmpty());
    return receipts(file).get(0);
  }

  private List<JsonNode> receipts(String file) {
    try (Stream<Path> all = Files.list(drop.resolve("surveyor-in"))) {
      return all.filter(f -> f.toString().endsWith(".json"))
          .map(f -> json(read(f)))
          .filter(r -> r.path("file").asString("").equals(file))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The zip at the depot whose document names this file. */
  private Map<String, byte[]> arrivesAtTheDepot(String digest) {
    List<Map<String, byte[]>> found = new ArrayList<>();
    gateway.eventually(
        () -> {
          try (Stream<Path> all = Files.list(drop.resolve("depot-in"))) {
            all.filter(f -> f.toString().endsWith(".zip"))
                .map(f -> CasePackage.entries(read(f)))
                .filter(zip -> zip.keySet().stream().anyMatch(n -> n.contains(digest.substring(7))))
                .forEach(found::add);
          }
          assertThat(found).isNotEmpty();
        });
    return found.get(0);
  }

  private String messageOf(String file) {
    return gateway
        .books()
        .owner()
        .queryForObject(
            "select id::text from message where idempotency_key = ?", String.class, file);
  }

  private String seen(String message) {
    return gateway.operator().looksUp(message).delivery("depot");
  }

  private void late(String message) {
    gateway
        .books()
        .owner()
        .update(
            "update delivery set updated_at = " + SOME_DAYS_AGO + " where message_id = ?::uuid",
            message);
  }

  private String delivery(Reply receipt, String receiver) {
    return gateway.desk("region").looksUp(receipt).delivery(receiver);
  }

  private Reply applies(byte[] paper) {
    String id = UUID.randomUUID().toString();
    String application =
        """
        <CourtApplication xmlns="urn:enforcement:standard:v1">
          <recordUniqueIdentity>%1$s</recordUniqueIdentity><cdOperation>I</cdOperation><revision>1</revision>
          <cdTime>2026-10-20T10:00:00+08:00</cdTime>
          <body><name>示例区综合执法局</name><uscc>11640104MB1GXDM29U</uscc><areaNumber>640104</areaNumber></body>
          <caseReference><caseNumber>示综执立字〔2026〕8号</caseNumber><caseSource>1</caseSource><filingDate>2026-02-10</filingDate></caseReference>
          <applicationNumber>示综执强申字〔2026〕%2$d号</applicationNumber><applicationDate>2026-10-20</applicationDate>
          <court><kind>4</kind><name>示例区人民法院</name><uscc>%3$s</uscc><areaNumber>640104</areaNumber></court>
          <party><no>1</no><kind>2</kind><name>示例乙物业服务有限公司</name><selfEmployed>false</selfEmployed>
            <uscc>91640104MA7GXDMA16</uscc><legalRepresentative><name>示例乙</name></legalRepresentative></party>
          <decisionFileNum>示综执罚决字〔2026〕19号</decisionFileNum><decisionDate>2026-03-16</decisionDate>
          <decisionServedDate>2026-03-18</decisionServedDate><remedyEndDate>2026-09-18</remedyEndDate><remedySought>false</remedySought>
          <demandFileNum>示综执催字〔2026〕3号</demandFileNum><demandServedDate>2026-09-29</demandServedDate>
          <factsAndBasis>处罚决定生效后未缴纳罚款。</factsAndBasis><partyView>当事人表示经营困难。</partyView>
          <enforcementObject>罚款20000元</enforcementObject><amount>20000.00</amount><signatory>示例甲</signatory>
          <contact><name>示例庚</name><phone>0951-0000002</phone></contact>
          <attachment><title>强制执行申请书</title><kind>01</kind><mediaType>application/pdf</mediaType>
            <size>%4$d</size><digest>%5$s</digest><secret>false</secret></attachment>
        </CourtApplication>
        """
            .formatted(id, 1 + random.nextInt(9_000), COURT, paper.length, sha256(paper));
    return gateway
        .desk("region")
        .posts("record", id, "application/xml", application.getBytes(StandardCharsets.UTF_8));
  }

  private String ruling(byte[] paper) {
    return """
        {"文书": "非诉执行文书", "记录编号": "%s", "操作": "新增", "版本": 1, "更新时间": "2026-10-28 10:00:00",
         "法院": {"名称": "示例区人民法院", "统一社会信用代码": "%s", "行政区划": "640104"},
         "申请机关": {"名称": "示例区综合执法局", "统一社会信用代码": "11640104MB1GXDM29U", "行政区划": "640104"},
         "申请书文号": "示综执强申字[2026]3号", "案号": "（2026）宁0104行审12号", "处理结果": "受理",
         "文书日期": "2026-10-27", "收到申请日期": "2026-10-20", "受理日期": "2026-10-27", "送达日期": "2026-10-28",
         "附件": [{"名称": "裁定书", "种类": "文书", "媒体类型": "application/pdf", "字节数": %d, "摘要值": "%s", "涉密": "否"}]}
        """
        .formatted(UUID.randomUUID(), COURT, paper.length, sha256(paper));
  }

  private String notice(String... attachments) {
    return """
        {"recordUniqueIdentity": "%1$s", "cdOperation": "I", "revision": 1, "cdTime": "2026-05-11T16:00:00+08:00",
         "body": {"name": "示例区示例镇人民政府", "uscc": "11640104MB1GXE03XT", "areaNumber": "640104100"},
         "noticeNumber": "示镇隐〔2026〕%2$d号", "noticeDate": "2026-05-11",
         "addressee": {"kind": "1", "name": "示例区住房和城乡建设局", "uscc": "11640104MB1GXDM53C", "areaNumber": "640104"},
         "foundDate": "2026-05-11", "hazardLevel": "2", "hazard": "液化气瓶存放于地下室。",
         "place": {"areaNumber": "640104100", "address": "示例镇示例街8号"},
         "parties": [{"no": 1, "kind": "3", "name": "示例区㐂记早点铺", "selfEmployed": true,
           "uscc": "92640104MA7GXDM69P", "legalRepresentative": {"name": "示例丁"}}],
         "contact": {"name": "示例辛", "phone": "0951-0000003"},
         "attachments": [%3$s]}
        """
        .formatted(UUID.randomUUID(), 1 + random.nextInt(900_000), String.join(",", attachments));
  }

  private static String named(byte[] file, String type) {
    return "{\"title\": \"附件\", \"mediaType\": \"%s\", \"size\": %d, \"digest\": \"%s\", \"secret\": false}"
        .formatted(type, file.length, sha256(file));
  }

  private List<Path> onDisk(String hex) throws IOException {
    try (Stream<Path> files = Files.walk(home.resolve("spool"))) {
      return files.filter(f -> f.getFileName().toString().contains(hex)).toList();
    }
  }

  private List<Path> inHand() throws IOException {
    try (Stream<Path> files = Files.list(home.resolve("spool/temporary"))) {
      return files.toList();
    }
  }

  private static Path folder(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode json(byte[] bytes) {
    return JsonMapper.shared().readTree(bytes);
  }

  private static Secret secret(String partner) {
    return new Secret("invented-secret-of-" + partner);
  }

  private static String sha256(byte[] file) {
    return "sha256:" + FileDesk.sha256(file);
  }

  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }
}
