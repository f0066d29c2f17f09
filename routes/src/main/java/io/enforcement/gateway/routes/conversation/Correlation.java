package io.enforcement.gateway.routes.conversation;

import io.enforcement.gateway.routes.store.ConversationKeyStore.Key;
import io.enforcement.gateway.standards.model.StandardRecord;
import io.enforcement.gateway.standards.validation.DocumentNumber;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Which conversation a document belongs to (Correlation Identifier): by the numbers that the
 * parties really use, normalised, with the organ whose numbers they are. Used by one thread.
 */
final class Correlation {

  private final Map<String, List<Key>> known = new HashMap<>();

  /** A number that a document names, and whose it is; no conversation yet. */
  static List<Key> keys(Kind kind, StandardRecord record) {
    return keys(kind, record, paths(kind.keys(), record));
  }

  /** A number that several conversations may be known under. */
  static List<Key> shared(Kind kind, StandardRecord record) {
    return keys(kind, record, paths(kind.shared(), record));
  }

  private static List<Kind.KeyPath> paths(
      Map<String, List<Kind.KeyPath>> byType, StandardRecord record) {
    return byType.getOrDefault(record.getClass().getSimpleName(), List.of());
  }

  /** The numbers that stand in these places. */
  static List<Key> keys(Kind kind, StandardRecord record, List<Kind.KeyPath> paths) {
    List<Key> keys = new ArrayList<>();
    for (Kind.KeyPath path : paths) {
      Fields.text(record, path.number())
          .map(DocumentNumber::normaliseAny)
          .filter(number -> !number.isEmpty())
          .ifPresent(
              number ->
                  numbers(number, record, path)
                      .forEach(each -> keys.add(key(kind, each, organ(record, path)))));
    }
    return keys;
  }

  private static Stream<String> numbers(String number, StandardRecord record, Kind.KeyPath path) {
    return path.byParty()
        ? Fields.parties(record).stream().map(party -> number + " " + party)
        : Stream.of(number);
  }

  private static Organ organ(StandardRecord record, Kind.KeyPath path) {
    return path.organ() == null ? null : Fields.organ(record, path.organ()).orElse(null);
  }

  private static Key key(Kind kind, String number, Organ organ) {
    String uscc = organ == null || organ.uscc() == null ? "" : organ.uscc();
    return new Key(kind.name(), number, uscc, organ == null ? "" : organ.name(), null);
  }

  void learn(Collection<Key> keys) {
    keys.forEach(key -> known.computeIfAbsent(place(key), p -> new ArrayList<>()).add(key));
  }

  /** The conversations that are known under one of these numbers. */
  Set<UUID> find(List<Key> keys) {
    Set<UUID> found = new LinkedHashSet<>();
    for (Key key : keys) {
      known.getOrDefault(place(key), List.of()).stream()
          .filter(held -> mayBeSame(held, key))
          .forEach(held -> found.add(held.conversation()));
    }
    return found;
  }

  private static String place(Key key) {
    return key.kind() + " " + key.number();
  }

  /** A number without an organ is everybody's. */
  static boolean mayBeSame(Key held, Key asked) {
    return held.organ().isEmpty() || asked.organ().isEmpty() || organ(held).mayBe(organ(asked));
  }

  private static Organ organ(Key key) {
    return new Organ(key.organ(), key.uscc().isEmpty() ? null : key.uscc());
  }
}
