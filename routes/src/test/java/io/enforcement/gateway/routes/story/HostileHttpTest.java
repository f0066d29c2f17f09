package io.enforcement.gateway.routes.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the HTTP intake refuses at the door: each with its own answer, nothing of it kept, and the
 * next good message is taken.
 */
@Story
class HostileHttpTest {

  private static final String JSON = "application/json";
  private static final String XXE =
      "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><d>&e;</d>";
  private static final String LAUGHS =
      "<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;\">]><l>&c;</l>";

  private final StoryGateway gateway;
  private final Desk housing;

  HostileHttpTest(StoryGateway gateway) {
    this.gateway = gateway;
    this.housing = gateway.housing();
  }

  static Stream<Arguments> payloads() {
    String good = Paper.decision().text();
    return Stream.of(
        refused("external entity", "application/xml", XXE, 415, "intake.media-type"),
        refused("billion laughs", "text/xml", LAUGHS, 415, "intake.media-type"),
        refused("entity that says it is JSON", JSON, XXE, 400, "json.syntax"),
        refused("100,000 arrays deep", JSON, "[".repeat(100_000), 400, "json.depth"),
        refused("100,000 objects deep", JSON, "{\"a\":".repeat(100_000), 400, "json.depth"),
        refused(
            "duplicate key",
            JSON,
            good.replaceFirst("\\{", "{\"主键\":\"x\","),
            400,
            "json.duplicate-key"),
        refused("lone surrogate", JSON, changed(good, "\"\\\\uD842\""), 400, "json.surrogate"),
        refused("NaN", JSON, changed(good, "NaN"), 400, "json.nan"),
        refused("Infinity", JSON, changed(good, "-Infinity"), 400, "json.nan"),
        refused("long number", JSON, changed(good, "9".repeat(900_000)), 400, "json.number-length"),
        refused("huge exponent", JSON, changed(good, "1e999999999"), 400, "json.number-exponent"),
        refused("10 MB number", JSON, changed(good, "9".repeat(10_000_000)), 413, "intake.size"),
        refused(
            "cut off in the middle",
            JSON,
            good.substring(0, good.length() / 2),
            400,
            "json.truncated"),
        refused("trailing document", JSON, good + "{}", 400, "json.trailing"),
        refused("comment", JSON, good.replaceFirst("\\{", "{/* */"), 400, "json.comment"),
        refused("NUL", JSON, changed(good, "\"\\\\u0000\""), 400, "json.nul"),
        refused("nothing at all", JSON, "", 400, "json.truncated"),
        refusedBytes("byte order mark", good, StandardCharsets.UTF_8, "\uFEFF", "json.bom"),
        refusedBytes("GB18030", good, Charset.forName("GB18030"), "", "json.charset"),
        refusedBytes("UTF-16", good, StandardCharsets.UTF_16LE, "", "json.charset"));
  }

  private static String changed(String good, String value) {
    return good.replaceFirst("\"版本\":1", "\"版本\":" + value);
  }

  private static Arguments refused(String what, String type, String body, int status, String rule) {
    return arguments(what, type, body.getBytes(StandardCharsets.UTF_8), status, rule);
  }

  private static Arguments refusedBytes(
      String what, String body, Charset charset, String before, String rule) {
    return arguments(what, JSON, (before + body).getBytes(charset), 400, rule);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("payloads")
  void isRefusedAtTheDoor(String what, String type, byte[] body, int status, String rule) {
    Books.Stored before = gateway.books().stored();

    Reply reply = housing.posts("penalty-decision", key(), type, body);

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.contentType()).startsWith("application/problem+json");
    assertThat(reply.rule()).isEqualTo(rule);
    assertThat(reply.json().path("expected").asString("")).isNotBlank();
    assertThat(reply.json().path("fix").asString("")).isNotBlank();
    assertThat(reply.text().length()).isLessThan(4_000);
    assertThat(gateway.books().stored()).isEqualTo(before);
    assertThat(housing.sends(Paper.decision()).status()).isEqualTo(202);
  }

  @Test
  void aCompressedBodyIsRefused() throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
      gzip.write(Paper.decision().bytes());
    }
    Books.Stored before = gateway.books().stored();

    Reply reply =
        housing.posts(
            "penalty-decision",
            key(),
            JSON,
            zipped.toByteArray(),
            Map.of("Content-Encoding", "gzip"));

    assertThat(reply.status()).isEqualTo(415);
    assertThat(reply.rule()).isEqualTo("intake.content-encoding");
    assertThat(gateway.books().stored()).isEqualTo(before);
  }

  @Test
  void aBodyShorterThanItWasAnnouncedIsRefused() {
    byte[] whole = Paper.decision().bytes();
    Map<String, String> headers =
        new LinkedHashMap<>(housing.signature("POST", "/api/v1/exchanges/penalty-decision", whole));
    headers.put("Content-Type", JSON);
    headers.put("Idempotency-Key", key());
    Books.Stored before = gateway.books().stored();

    Reply reply =
        RawCall.send(
            gateway.base(),
            "/api/v1/exchanges/penalty-decision",
            headers,
            whole.length,
            Arrays.copyOf(whole, whole.length / 2));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.code()).isEqualTo("malformed");
    assertThat(gateway.books().stored()).isEqualTo(before);
    assertThat(housing.sends(Paper.decision()).status()).isEqualTo(202);
  }

  @Test
  void nothingIsKeptOfWhoeverCannotProveWhoTheyAre() {
    Books.Stored before = gateway.books().stored();
    Desk impostor = gateway.impostorOf("housing");

    assertThat(impostor.sends(Paper.decision()).status()).isEqualTo(401);
    assertThat(impostor.posts("penalty-decision", key(), "application/xml", bytes(XXE)).status())
        .isEqualTo(401);
    assertThat(impostor.posts("penalty-decision", key(), JSON, bytes("[".repeat(100_000))).status())
        .isEqualTo(401);
    assertThat(gateway.impostorOf("nobody").sends(Paper.decision()).status()).isEqualTo(401);

    assertThat(gateway.books().stored()).isEqualTo(before);
    assertThat(housing.sends(Paper.decision()).status()).isEqualTo(202);
  }

  @Test
  void aPartnerSendsOnlyWhatItIsThereFor() {
    Books.Stored before = gateway.books().stored();

    Reply notItsOwn = gateway.desk("city-management").sends(Paper.decision());
    Reply unknown = housing.posts("inspection-record", key(), JSON, Paper.decision().bytes());

    assertThat(notItsOwn.status()).isEqualTo(403);
    assertThat(unknown.status()).isEqualTo(403);
    assertThat(unknown.code()).isEqualTo("wrong-exchange");
    assertThat(gateway.books().stored()).isEqualTo(before);
  }

  @Test
  void aRefusalNeverRepeatsWhatWasSent() {
    Reply reply =
        housing.posts("penalty-decision", key(), JSON, bytes("{\"姓名\":\"欧阳望川\",\"欧阳望川\":NaN}"));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.text()).doesNotContain("欧阳望川");
  }

  @Test
  void theAnswerSpeaksTheLanguageOfTheCaller() {
    Reply english = housing.posts("penalty-decision", key(), JSON, bytes("{"));
    Reply chinese =
        housing.posts("penalty-decision", key(), JSON, bytes("{"), Map.of("Accept-Language", "zh"));

    assertThat(english.json().path("title").asString()).matches("\\p{ASCII}+");
    assertThat(chinese.json().path("title").asString()).containsPattern("\\p{IsHan}");
    assertThat(chinese.rule()).isEqualTo(english.rule());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String key() {
    return "hostile-" + UUID.randomUUID();
  }
}
