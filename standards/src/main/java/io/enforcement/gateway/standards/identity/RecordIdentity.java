package io.enforcement.gateway.standards.identity;

import io.enforcement.gateway.standards.dictionary.Dictionary;
import io.enforcement.gateway.standards.dictionary.RecordType;
import io.enforcement.gateway.standards.model.PenaltyDecision;
import io.enforcement.gateway.standards.model.Revocation;
import io.enforcement.gateway.standards.model.StandardRecord;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The keys of one record, as the schema says which fields make them (standard, section 12: body +
 * kind + number). Number alone loses co-offenders who share a decision number, so the parties have
 * a key of their own. A value, never changed; a key is empty where the record has none or what it
 * needs is missing.
 */
public final class RecordIdentity {

  private static final Map<Class<?>, Keys> KEYS = new ConcurrentHashMap<>();
  private static final Dictionary DICTIONARY = Dictionary.v1();

  private final String actKey;
  private final String partyKey;
  private final String caseKey;
  private final String revokedKey;

  private RecordIdentity(String actKey, String partyKey, String caseKey, String revokedKey) {
    this.actKey = actKey;
    this.partyKey = partyKey;
    this.caseKey = caseKey;
    this.revokedKey = revokedKey;
  }

  /** The keys of this record; records that are not acts (receipts, rejections) have none. */
  public static RecordIdentity of(StandardRecord record) {
    Keys keys = KEYS.computeIfAbsent(record.getClass(), RecordIdentity::keys);
    return new RecordIdentity(
        keys.act(record), keys.parties(record), keys.lane(record), revoked(record));
  }

  /** {@code USCC|302|number}: what makes two arrivals the same act, or revisions of it. */
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

  /** {@code USCC|case number} or the like: what keeps its order at every receiver. */
  public Optional<String> caseKey() {
    return Optional.ofNullable(caseKey);
  }

  /** The act key of the decision that this record revokes. */
  public Optional<String> revokedKey() {
    return Optional.ofNullable(revokedKey);
  }

  private static String revoked(StandardRecord record) {
    if (!(record instanceof Revocation revocation)) {
      return null;
    }
    PenaltyDecision decision = new PenaltyDecision();
    decision.setBody(revocation.getBody());
    decision.setPunishFileNum(revocation.getPunishFileNum());
    return of(decision).actKey;
  }

  private static Keys keys(Class<?> type) {
    RecordType record = DICTIONARY.record(type.getSimpleName()).orElseThrow();
    return new Keys(type, record);
  }
}
