package io.enforcement.gateway.routes.conversation;

import io.enforcement.gateway.routes.store.AttentionStore;
import io.enforcement.gateway.routes.store.AttentionStore.Noted;
import io.enforcement.gateway.routes.store.ConversationKeyStore;
import io.enforcement.gateway.routes.store.ConversationKeyStore.Key;
import io.enforcement.gateway.routes.store.ConversationStore;
import io.enforcement.gateway.routes.store.ConversationStore.HeldDocument;
import io.enforcement.gateway.routes.store.UnclearRecordStore;
import io.enforcement.gateway.standards.format.StandardXml;
import io.enforcement.gateway.standards.model.StandardRecord;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Takes the records that were noted, finds the conversations they belong to, and computes these
 * anew (Process Manager). Everything of a batch is one transaction with the end of the note, so
 * that a death loses nothing and does nothing twice. Call it from one thread at a time.
 */
@Component
class Follower {

  private final AttentionStore attention;
  private final ConversationKeyStore keys;
  private final ConversationStore conversations;
  private final UnclearRecordStore unclear;
  private final Books books;
  private final Kinds kinds;
  private final ConversationSettings settings;

  Follower(
      AttentionStore attention,
      ConversationKeyStore keys,
      ConversationStore conversations,
      UnclearRecordStore unclear,
      Books books,
      Kinds kinds,
      ConversationSettings settings) {
    this.attention = attention;
    this.keys = keys;
    this.conversations = conversations;
    this.unclear = unclear;
    this.books = books;
    this.kinds = kinds;
    this.settings = settings;
  }

  /** Whether some record waits to be followed. */
  boolean hasWork() {
    return attention.hasNoted();
  }

  /**
   * Follows the records that were noted first; call inside a transaction.
   *
   * @param limit so many records
   * @return how many notes of theirs there were: with fewer than the limit nothing else waits
   */
  int follow(int limit) {
    List<Noted> noted = attention.noted(limit);
    if (noted.isEmpty()) {
      return 0;
    }
    Map<UUID, StandardRecord> read = new HashMap<>();
    List<Incoming> incoming =
        noted.stream()
            .filter(n -> kinds.records().contains(n.kind()))
            .flatMap(n -> incoming(n, read).stream())
            .toList();
    if (!incoming.isEmpty()) {
      join(incoming, read);
    }
    attention.forget(noted);
    return noted.stream().mapToInt(each -> each.notes().size()).sum();
  }

  /** Counts a failure of the first record. */
  Optional<UUID> fail() {
    return attention.fail();
  }

  private List<Incoming> incoming(Noted noted, Map<UUID, StandardRecord> read) {
    StandardRecord record = StandardXml.read(noted.body());
    read.put(noted.recordId(), record);
    return kinds.of(noted.kind()).stream()
        .map(kind -> Incoming.of(kind, noted, record))
        .filter(Incoming::concernsIt)
        .toList();
  }

  /** Finds or opens the conversations of these records, and has them computed. */
  private void join(List<Incoming> incoming, Map<UUID, StandardRecord> read) {
    Assignment assignment =
        new Assignment(
            conversations,
            settings,
            // One more than a record may join shows that there are too many.
            keys.keys(
                incoming.stream().flatMap(Incoming::numbers).toList(), settings.mostShared() + 1),
            unclear.choices(incoming.stream().map(i -> i.document().recordId()).toList()));
    incoming.forEach(assignment::assign);
    Map<UUID, Conversation> touched = new LinkedHashMap<>();
    assignment
        .joining()
        .forEach((id, all) -> touched.put(id, new Conversation(id, all.get(0).kind())));
    recall(touched, read);
    assignment
        .joining()
        .forEach((id, all) -> all.forEach(i -> touched.get(id).add(i.document(), i.revision())));
    books.write(touched.values(), assignment.learnt(), assignment.unclear(), read.keySet());
    invite(assignment);
  }

  /** What joins by a shared number and came before there was a conversation to join. */
  private void invite(Assignment assignment) {
    Map<Kind, Set<String>> numbers = new LinkedHashMap<>();
    assignment.joining().values().stream()
        .flatMap(Collection::stream)
        .filter(each -> !each.keys().isEmpty() && !each.kind().guests().isEmpty())
        .forEach(
            each ->
                each.shared().stream()
                    .map(Key::number)
                    .forEach(
                        number ->
                            numbers
                                .computeIfAbsent(each.kind(), k -> new HashSet<>())
                                .add(number)));
    Set<String> learnt =
        assignment.learnt().stream()
            .map(key -> key.kind() + " " + key.number())
            .collect(Collectors.toSet());
    numbers.forEach(
        (kind, named) -> {
          named.removeIf(number -> !learnt.contains(kind.name() + " " + number));
          if (!named.isEmpty()) {
            attention.invite(kind.name(), othersWith(kind), kind.guests(), named);
          }
        });
  }

  /** Other kinds that know guests of this one. */
  private List<String> othersWith(Kind kind) {
    return kind.guests().stream()
        .flatMap(guest -> kinds.of(guest).stream())
        .filter(other -> other != kind)
        .map(Kind::name)
        .distinct()
        .toList();
  }

  /** A record that several conversations have is read once. */
  private void recall(Map<UUID, Conversation> touched, Map<UUID, StandardRecord> read) {
    List<HeldDocument> held = conversations.documents(touched.keySet());
    Map<UUID, StandardRecord> records = new HashMap<>(read);
    Set<UUID> missing = held.stream().map(HeldDocument::recordId).collect(Collectors.toSet());
    missing.removeAll(read.keySet());
    conversations.bodies(missing).forEach((id, body) -> records.put(id, StandardXml.read(body)));
    for (HeldDocument each : held) {
      Conversation conversation = touched.get(each.conversation());
      conversation.add(
          Document.of(
              conversation.kind(),
              each.recordId(),
              each.identity(),
              records.get(each.recordId()),
              each.arrivedAt()),
          each.revision());
    }
  }
}
