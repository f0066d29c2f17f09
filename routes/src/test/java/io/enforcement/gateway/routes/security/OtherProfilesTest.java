package io.enforcement.gateway.routes.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.connectors.rest.ProvincialSignature;
import io.enforcement.gateway.connectors.rest.SharingPlatformSignature;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Partners that prove themselves as the national and the provincial platforms do. */
@SecuritySlice
class OtherProfilesTest {

  private static final String TARGET = "/api/v1/exchanges/penalty-decision";
  private static final String MESSAGE = "/api/v1/messages/1";
  private static final String RID = "requester-1@2399";
  private static final Secret WATER = secret(CallerProof.SHARING_PLATFORM, RID);
  private static final Secret HARBOUR = secret(CallerProof.PROVINCIAL, "enforcement");
  private static final Secret WRONG = new Secret("not-the-secret");

  @LocalServerPort int port;

  @Test
  void aRequesterOfTheSharingPlatformComesThrough() throws Exception {
    Instant now = Instant.now();

    var answer = sharing(post("{}"), RID, WATER, now).send();

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body())
        .contains("\"partner\":\"water\"", "\"nonce\":\"" + now.toEpochMilli() + ".");
  }

  @Test
  void aCallerOfTheProvincialGatewayComesThrough() throws Exception {
    Instant now = Instant.now();

    var answer = provincial(post("{}"), "enforcement", HARBOUR, now, "18c5f2a1-3f").send();

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body())
        .contains(
            "\"partner\":\"harbour\"", "\"nonce\":\"" + now.getEpochSecond() + ".18c5f2a1-3f\"");
  }

  @Test
  void takesADigestInLowerCase() throws Exception {
    String seconds = Long.toString(Instant.now().getEpochSecond());
    String digest = ProvincialSignature.sign(HARBOUR, seconds, "nonce-0001");
    var answer =
        provincial(post("{}"), "enforcement", HARBOUR, Instant.now(), "nonce-0001")
            .header("x-tif-timestamp", seconds)
            .header("x-tif-signature", digest.toLowerCase(Locale.ROOT))
            .send();
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  void refusesAWrongSignatureAndAnUnknownCallerAlike() throws Exception {
    Instant now = Instant.now();
    var wrong = sharing(post("{}"), RID, WRONG, now).send();
    var unknown = sharing(post("{}"), "nobody", WRONG, now).send();

    refused(wrong, "authentication.caller-signature");
    refused(unknown, "authentication.caller-signature");
    assertThat(withoutId(unknown)).isEqualTo(withoutId(wrong));
    refused(
        provincial(post("{}"), "enforcement", WRONG, now, "nonce-0002").send(),
        "authentication.caller-signature");
  }

  @Test
  void aPartnerProvesItselfInTheAgreedWayOnly() throws Exception {
    Secret housing = SliceApplication.PARTNERS.get("housing");
    refused(
        sharing(post("{}"), "housing", housing, Instant.now()).send(),
        "authentication.caller-signature");
    refused(post("{}").signed("water", WATER).send(), "authentication.signature");
    refused(
        provincial(post("{}"), RID, WATER, Instant.now(), "nonce-0003").send(),
        "authentication.caller-headers");
  }

  @Test
  void oneSignatureWorksOnce() throws Exception {
    Instant now = Instant.now();
    assertThat(sharing(get(), RID, WATER, now).send().statusCode()).isEqualTo(200);
    refused(sharing(get(), RID, WATER, now).send(), "authentication.nonce");
    assertThat(sharing(get(), RID, WATER, now.plusMillis(1)).send().statusCode()).isEqualTo(200);

    assertThat(provincial(get(), "enforcement", HARBOUR, now, "nonce-04").send().statusCode())
        .isEqualTo(200);
    refused(
        provincial(get(), "enforcement", HARBOUR, now, "nonce-04").send(), "authentication.nonce");
  }

  @ParameterizedTest
  @ValueSource(longs = {-310, 310})
  void refusesATimeOutsideTheWindow(long seconds) throws Exception {
    Instant at = Instant.now().plus(Duration.ofSeconds(seconds));
    refused(sharing(post("{}"), RID, WATER, at).send(), "authentication.timestamp");
    refused(
        provincial(post("{}"), "enforcement", HARBOUR, at, "nonce-0005").send(),
        "authentication.timestamp");
  }

  @ParameterizedTest
  @CsvSource({
    "gjgxjhpt_rid,a b",
    "gjgxjhpt_sid,'x;y'",
    "gjgxjhpt_rtime,1763780400",
    "gjgxjhpt_rtime,-763780400000",
    "gjgxjhpt_sign,short"
  })
  void refusesASharingHeaderThatIsNotOfItsForm(String name, String value) throws Exception {
    var answer = sharing(post("{}"), RID, WATER, Instant.now()).header(name, value).send();
    refused(answer, "authentication.caller-headers");
    assertThat(answer.body()).contains("\"path\":\"" + name + "\"").doesNotContain(value);
  }

  @ParameterizedTest
  @CsvSource({
    "x-tif-paasid,a b",
    "x-tif-timestamp,1763780400000",
    "x-tif-nonce,'1'",
    "x-tif-signature,00"
  })
  void refusesAProvincialHeaderThatIsNotOfItsForm(String name, String value) throws Exception {
    var answer =
        provincial(post("{}"), "enforcement", HARBOUR, Instant.now(), "nonce-0006")
            .header(name, value)
            .send();
    refused(answer, "authentication.caller-headers");
  }

  @Test
  void refusesTwoKindsOfCredentials() throws Exception {
    refused(
        sharing(get(), RID, WATER, Instant.now()).bearer("egw_x").send(),
        "authentication.two-credentials");
  }

  private static Caller sharing(Caller caller, String rid, Secret secret, Instant at) {
    String rtime = Long.toString(at.toEpochMilli());
    return caller
        .header("gjgxjhpt_rid", rid)
        .header("gjgxjhpt_sid", "s_service_1")
        .header("gjgxjhpt_rtime", rtime)
        .header("gjgxjhpt_sign", SharingPlatformSignature.sign(secret, "s_service_1", rid, rtime));
  }

  private static Caller provincial(
      Caller caller, String paasid, Secret secret, Instant at, String nonce) {
    String seconds = Long.toString(at.getEpochSecond());
    return caller
        .header("x-tif-paasid", paasid)
        .header("x-tif-timestamp", seconds)
        .header("x-tif-nonce", nonce)
        .header("x-tif-signature", ProvincialSignature.sign(secret, seconds, nonce));
  }

  private Caller post(String body) {
    return Caller.to(port, "POST", TARGET).body(body);
  }

  private Caller get() {
    return Caller.to(port, "GET", MESSAGE);
  }

  private static Secret secret(CallerProof proof, String name) {
    return SliceApplication.CALLERS.get(proof).get(name).secret().orElseThrow();
  }

  private static void refused(HttpResponse<String> answer, String rule) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
    assertThat(answer.body())
        .contains("\"code\":\"unauthenticated\"", "\"rule\":\"" + rule + "\"")
        .doesNotContain("\"expected\":\"" + rule, "\"fix\":\"" + rule);
  }

  private static String withoutId(HttpResponse<String> answer) {
    return answer.body().replaceAll("\"correlationId\":\"[a-z0-9]+\"", "");
  }
}
