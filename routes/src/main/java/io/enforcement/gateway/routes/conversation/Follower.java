package io.enforcement.gateway.routes.conversation;

import io.enforcement.gateway.routes.store.AttentionStore;
import io.enforcement.gateway.routes.store.AttentionStore.Noted;
import io.enforcement.gateway.routes.store.ConversationKeyStore;
import io.enforcement.gateway.routes.store.ConversationKeyStore.Key;
import io.enforcement.gateway.routes.store.ConversationStore;
import io.enforcement.gateway.routes.store.ConversationStore.HeldDocument;
import io.enforcement.gateway.routes.store.UnclearRecordStore;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Takes the records that were noted, finds the conversations they belong to, and computes these
 * anew (Process Manager). Everything of a batch is one transaction with the end of the note, so
 * that a death loses nothing and does nothing twice. Call it from one thread at a time.
 */
@Component
class Follower {

  /** So many conversations of a batch are looked up together. */
  private static final int MOST_TOGETHER = 100;

  /**
   * Records of so many bytes are read together. A batch may touch conversations that hold thousands
   * of records: they take turns in the memory.
   */
  private static final long HEAVIEST = 4 << 20;

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
    Map<UUID, Content> read = new HashMap<>();
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

  private List<Incoming> incoming(Noted noted, Map<UUID, Content> read) {
    Content content = Content.of(noted.body());
    read.put(noted.recordId(), content);
    return kinds.of(noted.kind()).stream()
        .map(kind -> Incoming.of(kind, noted, content))
        .filter(Incoming::concernsIt)
        .toList();
  }

  /** Finds or opens the conversations of these records, and has them computed. */
  private void join(List<Incoming> incoming, Map<UUID, Content> read) {
    Assignment assignment =
        new Assignment(
            conversations,
            settings,
            // One more than a record may join shows that there are too many.
            keys.keys(
                incoming.stream().flatMap(Incoming::numbers).toList(), settings.mostShared() + 1),
            unclear.choices(incoming.stream().map(i -> i.document().recordId()).toList()));
    incoming.forEach(assignment::assign);
    books.writePlaces(assignment.learnt(), assignment.unclear());
    for (List<UUID> some : Portions.of(assignment.joining().keySet(), id -> 1, MOST_TOGETHER)) {
      Map<UUID, List<HeldDocument>> held =
          conversations.documents(some).stream()
              .collect(Collectors.groupingBy(HeldDocument::conversation));
      ToLongFunction<UUID> weight =
          id -> held.getOrDefault(id, List.of()).stream().mapToLong(HeldDocument::bytes).sum();
      for (List<UUID> portion : Portions.of(some, weight, HEAVIEST)) {
        write(portion, held, assignment, read);
      }
    }
    invite(assignment);
  }

  /** Computes and writes some of the conversations that a batch has touched. */
  private void write(
      List<UUID> portion,
      Map<UUID, List<HeldDocument>> held,
      Assignment assignment,
      Map<UUID, Content> read) {
    Map<UUID, Conversation> touched = new LinkedHashMap<>();
    portion.forEach(
        id -> touched.put(id, new Conversation(id, assignment.joining().get(id).get(0).kind())));
    recall(
        touched,
        portion.stream().flatMap(id -> held.getOrDefault(id, List.of()).stream()).toList(),
        read);
    touched.forEach(
        (id, conversation) ->
            assignment
                .joining()
                .get(id)
                .forEach(i -> conversation.add(i.document(), i.revision())));
    books.write(touched.values(), read.keySet());
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
  private void recall(
      Map<UUID, Conversation> touched, List<HeldDocument> held, Map<UUID, Content> read) {
    Map<UUID, Content> records = new HashMap<>(read);
    Set<UUID> missing = held.stream().map(HeldDocument::recordId).collect(Collectors.toSet());
    missing.removeAll(read.keySet());
    conversations.bodies(missing, (id, body) -> records.put(id, Content.of(body)));
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
