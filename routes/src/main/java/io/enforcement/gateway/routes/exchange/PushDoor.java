package io.enforcement.gateway.routes.exchange;

import io.enforcement.gateway.routes.audit.AuditEvent;
import io.enforcement.gateway.routes.audit.AuditTrail;
import io.enforcement.gateway.routes.audit.Milestone;
import io.enforcement.gateway.routes.partner.Partner;
import io.enforcement.gateway.routes.partner.Partner.Sending;
import io.enforcement.gateway.routes.partner.PartnerCatalog;
import io.enforcement.gateway.routes.problem.ProblemCode;
import io.enforcement.gateway.routes.problem.ProblemException;
import io.enforcement.gateway.routes.security.NonceStore;
import io.enforcement.gateway.routes.security.Quota;
import io.enforcement.gateway.routes.store.Arrival;
import io.enforcement.gateway.routes.store.Reception;
import io.enforcement.gateway.standards.validation.Rejected;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * What every door that partners push through has alike, once the partner is proven: what it may
 * send, how fast, under which key; then the arrival enters its route. A refusal is told in the
 * trail. Thread-safe.
 */
@Component
public class PushDoor {

  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._:-]{1,100}");

  /** The trail would only fall further behind, or fill the volume; a hold is told once. */
  private static final Set<ProblemCode> UNTOLD =
      EnumSet.of(ProblemCode.AUDIT_BEHIND, ProblemCode.NO_ROOM, ProblemCode.SENDER_HELD);

  private final PartnerCatalog catalog;
  private final Quota quota;
  private final AuditTrail trail;
  private final IntakeDoor door;

  PushDoor(PartnerCatalog catalog, Quota quota, AuditTrail trail, IntakeDoor door) {
    this.catalog = catalog;
    this.quota = quota;
    this.trail = trail;
    this.door = door;
  }

  /**
   * What a proven partner pushes.
   *
   * @param via the transport; an exchange that was agreed for another one is not open here
   * @param nonce stored with the message
   */
  public record Pushed(
      String partner,
      String exchange,
      String via,
      String key,
      String nonce,
      String contentType,
      byte[] body) {}

  /**
   * Brings a message to disk; a repetition gets the first reception again.
   *
   * @throws ProblemException when it may not enter
   */
  public Reception enter(Pushed pushed) {
    return watched(
        pushed.partner(),
        pushed.exchange(),
        () -> {
          require(pushed.partner(), pushed.exchange(), pushed.via());
          return keep(pushed);
        });
  }

  /** The exchange, when the partner may send it this way and now. */
  Sending require(String partner, String exchange, String via) {
    Sending sending =
        catalog
            .sending(partner, exchange)
            .filter(s -> s.via().equals(via))
            .orElseThrow(PushDoor::notOpen);
    Partner known = catalog.partner(partner).orElseThrow(PushDoor::notOpen);
    if (!quota.tryTake(partner, known.messagesPerSecond())) {
      throw ProblemException.overQuota(Duration.ofSeconds(1));
    }
    return sending;
  }

  /** Said to whoever sends what was not agreed, or is not in service any more. */
  static ProblemException notOpen() {
    return ProblemException.of(ProblemCode.WRONG_EXCHANGE, "exchange", "intake.exchange");
  }

  /** Keeps what has been found fit to be kept. */
  Reception keep(Pushed pushed) {
    if (pushed.key() == null || !KEY.matcher(pushed.key()).matches()) {
      throw ProblemException.of(
          ProblemCode.MALFORMED, "Idempotency-Key", "request.idempotency-key");
    }
    Reception reception =
        door.enter(
            new Arrival(
                pushed.partner(),
                pushed.exchange(),
                pushed.via(),
                pushed.key(),
                pushed.nonce(),
                pushed.contentType(),
                pushed.body()));
    return switch (reception.kind()) {
      case KEPT, DUPLICATE -> reception;
      case CONFLICT ->
          throw ProblemException.of(ProblemCode.CONFLICT, "Idempotency-Key", "request.key-reused");
      case NONCE_USED -> throw NonceStore.usedBefore();
    };
  }

  /** Does what is to be done at the door, and tells the trail of a refusal. */
  <T> T watched(String partner, String exchange, Supplier<T> work) {
    try {
      return work.get();
    } catch (ProblemException e) {
      if (!UNTOLD.contains(e.code())) {
        refused(partner, exchange, e.code().code());
      }
      throw e;
    } catch (Rejected e) {
      refused(partner, exchange, e.findings().get(0).rule());
      throw e;
    }
  }

  private void refused(String partner, String exchange, String why) {
    trail.append(
        new AuditEvent(
            Milestone.REFUSED_AT_DOOR, null, null, null, partner, partner, exchange + " " + why));
  }
}
