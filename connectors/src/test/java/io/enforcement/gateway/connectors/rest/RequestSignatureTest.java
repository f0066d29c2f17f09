package io.enforcement.gateway.connectors.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.connectors.Secret;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The vector was computed with another implementation (Python's hmac and hashlib). */
class RequestSignatureTest {

  private static final String PATH = "/api/v1/exchanges/penalty-decision";
  private static final String NONCE = "abcdefghij_-012345";
  private static final byte[] BODY = "{\"案号\":\"1\"}".getBytes(StandardCharsets.UTF_8);

  @Test
  void signsTheVector() {
    String canonical =
        RequestSignature.canonical("POST", PATH, "b=3&a=1&b=2", BODY, "1763780400000", NONCE);

    assertThat(canonical)
        .isEqualTo(
            "POST\n/api/v1/exchanges/penalty-decision\na=1&b=2&b=3\n"
                + "e84ab971abb603fb3ea74cdb6c1f2f48c2996b4263130ac5a83bcc6cba1e0ff9\n"
                + "1763780400000\nabcdefghij_-012345");
    assertThat(RequestSignature.sign(new Secret("invented-密"), canonical))
        .isEqualTo("2e65f21fe0ff4a498a9097443ddd17f63dc8827d96e2eefe0c9f52434543eaa0");
  }

  @Test
  void treatsNoQueryAndAnEmptyQueryAlike() {
    assertThat(RequestSignature.canonical("GET", PATH, null, new byte[0], "1", NONCE))
        .isEqualTo(RequestSignature.canonical("GET", PATH, "", new byte[0], "1", NONCE))
        .contains(
            "\n\ne3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\n1\n" + NONCE);
  }

  @Test
  void keepsEmptyPartsOfAQuery() {
    assertThat(RequestSignature.canonical("GET", PATH, "b&", new byte[0], "1", NONCE))
        .contains("\n&b\n");
  }

  @Test
  void matchesOnlyTheSameSignature() {
    assertThat(RequestSignature.matches("ab12", "ab12")).isTrue();
    assertThat(RequestSignature.matches("ab12", "ab13")).isFalse();
    assertThat(RequestSignature.matches("ab12", "ab1")).isFalse();
    assertThat(RequestSignature.matches("ab12", null)).isFalse();
    assertThat(RequestSignature.matches(null, "ab12")).isFalse();
  }
}
