package io.enforcement.gateway.routes.exchange;

import io.enforcement.gateway.routes.exchange.Draft.DraftPart;
import io.enforcement.gateway.routes.failure.FailurePolicy;
import io.enforcement.gateway.routes.failure.Rehearsal;
import io.enforcement.gateway.routes.partner.Partner.Receiving;
import io.enforcement.gateway.routes.partner.PartnerCatalog;
import io.enforcement.gateway.routes.partner.Subscriptions;
import io.enforcement.gateway.routes.store.Attempt;
import io.enforcement.gateway.routes.store.ClaimedMessage;
import io.enforcement.gateway.routes.store.DecidedPart;
import io.enforcement.gateway.routes.store.DeliveryStore;
import io.enforcement.gateway.routes.store.DueDelivery;
import io.enforcement.gateway.routes.store.HolderStore;
import io.enforcement.gateway.routes.store.ParkedStore.Parked;
import io.enforcement.gateway.routes.store.Settlement;
import io.enforcement.gateway.routes.store.Sha256;
import io.enforcement.gateway.routes.store.TranslationStore;
import io.enforcement.gateway.standards.model.Revocation;
import io.enforcement.gateway.standards.validation.Finding;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The dry run of a replay with the real parts: the translation of a message up to its commit, or
 * the request of a delivery up to its first byte. Thread-safe.
 */
@Component
class ReplayDryRun implements Rehearsal {

  private static final String GONE = "does not wait any more";

  private final Translation translation;
  private final TranslationStore messages;
  private final DeliveryStore deliveries;
  private final HolderStore holders;
  private final Verdicts verdicts;
  private final Subscriptions subscriptions;
  private final Requests requests;
  private final PartnerCatalog catalog;

  ReplayDryRun(
      Translation translation,
      TranslationStore messages,
      DeliveryStore deliveries,
      HolderStore holders,
      Verdicts verdicts,
      Subscriptions subscriptions,
      Requests requests,
      PartnerCatalog catalog) {
    this.translation = translation;
    this.messages = messages;
    this.deliveries = deliveries;
    this.holders = holders;
    this.verdicts = verdicts;
    this.subscriptions = subscriptions;
    this.requests = requests;
    this.catalog = catalog;
  }

  @Override
  public Outcome of(Parked entry) {
    List<String> have = holders.whoHave(entry.messageId(), entry.deliveryId());
    Optional<Outcome> outcome =
        entry.deliveryId() == null
            ? messages.find(entry.messageId()).map(message -> translated(message, have))
            : deliveries.find(entry.deliveryId()).map(due -> requested(due, have));
    return outcome.orElseGet(() -> new Outcome(List.of(GONE), List.of(), have));
  }

  private Outcome translated(ClaimedMessage message, List<String> have) {
    Draft draft = translation.translate(message);
    if (draft.fault() != null) {
      return new Outcome(List.of(draft.fault()), List.of(), have);
    }
    List<String> found = new ArrayList<>(said(draft.refusal()));
    List<String> wouldSend = new ArrayList<>();
    Set<Integer> decided =
        messages.decided(message.id()).stream()
            .map(DecidedPart::position)
            .collect(Collectors.toSet());
    for (DraftPart part : draft.parts()) {
      if (!decided.contains(part.position())) {
        rehearse(message, part, found, wouldSend);
      }
    }
    return new Outcome(found, wouldSend, have);
  }

  private void rehearse(
      ClaimedMessage message, DraftPart part, List<String> found, List<String> wouldSend) {
    if (part.refused()) {
      found.addAll(said(part.findings()));
    } else if (Verdicts.isVerdict(part)) {
      if (!verdicts.match(message.sender(), part)) {
        found.add("rejection.unmatched");
      }
    } else if (part.record() instanceof Revocation
        && messages.held(List.of(part.identity().revokedKey().orElseThrow())).isEmpty()) {
      found.add("revocation.decision-not-translated");
    } else {
      String digest = digest(part.xml());
      subscriptions
          .of(part.record(), message.sender())
          .forEach(to -> wouldSend.add(to.partner() + " " + to.exchange() + " " + digest));
    }
  }

  private Outcome requested(DueDelivery due, List<String> have) {
    Optional<Receiving> receiver = catalog.receiving(due.receiver(), due.exchange());
    if (receiver.isEmpty()) {
      return new Outcome(List.of(FailurePolicy.NOT_IN_SERVICE), List.of(), have);
    }
    AtomicReference<Attempt> ready = new AtomicReference<>();
    Settlement settled =
        requests.send(
            Attempt.of(null, due, 0),
            receiver.get(),
            (attempt, content) -> {
              ready.set(attempt);
              return null;
            });
    if (ready.get() == null) {
      return new Outcome(stopped(settled), List.of(), have);
    }
    Attempt attempt = ready.get();
    String digest =
        attempt.enclosed().sha256() == null
            ? digest(attempt.request())
            : "sha256:" + attempt.enclosed().sha256();
    return new Outcome(
        List.of(), List.of(due.receiver() + " " + due.exchange() + " " + digest), have);
  }

  /** What needs not go out any more stops nothing. */
  private static List<String> stopped(Settlement settled) {
    return switch (settled.state()) {
      case CANCELLED -> List.of();
      default ->
          settled.findings().isEmpty() ? List.of(settled.reason()) : said(settled.findings());
    };
  }

  private static List<String> said(List<Finding> findings) {
    return findings.stream()
        .filter(Finding::refuses)
        .map(finding -> (finding.rule() + " " + finding.path()).strip())
        .toList();
  }

  private static String digest(byte[] bytes) {
    return "sha256:" + HexFormat.of().formatHex(Sha256.of(bytes));
  }
}
