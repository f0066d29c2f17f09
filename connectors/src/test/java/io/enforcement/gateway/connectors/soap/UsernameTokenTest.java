package io.enforcement.gateway.connectors.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.enforcement.gateway.connectors.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The vector was computed with another implementation (Python's hashlib). */
class UsernameTokenTest {

  private static final String OASIS = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-";
  private static final String NONCE = "MDEyMzQ1Njc4OWFiY2RlZg==";
  private static final String CREATED = "2026-11-22T08:30:00Z";
  private static final String DIGEST = "cLFsxJ0524Mz0icfES6SOwH5wjA=";
  private static final Secret SECRET = new Secret("invented-密");
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  private final Clock clock = Clock.fixed(Instant.parse(CREATED), ZoneOffset.UTC);
  private final UsernameToken token = new UsernameToken("police", NONCE, CREATED, DIGEST);

  @Test
  void verifiesTheVector() {
    assertThat(token.verify(SECRET, clock, TOLERANCE)).isTrue();
    assertThat(token.verify(new Secret("another"), clock, TOLERANCE)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"PT5M, true", "PT5M0.001S, false", "-PT5M, true", "-PT5M0.001S, false"})
  void isFreshAsLongAsTheToleranceSays(Duration later, boolean fresh) {
    assertThat(token.verify(SECRET, Clock.offset(clock, later), TOLERANCE)).isEqualTo(fresh);
  }

  @Test
  void everyPartIsUnderTheDigest() {
    assertThat(
            new UsernameToken("police", NONCE, "2026-11-22T08:30:01Z", DIGEST)
                .verify(SECRET, clock, TOLERANCE))
        .isFalse();
    assertThat(
            new UsernameToken("police", "MDEyMw==", CREATED, DIGEST)
                .verify(SECRET, clock, TOLERANCE))
        .isFalse();
    assertThat(new UsernameToken("police", NONCE, CREATED, "").verify(SECRET, clock, TOLERANCE))
        .isFalse();
    assertThat(new UsernameToken("police", NONCE, "now", DIGEST).verify(SECRET, clock, TOLERANCE))
        .isFalse();
  }

  @Test
  void aFreshTokenVerifiesOnceMoreAndHidesItsDigest() {
    UsernameToken first = UsernameToken.of("gateway", SECRET, clock);
    assertThat(first.verify(SECRET, clock, Duration.ZERO)).isTrue();
    assertThat(UsernameToken.of("gateway", SECRET, clock).nonce()).isNotEqualTo(first.nonce());
    assertThat(first).hasToString("UsernameToken[username=gateway]");
  }

  @Test
  void isReadFromTheHeader() {
    UsernameToken read = read(username() + password() + nonce(NONCE) + created());
    assertThat(read).isEqualTo(token);
  }

  @Test
  void oneNonceHasOneSpelling() {
    assertThat(read(username() + password() + nonce("MDEyMzQ1Njc4OWFiY2RlZg") + created()).nonce())
        .isEqualTo(NONCE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<w:Username>a</w:Username>",
        "<w:Username>a</w:Username><w:Password>plain</w:Password>",
        "<w:Username>a</w:Username><w:Username>b</w:Username>",
        "<w:Username/>",
        "<w:Salt>x</w:Salt>"
      })
  void refusesATokenThatIsNotWhole(String parts) {
    assertRefused(header("<w:UsernameToken>" + parts + "</w:UsernameToken>"));
  }

  @Test
  void refusesWhatItWouldHaveToIgnore() {
    String whole =
        "<w:UsernameToken>"
            + username()
            + password()
            + nonce(NONCE)
            + created()
            + "</w:UsernameToken>";
    assertThat(SoapMessage.read(header(whole + "<u:Timestamp><u:Created/></u:Timestamp>")).token())
        .contains(token);
    assertRefused(header(whole + whole));
    assertRefused(header(whole + "<d:Signature xmlns:d='http://www.w3.org/2000/09/xmldsig#'/>"));
    assertRefused(header(whole.replace("Digest'", "Text'")));
    assertRefused(header(whole.replace(NONCE, "not base 64")));
    assertRefused(header(""));
  }

  private static void assertRefused(byte[] envelope) {
    SoapRefused refused = assertThrows(SoapRefused.class, () -> SoapMessage.read(envelope));
    assertThat(refused.rule()).isEqualTo("soap.security");
    assertThat(refused).hasMessageNotContaining(DIGEST);
  }

  private static UsernameToken read(String parts) {
    return SoapMessage.read(header("<w:UsernameToken>" + parts + "</w:UsernameToken>"))
        .token()
        .orElseThrow();
  }

  private static byte[] header(String content) {
    return ("<s:Envelope xmlns:s='http://www.w3.org/2003/05/soap-envelope' xmlns:w='"
            + OASIS
            + "wssecurity-secext-1.0.xsd' xmlns:u='"
            + OASIS
            + "wssecurity-utility-1.0.xsd'><s:Header><w:Security s:mustUnderstand='true'>"
            + content
            + "</w:Security></s:Header><s:Body><a/></s:Body></s:Envelope>")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String username() {
    return "<w:Username>police</w:Username>";
  }

  private static String password() {
    String type = OASIS + "username-token-profile-1.0#PasswordDigest";
    return "<w:Password Type='" + type + "'>" + DIGEST + "</w:Password>";
  }

  private static String nonce(String nonce) {
    return "<w:Nonce>" + nonce + "</w:Nonce>";
  }

  private static String created() {
    return "<u:Created>" + CREATED + "</u:Created>";
  }
}
