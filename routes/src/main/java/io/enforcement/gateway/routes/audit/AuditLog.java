package io.enforcement.gateway.routes.audit;

import io.enforcement.gateway.routes.CannotStart;
import io.enforcement.gateway.routes.audit.note.ArchiveNote;
import io.enforcement.gateway.routes.audit.note.BadNote;
import io.enforcement.gateway.routes.audit.note.LogStatement;
import io.enforcement.gateway.routes.audit.note.SignatureKind;
import io.enforcement.gateway.routes.audit.note.SigningKey;
import io.enforcement.gateway.routes.audit.note.VerifyingKey;
import io.enforcement.gateway.routes.audit.tree.TreeHash;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/**
 * Which log this installation writes. Algorithm and kind of key are chosen at the first start, and
 * the same for ever after.
 *
 * @param origin its name: in every checkpoint, and the name of its keys. It ends with the algorithm
 * @param hash of the tree
 * @param keys that sign it, one after the other
 * @param statement the signed statement that opened it after a FORK; null for the first log
 * @param before the log before it; null for the first
 */
public record AuditLog(
    String origin, TreeHash hash, KeyRing keys, String statement, AuditLog before) {

  private static final int RANDOM = 8;

  /**
   * A log as the database knows it.
   *
   * @param keyNumber number of the key that it began with
   */
  public record Row(
      int number,
      String origin,
      String algorithm,
      String signature,
      String publicKey,
      int keyNumber,
      String statement) {}

  /** A change of the key as the database knows it. */
  record KeyRow(int number, int log, String statement) {}

  /** The first log of an installation, with its first key. */
  static AuditLog first(String origin, TreeHash hash, SigningKey key) {
    return new AuditLog(origin, hash, KeyRing.of(key), null, null);
  }

  /** The key that signs. */
  public SigningKey key() {
    return keys.signing();
  }

  /** The public half of the key that signs. */
  public VerifyingKey verifyingKey() {
    return keys.latest();
  }

  /**
   * What a note says of an archive of this log or one before it.
   *
   * @throws BadNote when none of them signed it
   */
  ArchiveNote archive(String note) {
    for (AuditLog log = this; log.before != null; log = log.before) {
      try {
        return log.keys.archive(note);
      } catch (BadNote e) {
        continue; // the log before may have
      }
    }
    return earliest().keys.archive(note);
  }

  private AuditLog earliest() {
    return before == null ? this : before.earliest();
  }

  /** Whether a note is a checkpoint of a log before this one, from before it was opened. */
  boolean followed(String note) {
    if (before == null) {
      return false;
    }
    try {
      return before.keys.checkpoint(note).size() <= opening().head().size();
    } catch (BadNote e) {
      return before.followed(note);
    }
  }

  /** What opened this log; only where there is one before it. */
  LogStatement opening() {
    return LogStatement.of(keys.text(statement));
  }

  /**
   * The log of this installation; begun when there is none.
   *
   * @throws CannotStart when settings or key are not those it was begun with
   */
  static AuditLog of(AuditSettings settings, LogKey keys, TreeStore store) {
    if (store.logs().isEmpty()) {
      begin(settings, keys, store);
    }
    AuditLog log = null;
    for (Row row : store.logs()) {
      requireUnchanged(row, settings);
      log = of(row, store.keys(row.number()), log);
    }
    return signing(log, settings, keys);
  }

  private static void begin(AuditSettings settings, LogKey keys, TreeStore store) {
    TreeHash hash = hash(settings.algorithm() == null ? "sha-256" : settings.algorithm());
    SignatureKind wanted =
        kind(
            settings.signature() != null
                ? settings.signature()
                : hash == TreeHash.SM3 ? "sm2" : "ed25519");
    String origin = newOrigin(hash);
    SigningKey key = key(origin, keys.find(1).orElseGet(() -> keys.make(wanted, 1)), settings);
    SignatureKind found = key.verifyingKey().kind();
    if (settings.signature() != null && found != wanted) {
      throw changed("signature", settings.signature(), found.word());
    }
    store.begin(new Row(1, origin, hash.word(), found.word(), key.verifyingKey().pem(), 1, null));
  }

  /** A name that no log had before. */
  static String newOrigin(TreeHash hash) {
    byte[] random = new byte[RANDOM];
    new SecureRandom().nextBytes(random);
    return "enforcement-gateway/" + HexFormat.of().formatHex(random) + "/" + hash.word();
  }

  private static AuditLog of(Row row, List<KeyRow> changes, AuditLog before) {
    try {
      KeyRing ring =
          KeyRing.of(
              VerifyingKey.of(row.origin(), row.publicKey()),
              row.keyNumber(),
              changes.stream().map(KeyRow::statement).toList());
      AuditLog log =
          new AuditLog(row.origin(), hash(row.algorithm()), ring, row.statement(), before);
      if (before != null && !log.opening().head().origin().equals(before.origin())) {
        throw new BadNote("about another log");
      }
      return log;
    } catch (BadNote e) {
      throw new CannotStart(
          "What the database says of the audit trail's keys is " + e.getMessage() + ".", e);
    }
  }

  private static AuditLog signing(AuditLog log, AuditSettings settings, LogKey keys) {
    String pem =
        keys.find(log.keys().number())
            .orElseThrow(
                () ->
                    new CannotStart(
                        "The key of the audit trail is missing: put it back as the secret "
                            + settings.keyName(log.keys().number())
                            + "."));
    SigningKey key = key(log.origin(), pem, settings);
    if (!key.verifyingKey().pem().equals(log.verifyingKey().pem())) {
      throw new CannotStart(
          "The secret "
              + settings.keyName(log.keys().number())
              + " is not the key that the audit trail was begun with; put that one back.");
    }
    return new AuditLog(
        log.origin(), log.hash(), log.keys().signedWith(key), log.statement(), log.before());
  }

  private static void requireUnchanged(Row row, AuditSettings settings) {
    if (settings.algorithm() != null && !settings.algorithm().equals(row.algorithm())) {
      throw changed("algorithm", settings.algorithm(), row.algorithm());
    }
    if (settings.signature() != null && !settings.signature().equals(row.signature())) {
      throw changed("signature", settings.signature(), row.signature());
    }
  }

  private static SigningKey key(String origin, String pem, AuditSettings settings) {
    try {
      return SigningKey.of(origin, pem);
    } catch (IllegalArgumentException e) {
      throw new CannotStart(
          "The secret "
              + settings.keyName()
              + " must be an Ed25519 or SM2 private key in PEM (PKCS #8).",
          e);
    }
  }

  private static CannotStart changed(String setting, String wanted, String inForce) {
    return new CannotStart(
        "gateway.audit.%s is %s, but the audit trail was begun with %s and keeps it; set that."
            .formatted(setting, wanted, inForce));
  }

  private static TreeHash hash(String word) {
    return TreeHash.named(word)
        .orElseThrow(() -> new CannotStart("gateway.audit.algorithm is sha-256 or sm3."));
  }

  private static SignatureKind kind(String word) {
    return SignatureKind.named(word)
        .orElseThrow(() -> new CannotStart("gateway.audit.signature is ed25519 or sm2."));
  }
}
