package io.enforcement.gateway.routes.audit;

import java.util.Objects;
import java.util.UUID;

/**
 * One entry of the audit trail. Holds ids, words and digests only, never message content or
 * personal data.
 *
 * @param milestone what happened
 * @param messageId the message it happened to; null where there is none
 * @param part the part of the message, or null when it concerns the whole
 * @param deliveryId the delivery, or null
 * @param partner sender or receiver concerned, or null
 * @param actor who did it: a partner's id, a person's name, or {@code gateway}
 * @param detail a short word more (a digest, a rule id, an outcome), or null
 */
public record AuditEvent(
    Milestone milestone,
    UUID messageId,
    Integer part,
    UUID deliveryId,
    String partner,
    String actor,
    String detail) {

  /** The actor of what the gateway does by itself. */
  public static final String GATEWAY = "gateway";

  public AuditEvent {
    Objects.requireNonNull(milestone, "milestone");
    Objects.requireNonNull(actor, "actor");
  }

  /** What the gateway did to a message. */
  public static AuditEvent ofMessage(
      Milestone milestone, UUID messageId, String partner, String detail) {
    return new AuditEvent(milestone, messageId, null, null, partner, GATEWAY, detail);
  }

  /** What the gateway did to one part of a message. */
  public static AuditEvent ofPart(
      Milestone milestone, UUID messageId, int part, String partner, String detail) {
    return new AuditEvent(milestone, messageId, part, null, partner, GATEWAY, detail);
  }

  /** What the gateway did to a delivery. */
  public static AuditEvent ofDelivery(
      Milestone milestone, UUID messageId, UUID deliveryId, String receiver, String detail) {
    return new AuditEvent(milestone, messageId, null, deliveryId, receiver, GATEWAY, detail);
  }

  /** What somebody did with a file, which may belong to several messages. */
  public static AuditEvent ofFile(
      Milestone milestone, String partner, String actor, String detail) {
    return new AuditEvent(milestone, null, null, null, partner, actor, detail);
  }
}
