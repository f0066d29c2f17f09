package io.enforcement.gateway.routes.failure;

import io.enforcement.gateway.mappings.UnknownWord;
import io.enforcement.gateway.routes.store.DeadLetterStore;
import io.enforcement.gateway.routes.store.DeliveryState;
import io.enforcement.gateway.routes.store.MessageState;
import io.enforcement.gateway.routes.store.OverdueFileStore;
import io.enforcement.gateway.routes.store.ParkedStore.Parked;
import java.util.regex.Pattern;

/** Why something waits for people, and hence what may be done with it. */
public enum FailureClass {
  /** The other side was away or busy until the ladder ended: replay when it is back. */
  TRANSIENT(Offer.REPLAY),
  /** A word that the code list does not have: add it, then replay. */
  CODE(Offer.FIX_THEN_REPLAY),
  /** What came, or what would go out, breaks the contract: mend mapping or document first. */
  CONTRACT(Offer.FIX_THEN_REPLAY),
  /** A file that its sender did not bring: back to the department. */
  BUSINESS(Offer.BACK_TO_DEPARTMENT),
  /** Nobody knows whether it had its effect: two people decide with the evidence. */
  IN_DOUBT(Offer.TWO_PEOPLE),
  /** No partner of ours sent it: it is never taken in. */
  SECURITY(Offer.NEVER),
  /** We failed: replay after a release that mends it. */
  OWN_FAULT(Offer.AFTER_RELEASE);

  /** What people may do. */
  public enum Offer {
    REPLAY,
    FIX_THEN_REPLAY,
    BACK_TO_DEPARTMENT,
    TWO_PEOPLE,
    NEVER,
    AFTER_RELEASE
  }

  /** A rule of a document, where there is no finding. */
  private static final Pattern RULE = Pattern.compile("[a-z-]+\\.[a-z-]+");

  private final Offer offer;

  FailureClass(Offer offer) {
    this.offer = offer;
  }

  /** What may be done with entries of this class. */
  public Offer offer() {
    return offer;
  }

  /** The class of a parked entry. */
  public static FailureClass of(Parked entry) {
    String rule = entry.findings().isEmpty() ? "" : entry.findings().get(0).rule();
    return of(entry.stage(), entry.state(), entry.cause(), rule);
  }

  /**
   * The class of a parked entry, or of many that failed alike.
   *
   * @param state of the message or the delivery
   * @param rule of its first finding; empty when it has none
   */
  public static FailureClass of(String stage, String state, String cause, String rule) {
    if (DeadLetterStore.STAGE.equals(stage)) {
      return SECURITY;
    }
    if (DeliveryState.IN_DOUBT.name().equals(state)) {
      return IN_DOUBT;
    }
    if (MessageState.QUARANTINED.name().equals(state)) {
      return OWN_FAULT;
    }
    if (OverdueFileStore.isCause(cause)) {
      return BUSINESS;
    }
    if (UnknownWord.isCause(cause)) {
      return CODE;
    }
    if (FailurePolicy.wasTried(cause) || cause.equals(FailurePolicy.NOT_IN_SERVICE)) {
      return TRANSIENT;
    }
    return rule.isEmpty() && !RULE.matcher(cause).matches() ? OWN_FAULT : CONTRACT;
  }
}
