package io.enforcement.gateway.routes.conversation;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.enforcement.gateway.routes.store.AttentionStore.Noted;
import io.enforcement.gateway.routes.store.ConversationKeyStore.Key;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A record that was noted, as one kind of conversation sees it. Used by one thread.
 *
 * @param keys the numbers that it names there
 * @param shared those that several conversations may be known under
 */
record Incoming(Kind kind, Document document, int revision, List<Key> keys, List<Key> shared) {

  private static final NoArgGenerator IDS = Generators.timeBasedEpochGenerator();

  static Incoming of(Kind kind, Noted noted, Content content) {
    return new Incoming(
        kind,
        Document.of(kind, noted.recordId(), noted.identity(), content, noted.arrivedAt()),
        noted.revision(),
        Correlation.keys(kind, content.record()),
        Correlation.shared(kind, content.record()));
  }

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

  /**
   * A new conversation, unless it has no number that one could be known by, or there would be
   * nothing in it to follow.
   */
  Set<UUID> opened() {
    return keys.isEmpty() || kind.hasNothingToFollow(document) ? Set.of() : Set.of(IDS.generate());
  }

  Stream<Key> numbers() {
    return Stream.concat(keys.stream(), shared.stream());
  }
}
