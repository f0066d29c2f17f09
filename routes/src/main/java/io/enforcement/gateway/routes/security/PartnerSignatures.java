package io.enforcement.gateway.routes.security;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.routes.problem.ProblemException;
import io.enforcement.gateway.routes.security.PartnerDirectory.Known;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Proves that a request was signed with the secret of the partner that it names. An unknown name
 * costs the same work and gets the same answer as a wrong signature, so that nobody can find out
 * who the partners are.
 */
final class PartnerSignatures {

  private final PartnerDirectory directory;
  private final Secret decoy = decoy();

  PartnerSignatures(PartnerDirectory directory) {
    this.directory = directory;
  }

  /**
   * The id of the partner that made the claim.
   *
   * @throws ProblemException when the signature is wrong or nobody goes by this name
   */
  String require(Claim claim, HttpServletRequest request, SignedBody body) {
    Optional<Known> known = directory.known(claim.proof(), claim.name());
    boolean right = claim.provenBy(known.flatMap(Known::secret).orElse(decoy), request, body);
    if (!right || known.isEmpty()) {
      throw claim.unproven();
    }
    return known.get().partner();
  }

  /** A secret that nobody has, for the work that an unknown partner costs. */
  static Secret decoy() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return new Secret(HexFormat.of().formatHex(bytes));
  }
}
