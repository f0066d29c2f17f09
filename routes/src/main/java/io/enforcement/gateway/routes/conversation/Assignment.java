package io.enforcement.gateway.routes.conversation;

import io.enforcement.gateway.routes.store.ConversationKeyStore.Key;
import io.enforcement.gateway.routes.store.ConversationStore;
import io.enforcement.gateway.routes.store.UnclearRecordStore.Asks;
import io.enforcement.gateway.routes.store.UnclearRecordStore.Choice;
import io.enforcement.gateway.routes.store.UnclearRecordStore.Unclear;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Which conversations the records of a batch join, and of which people must say it: one that may
 * belong to several, and one that names a number under which there is no room. Used once, by one
 * thread.
 */
final class Assignment {

  private final ConversationStore store;
  private final ConversationSettings settings;
  private final Correlation correlation = new Correlation();
  private final Set<Key> known;
  private final Set<UUID> full;
  private final List<Choice> choices;
  private final Map<UUID, List<Incoming>> joining = new LinkedHashMap<>();
  private final Set<Key> learnt = new LinkedHashSet<>();
  private final List<Unclear> unclear = new ArrayList<>();

  /**
   * @param known the conversations that are known under numbers of the batch
   * @param choices what people have said about its records
   */
  Assignment(
      ConversationStore store,
      ConversationSettings settings,
      Collection<Key> known,
      List<Choice> choices) {
    this.store = store;
    this.settings = settings;
    this.known = Set.copyOf(known);
    this.full =
        store.full(
            known.stream().map(Key::conversation).collect(Collectors.toSet()),
            settings.mostDocuments(),
            settings.mostBytes().toBytes());
    this.choices = choices;
    correlation.learn(known);
  }

  /** The next record; those before it have taken their places. */
  void assign(Incoming each) {
    Set<UUID> found = found(each);
    Set<UUID> chosen = chosen(each, found);
    Set<UUID> meant = chosen.isEmpty() || isForEach(each, found) ? found : chosen;
    if (meant.size() > 1 && !isForEach(each, meant)) {
      ask(each, Asks.CONVERSATION, meant);
      return;
    }
    Set<UUID> closed = new LinkedHashSet<>(meant);
    closed.retainAll(full);
    closed.removeAll(chosen);
    if (!closed.isEmpty()) {
      closed.removeAll(store.holding(each.document().identity(), closed));
    }
    if (!closed.isEmpty()) {
      ask(each, Asks.FULL, closed);
    }
    (meant.isEmpty() ? each.opened() : meant)
        .stream().filter(id -> !closed.contains(id)).forEach(id -> join(each, id));
  }

  private boolean isForEach(Incoming each, Set<UUID> found) {
    return each.isGuest() && found.size() <= settings.mostShared();
  }

  private void ask(Incoming each, Asks asks, Set<UUID> candidates) {
    unclear.add(
        new Unclear(each.document().recordId(), each.kind().name(), asks, List.copyOf(candidates)));
  }

  private void join(Incoming each, UUID id) {
    joining.computeIfAbsent(id, i -> new ArrayList<>()).add(each);
    List<Key> own = each.numbers().map(key -> of(key, id)).toList();
    correlation.learn(own);
    own.stream().filter(key -> !known.contains(key)).forEach(learnt::add);
  }

  private static Key of(Key key, UUID conversation) {
    return new Key(key.kind(), key.number(), key.uscc(), key.organ(), conversation);
  }

  /** By its own numbers first; by those that several conversations share when they tell nothing. */
  private Set<UUID> found(Incoming each) {
    Set<UUID> found = correlation.find(each.keys());
    if (!found.isEmpty() || each.shared().isEmpty()) {
      return found;
    }
    Set<UUID> sharing = correlation.find(each.shared());
    if (each.opens() && !sharing.isEmpty()) {
      sharing.removeAll(store.opened(sharing));
      sharing.removeIf(
          id -> joining.getOrDefault(id, List.of()).stream().anyMatch(Incoming::opens));
    }
    return sharing;
  }

  /** Those of them that a person has chosen. */
  private Set<UUID> chosen(Incoming each, Set<UUID> found) {
    return choices.stream()
        .filter(choice -> choice.recordId().equals(each.document().recordId()))
        .filter(choice -> choice.kind().equals(each.kind().name()))
        .map(Choice::conversation)
        .filter(found::contains)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** By conversation, what joins it. */
  Map<UUID, List<Incoming>> joining() {
    return joining;
  }

  /** The numbers under which conversations were not known before. */
  Set<Key> learnt() {
    return learnt;
  }

  List<Unclear> unclear() {
    return unclear;
  }
}
