package io.enforcement.gateway.routes.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vectors of RFC 6238 (appendix B, SHA-1) and of RFC 4648. */
class TotpTest {

  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  @ParameterizedTest
  @CsvSource({
    "59, 94287082",
    "1111111109, 7081804",
    "1111111111, 14050471",
    "1234567890, 89005924",
    "2000000000, 69279037",
    "20000000000, 65353130"
  })
  void theVectorsOfTheStandard(long seconds, int code) {
    assertThat(Totp.code(SECRET, seconds / 30, 8)).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"-1, true", "0, true", "1, true", "-2, false", "2, false"})
  void theNeighbouringStepsAreGoodToo(int stepsOff, boolean good) {
    Instant now = Instant.ofEpochSecond(1_234_567_890);
    String code = "%06d".formatted(Totp.code(SECRET, now.getEpochSecond() / 30 + stepsOff, 6));
    assertThat(Totp.step(SECRET, code, now).isPresent()).isEqualTo(good);
  }

  @ParameterizedTest
  @CsvSource({"''", "12345", "1234567", "abcdef", "+12345"})
  void whatIsNoCodeIsNone(String code) {
    assertThat(Totp.step(SECRET, code, Instant.EPOCH)).isEmpty();
  }

  @Test
  void theSecretIsWrittenAsAuthenticatorsTakeIt() {
    assertThat(Totp.text(SECRET)).isEqualTo("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
    assertThat(Totp.text("foobar".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW 6YTB OI");
  }
}
