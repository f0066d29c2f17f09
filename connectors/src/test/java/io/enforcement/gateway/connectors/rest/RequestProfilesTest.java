package io.enforcement.gateway.connectors.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.enforcement.gateway.connectors.Connector.Presence;
import io.enforcement.gateway.connectors.Dispatch;
import io.enforcement.gateway.connectors.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each profile puts on the wire. The values were computed with Python's hashlib and hmac. */
class RequestProfilesTest {

  private static final Dispatch DISPATCH =
      new Dispatch("key-1", "penalty-decision", "{}".getBytes(StandardCharsets.UTF_8));

  private ProfilePartner partner;

  @BeforeEach
  void open() throws IOException {
    partner = new ProfilePartner();
  }

  @AfterEach
  void close() {
    partner.close();
  }

  @Test
  void theProvincialGatewayGetsSecondsNonceAndAnUpperCaseDigest() {
    send("profile", "provincial", "paasid", "enforcement");

    var headers = partner.last().headers();
    assertThat(headers)
        .containsEntry("x-tif-paasid", "enforcement")
        .containsEntry("x-tif-timestamp", "1763780400");
    assertThat(headers.get("x-tif-nonce")).hasSizeGreaterThanOrEqualTo(16);
    assertThat(headers.get("x-tif-signature"))
        .isEqualTo(
            ProvincialSignature.sign(
                ProfilePartner.SECRET, "1763780400", headers.get("x-tif-nonce")));
    assertThat(ProvincialSignature.sign(ProfilePartner.SECRET, "1763780400", "abcdefghij-012345"))
        .isEqualTo("8F0CB2F7B344BE906039E86B454A96C0C8005D00013961A48505FED6FA0C03AB");
  }

  @Test
  void aNonceIsNeverUsedTwice() {
    try (var connector = partner.connector("profile", "provincial", "paasid", "enforcement")) {
      connector.send(DISPATCH);
      connector.send(DISPATCH);
    }
    assertThat(partner.calls.stream().map(c -> c.headers().get("x-tif-nonce")).distinct())
        .hasSize(2);
  }

  @Test
  void theOldSignGoesIntoTheQueryOfADocument() {
    send("profile", "app-sign", "app-key", "enforcement", "path", "/in?a=1");

    assertThat(partner.last().line())
        .isEqualTo(
            "POST /in?a=1&appKey=enforcement&requestTime=20251122110000"
                + "&sign=f5ec8a9ad48fcba715344a811202b59d");
    assertThat(partner.last().body()).isEqualTo("{}");
  }

  @Test
  void theOldSignGoesIntoTheForm() {
    send("profile", "app-sign", "app-key", "enforcement", "body", "form", "form-field", "data");

    assertThat(partner.last().line()).isEqualTo("POST /");
    assertThat(partner.last().body())
        .isEqualTo(
            "appKey=enforcement&requestTime=20251122110000"
                + "&sign=f5ec8a9ad48fcba715344a811202b59d&data=%7B%7D");
  }

  @Test
  void aQuestionIsProvenToo() {
    try (var connector =
        partner.connector("profile", "app-sign", "app-key", "e", "ask-path", "/have/{key}")) {
      assertThat(connector.ask(DISPATCH)).isEqualTo(Presence.FOUND);
    }
    assertThat(partner.last().line()).startsWith("GET /have/key-1?appKey=e&requestTime=");
  }

  @Test
  void ourOwnSignatureCoversTheFormAsItIsSent() {
    send("body", "form", "form-field", "data", "form.kind", "02");

    var call = partner.last();
    assertThat(call.body()).isEqualTo("kind=02&data=%7B%7D");
    String canonical =
        RequestSignature.canonical(
            "POST",
            "/",
            null,
            call.body().getBytes(StandardCharsets.UTF_8),
            "1763780400000",
            call.headers().get("x-nonce"));
    assertThat(call.headers().get("x-signature"))
        .isEqualTo(RequestSignature.sign(ProfilePartner.SECRET, canonical));
  }

  @Test
  void namesOfHeadersAndFieldsAreThePartners() {
    send("profile", "provincial", "paasid", "x", "signature-header", "x-gd-sign");
    assertThat(partner.last().headers())
        .containsKey("x-gd-sign")
        .doesNotContainKey("x-tif-signature");

    send("profile", "app-sign", "app-key", "x", "sign-field", "token");
    assertThat(partner.last().line()).contains("&token=").doesNotContain("&sign=");

    send("profile", "gateway", "nonce-header", "X-Once");
    assertThat(partner.last().headers()).containsKey("x-once").doesNotContainKey("x-nonce");
  }

  @Test
  void noneProvesNothingEvenWithCredentials() {
    send("profile", "none");

    assertThat(partner.last().headers().keySet())
        .noneMatch(name -> name.startsWith("x-") || name.contains("sign"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "profile=basic | setting profile is not one of gateway, sharing-platform, provincial, app-sign, none",
        "profile=provincial | setting paasid is missing",
        "profile=app-sign | setting app-key is missing",
        "profile=sharing-platform | setting rid is missing",
        "profile=sharing-platform;rid=r;sid=s | setting refresh-path is missing",
        "nonce-header=X Y | setting nonce-header is not a name of A-Z a-z 0-9 - _",
        "body=xml | setting body is neither document nor form",
        "body=form | setting form-field is missing",
        "body=form;form-field=d;charset=GBK | setting charset is neither UTF-8 nor GB18030"
      })
  void namesTheSettingThatIsWrong(String given, String complaint) {
    String[] settings = given.split("[=;]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> partner.connector(settings))
        .withMessage("partner sharing: " + complaint);
  }

  private void send(String... settings) {
    try (var connector = partner.connector(settings)) {
      assertThat(connector.send(DISPATCH)).isInstanceOf(Outcome.Accepted.class);
    }
  }
}
