package io.enforcement.gateway.routes.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.enforcement.gateway.routes.store.ConversationStore.Placed;
import io.enforcement.gateway.routes.store.ConversationStore.Standing;
import io.enforcement.gateway.routes.store.DeadlineStore.HeldDeadline;
import io.enforcement.gateway.routes.store.UnclearRecordStore.Asks;
import io.enforcement.gateway.routes.store.UnclearRecordStore.Unclear;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * How one conversation stands: its state, its documents in their places, its deadlines, in the
 * words of the store. Used by one thread.
 */
final class Account {

  private static final NoArgGenerator IDS = Generators.timeBasedEpochGenerator();
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Conversation conversation;
  private final Course course;
  private final String region;
  private final Map<Deadline.Key, HeldDeadline> held = new HashMap<>();
  private final List<HeldDeadline> changed = new ArrayList<>();
  private final List<UUID> gone = new ArrayList<>();
  private final List<Unclear> unclear = new ArrayList<>();
  private boolean answersOwed;

  Account(Conversation conversation, Course course, String region, Collection<HeldDeadline> held) {
    this.conversation = conversation;
    this.course = course;
    this.region = region;
    held.forEach(deadline -> this.held.put(key(deadline), deadline));
  }

  /**
   * Computes the deadlines anew; those whose rule is not known any more stay as they are.
   *
   * @param chosen which letters people say that documents answer, by identity
   */
  void reckon(
      Collection<DeadlineRule> rules,
      Collection<Reckoning.Receipt> receipts,
      Map<String, String> chosen,
      Clocks clocks) {
    Map<Deadline.Key, Deadline> before = new HashMap<>();
    held.forEach((key, deadline) -> before.put(key, deadline(deadline)));
    Reckoning reckoning =
        new Reckoning(
            conversation.kind(),
            course,
            conversation.documents(),
            receipts,
            chosen,
            before,
            clocks);
    List<Deadline> now = reckoning.under(rules);
    reckoning.unclear().forEach((answer, open) -> unclear.add(unclear(answer, open)));
    for (Deadline deadline : now) {
      HeldDeadline row = row(deadline);
      if (!row.equals(held.get(deadline.key()))) {
        changed.add(row);
      }
    }
    Set<String> asking =
        rules.stream()
            .filter(rule -> !rule.asksForPresence())
            .map(DeadlineRule::id)
            .collect(Collectors.toSet());
    answersOwed = now.stream().anyMatch(each -> each.isRunning() && asking.contains(each.rule()));
    Set<Deadline.Key> still = now.stream().map(Deadline::key).collect(Collectors.toSet());
    Set<String> known = rules.stream().map(DeadlineRule::id).collect(Collectors.toSet());
    held.values().stream()
        .filter(row -> known.contains(row.rule()) && !still.contains(key(row)))
        .forEach(row -> gone.add(row.id()));
  }

  private Unclear unclear(Document answer, Collection<Document> letters) {
    List<UUID> records = letters.stream().map(Document::recordId).distinct().sorted().toList();
    return new Unclear(answer.recordId(), conversation.kind().name(), Asks.LETTER, records);
  }

  /** Answers of which people must say which letter they are meant for. */
  List<Unclear> unclear() {
    return unclear;
  }

  List<HeldDeadline> changed() {
    return changed;
  }

  List<UUID> gone() {
    return gone;
  }

  List<Placed> placed() {
    return conversation.placed(course);
  }

  /** It is over when its state is final and nobody owes an answer to another letter of it. */
  Standing standing() {
    Kind kind = conversation.kind();
    return new Standing(
        conversation.id(),
        kind.name(),
        course.state(),
        kind.ends(course.state()) && !answersOwed,
        kind.restricted(),
        region,
        json(course.roles()),
        course.misfits().size(),
        opened());
  }

  private Instant opened() {
    return conversation.documents().stream()
        .filter(document -> !conversation.kind().guests().contains(document.type()))
        .map(document -> document.day().at().toInstant())
        .min(Instant::compareTo)
        .orElseGet(Instant::now);
  }

  private static String json(Map<String, Organ> roles) {
    try {
      return JSON.writeValueAsString(roles);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("names and codes always are JSON", e);
    }
  }

  private static Deadline.Key key(HeldDeadline row) {
    return new Deadline.Key(row.rule(), row.trigger(), row.receiver());
  }

  private static Deadline deadline(HeldDeadline row) {
    return new Deadline(
        row.rule(),
        row.ruleVersion(),
        row.trigger(),
        row.receiver(),
        new Moment(row.startedAt(), row.startedExact()),
        row.countedUntil(),
        row.dueAt(),
        new TreeSet<>(row.unknownYears()),
        row.warnAt(),
        row.state(),
        row.doneAt() == null ? null : new Moment(row.doneAt(), row.doneExact()),
        row.ownerRole());
  }

  private HeldDeadline row(Deadline deadline) {
    HeldDeadline before = held.get(deadline.key());
    Organ owner = course.roles().get(deadline.owner());
    boolean partner = !deadline.receiver().isEmpty();
    return new HeldDeadline(
        before == null ? IDS.generate() : before.id(),
        conversation.id(),
        deadline.rule(),
        deadline.version(),
        deadline.trigger(),
        deadline.receiver(),
        deadline.start().at(),
        deadline.start().exact(),
        deadline.counted(),
        deadline.due(),
        List.copyOf(deadline.unknownYears()),
        deadline.warnAt(),
        deadline.state(),
        deadline.done() == null ? null : deadline.done().at(),
        deadline.done() != null && deadline.done().exact(),
        deadline.owner(),
        partner || owner == null ? null : owner.uscc(),
        partner ? deadline.receiver() : owner == null ? null : owner.name());
  }
}
