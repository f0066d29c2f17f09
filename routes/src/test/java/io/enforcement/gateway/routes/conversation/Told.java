package io.enforcement.gateway.routes.conversation;

import io.enforcement.gateway.routes.store.DeadlineState;
import io.enforcement.gateway.standards.calendar.WorkingCalendar;
import io.enforcement.gateway.standards.identity.RecordIdentity;
import io.enforcement.gateway.standards.model.StandardRecord;
import io.enforcement.gateway.standards.rules.StandardValidator;
import io.enforcement.gateway.standards.validation.Finding;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A conversation told from documents to documents, by the shipped kinds, rules and calendar. After
 * each document everything is computed anew, as the gateway does, with what was computed before.
 */
final class Told {

  private static final Kinds KINDS = Kinds.shipped();
  private static final StandardValidator VALIDATOR = StandardValidator.shipped();
  private static final LocalDate CHECKED_ON = LocalDate.of(2026, 12, 31);

  /** The same records come in many orders, and are checked once. */
  private static final Map<StandardRecord, Content> CONTENTS = new IdentityHashMap<>();

  private static final WorkingCalendar CALENDAR = WorkingCalendar.of(WorkingCalendar.shipped());

  private final Kind kind;
  private final DeadlineTable table;
  private final Conversation conversation;
  private final Map<String, String> duties = new HashMap<>();
  private final List<Sent> receipts = new ArrayList<>();
  private Map<Deadline.Key, Deadline> deadlines = new HashMap<>();
  private final Map<String, String> chosen = new HashMap<>();
  private Map<Document, List<Document>> unclear = Map.of();
  private Course course;
  private int arrivals;

  /** Receipts are of one revision: what was sent before it counts no more. */
  private record Sent(int revision, Reckoning.Receipt receipt) {

    boolean isOf(StandardRecord record, String receiver) {
      return revision == record.getRevision()
          && receipt.document().equals(identity(record))
          && receipt.receiver().equals(receiver);
    }
  }

  private Told(Kind kind, DeadlineTable table) {
    this.kind = kind;
    this.table = table;
    this.conversation = new Conversation(UUID.randomUUID(), kind);
  }

  /** An empty conversation of this kind. */
  static Told of(String kind) {
    return of(kind, DeadlineTable.shipped());
  }

  /** One at a site that has a deadline table of its own. */
  static Told of(String kind, DeadlineTable table) {
    return new Told(KINDS.named(kind).orElseThrow(), table);
  }

  /** These documents have come, in this order. */
  Told came(StandardRecord... records) {
    for (StandardRecord record : records) {
      conversation.add(document(record), record.getRevision());
      reckon();
    }
    return this;
  }

  /** A receiver was sent the record, and took it at that time; null: it has not. */
  Told sent(StandardRecord record, String receiver, String duty, String takenAt) {
    String identity = identity(record);
    Moment at = takenAt == null ? null : Moment.of(OffsetDateTime.parse(takenAt));
    boolean taken =
        receipts.stream().anyMatch(r -> r.isOf(record, receiver) && r.receipt().at() != null);
    if (!taken) {
      receipts.removeIf(r -> r.isOf(record, receiver));
      receipts.add(new Sent(record.getRevision(), new Reckoning.Receipt(identity, receiver, at)));
    }
    duties.put(receiver, duty);
    reckon();
    return this;
  }

  /** Somebody says which letter a record answers. */
  Told answers(StandardRecord record, StandardRecord letter) {
    chosen.put(identity(record), identity(letter));
    reckon();
    return this;
  }

  private Document document(StandardRecord record) {
    Instant arrival = Instant.parse("2026-11-01T00:00:00Z").plusSeconds(arrivals++);
    return Document.of(kind, UUID.randomUUID(), identity(record), content(record), arrival);
  }

  private static Content content(StandardRecord record) {
    return CONTENTS.computeIfAbsent(
        record,
        read -> {
          List<Finding> findings = VALIDATOR.check(read, CHECKED_ON).findings();
          return new Content(read, 0, findings.stream().map(Finding::rule).distinct().toList());
        });
  }

  private static String identity(StandardRecord record) {
    RecordIdentity identity = RecordIdentity.of(record);
    return identity.actKey().orElseThrow() + " " + identity.partyKey().orElse("");
  }

  private void reckon() {
    String region = conversation.region();
    Collection<DeadlineRule> rules = table.of(kind.name(), region);
    List<Reckoning.Receipt> owed = Deliveries.owed(conversation, rules, latest());
    course = conversation.course(deliveries(owed), rules);
    Reckoning reckoning =
        new Reckoning(
            kind,
            course,
            conversation.documents(),
            owed,
            chosen,
            deadlines,
            new Clocks(CALENDAR.in(region)));
    deadlines =
        reckoning.under(rules).stream()
            .collect(Collectors.toMap(Deadline::key, deadline -> deadline));
    unclear = reckoning.unclear();
  }

  private List<Reckoning.Receipt> latest() {
    return receipts.stream()
        .filter(
            sent ->
                conversation.documents().stream()
                    .anyMatch(
                        document ->
                            document.identity().equals(sent.receipt().document())
                                && document.record().getRevision() == sent.revision()))
        .map(Sent::receipt)
        .toList();
  }

  private List<Document> deliveries(List<Reckoning.Receipt> owed) {
    return conversation.documents().stream()
        .flatMap(
            document ->
                Deliveries.of(
                    document,
                    owed.stream().filter(r -> r.document().equals(document.identity())),
                    receiver -> Optional.ofNullable(duties.get(receiver))))
        .toList();
  }

  String state() {
    return course.state();
  }

  /** Types of the documents that do not fit. */
  List<String> misfits() {
    return course.misfits().stream().map(Document::type).toList();
  }

  /** Types of all documents, by name. */
  List<String> documents() {
    return conversation.documents().stream().map(Document::type).sorted().toList();
  }

  /** Types of the documents of which nobody knows which letter they answer. */
  List<String> unclear() {
    return unclear.keySet().stream().map(Document::type).sorted().toList();
  }

  /** All deadlines: rule, last day or moment, state. */
  List<String> all() {
    return deadlines.values().stream().map(Told::told).sorted().toList();
  }

  private static String told(Deadline deadline) {
    String receiver = deadline.receiver().isEmpty() ? "" : deadline.receiver() + " ";
    String end =
        deadline.due().toLocalTime().equals(LocalTime.MIDNIGHT)
            ? deadline.due().toLocalDate().minusDays(1).toString()
            : deadline.due().toLocalDateTime().toString();
    return deadline.rule() + " " + receiver + end + " " + deadline.state();
  }

  /**
   * What somebody still owes although the state is final: nothing, but for what another letter of
   * the same type waits for. That a record is missing may come to light afterwards; that is no
   * answer that anybody waits for.
   */
  List<String> owedAfterTheEnd() {
    if (!kind.ends(course.state())) {
      return List.of();
    }
    return table.of(kind.name(), conversation.region()).stream()
        .filter(rule -> !rule.asksForPresence() && open().contains(rule.id()))
        .filter(rule -> letters(rule.trigger()) == 1)
        .map(DeadlineRule::id)
        .toList();
  }

  private long letters(String type) {
    return conversation.documents().stream().filter(d -> d.type().equals(type)).count();
  }

  /** The rules of the deadlines that are open. */
  Set<String> open() {
    return deadlines.values().stream()
        .filter(deadline -> deadline.state() == DeadlineState.OPEN)
        .map(Deadline::rule)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
