package io.enforcement.gateway.routes.exchange;

import io.enforcement.gateway.routes.exchange.Draft.DraftPart;
import io.enforcement.gateway.routes.partner.Partner.Receiving;
import io.enforcement.gateway.routes.partner.Subscriptions;
import io.enforcement.gateway.routes.store.ClaimedMessage;
import io.enforcement.gateway.routes.store.HeldRecord;
import io.enforcement.gateway.routes.store.HolderStore;
import io.enforcement.gateway.routes.store.RecordState;
import io.enforcement.gateway.routes.store.TranslationStore;
import io.enforcement.gateway.standards.format.StandardXml;
import io.enforcement.gateway.standards.model.CreditRepair;
import io.enforcement.gateway.standards.model.Operation;
import io.enforcement.gateway.standards.model.PenaltyDecision;
import io.enforcement.gateway.standards.model.Revocation;
import io.enforcement.gateway.standards.model.StandardRecord;
import io.enforcement.gateway.standards.validation.Finding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What becomes of one sound record, given what the store holds already: new, repeated, superseded,
 * in conflict; and to whom a revocation goes. Called inside the translating transaction.
 */
@Component
class RecordRules {

  private final Subscriptions subscriptions;
  private final TranslationStore store;
  private final HolderStore holders;

  RecordRules(Subscriptions subscriptions, TranslationStore store, HolderStore holders) {
    this.subscriptions = subscriptions;
    this.store = store;
    this.holders = holders;
  }

  /** An act: its latest revision counts, whatever the number of ways it came. */
  void act(ClaimedMessage message, DraftPart part, Decisions decisions) {
    String actKey = part.identity().actKey().orElse(null);
    if (actKey == null) {
      decisions.refuse(message, part, List.of(Finding.of("record.not-exchanged", "", part.kind())));
      return;
    }
    String partyKey = part.identity().partyKey().orElse("");
    HeldRecord held = decisions.held(actKey).get(partyKey);
    if (repeats(message, part, held, decisions)) {
      return;
    }
    List<Receiving> to = subscriptions.of(part.record(), message.sender());
    if (held != null && part.record() instanceof PenaltyDecision decision) {
      to = withoutRepaired(message, part, decision, to, decisions);
    }
    String lane = part.identity().caseKey().orElse(actKey);
    decisions.accept(message, part, actKey, partyKey, lane, null, to);
  }

  /**
   * After a repair the decision is no longer shared (rules of credit repair): its amendments go to
   * nobody who keeps credit records. What withdraws or revokes it still goes there.
   */
  private List<Receiving> withoutRepaired(
      ClaimedMessage message,
      DraftPart part,
      PenaltyDecision decision,
      List<Receiving> to,
      Decisions decisions) {
    List<Receiving> keepers = to.stream().filter(Receiving::holdsRepaired).toList();
    if (keepers.isEmpty()
        || decision.getCdOperation() == Operation.D
        || !isRepaired(CreditRepairs.keyOf(decision), decisions)) {
      return to;
    }
    keepers.forEach(keeper -> decisions.holdBack(message, part, keeper));
    return to.stream().filter(r -> !r.holdsRepaired()).toList();
  }

  /** By each repair as it is told last, which may be in the same batch as the amendment. */
  private boolean isRepaired(String key, Decisions decisions) {
    Map<String, CreditRepair> repairs = holders.repairs(key);
    repairs.putAll(decisions.repairs(key));
    return repairs.values().stream().anyMatch(CreditRepairs::endsPublication);
  }

  /**
   * A revocation: goes to exactly the receivers that got the decision, in the lane of the decision.
   *
   * @return false when the decision may still be among messages that wait for people: the
   *     revocation must wait too
   */
  boolean revocation(ClaimedMessage message, DraftPart part, Decisions decisions) {
    String revoked = part.identity().revokedKey().orElseThrow();
    String own = part.identity().actKey().orElseThrow();
    if (repeats(message, part, decisions.held(own).get(""), decisions)) {
      return true;
    }
    var decision = decisions.held(revoked).values().stream().findFirst();
    if (decision.isEmpty()) {
      if (store.hasUntranslated(message.sender())) {
        return false;
      }
      decisions.refuse(
          message,
          part,
          List.of(Finding.of("revocation.unknown-decision", "punishFileNum", "unknown number")));
      return true;
    }
    Set<String> receivers = new LinkedHashSet<>(holders.receiversOf(revoked));
    receivers.addAll(decisions.receiversOf(revoked));
    List<Receiving> to = subscriptions.among(receivers, Revocation.class);
    decisions.accept(message, part, own, "", decision.get().caseKey(), revoked, to);
    return true;
  }

  /** The keys whose latest revisions the rules will ask for. */
  static List<String> keys(DraftPart part) {
    if (part.refused()) {
      return List.of();
    }
    List<String> keys = new ArrayList<>();
    part.identity().actKey().ifPresent(keys::add);
    part.identity().revokedKey().ifPresent(keys::add);
    return keys;
  }

  private static boolean repeats(
      ClaimedMessage message, DraftPart part, HeldRecord held, Decisions decisions) {
    if (held == null || part.record().getRevision() > held.revision()) {
      return false;
    }
    if (part.record().getRevision() < held.revision()) {
      decisions.repeat(message, part, RecordState.SUPERSEDED);
    } else if (sameContent(held.body(), part.xml())) {
      decisions.repeat(message, part, RecordState.DUPLICATE);
    } else {
      decisions.refuse(
          message,
          part,
          List.of(Finding.of("record.revision-conflict", "revision", "revision already held")));
    }
    return true;
  }

  /** The same act, however it came: batch, source and time of the transfer do not count. */
  private static boolean sameContent(byte[] held, byte[] arrived) {
    return Arrays.equals(held, arrived) || Arrays.equals(content(held), content(arrived));
  }

  private static byte[] content(byte[] xml) {
    StandardRecord record = StandardXml.read(xml);
    record.setRecordUniqueIdentity("-");
    record.setCdTime(null);
    record.setCdSource(null);
    record.setCdBatch(null);
    return StandardXml.write(record);
  }
}
