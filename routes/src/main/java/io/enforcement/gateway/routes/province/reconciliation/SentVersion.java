package io.enforcement.gateway.routes.province.reconciliation;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * One version as both sides name it.
 *
 * @param partyKey empty where a number belongs to one act
 * @param digest SHA-256 of its content, 64 hex digits
 */
public record SentVersion(String actKey, String partyKey, int revision, String digest) {

  /** Where it stands among all: 64 hex digits that are spread evenly, whatever the keys are. */
  String place() {
    String name = actKey + "|" + partyKey + "|" + revision;
    return HexFormat.of()
        .formatHex(DigestTree.sha256().digest(name.getBytes(StandardCharsets.UTF_8)));
  }

  /** Whether it claims to be the same version of the same act. */
  boolean isNamedAs(SentVersion other) {
    return actKey.equals(other.actKey)
        && partyKey.equals(other.partyKey)
        && revision == other.revision;
  }
}
