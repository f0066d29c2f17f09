package io.enforcement.gateway.routes.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.routes.exchange.OverdueFiles;
import io.enforcement.gateway.routes.sandbox.SitePartners;
import io.enforcement.gateway.routes.spool.Clearing;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.jcajce.provider.digest.SM3;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Notices of hazards with files: the fire brigade must have them, the insurer may, the housing
 * department has nothing to do with them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttachmentStoryTest {

  private static final long LARGE = 100L << 20;

  private final RestReceiver fireBrigade = new RestReceiver();
  private final RestReceiver insurer = new RestReceiver();
  private final Random random = new Random(7);
  private Path home;
  private final StoryGateway gateway = StoryGateway.with(this::settings);

  private Map<String, Object> settings(StorySite site) {
    home = site.home();
    for (String partner : List.of("laboratory", "fire-brigade", "insurer")) {
      site.installFolder(partner);
      site.writeSecret(partner, secret(partner).reveal());
    }
    Map<String, Object> settings =
        new HashMap<>(
            new SitePartners(List.of("PT0.2S", "PT0.5S", "PT1S"))
                .with("laboratory")
                .with("fire-brigade", SitePartners.rest(fireBrigade.port()))
                .with("insurer", SitePartners.rest(insurer.port()))
                .settings());
    settings.put("gateway.attachments.partial-uploads", "2");
    return settings;
  }

  @AfterAll
  void close() {
    gateway.close();
    fireBrigade.close();
    insurer.close();
  }

  @Test
  void aRecordWaitsForItsFilesAndIsDeliveredWhenTheyAreConfirmed() {
    byte[] photo = bytes(200_000);
    byte[] report = bytes(1_000);
    Reply receipt =
        sends(
            named(photo, "image/jpeg", false),
            named(report, FileDesk.PDF, false),
            named(bytes(10), "video/mp4", false));
    gateway.eventually(
        () -> {
          assertThat(status(receipt).delivery("fire-brigade")).isEqualTo("AWAITING_FILES");
          assertThat(status(receipt).delivery("insurer")).isEqualTo("DELIVERED");
        });
    assertThat(fireBrigade.posts(status(receipt).key("fire-brigade"))).isZero();

    assertThat(laboratory().puts(sha256(photo), "image/jpeg", photo).statusCode()).isEqualTo(201);
    assertThat(status(receipt).delivery("fire-brigade")).isEqualTo("AWAITING_FILES");
    assertThat(desk("fire-brigade").fetches(sha256(photo)).statusCode()).isEqualTo(404);
    assertThat(laboratory().puts(sha256(report), FileDesk.PDF, report).statusCode()).isEqualTo(201);

    gateway.eventually(
        () -> assertThat(status(receipt).delivery("fire-brigade")).isEqualTo("CONFIRMING"));
    assertThat(fireBrigade.effects(status(receipt).key("fire-brigade"))).isEqualTo(1);
    fetchesAndConfirms(photo);
    assertThat(status(receipt).delivery("fire-brigade")).isEqualTo("CONFIRMING");
    fetchesAndConfirms(report);
    assertThat(status(receipt).trail("fire-brigade"))
        .containsExactly(
            "AWAITING_FILES",
            "FILES_HELD",
            "ATTEMPTING",
            "CONFIRMING",
            "FILE_CONFIRMED",
            "FILE_CONFIRMED",
            "DELIVERED");
  }

  @Test
  void aFileThatIsHereAlreadyIsNotWaitedFor() {
    byte[] photo = bytes(5_000);
    laboratory().puts(sha256(photo), FileDesk.PDF, photo);

    Reply receipt = sends(named(photo, FileDesk.PDF, false));

    gateway.eventually(
        () -> assertThat(status(receipt).delivery("fire-brigade")).isEqualTo("CONFIRMING"));
    assertThat(status(receipt).trail("fire-brigade")).doesNotContain("AWAITING_FILES");
  }

  @Test
  void aRecordWithoutFilesIsDeliveredAtOnce() {
    Reply receipt = sends();

    gateway.eventually(
        () -> assertThat(status(receipt).delivery("fire-brigade")).isEqualTo("DELIVERED"));
  }

  @Test
  void onlyWhoIsEntitledCanTellThatTheFileIsHere() {
    byte[] open = bytes(3_000);
    byte[] secret = bytes(3_001);
    laboratory().puts(sha256(open), FileDesk.PDF, open);
    laboratory().puts(sha256(secret), FileDesk.PDF, secret);
    Reply receipt = sends(named(open, FileDesk.PDF, false), named(secret, FileDesk.PDF, true));
    gateway.eventually(
        () -> {
          assertThat(status(receipt).delivery("fire-brigade")).isEqualTo("CONFIRMING");
          assertThat(status(receipt).delivery("insurer")).isEqualTo("DELIVERED");
        });

    assertThat(desk("fire-brigade").fetches(sha256(secret)).body()).isEqualTo(secret);
    assertThat(desk("insurer").fetches(sha256(open)).body()).isEqualTo(open);
    assertThat(desk("insurer").fetches(sha256(secret)).statusCode()).isEqualTo(404);
    assertThat(desk("insurer").confirms(sha256(secret), sha256(secret)).statusCode())
        .isEqualTo(404);
    FileDesk housing = new FileDesk(gateway.base(), "housing", housingSecret());
    assertThat(housing.fetches(sha256(open)).statusCode()).isEqualTo(404);
    assertThat(housing.asks(sha256(open)).statusCode()).isEqualTo(404);
    assertThat(laboratory().fetches(sha256(open)).statusCode()).isEqualTo(404);
  }

  @Test
  void aNamedDigestGivesNobodyWhatAnotherPartnerBrought() {
    byte[] foreign = bytes(4_000);
    new FileDesk(gateway.base(), "housing", housingSecret())
        .puts(sha256(foreign), FileDesk.PDF, foreign);

    Reply receipt = sends(named(foreign, FileDesk.PDF, false));

    gateway.eventually(
        () -> assertThat(status(receipt).delivery("insurer")).isEqualTo("DELIVERED"));
    assertThat(status(receipt).delivery("fire-brigade")).isEqualTo("AWAITING_FILES");
    assertThat(desk("insurer").fetches(sha256(foreign)).statusCode()).isEqualTo(404);
  }

  @Test
  void nothingIsKeptOfAFileThatIsNotWhatItsDigestSays() throws IOException {
    byte[] file = bytes(70_000);
    String other = sha256(bytes(70_000));

    HttpResponse<String> refusal = laboratory().puts(other, FileDesk.PDF, file);

    assertThat(refusal.statusCode()).isEqualTo(422);
    assertThat(refusal.body()).contains("attachment.digest");
    assertThat(laboratory().asks(other).statusCode()).isEqualTo(404);
    assertThat(onDisk(other.substring(7))).isEmpty();
  }

  @Test
  void theBytesMustBeTheSignedOnes() throws IOException {
    byte[] file = bytes(2_000);
    String signed = FileDesk.sha256(bytes(2_000));

    HttpResponse<String> refusal =
        laboratory().puts(sha256(file), signed, () -> new ByteArrayInputStream(file));

    assertThat(refusal.statusCode()).isEqualTo(422);
    assertThat(onDisk(FileDesk.sha256(file))).isEmpty();
  }

  @Test
  void anUploadGoesOnWhereTheConnectionWasCut() {
    byte[] file = bytes(300_000);
    laboratory().breaksOff(sha256(file), file, 150_000);
    gateway.eventually(
        () ->
            assertThat(laboratory().asks(sha256(file)).headers().firstValue("Upload-Offset"))
                .contains("150000"));

    assertThat(laboratory().continues(sha256(file), file, 100_000).statusCode()).isEqualTo(409);
    assertThat(laboratory().continues(sha256(file), file, 150_000).statusCode()).isEqualTo(201);

    assertThat(laboratory().asks(sha256(file)).headers().firstValue("Upload-Offset"))
        .contains("300000");
    assertThat(laboratory().asks(sha256(file)).headers().firstValue("Upload-Complete"))
        .contains("?1");
  }

  @Test
  void anUploadWhoseLastByteCameBeforeTheEndOfTheProcessIsNotTakenYet() throws IOException {
    byte[] file = bytes(3_000);
    Path partial =
        home.resolve("spool/partial/laboratory/" + sha256(file).replace(':', '-') + ".part");
    Files.createDirectories(partial.getParent());
    Files.write(partial, file);

    var held = laboratory().asks(sha256(file)).headers();
    assertThat(held.firstValue("Upload-Offset")).contains("3000");
    assertThat(held.firstValue("Upload-Complete")).contains("?0");

    assertThat(laboratory().continues(sha256(file), file, 3_000).statusCode()).isEqualTo(201);
    assertThat(laboratory().asks(sha256(file)).headers().firstValue("Upload-Complete"))
        .contains("?1");
  }

  @Test
  void whatIsTooLargeOrOfAnotherKindIsRefused() {
    byte[] file = bytes(10);

    assertThat(laboratory().puts(sha256(file), "audio/mpeg", file).statusCode()).isEqualTo(415);
    assertThat(laboratory().puts(sha256(file), "text/html", file).statusCode()).isEqualTo(415);
    assertThat(laboratory().puts("md5:00", FileDesk.PDF, file).statusCode()).isEqualTo(404);
    HttpResponse<String> impostor =
        new FileDesk(gateway.base(), "laboratory", new Secret("a-guess"))
            .puts(sha256(file), FileDesk.PDF, file);
    assertThat(impostor.statusCode()).isEqualTo(401);
  }

  @Test
  void unfinishedUploadsAreCounted() {
    FileDesk desk = desk("insurer");
    for (int i = 0; i < 2; i++) {
      byte[] begun = bytes(50_000);
      desk.breaksOff(sha256(begun), begun, 20_000);
      gateway.eventually(() -> assertThat(desk.asks(sha256(begun)).statusCode()).isEqualTo(200));
    }
    byte[] one = bytes(10);

    assertThat(desk.puts(sha256(one), FileDesk.PDF, one).statusCode()).isEqualTo(429);
  }

  @Test
  void aFileCanBeKnownByItsSm3() {
    byte[] file = bytes(9_000);
    String digest = "sm3:" + HexFormat.of().formatHex(new SM3.Digest().digest(file));

    assertThat(laboratory().puts(digest, FileDesk.PDF, file).statusCode()).isEqualTo(201);
    assertThat(laboratory().puts(digest, FileDesk.PDF, bytes(9_000)).statusCode()).isEqualTo(422);
  }

  @Test
  void aLargeFileGoesThroughAndARangeOfItToo() throws Exception {
    String sha256 = HexFormat.of().formatHex(digestOf(large()));
    String digest = "sha256:" + sha256;

    assertThat(laboratory().puts(digest, sha256, this::large).statusCode()).isEqualTo(201);
    Reply receipt = sends(named(digest, LARGE, FileDesk.PDF, false));
    gateway.eventually(
        () -> assertThat(status(receipt).delivery("insurer")).isEqualTo("DELIVERED"));

    HttpResponse<InputStream> whole =
        desk("insurer").fetches(digest, Map.of(), BodyHandlers.ofInputStream());
    assertThat(whole.headers().firstValueAsLong("Content-Length")).hasValue(LARGE);
    assertThat(whole.headers().firstValue("ETag")).contains("\"" + digest + "\"");
    assertThat(HexFormat.of().formatHex(digestOf(whole.body()))).isEqualTo(sha256);
    HttpResponse<byte[]> range =
        desk("insurer").fetches(digest, Map.of("Range", "bytes=1000000-1000099"));
    assertThat(range.statusCode()).isEqualTo(206);
    byte[] expected = Arrays.copyOfRange(large().readNBytes(1_000_100), 1_000_000, 1_000_100);
    assertThat(range.body()).isEqualTo(expected);
  }

  @Test
  void aFileThatWentBadOnDiskNeverArrivesWhole() throws IOException {
    byte[] file = bytes(200_000);
    laboratory().puts(sha256(file), FileDesk.PDF, file);
    Reply receipt = sends(named(file, FileDesk.PDF, false));
    gateway.eventually(
        () -> assertThat(status(receipt).delivery("insurer")).isEqualTo("DELIVERED"));
    byte[] bad = file.clone();
    bad[100] ^= 1;
    Files.write(onDisk(FileDesk.sha256(file)).get(0), bad);

    assertThatThrownBy(() -> desk("insurer").fetches(sha256(file)))
        .isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void anOldFileGoesWhenNoOpenDeliveryNeedsIt() throws IOException {
    byte[] needed = bytes(6_000);
    byte[] done = bytes(6_001);
    laboratory().puts(sha256(needed), FileDesk.PDF, needed);
    laboratory().puts(sha256(done), FileDesk.PDF, done);
    Reply receipt = sends(named(needed, FileDesk.PDF, false));
    gateway.eventually(
        () -> assertThat(status(receipt).delivery("fire-brigade")).isEqualTo("CONFIRMING"));
    for (byte[] file : List.of(needed, done)) {
      Instant old = Instant.now().minus(Duration.ofDays(91));
      Files.setLastModifiedTime(onDisk(FileDesk.sha256(file)).get(0), FileTime.from(old));
      gateway
          .books()
          .owner()
          .update(
              "update attachment set received_at = now() - interval '91 days' where digest = ?",
              sha256(file));
    }

    gateway.part(Clearing.class).clear();

    assertThat(onDisk(FileDesk.sha256(needed))).hasSize(1);
    assertThat(onDisk(FileDesk.sha256(done))).isEmpty();
    assertThat(laboratory().asks(sha256(done)).statusCode()).isEqualTo(404);
    fetchesAndConfirms(needed);
  }

  @Test
  void anOldFileStaysAsLongAsAMessageMayNameItThatNobodyHasRead() throws IOException {
    byte[] file = bytes(6_002);
    assertThat(desk("fire-brigade").puts(sha256(file), FileDesk.PDF, file).statusCode())
        .isEqualTo(201);
    Instant old = Instant.now().minus(Duration.ofDays(91));
    Files.setLastModifiedTime(onDisk(FileDesk.sha256(file)).get(0), FileTime.from(old));
    JdbcTemplate books = gateway.books().owner();
    books.update(
        "update attachment set received_at = now() - interval '91 days' where digest = ?",
        sha256(file));
    UUID message = UUID.randomUUID();
    books.update(
        """
        insert into message (id, sender, exchange, channel, idempotency_key, digest, content_type, body, received_at, state)
        values (?, 'fire-brigade', 'answer', 'rest', 'k', '', 'text/plain', '', now() - interval '91 days', 'QUARANTINED')
        """,
        message);

    gateway.part(Clearing.class).clear();
    assertThat(onDisk(FileDesk.sha256(file))).hasSize(1);
    books.update("delete from message where id = ?", message);
    gateway.part(Clearing.class).clear();

    assertThat(onDisk(FileDesk.sha256(file))).isEmpty();
  }

  @Test
  void aRecordWhoseFilesAreNotConfirmedInTimeIsParkedAndALateConfirmationEndsIt() {
    byte[] photo = bytes(8_000);
    laboratory().puts(sha256(photo), FileDesk.PDF, photo);
    Reply receipt = sends(named(photo, FileDesk.PDF, false));
    gateway.eventually(
        () -> assertThat(status(receipt).delivery("fire-brigade")).isEqualTo("CONFIRMING"));
    String key = status(receipt).key("fire-brigade");

    late(key);
    gateway.part(OverdueFiles.class).sweep();

    assertThat(status(receipt).delivery("fire-brigade")).isEqualTo("PARKED");
    String message = receipt.json().path("messageId").asString();
    assertThat(
            gateway
                .operator()
                .parked(message, "fire-brigade")
                .orElseThrow()
                .path("cause")
                .asString())
        .isEqualTo("attachment.not-confirmed");
    gateway.operator().replays(message, "fire-brigade");
    assertThat(status(receipt).delivery("fire-brigade"))
        .as("it has the record already")
        .isEqualTo("CONFIRMING");
    late(key);
    gateway.part(OverdueFiles.class).sweep();

    fetchesAndConfirms(photo);

    assertThat(status(receipt).delivery("fire-brigade")).isEqualTo("DELIVERED");
    assertThat(gateway.operator().parked(message, "fire-brigade")).isEmpty();
    assertThat(fireBrigade.effects(key)).isEqualTo(1);
  }

  private void late(String delivery) {
    gateway
        .books()
        .owner()
        .update(
            "update delivery set updated_at = now() - interval '8 days' where id = ?::uuid",
            delivery);
  }

  @Test
  void aFileThatIsMissingOnDiskIsReported() throws IOException {
    int before = gateway.part(Clearing.class).missing();
    byte[] file = bytes(500);
    laboratory().puts(sha256(file), FileDesk.PDF, file);
    Files.delete(onDisk(FileDesk.sha256(file)).get(0));

    assertThat(gateway.part(Clearing.class).missing()).isEqualTo(before + 1);
  }

  private void fetchesAndConfirms(byte[] file) {
    FileDesk desk = desk("fire-brigade");
    HttpResponse<byte[]> fetched = desk.fetches(sha256(file));
    assertThat(fetched.statusCode()).isEqualTo(200);
    assertThat(fetched.body()).isEqualTo(file);
    assertThat(desk.confirms(sha256(file), sha256(bytes(3))).statusCode()).isEqualTo(422);
    assertThat(desk.confirms(sha256(file), sha256(fetched.body())).statusCode()).isEqualTo(204);
  }

  private FileDesk laboratory() {
    return desk("laboratory");
  }

  private FileDesk desk(String partner) {
    return new FileDesk(gateway.base(), partner, secret(partner));
  }

  private static Secret secret(String partner) {
    return new Secret("invented-secret-of-" + partner);
  }

  private static Secret housingSecret() {
    return new Secret("invented-secret-of-housing-for-the-stories");
  }

  private MessageStatus status(Reply receipt) {
    return gateway.desk("laboratory").looksUp(receipt);
  }

  private Reply sends(String... attachments) {
    String id = UUID.randomUUID().toString();
    String notice =
        """
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
            .formatted(
                id,
                1 + Math.abs(random.nextInt(900_000)),
                Stream.of(attachments).collect(Collectors.joining(",")));
    return gateway
        .desk("laboratory")
        .posts("hazard-notice", id, "application/json", notice.getBytes(StandardCharsets.UTF_8));
  }

  private static String named(byte[] file, String type, boolean secret) {
    return named(sha256(file), file.length, type, secret);
  }

  private static String named(String digest, long size, String type, boolean secret) {
    return """
        {"title": "附件", "mediaType": "%s", "size": %d, "digest": "%s", "secret": %s}
        """
        .formatted(type, size, digest, secret);
  }

  private static String sha256(byte[] file) {
    return "sha256:" + FileDesk.sha256(file);
  }

  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  /** The same 100 MiB each time, made while they are read. */
  private InputStream large() {
    Random same = new Random(11);
    return new InputStream() {
      private long left = LARGE;

      @Override
      public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] buffer, int offset, int length) {
        if (left == 0) {
          return -1;
        }
        int n = (int) Math.min(left, length);
        for (int i = 0; i < n; i++) {
          buffer[offset + i] = (byte) (same.nextInt() >> 16);
        }
        left -= n;
        return n;
      }
    };
  }

  private static byte[] digestOf(InputStream bytes) throws IOException, NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    try (InputStream all = new DigestInputStream(bytes, digest)) {
      byte[] buffer = new byte[65_536];
      while (all.read(buffer) >= 0) {
        // The digest takes them.
      }
    }
    return digest.digest();
  }

  /** Files of the spool whose name holds these digits, finished or not. */
  private List<Path> onDisk(String hex) throws IOException {
    try (Stream<Path> files = Files.walk(home.resolve("spool"))) {
      return files.filter(f -> f.getFileName().toString().contains(hex)).toList();
    }
  }
}
