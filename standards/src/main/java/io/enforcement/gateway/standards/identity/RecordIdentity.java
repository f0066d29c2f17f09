package io.enforcement.gateway.standards.identity;

import io.enforcement.gateway.standards.model.BodyReference;
import io.enforcement.gateway.standards.model.Party;
import io.enforcement.gateway.standards.model.PenaltyDecision;
import io.enforcement.gateway.standards.model.Revocation;
import io.enforcement.gateway.standards.model.StandardRecord;
import io.enforcement.gateway.standards.validation.DocumentNumber;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The keys of one record (standard, section 12: body + act kind + act number). Number alone loses
 * co-offenders who share a decision number, so the parties have a key of their own. A value, never
 * changed; a key is empty where the record has none or what it needs is missing.
 */
public final class RecordIdentity {

  private static final String PENALTY_DECISION = "302";

  private final String actKey;
  private final String partyKey;
  private final String caseKey;

  private RecordIdentity(String actKey, String partyKey, String caseKey) {
    this.actKey = actKey;
    this.partyKey = partyKey;
    this.caseKey = caseKey;
  }

  /** The keys of this record; records that are not acts (receipts, rejections) have none. */
  public static RecordIdentity of(StandardRecord record) {
    if (record instanceof PenaltyDecision decision) {
      String caseNumber =
          decision.getCaseReference() == null ? null : decision.getCaseReference().getCaseNumber();
      return new RecordIdentity(
          act(decision.getBody(), decision.getPunishFileNum()),
          parties(decision.getParties()),
          join(decision.getBody(), null, caseNumber));
    }
    if (record instanceof Revocation revocation) {
      return new RecordIdentity(
          act(revocation.getBody(), revocation.getPunishFileNum()), null, null);
    }
    return new RecordIdentity(null, null, null);
  }

  /** {@code USCC|302|number}: the decision; a revocation has the key of the decision it revokes. */
  public Optional<String> actKey() {
    return Optional.ofNullable(actKey);
  }

  /**
   * 16 hex digits over the parties, whatever their order. A shortened digest keeps names and
   * numbers out of keys and logs; it hides nothing from someone who can guess them.
   */
  public Optional<String> partyKey() {
    return Optional.ofNullable(partyKey);
  }

  /** {@code USCC|case number}: what keeps its order at every receiver. */
  public Optional<String> caseKey() {
    return Optional.ofNullable(caseKey);
  }

  private static String act(BodyReference body, String number) {
    return join(body, PENALTY_DECISION, number);
  }

  private static String join(BodyReference body, String kind, String number) {
    String normalised = DocumentNumber.normalise(number);
    if (body == null || body.getUscc() == null || normalised.isEmpty()) {
      return null;
    }
    return body.getUscc() + "|" + (kind == null ? "" : kind + "|") + normalised;
  }

  private static String parties(List<Party> parties) {
    String text =
        parties.stream()
            .filter(Objects::nonNull)
            .map(RecordIdentity::party)
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
