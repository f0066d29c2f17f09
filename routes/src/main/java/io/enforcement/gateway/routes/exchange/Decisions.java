package io.enforcement.gateway.routes.exchange;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.enforcement.gateway.routes.audit.AuditEvent;
import io.enforcement.gateway.routes.audit.Milestone;
import io.enforcement.gateway.routes.exchange.Draft.DraftPart;
import io.enforcement.gateway.routes.partner.NamedFiles;
import io.enforcement.gateway.routes.partner.Partner.Receiving;
import io.enforcement.gateway.routes.query.Subjects;
import io.enforcement.gateway.routes.store.Attempt;
import io.enforcement.gateway.routes.store.ClaimedMessage;
import io.enforcement.gateway.routes.store.DecidedPart;
import io.enforcement.gateway.routes.store.HeldRecord;
import io.enforcement.gateway.routes.store.MessageState;
import io.enforcement.gateway.routes.store.NeededFile;
import io.enforcement.gateway.routes.store.NewDelivery;
import io.enforcement.gateway.routes.store.NewRecord;
import io.enforcement.gateway.routes.store.NewSubject;
import io.enforcement.gateway.routes.store.RecordState;
import io.enforcement.gateway.standards.model.CreditRepair;
import io.enforcement.gateway.standards.model.StandardRecord;
import io.enforcement.gateway.standards.validation.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What one translating transaction will write, collected message by message, together with what it
 * has to remember of itself: a revision or a revocation may stand in the same batch as its
 * decision. Used by one thread.
 */
final class Decisions {

  private static final NoArgGenerator IDS = Generators.timeBasedEpochGenerator();

  final List<NewRecord> records = new ArrayList<>();
  final List<NewDelivery> deliveries = new ArrayList<>();
  final List<NeededFile> files = new ArrayList<>();

  /** By what the new records may be asked for; most kinds have none. */
  final List<NewSubject> subjects = new ArrayList<>();

  final List<AuditEvent> events = new ArrayList<>();
  final Map<UUID, MessageState> states = new LinkedHashMap<>();

  /** The records that somebody gets. */
  final Map<NewRecord, StandardRecord> leaving = new IdentityHashMap<>();

  private final Set<String> toWake = new TreeSet<>();
  private final Map<String, Map<String, HeldRecord>> held = new HashMap<>();
  private final Map<String, Set<String>> receivers = new HashMap<>();
  private final Map<String, Map<String, CreditRepair>> repairs = new HashMap<>();

  private final Predicate<String> kept;

  /**
   * @param kept whether records of a kind have a place here, when nobody receives them
   */
  Decisions(List<HeldRecord> held, Predicate<String> kept) {
    this.kept = kept;
    held.forEach(this::hold);
  }

  /** The latest revision of each party's decision under this act. */
  Map<String, HeldRecord> held(String actKey) {
    return held.getOrDefault(actKey, Map.of());
  }

  /** The receivers that this transaction itself sends the act to. */
  Set<String> receiversOf(String actKey) {
    return receivers.getOrDefault(actKey, Set.of());
  }

  /** By act, the repairs of a credit record that this transaction itself accepts. */
  Map<String, CreditRepair> repairs(String caseKey) {
    return repairs.getOrDefault(caseKey, Map.of());
  }

  /** The receivers to wake after the commit; whoever fetches is nobody to wake. */
  Set<String> receivers(Set<UUID> begun) {
    return deliveries.stream()
        .filter(delivery -> !begun.contains(delivery.id()))
        .map(NewDelivery::receiver)
        .filter(toWake::contains)
        .collect(Collectors.toSet());
  }

  /** The deliveries that may have to wait for files. */
  Set<UUID> withFiles() {
    return files.stream().map(NeededFile::deliveryId).collect(Collectors.toSet());
  }

  /**
   * The first attempts that were committed with their deliveries, in the order of these.
   *
   * @param begun by delivery, with the moment from which its record is kept
   */
  List<Attempt> attempts(List<NewDelivery> claimed, Map<UUID, Instant> begun) {
    Map<UUID, NewRecord> byId =
        leaving.keySet().stream().collect(Collectors.toMap(NewRecord::id, r -> r));
    return claimed.stream()
        .filter(delivery -> begun.containsKey(delivery.id()))
        .map(d -> d.firstAttempt(byId.get(d.recordId()).body(), begun.get(d.id())))
        .toList();
  }

  /** What was decided of a message's parts in this transaction. */
  List<DecidedPart> partsOf(UUID messageId) {
    return records.stream()
        .filter(r -> r.messageId().equals(messageId))
        .map(r -> new DecidedPart(r.part(), r.state(), r.findings()))
        .toList();
  }

  void settle(ClaimedMessage message, MessageState state) {
    states.put(message.id(), state);
  }

  void refuse(ClaimedMessage message, DraftPart part, List<Finding> findings) {
    records.add(record(message, part, RecordState.REFUSED, null, null, null, findings));
    String rule =
        findings.stream().filter(Finding::refuses).findFirst().map(Finding::rule).orElse(null);
    events.add(
        AuditEvent.ofPart(
            Milestone.REFUSED, message.id(), part.position(), message.sender(), rule));
  }

  void repeat(ClaimedMessage message, DraftPart part, RecordState state) {
    records.add(record(message, part, state, null, null, null, part.findings()));
    events.add(
        AuditEvent.ofPart(
            Milestone.REPEATED, message.id(), part.position(), message.sender(), state.name()));
  }

  /** Keeps a sound record and puts it into the outbox of its receivers. */
  void accept(
      ClaimedMessage message,
      DraftPart part,
      String actKey,
      String partyKey,
      String caseKey,
      String revokes,
      List<Receiving> to) {
    boolean arrives = !to.isEmpty() || kept.test(part.kind());
    RecordState state = arrives ? RecordState.ACCEPTED : RecordState.UNROUTED;
    NewRecord record = record(message, part, state, actKey, partyKey, caseKey, part.findings());
    records.add(record);
    subjects.addAll(Subjects.of(part.record(), record.id(), message.receivedAt()));
    hold(
        new HeldRecord(
            record.id(), actKey, partyKey, part.record().getRevision(), caseKey, part.xml()));
    Milestone milestone = arrives ? Milestone.TRANSLATED : Milestone.UNROUTED;
    events.add(
        AuditEvent.ofPart(milestone, message.id(), part.position(), message.sender(), part.kind()));
    to.forEach(receiver -> deliver(message, part, record, receiver, caseKey, revokes));
    to.forEach(r -> receivers.computeIfAbsent(actKey, k -> new LinkedHashSet<>()).add(r.partner()));
    if (part.record() instanceof CreditRepair repair) {
      repairs.computeIfAbsent(caseKey, k -> new HashMap<>()).put(actKey, repair);
    }
  }

  /** Notes that a receiver does not get an amendment. */
  void holdBack(ClaimedMessage message, DraftPart part, Receiving receiver) {
    events.add(
        AuditEvent.ofPart(
            Milestone.HELD_BACK,
            message.id(),
            part.position(),
            message.sender(),
            receiver.partner() + ": the credit record was repaired"));
  }

  /** Keeps a record that goes to one partner because it concerns it, outside all subscriptions. */
  void address(ClaimedMessage message, DraftPart part, Receiving to) {
    RecordState state = to == null ? RecordState.UNROUTED : RecordState.ACCEPTED;
    NewRecord record = record(message, part, state, null, null, null, part.findings());
    records.add(record);
    if (to != null) {
      deliver(message, part, record, to, null, null);
    }
  }

  private void deliver(
      ClaimedMessage message,
      DraftPart part,
      NewRecord record,
      Receiving to,
      String caseKey,
      String revokes) {
    leaving.put(record, part.record());
    if (!to.pulled()) {
      toWake.add(to.partner());
    }
    String lane = caseKey == null ? record.id().toString() : caseKey;
    UUID id = IDS.generate();
    deliveries.add(
        new NewDelivery(
            id, record.id(), message.id(), to.partner(), to.exchange(), lane, revokes, null));
    boolean required = to.attachments().mustArrive();
    NamedFiles.of(to, part.record())
        .forEach(file -> files.add(new NeededFile(id, file, message.sender(), required)));
  }

  private void hold(HeldRecord record) {
    held.computeIfAbsent(record.actKey(), k -> new LinkedHashMap<>())
        .put(record.partyKey(), record);
  }

  private static NewRecord record(
      ClaimedMessage message,
      DraftPart part,
      RecordState state,
      String actKey,
      String partyKey,
      String caseKey,
      List<Finding> findings) {
    Integer revision = part.record() == null ? null : part.record().getRevision();
    byte[] body = state == RecordState.REFUSED ? null : part.xml();
    return new NewRecord(
        IDS.generate(),
        message.id(),
        part.position(),
        part.kind(),
        state,
        actKey,
        partyKey,
        revision,
        caseKey,
        body,
        findings);
  }
}
