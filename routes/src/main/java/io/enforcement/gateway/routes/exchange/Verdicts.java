package io.enforcement.gateway.routes.exchange;

import io.enforcement.gateway.routes.audit.AuditEvent;
import io.enforcement.gateway.routes.audit.Milestone;
import io.enforcement.gateway.routes.exchange.Draft.DraftPart;
import io.enforcement.gateway.routes.partner.Partner.Receiving;
import io.enforcement.gateway.routes.partner.Subscriptions;
import io.enforcement.gateway.routes.store.ClaimedMessage;
import io.enforcement.gateway.routes.store.HolderStore;
import io.enforcement.gateway.routes.store.HolderStore.Origin;
import io.enforcement.gateway.standards.model.Receipt;
import io.enforcement.gateway.standards.model.ReceiptFinding;
import io.enforcement.gateway.standards.model.ReceiptOutcome;
import io.enforcement.gateway.standards.model.Rejection;
import io.enforcement.gateway.standards.model.RejectionList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What a receiver says about a record after it took it: a rejection list, or a receipt of its own.
 * Matched to the delivery by our key and shown with it; a rejection list is told to the origin
 * where the origin receives such lists. Called inside the translating transaction.
 */
@Component
class Verdicts {

  private final HolderStore holders;
  private final Subscriptions subscriptions;

  Verdicts(HolderStore holders, Subscriptions subscriptions) {
    this.holders = holders;
    this.subscriptions = subscriptions;
  }

  /** Whether this part is a verdict and no record of its own. */
  static boolean isVerdict(DraftPart part) {
    return part.record() instanceof RejectionList || part.record() instanceof Receipt;
  }

  /**
   * @return false when an entry names no delivery of ours to this partner: people look at it
   */
  boolean apply(ClaimedMessage message, DraftPart part, Decisions decisions) {
    List<Optional<Origin>> origins =
        part.record() instanceof Receipt receipt
            ? List.of(judge(message.sender(), receipt))
            : ((RejectionList) part.record())
                .getRejections().stream().map(r -> reject(message.sender(), r)).toList();
    if (origins.stream().anyMatch(Optional::isEmpty)) {
      return false;
    }
    Receiving to = part.record() instanceof RejectionList ? onlyOrigin(origins) : null;
    decisions.address(message, part, to);
    decisions.events.add(
        AuditEvent.ofPart(
            Milestone.TRANSLATED, message.id(), part.position(), message.sender(), part.kind()));
    return true;
  }

  /** Whether each entry of a verdict names a delivery of ours to this partner; nothing changes. */
  boolean match(String sender, DraftPart part) {
    List<String> keys =
        part.record() instanceof Receipt receipt
            ? List.of(receipt.getMessageId())
            : ((RejectionList) part.record())
                .getRejections().stream().map(Rejection::getDeliveryKey).toList();
    return keys.stream()
        .allMatch(key -> delivery(key).filter(id -> holders.wasSent(sender, id)).isPresent());
  }

  /**
   * A list that concerns several origins is shown to each with its own message, but not sent: one
   * must not read of another.
   */
  private Receiving onlyOrigin(List<Optional<Origin>> origins) {
    List<String> senders = origins.stream().map(o -> o.get().sender()).distinct().toList();
    return senders.size() == 1
        ? subscriptions.addressed(senders.get(0), RejectionList.class).orElse(null)
        : null;
  }

  private Optional<Origin> reject(String receiver, Rejection rejection) {
    return delivery(rejection.getDeliveryKey())
        .flatMap(id -> holders.reject(receiver, id, text(rejection)));
  }

  private Optional<Origin> judge(String receiver, Receipt receipt) {
    Optional<UUID> delivery = delivery(receipt.getMessageId());
    return receipt.getOutcome() == ReceiptOutcome.ACCEPTED
        ? delivery.flatMap(id -> holders.confirm(receiver, id))
        : delivery.flatMap(id -> holders.reject(receiver, id, text(receipt)));
  }

  private static Optional<UUID> delivery(String key) {
    try {
      return Optional.ofNullable(key).map(UUID::fromString);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String text(Rejection rejection) {
    String remark = rejection.getRemark();
    return remark == null ? rejection.getErrorType() : rejection.getErrorType() + " " + remark;
  }

  private static String text(Receipt receipt) {
    String rules =
        receipt.getFindings().stream()
            .map(ReceiptFinding::getRule)
            .collect(Collectors.joining(" "));
    return (receipt.getOutcome().value() + " " + rules).strip();
  }
}
