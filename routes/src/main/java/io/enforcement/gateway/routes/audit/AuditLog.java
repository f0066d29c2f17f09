package io.enforcement.gateway.routes.audit;

import io.enforcement.gateway.routes.CannotStart;
import io.enforcement.gateway.routes.audit.note.BadNote;
import io.enforcement.gateway.routes.audit.note.SignatureKind;
import io.enforcement.gateway.routes.audit.note.SignedNote;
import io.enforcement.gateway.routes.audit.note.SigningKey;
import io.enforcement.gateway.routes.audit.note.VerifyingKey;
import io.enforcement.gateway.routes.audit.tree.TreeHash;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Which log this installation writes. Chosen at the first start, and the same for ever after.
 *
 * @param origin its name: in every checkpoint, and the name of its key. It ends with the algorithm
 * @param hash of the tree
 * @param key that signs
 */
public record AuditLog(String origin, TreeHash hash, SigningKey key) {

  private static final int RANDOM = 8;

  /** A log as the database knows it. */
  public record Row(String origin, String algorithm, String signature, String publicKey) {}

  /** The public half of the key. */
  public VerifyingKey verifyingKey() {
    return key.verifyingKey();
  }

  /**
   * The text of a note that this log signed.
   *
   * @throws BadNote when it did not
   */
  String open(String note) {
    return SignedNote.open(note, verifyingKey());
  }

  /**
   * The log of this installation; begun when there is none.
   *
   * @throws CannotStart when settings or key are not those it was begun with
   */
  static AuditLog of(AuditSettings settings, LogKey keys, TreeStore store) {
    if (store.log().isEmpty()) {
      begin(settings, keys, store);
    }
    return of(store.log().orElseThrow(), settings, keys);
  }

  private static void begin(AuditSettings settings, LogKey keys, TreeStore store) {
    TreeHash hash = hash(settings.algorithm() == null ? "sha-256" : settings.algorithm());
    SignatureKind wanted =
        kind(
            settings.signature() != null
                ? settings.signature()
                : hash == TreeHash.SM3 ? "sm2" : "ed25519");
    byte[] random = new byte[RANDOM];
    new SecureRandom().nextBytes(random);
    String origin = "enforcement-gateway/" + HexFormat.of().formatHex(random) + "/" + hash.word();
    SigningKey key = key(origin, keys.find().orElseGet(() -> keys.make(wanted)), settings);
    SignatureKind found = key.verifyingKey().kind();
    if (settings.signature() != null && found != wanted) {
      throw changed("signature", settings.signature(), found.word());
    }
    store.begin(new Row(origin, hash.word(), found.word(), key.verifyingKey().pem()));
  }

  private static AuditLog of(Row row, AuditSettings settings, LogKey keys) {
    if (settings.algorithm() != null && !settings.algorithm().equals(row.algorithm())) {
      throw changed("algorithm", settings.algorithm(), row.algorithm());
    }
    if (settings.signature() != null && !settings.signature().equals(row.signature())) {
      throw changed("signature", settings.signature(), row.signature());
    }
    String pem =
        keys.find()
            .orElseThrow(
                () ->
                    new CannotStart(
                        "The key of the audit trail is missing: put it back as the secret "
                            + settings.keyName()
                            + "."));
    SigningKey key = key(row.origin(), pem, settings);
    if (!key.verifyingKey().pem().equals(row.publicKey())) {
      throw new CannotStart(
          "The secret "
              + settings.keyName()
              + " is not the key that the audit trail was begun with; put that one back.");
    }
    return new AuditLog(row.origin(), hash(row.algorithm()), key);
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
