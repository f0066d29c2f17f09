package io.enforcement.gateway.routes.security;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.connectors.soap.UsernameToken;
import io.enforcement.gateway.routes.problem.ProblemCode;
import io.enforcement.gateway.routes.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Knows a partner by the WS-Security UsernameToken of its envelope: the user name is the partner's
 * id, the password its secret. Nobody and a wrong digest get the same answer after the same work.
 * Thread-safe.
 */
@Component
public class TokenCallers {

  private final PartnerDirectory directory;
  private final IntakeLimits limits;
  private final Clock clock;
  private final Refusals refusals;
  private final Secret decoy = PartnerSignatures.decoy();

  TokenCallers(
      PartnerDirectory directory,
      IntakeLimits limits,
      @Qualifier("machineClock") Clock clock,
      Refusals refusals) {
    this.directory = directory;
    this.limits = limits;
    this.clock = clock;
    this.refusals = refusals;
  }

  /**
   * A partner whose token is right.
   *
   * @param nonce to be stored with the message, so that the token works once
   */
  public record Caller(String partner, String nonce) {}

  /**
   * The caller, proven.
   *
   * @param partner whose service is called; somebody else's token does not open it
   * @throws ProblemException {@code UNAUTHENTICATED} for everything else
   */
  public Caller require(Optional<UsernameToken> token, String partner, HttpServletRequest request) {
    try {
      Caller caller = proven(token, partner);
      CallerCertificate.requireOf(partner, request, directory);
      return caller;
    } catch (ProblemException refusal) {
      refusals.tell(refusal, null, request.getRemoteAddr());
      throw refusal;
    }
  }

  private Caller proven(Optional<UsernameToken> token, String partner) {
    Optional<Secret> secret =
        token
            .flatMap(t -> directory.known(CallerProof.GATEWAY, t.username()))
            .flatMap(PartnerDirectory.Known::secret);
    boolean right =
        token
            .filter(t -> t.verify(secret.orElse(decoy), clock, limits.clockWindow()))
            .filter(t -> t.username().equals(partner))
            .isPresent();
    if (!right || secret.isEmpty()) {
      throw ProblemException.of(
          ProblemCode.UNAUTHENTICATED, "Security", "authentication.username-token");
    }
    return new Caller(partner, token.get().nonce());
  }
}
