package io.enforcement.gateway.benchmarks.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.connectors.rest.RequestSignature;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignedRequestTest {

  private static final String PATH = "/api/v1/exchanges/penalty-decision";
  private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

  private final Secret secret = new Secret("invented");
  private final SignedRequest signed = new SignedRequest("housing", secret);

  @Test
  void signsExactlyWhatTheHeadersSay() {
    Map<String, String> headers = signed.headers("POST", PATH, BODY, "key-1");

    String canonical =
        "POST\n"
            + PATH
            + "\n\n44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a\n"
            + headers.get("X-Timestamp")
            + "\n"
            + headers.get("X-Nonce");
    assertThat(headers)
        .containsEntry("X-App-Key", "housing")
        .containsEntry("Idempotency-Key", "key-1")
        .containsEntry("X-Signature", RequestSignature.sign(secret, canonical));
  }

  @Test
  void usesANonceOnceAlsoWhenItRepeatsAMessage() {
    assertThat(signed.headers("POST", PATH, BODY, "key-1").get("X-Nonce"))
        .isNotEqualTo(signed.headers("POST", PATH, BODY, "key-1").get("X-Nonce"));
  }
}
