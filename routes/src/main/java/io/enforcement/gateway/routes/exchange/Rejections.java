package io.enforcement.gateway.routes.exchange;

import io.enforcement.gateway.routes.audit.AuditEvent;
import io.enforcement.gateway.routes.audit.Milestone;
import io.enforcement.gateway.routes.exchange.Draft.DraftPart;
import io.enforcement.gateway.routes.partner.Subscriptions;
import io.enforcement.gateway.routes.store.ClaimedMessage;
import io.enforcement.gateway.routes.store.HolderStore;
import io.enforcement.gateway.routes.store.HolderStore.Origin;
import io.enforcement.gateway.standards.model.Rejection;
import io.enforcement.gateway.standards.model.RejectionList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Verdicts that a receiver gives after it took a record: matched to the delivery by our own key,
 * shown with it, and told to the origin where the origin receives rejection lists. Called inside
 * the translating transaction.
 */
@Component
class Rejections {

  private final HolderStore holders;
  private final Subscriptions subscriptions;

  Rejections(HolderStore holders, Subscriptions subscriptions) {
    this.holders = holders;
    this.subscriptions = subscriptions;
  }

  /**
   * @return false when an entry names no delivery of ours to this partner: people look at it
   */
  boolean apply(ClaimedMessage message, DraftPart part, Decisions decisions) {
    List<Rejection> rejections = ((RejectionList) part.record()).getRejections();
    List<Optional<Origin>> origins =
        rejections.stream().map(r -> reject(message.sender(), r)).toList();
    if (origins.stream().anyMatch(Optional::isEmpty)) {
      return false;
    }
    List<String> senders = origins.stream().map(o -> o.get().sender()).distinct().toList();
    // A list that concerns several origins is shown to each with its own message, but not sent: one
    // must not read of another.
    var to =
        senders.size() == 1 ? subscriptions.addressed(senders.get(0), RejectionList.class) : null;
    decisions.address(message, part, to == null ? null : to.orElse(null));
    decisions.events.add(
        AuditEvent.ofPart(
            Milestone.TRANSLATED, message.id(), part.position(), message.sender(), part.kind()));
    return true;
  }

  private Optional<Origin> reject(String receiver, Rejection rejection) {
    return deliveryId(rejection).flatMap(id -> holders.reject(receiver, id, text(rejection)));
  }

  private static Optional<UUID> deliveryId(Rejection rejection) {
    try {
      return Optional.ofNullable(rejection.getDeliveryKey()).map(UUID::fromString);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String text(Rejection rejection) {
    String remark = rejection.getRemark();
    return remark == null ? rejection.getErrorType() : rejection.getErrorType() + " " + remark;
  }
}
