package io.enforcement.gateway.routes.exchange;

import io.enforcement.gateway.routes.alarm.UnroutedWatch;
import io.enforcement.gateway.routes.audit.AuditEvent;
import io.enforcement.gateway.routes.audit.Milestone;
import io.enforcement.gateway.routes.exchange.Draft.DraftPart;
import io.enforcement.gateway.routes.partner.Subscriptions;
import io.enforcement.gateway.routes.problem.Diagnosis;
import io.enforcement.gateway.routes.spool.IncomingParcels;
import io.enforcement.gateway.routes.store.Attempt;
import io.enforcement.gateway.routes.store.AwaitedFileStore;
import io.enforcement.gateway.routes.store.ClaimedMessage;
import io.enforcement.gateway.routes.store.DecidedPart;
import io.enforcement.gateway.routes.store.MessageState;
import io.enforcement.gateway.routes.store.NewDelivery;
import io.enforcement.gateway.routes.store.ParkedStore;
import io.enforcement.gateway.routes.store.RecordState;
import io.enforcement.gateway.routes.store.SubjectStore;
import io.enforcement.gateway.routes.store.TranslationStore;
import io.enforcement.gateway.standards.model.Receipt;
import io.enforcement.gateway.standards.model.Revocation;
import io.enforcement.gateway.standards.validation.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.camel.Body;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The commit of the translate route: in one transaction the records, one outbox row per receiver,
 * the events and the end of the work on the messages. Thread-safe.
 */
@Component("registration")
public class Registration {

  private static final Logger LOG = LoggerFactory.getLogger(Registration.class);

  private final TranslationStore store;
  private final SubjectStore subjects;
  private final AwaitedFileStore files;
  private final IncomingParcels parcels;
  private final ParkedStore parked;
  private final Records records;
  private final RecordRules rules;
  private final Verdicts verdicts;
  private final Subscriptions subscriptions;
  private final WakeUps wakeUps;
  private final Handover handover;
  private final Node node;
  private final UnroutedWatch unrouted;
  private final List<KeptHere> keepers;

  Registration(
      TranslationStore store,
      SubjectStore subjects,
      AwaitedFileStore files,
      IncomingParcels parcels,
      ParkedStore parked,
      Records records,
      RecordRules rules,
      Verdicts verdicts,
      Subscriptions subscriptions,
      WakeUps wakeUps,
      Handover handover,
      Node node,
      UnroutedWatch unrouted,
      ObjectProvider<KeptHere> keepers) {
    this.store = store;
    this.subjects = subjects;
    this.files = files;
    this.parcels = parcels;
    this.parked = parked;
    this.records = records;
    this.rules = rules;
    this.verdicts = verdicts;
    this.subscriptions = subscriptions;
    this.wakeUps = wakeUps;
    this.handover = handover;
    this.node = node;
    this.unrouted = unrouted;
    this.keepers = keepers.stream().toList();
  }

  /** Commits the drafts of one sender and wakes the receivers. */
  public void commit(@Body List<Draft> drafts) {
    if (drafts.isEmpty()) {
      return;
    }
    String sender = drafts.get(0).message().sender();
    Set<String> receivers = new TreeSet<>();
    try {
      receivers.addAll(write(sender, drafts));
    } catch (RuntimeException e) {
      leaveWhenStoreIsAway(e);
      LOG.error(
          "messages of {} cannot be committed together ({}): one by one",
          sender,
          e.getClass().getName());
      drafts.forEach(draft -> receivers.addAll(writeAlone(sender, draft)));
    }
    receivers.forEach(receiver -> wakeUps.wake(WakeUps.outQueue(receiver), "translated"));
    if (Translation.full(drafts.stream().map(Draft::message).toList())) {
      wakeUps.wake(WakeUps.translateQueue(sender), "more");
    }
  }

  /** No message is to blame then: all stay where they are. */
  private static void leaveWhenStoreIsAway(RuntimeException failure) {
    if (Diagnosis.databaseIsAway(failure)) {
      throw failure;
    }
  }

  private Set<String> writeAlone(String sender, Draft draft) {
    try {
      return write(sender, List.of(draft));
    } catch (RuntimeException e) {
      leaveWhenStoreIsAway(e);
      LOG.error(
          "message {} of {} cannot be committed: {}",
          draft.message().id(),
          sender,
          e.getClass().getName());
      return write(sender, List.of(Draft.faulty(draft.message(), e.getClass().getSimpleName())));
    }
  }

  private Set<String> write(String sender, List<Draft> drafts) {
    Set<String> receivers = new TreeSet<>();
    List<AuditEvent> told = new ArrayList<>();
    List<Attempt> first = new ArrayList<>();
    // Before the transaction, and for good: what names a file finds it there.
    drafts.forEach(draft -> receivers.addAll(parcels.keep(sender, draft.files())));
    List<NewDelivery> leaving = new ArrayList<>();
    try {
      store.commit(
          sender,
          node.epoch(),
          () -> {
            List<String> keys =
                drafts.stream()
                    .flatMap(d -> d.parts().stream())
                    .flatMap(p -> RecordRules.keys(p).stream())
                    .toList();
            Decisions decisions = new Decisions(store.held(keys), this::isKept);
            drafts.forEach(draft -> decide(draft, decisions));
            leaving.addAll(handover.claim(decisions.deliveries, decisions.withFiles()));
            Map<UUID, Instant> begun =
                store.write(decisions.records, leaving, decisions.events, decisions.states);
            first.addAll(decisions.attempts(leaving, begun));
            subjects.write(decisions.subjects);
            files.note(decisions.files);
            receivers.addAll(decisions.receivers(begun.keySet()));
            decisions.leaving.forEach(records::keep);
            told.addAll(decisions.events);
          });
    } catch (RuntimeException e) {
      handover.leave(leaving, List.of());
      throw e;
    }
    handover.leave(leaving, first);
    handover.hand(first);
    tellUnrouted(drafts, told);
    return receivers;
  }

  private void tellUnrouted(List<Draft> drafts, List<AuditEvent> told) {
    for (AuditEvent event : told) {
      if (event.milestone() == Milestone.UNROUTED) {
        drafts.stream()
            .map(Draft::message)
            .filter(message -> message.id().equals(event.messageId()))
            .forEach(m -> unrouted.unrouted(m.sender(), m.exchange(), event.detail()));
      }
    }
  }

  private boolean isKept(String kind) {
    return keepers.stream().anyMatch(keeper -> keeper.keeps(kind));
  }

  private void decide(Draft draft, Decisions decisions) {
    ClaimedMessage message = draft.message();
    if (draft.fault() != null) {
      park(message, draft.fault(), List.of(), decisions);
      return;
    }
    List<DecidedPart> decided = message.replays() == 0 ? List.of() : store.decided(message.id());
    List<DraftPart> open =
        undecided(draft.refusal().isEmpty() ? draft.parts() : refused(draft), decided);
    List<DraftPart> awaiting = draft.awaiting(open);
    String waitsFor =
        parts(message, open.stream().filter(p -> !awaiting.contains(p)).toList(), decisions);
    if (waitsFor != null) {
      park(message, waitsFor, List.of(), decisions);
      return;
    }
    List<DecidedPart> all = new ArrayList<>(decided);
    all.addAll(decisions.partsOf(message.id()));
    awaiting.forEach(
        p -> all.add(new DecidedPart(p.position(), RecordState.REFUSED, p.findings())));
    all.sort(Comparator.comparing(DecidedPart::position));
    if (awaiting.isEmpty()) {
      decisions.settle(message, state(all));
    } else {
      List<Finding> findings = awaiting.stream().flatMap(p -> p.findings().stream()).toList();
      park(message, awaiting.get(0).awaited().get(0).cause(message.sender()), findings, decisions);
    }
    subscriptions
        .addressed(message.sender(), Receipt.class)
        .ifPresent(to -> decisions.address(message, Receipts.of(message, all), to));
  }

  /** What was decided before a replay stays decided. */
  private static List<DraftPart> undecided(List<DraftPart> parts, List<DecidedPart> decided) {
    Set<Integer> known = decided.stream().map(DecidedPart::position).collect(Collectors.toSet());
    return parts.stream().filter(part -> !known.contains(part.position())).toList();
  }

  /** A message that cannot be taken apart is refused as its only part. */
  private static List<DraftPart> refused(Draft draft) {
    return List.of(new DraftPart(1, null, null, null, draft.refusal()));
  }

  private static MessageState state(List<DecidedPart> parts) {
    boolean allRefused = parts.stream().allMatch(part -> part.state() == RecordState.REFUSED);
    return allRefused ? MessageState.REFUSED : MessageState.TRANSLATED;
  }

  /** Decides each part that can be decided; tells what the message has to wait for, or null. */
  private String parts(ClaimedMessage message, List<DraftPart> parts, Decisions decisions) {
    for (DraftPart part : parts) {
      if (part.refused()) {
        decisions.refuse(message, part, part.findings());
      } else if (part.record() instanceof Revocation) {
        if (!rules.revocation(message, part, decisions)) {
          return "revocation.decision-not-translated";
        }
      } else if (Verdicts.isVerdict(part)) {
        if (!verdicts.apply(message, part, decisions)) {
          return "rejection.unmatched";
        }
      } else {
        rules.act(message, part, decisions);
      }
    }
    return null;
  }

  private void park(
      ClaimedMessage message, String cause, List<Finding> findings, Decisions decisions) {
    parked.keep(message, cause, findings);
    decisions.settle(message, MessageState.PARKED);
    decisions.events.add(
        AuditEvent.ofMessage(Milestone.PARKED, message.id(), message.sender(), cause));
  }
}
