package io.enforcement.gateway.standards.identity;

import io.enforcement.gateway.standards.model.Party;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A short digest over parties, each by the strongest identifier it carries, whatever their order:
 * 16 hex digits that keep names and numbers out of keys. Thread-safe.
 */
public final class PartyKey {

  private PartyKey() {}

  /** Null when there is no party to tell. */
  public static String of(List<Party> parties) {
    String text =
        parties.stream()
            .filter(Objects::nonNull)
            .map(PartyKey::party)
            .sorted()
            .collect(Collectors.joining("\n"));
    return text.isBlank() ? null : digest(text);
  }

  private static String party(Party party) {
    if (party.getUscc() != null) {
      return "uscc:" + party.getUscc();
    }
    if (party.getCertificate() != null && party.getCertificate().getNumber() != null) {
      String number = party.getCertificate().getNumber();
      return "certificate:" + party.getCertificate().getType() + ":" + number;
    }
    return party.getName() == null ? "" : "name:" + party.getName().strip();
  }

  private static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
