package io.enforcement.gateway.routes.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.connectors.rest.ProvincialSignature;
import io.enforcement.gateway.connectors.rest.SharingPlatformSignature;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Partners that post forms and XML, and prove themselves as the platforms taught them to. */
@Story
class FormAndXmlStoryTest {

  private static final String EXCHANGE = "penalty-decision";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String XML = "application/xml";
  private static final Charset GB18030 = Charset.forName("GB18030");

  private final StoryGateway gateway;
  private final Desk water;
  private final Desk harbour;

  FormAndXmlStoryTest(StoryGateway gateway) {
    this.gateway = gateway;
    this.water = gateway.desk("water", FormAndXmlStoryTest::sharing);
    this.harbour = gateway.desk("harbour", FormAndXmlStoryTest::provincial);
  }

  @Test
  void aFormIsTakenTranslatedAndDelivered() throws Exception {
    byte[] form = form("source=%CB%AE%CE%F1&data=", Paper.decision());

    Reply receipt = water.posts(EXCHANGE, key(), FORM, form);

    assertThat(receipt.status()).as(receipt.text()).isEqualTo(202);
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(form);
    assertThat(receipt.json().path("digest").asString())
        .isEqualTo("sha256:" + HexFormat.of().formatHex(digest));
    gateway.eventually(
        () -> assertThat(water.looksUp(receipt).delivery("publicity")).isEqualTo("DELIVERED"));
    assertThat(water.looksUp(receipt).state()).isEqualTo("TRANSLATED");
  }

  @Test
  void theBytesOfTheFormAreWhatIsRepeated() {
    Paper decision = Paper.decision();
    String key = key();
    Reply first = water.posts(EXCHANGE, key, FORM, form("data=", decision));

    Reply again = water.posts(EXCHANGE, key, FORM, form("data=", decision));
    Reply other = water.posts(EXCHANGE, key, FORM, form("source=1&data=", decision));

    assertThat(again.status()).isEqualTo(200);
    assertThat(again.messageId()).isEqualTo(first.messageId());
    assertThat(other.status()).isEqualTo(409);
  }

  @ParameterizedTest
  @CsvSource({
    "data=%7B%7D&data=%7B%7D, 400, intake.form-twice",
    "other=%7B%7D, 400, intake.form-field",
    "data=%7, 400, intake.form-encoding",
    "data=%7B, 400, json.truncated",
    "data=NaN, 400, json.nan"
  })
  void anUnsoundFormIsRefusedAtTheDoor(String form, int status, String rule) {
    Books.Stored before = gateway.books().stored();

    Reply reply = water.posts(EXCHANGE, key(), FORM, form.getBytes(StandardCharsets.US_ASCII));

    refused(reply, status, rule);
    assertThat(gateway.books().stored()).isEqualTo(before);
  }

  @Test
  void whoPostsFormsPostsNothingElse() {
    refused(
        water.posts(EXCHANGE, key(), "application/json", Paper.decision().bytes()),
        415,
        "intake.media-type");
    refused(
        gateway.housing().posts(EXCHANGE, key(), FORM, form("data=", Paper.decision())),
        415,
        "intake.media-type");
  }

  @Test
  void goodXmlIsTaken() {
    Books.Stored before = gateway.books().stored();

    Reply receipt =
        harbour.posts(EXCHANGE, key(), XML, bytes("<?xml version=\"1.0\"?><决定 号=\"1\"/>"));

    assertThat(receipt.status()).as(receipt.text()).isEqualTo(202);
    assertThat(gateway.books().stored().messages()).isEqualTo(before.messages() + 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><d>&e;</d> | xml.dtd",
        "<!DOCTYPE d><d/>                                                    | xml.dtd",
        "<?xml-stylesheet href=\"x\"?><d/>                                   | xml.processing-instruction",
        "<d>                                                                 | xml.truncated"
      })
  void hostileXmlIsRefusedAtTheDoor(String xml, String rule) {
    Books.Stored before = gateway.books().stored();

    Reply reply = harbour.posts(EXCHANGE, key(), XML, bytes(xml));

    refused(reply, 400, rule);
    assertThat(gateway.books().stored()).isEqualTo(before);
  }

  @Test
  void theAgreedProofIsTheOnlyOne() {
    assertThat(gateway.desk("water").posts(EXCHANGE, key(), FORM, bytes("data=1")).status())
        .isEqualTo(401);
    assertThat(gateway.desk("harbour").posts(EXCHANGE, key(), XML, bytes("<d/>")).status())
        .isEqualTo(401);
    Desk asSharing = gateway.desk("housing", FormAndXmlStoryTest::sharing);
    assertThat(asSharing.sends(Paper.decision()).status()).isEqualTo(401);
  }

  private static void refused(Reply reply, int status, String rule) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(status);
    assertThat(reply.contentType()).startsWith("application/problem+json");
    assertThat(reply.rule()).isEqualTo(rule);
  }

  private static Desk.Proof sharing(Secret secret) {
    String rid = "requester-7@2399";
    return (method, path, body) -> {
      String rtime = Long.toString(System.currentTimeMillis());
      return Map.of(
          "gjgxjhpt_rid",
          rid,
          "gjgxjhpt_sid",
          "s_service_1",
          "gjgxjhpt_rtime",
          rtime,
          "gjgxjhpt_sign",
          SharingPlatformSignature.sign(secret, "s_service_1", rid, rtime));
    };
  }

  private static Desk.Proof provincial(Secret token) {
    return (method, path, body) -> {
      String seconds = Long.toString(System.currentTimeMillis() / 1000);
      String nonce = UUID.randomUUID().toString();
      return Map.of(
          "x-tif-paasid",
          "harbour-office",
          "x-tif-timestamp",
          seconds,
          "x-tif-nonce",
          nonce,
          "x-tif-signature",
          ProvincialSignature.sign(token, seconds, nonce));
    };
  }

  private static byte[] form(String before, Paper paper) {
    return bytes(before + URLEncoder.encode(paper.text(), GB18030));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String key() {
    return "form-" + UUID.randomUUID();
  }
}
