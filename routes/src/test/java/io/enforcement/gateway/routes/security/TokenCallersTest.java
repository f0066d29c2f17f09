package io.enforcement.gateway.routes.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.connectors.soap.UsernameToken;
import io.enforcement.gateway.routes.problem.ProblemCode;
import io.enforcement.gateway.routes.problem.ProblemException;
import io.enforcement.gateway.routes.problem.ProblemWriter;
import io.enforcement.gateway.routes.security.PartnerDirectory.Known;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

/** Who opens the SOAP door with a token, and who does not. */
class TokenCallersTest {

  private static final String HERE = "127.0.0.1";
  private static final Map<CallerProof, Map<String, String>> SECRETS =
      Map.of(
          CallerProof.GATEWAY, Map.of("housing", "invented-1", "credit", "invented-2"),
          CallerProof.SHARING_PLATFORM, Map.of("water", "invented-3"));

  private final SliceApplication.Told told = new SliceApplication.Told();
  private final TokenCallers callers =
      new TokenCallers(
          (proof, name) ->
              Optional.ofNullable(SECRETS.getOrDefault(proof, Map.of()).get(name))
                  .map(secret -> new Known(name, Optional.of(new Secret(secret)))),
          new IntakeLimits(1024, Duration.ofMinutes(5)),
          Clock.systemUTC(),
          new Refusals(new ProblemWriter(), told));

  @Test
  void aPartnerOpensItsOwnDoor() throws Exception {
    Optional<UsernameToken> token = token("housing", "invented-1");

    TokenCallers.Caller caller = callers.require(token, "housing", request());

    assertThat(caller.partner()).isEqualTo("housing");
    assertThat(caller.nonce()).isEqualTo(token.orElseThrow().nonce());
    assertThat(told.lines).isEmpty();
  }

  @Test
  void nobodyElseDoes() throws Exception {
    refused(Optional.empty(), "housing");
    refused(token("housing", "invented-2"), "housing");
    refused(token("credit", "invented-2"), "housing");
    refused(token("nobody", "invented-1"), "nobody");
    assertThat(told.lines)
        .hasSize(4)
        .containsOnly("refused authentication.username-token null " + HERE);
  }

  @Test
  void whoAgreedOnAnotherProofHasNoToken() throws Exception {
    refused(token("water", "invented-3"), "water");
  }

  private void refused(Optional<UsernameToken> token, String partner) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> callers.require(token, partner, request()))
        .satisfies(e -> assertThat(e.code()).isEqualTo(ProblemCode.UNAUTHENTICATED));
  }

  private static MockHttpServletRequest request() {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setRemoteAddr(HERE);
    return request;
  }

  /** As WS-Security says, not as our own code does. */
  private static Optional<UsernameToken> token(String name, String secret) throws Exception {
    String created = Instant.now().toString();
    byte[] nonce = "invented-nonce-1".getBytes(StandardCharsets.UTF_8);
    MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
    sha1.update(nonce);
    sha1.update(created.getBytes(StandardCharsets.UTF_8));
    sha1.update(secret.getBytes(StandardCharsets.UTF_8));
    Base64.Encoder base64 = Base64.getEncoder();
    return Optional.of(
        new UsernameToken(
            name, base64.encodeToString(nonce), created, base64.encodeToString(sha1.digest())));
  }
}
