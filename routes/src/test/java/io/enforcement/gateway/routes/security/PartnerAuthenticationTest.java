package io.enforcement.gateway.routes.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.connectors.Secret;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@SecuritySlice
class PartnerAuthenticationTest {

  private static final Secret HOUSING = SliceApplication.PARTNERS.get("housing");
  private static final Secret WRONG = new Secret("not-the-secret");
  private static final String TARGET = "/api/v1/exchanges/penalty-decision";
  private static final String MESSAGE = "/api/v1/messages/1";

  @LocalServerPort int port;
  @Autowired JdbcClient database;
  @Autowired SliceApplication.Told told;

  @Test
  void aSignedRequestComesThroughWithItsVeryBytes() throws Exception {
    var answer = post("{\"党\":\"𠮷\"}").signed("housing", HOUSING).send();
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("\"partner\":\"housing\"", "{\\\"党\\\":\\\"𠮷\\\"}");
  }

  @Test
  void theQueryIsSignedInAnyOrder() throws Exception {
    var answer = Caller.to(port, "POST", TARGET + "?b=2&a=%E5%85%9A").signed("housing", HOUSING);
    assertThat(answer.sendTo(TARGET + "?a=%E5%85%9A&b=2").statusCode()).isEqualTo(200);
  }

  @Test
  void refusesAWrongSignature() throws Exception {
    refused(post("{}").signed("housing", WRONG).send(), "authentication.signature");
    assertThat(told.lines).contains("refused authentication.signature housing 127.0.0.1");
  }

  @Test
  void refusesASwappedBody() throws Exception {
    refused(post("{}").signed("housing", HOUSING).body("[]").send(), "authentication.signature");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/exchanges/revocation",
        "/api/v1/exchanges/penalty-decision?dry=1",
        "/api/v1/exchanges/penalty%2Ddecision"
      })
  void refusesASignatureForAnotherPathOrQuery(String other) throws Exception {
    refused(post("{}").signed("housing", HOUSING).sendTo(other), "authentication.signature");
  }

  @Test
  void refusesASignatureForAnotherMethod() throws Exception {
    var signed = Caller.to(port, "GET", TARGET).signed("housing", HOUSING);
    assertThat(signed.send().statusCode()).isEqualTo(405);
    var put = Caller.to(port, "PUT", TARGET).signed("housing", WRONG);
    refused(put.send(), "authentication.signature");
  }

  @ParameterizedTest
  @ValueSource(longs = {-310, 310})
  void refusesATimestampOutsideTheWindow(long seconds) throws Exception {
    Instant at = Instant.now().plus(Duration.ofSeconds(seconds));
    var answer = post("{}").signed("housing", HOUSING, at, Caller.nonce()).send();
    refused(answer, "authentication.timestamp");
    assertThat(answer.body()).contains("300");
  }

  @ParameterizedTest
  @ValueSource(longs = {-290, 290})
  void takesATimestampInsideTheWindow(long seconds) throws Exception {
    Instant at = Instant.now().plus(Duration.ofSeconds(seconds));
    var answer = post("{}").signed("housing", HOUSING, at, Caller.nonce()).send();
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  void anUnknownAppKeyGetsTheAnswerOfAWrongSignature() throws Exception {
    var unknown = post("{}").signed("nobody", WRONG).send();
    var wrong = post("{}").signed("housing", WRONG).send();
    refused(unknown, "authentication.signature");
    assertThat(withoutId(unknown)).isEqualTo(withoutId(wrong));
    assertThat(unknown.headers().map().keySet()).isEqualTo(wrong.headers().map().keySet());
  }

  @Test
  void readsAMessageOnceWithOneNonce() throws Exception {
    String nonce = Caller.nonce();
    var first = get().signed("housing", HOUSING, Instant.now(), nonce).send();
    assertThat(first.body()).isEqualTo("{\"caller\":\"housing\"}");
    refused(get().signed("housing", HOUSING, Instant.now(), nonce).send(), "authentication.nonce");
    var other =
        get().signed("credit", SliceApplication.PARTNERS.get("credit"), Instant.now(), nonce);
    assertThat(other.send().statusCode()).as("another sender's nonce is its own").isEqualTo(200);
  }

  @Test
  void aWrongSignatureUsesNoNonceUp() throws Exception {
    String nonce = Caller.nonce();
    get().signed("housing", WRONG, Instant.now(), nonce).send();
    assertThat(get().signed("housing", HOUSING, Instant.now(), nonce).send().statusCode())
        .isEqualTo(200);
  }

  @Test
  void leavesTheNonceOfAnExchangeToTheIntakeTransaction() throws Exception {
    String nonce = Caller.nonce();
    post("{}").signed("housing", HOUSING, Instant.now(), nonce).send();
    assertThat(
            database
                .sql("select count(*) from nonce where nonce = ?")
                .param(nonce)
                .query(Integer.class)
                .single())
        .isZero();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void refusesABodyAboveTheLimit(boolean declared) throws Exception {
    Caller caller = post("x".repeat(4097)).signed("housing", HOUSING);
    var answer = (declared ? caller : caller.chunked()).send();
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body())
        .contains("\"code\":\"too-large\"", "\"rule\":\"intake.size\"", "4096");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void takesABodyOfExactlyTheLimit(boolean declared) throws Exception {
    Caller caller = post("x".repeat(4096)).signed("housing", HOUSING);
    assertThat((declared ? caller : caller.chunked()).send().statusCode()).isEqualTo(200);
  }

  @Test
  void refusesACompressedBody() throws Exception {
    var answer = post("{}").header("Content-Encoding", "gzip").signed("housing", HOUSING).send();
    assertThat(answer.statusCode()).isEqualTo(415);
    assertThat(answer.body()).contains("intake.content-encoding").doesNotContain("gzip");
  }

  @ParameterizedTest
  @CsvSource({
    "X-App-Key,Housing'; drop table",
    "X-App-Key,../housing",
    "X-Timestamp,yesterday-4711",
    "X-Timestamp,-1763780000000",
    "X-Nonce,short",
    "X-Nonce,0123456789abcde{",
    "X-Signature,00",
    "X-Signature,ABCDEFABCDEFABCDEFABCDEFABCDEFABCDEFABCDEFABCDEFABCDEFABCDEFABCD"
  })
  void refusesAHeaderThatIsNotOfItsFormAndDoesNotRepeatIt(String name, String value)
      throws Exception {
    var answer = post("{}").signed("housing", HOUSING).header(name, value).send();
    refused(answer, "authentication.headers");
    assertThat(answer.body()).contains("\"path\":\"" + name + "\"").doesNotContain(value);
  }

  @Test
  void refusesARequestWithoutCredentials() throws Exception {
    refused(post("{}").send(), "authentication.required");
    refused(get().send(), "authentication.required");
  }

  @Test
  void refusesTwoKindsOfCredentials() throws Exception {
    var answer = get().bearer("egw_x").signed("housing", HOUSING).send();
    refused(answer, "authentication.two-credentials");
  }

  @Test
  void ignoresMethodOverridesAndForwardedAddresses() throws Exception {
    var answer =
        post("{}")
            .header("X-HTTP-Method-Override", "DELETE")
            .header("X-Forwarded-For", "203.0.113.9")
            .header("X-Forwarded-Prefix", "/else")
            .signed("housing", WRONG)
            .send();
    refused(answer, "authentication.signature");
    assertThat(told.lines).noneMatch(line -> line.contains("203.0.113.9"));
    assertThat(
            post("{}")
                .header("X-HTTP-Method-Override", "DELETE")
                .signed("housing", HOUSING)
                .send()
                .statusCode())
        .isEqualTo(200);
  }

  private Caller post(String body) {
    return Caller.to(port, "POST", TARGET).body(body);
  }

  private Caller get() {
    return Caller.to(port, "GET", MESSAGE);
  }

  private static void refused(HttpResponse<String> answer, String rule) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
    assertThat(answer.body())
        .contains("\"code\":\"unauthenticated\"", "\"rule\":\"" + rule + "\"")
        .doesNotContain("\"expected\":\"" + rule, "\"fix\":\"" + rule);
    assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
  }

  private static String withoutId(HttpResponse<String> answer) {
    return answer.body().replaceAll("\"correlationId\":\"[a-z0-9]+\"", "");
  }
}
