package io.enforcement.gateway.routes.conversation;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.enforcement.gateway.routes.store.ConversationStore;
import io.enforcement.gateway.routes.store.ConversationStore.Asks;
import io.enforcement.gateway.routes.store.ConversationStore.Choice;
import io.enforcement.gateway.routes.store.ConversationStore.HeldDocument;
import io.enforcement.gateway.routes.store.ConversationStore.Key;
import io.enforcement.gateway.routes.store.ConversationStore.Noted;
import io.enforcement.gateway.routes.store.ConversationStore.Unclear;
import io.enforcement.gateway.standards.format.StandardXml;
import io.enforcement.gateway.standards.model.StandardRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Takes the records that were noted, finds the conversations they belong to, and computes these
 * anew (Process Manager). Everything of a batch is one transaction with the end of the note, so
 * that a death loses nothing and does nothing twice. Call it from one thread at a time.
 */
@Component
class Follower {

  private static final NoArgGenerator IDS = Generators.timeBasedEpochGenerator();

  private final ConversationStore store;
  private final Books books;
  private final Kinds kinds;

  Follower(ConversationStore store, Books books, Kinds kinds) {
    this.store = store;
    this.books = books;
    this.kinds = kinds;
  }

  /** Whether some record waits to be followed. */
  boolean hasWork() {
    return store.hasNoted();
  }

  /**
   * Follows the records that were noted first; call inside a transaction.
   *
   * @return how many there were
   */
  int follow(int limit) {
    List<Noted> noted = store.noted(limit);
    if (noted.isEmpty()) {
      return 0;
    }
    Set<UUID> seen = new HashSet<>();
    List<Incoming> incoming =
        noted.stream()
            .filter(n -> kinds.records().contains(n.kind()) && seen.add(n.recordId()))
            .flatMap(this::incoming)
            .toList();
    if (!incoming.isEmpty()) {
      join(incoming);
    }
    store.forget(noted);
    return noted.size();
  }

  /** Counts a failure of the first record. */
  Optional<UUID> fail() {
    return store.fail();
  }

  /** A record as one kind of conversation sees it, with the numbers that it names there. */
  private record Incoming(
      Kind kind, Document document, int revision, List<Key> keys, List<Key> shared) {

    boolean concernsIt() {
      return !(keys.isEmpty() && shared.isEmpty()) && kind.concerns(document);
    }

    boolean opens() {
      return kind.opensWith(document);
    }

    /** Whether it joins every conversation that shares its numbers, and never makes one. */
    boolean isGuest() {
      return kind.guests().contains(document.type());
    }

    /** A new conversation, unless it has no number that one could be known by. */
    Set<UUID> opened() {
      return keys.isEmpty() ? Set.of() : Set.of(IDS.generate());
    }

    Stream<Key> numbers() {
      return Stream.concat(keys.stream(), shared.stream());
    }
  }

  private Stream<Incoming> incoming(Noted noted) {
    StandardRecord record = StandardXml.read(noted.body());
    return kinds.of(noted.kind()).stream()
        .map(kind -> incoming(kind, noted, record))
        .filter(Incoming::concernsIt);
  }

  private static Incoming incoming(Kind kind, Noted noted, StandardRecord record) {
    return new Incoming(
        kind,
        Document.of(kind, noted.recordId(), noted.identity(), record, noted.arrivedAt()),
        noted.revision(),
        Correlation.keys(kind, record),
        Correlation.shared(kind, record));
  }

  /** Finds or opens the conversations of these records, and has them computed. */
  private void join(List<Incoming> incoming) {
    Correlation correlation = new Correlation();
    correlation.learn(store.keys(incoming.stream().flatMap(Incoming::numbers).toList()));
    List<Choice> choices =
        store.choices(incoming.stream().map(i -> i.document().recordId()).toList());
    Map<UUID, Conversation> touched = new LinkedHashMap<>();
    Map<UUID, List<Incoming>> joining = new LinkedHashMap<>();
    List<Key> learnt = new ArrayList<>();
    List<Unclear> unclear = new ArrayList<>();
    for (Incoming each : incoming) {
      Set<UUID> found = chosen(each, choices, found(each, correlation, joining));
      if (found.size() > 1 && !each.isGuest()) {
        unclear.add(
            new Unclear(
                each.document().recordId(),
                each.kind().name(),
                Asks.CONVERSATION,
                List.copyOf(found)));
      } else {
        for (UUID id : found.isEmpty() ? each.opened() : found) {
          touched.computeIfAbsent(id, i -> new Conversation(i, each.kind()));
          joining.computeIfAbsent(id, i -> new ArrayList<>()).add(each);
          List<Key> own = each.numbers().map(key -> of(key, id)).toList();
          correlation.learn(own);
          learnt.addAll(own);
        }
      }
    }
    recall(touched);
    joining.forEach((id, all) -> all.forEach(i -> touched.get(id).add(i.document(), i.revision())));
    books.write(touched.values(), learnt, unclear);
    joining.values().forEach(this::invite);
  }

  /** By its own numbers first; by those that several conversations share when they tell nothing. */
  private Set<UUID> found(
      Incoming each, Correlation correlation, Map<UUID, List<Incoming>> joining) {
    Set<UUID> found = correlation.find(each.keys());
    if (!found.isEmpty() || each.shared().isEmpty()) {
      return found;
    }
    Set<UUID> sharing = correlation.find(each.shared());
    if (each.opens()) {
      sharing.removeAll(store.opened(sharing));
      sharing.removeIf(
          id -> joining.getOrDefault(id, List.of()).stream().anyMatch(Incoming::opens));
    }
    return sharing;
  }

  /** What joins by a shared number and came before there was a conversation to join. */
  private void invite(List<Incoming> joined) {
    Kind kind = joined.get(0).kind();
    List<String> numbers =
        joined.stream()
            .filter(each -> !each.keys().isEmpty())
            .flatMap(each -> each.shared().stream())
            .map(Key::number)
            .distinct()
            .toList();
    if (!kind.guests().isEmpty() && !numbers.isEmpty()) {
      List<String> others =
          kinds.all().stream().filter(other -> other != kind).map(Kind::name).toList();
      store.invite(kind.name(), others, kind.guests(), numbers);
    }
  }

  /** Where several are found, the one that a person has chosen. */
  private static Set<UUID> chosen(Incoming each, List<Choice> choices, Set<UUID> found) {
    return choices.stream()
        .filter(choice -> choice.recordId().equals(each.document().recordId()))
        .filter(choice -> choice.kind().equals(each.kind().name()))
        .map(Choice::conversation)
        .filter(found::contains)
        .findFirst()
        .map(Set::of)
        .orElse(found);
  }

  private static Key of(Key key, UUID conversation) {
    return new Key(key.kind(), key.number(), key.uscc(), key.organ(), conversation);
  }

  private void recall(Map<UUID, Conversation> touched) {
    for (HeldDocument held : store.documents(touched.keySet())) {
      Conversation conversation = touched.get(held.conversation());
      conversation.add(
          Document.of(
              conversation.kind(),
              held.recordId(),
              held.identity(),
              StandardXml.read(held.body()),
              held.arrivedAt()),
          held.revision());
    }
  }
}
