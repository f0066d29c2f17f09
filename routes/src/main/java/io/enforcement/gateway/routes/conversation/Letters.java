package io.enforcement.gateway.routes.conversation;

import io.enforcement.gateway.routes.store.ConversationKeyStore.Key;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which letter a document of the same conversation answers: by the numbers that it names, by those
 * that these letters name in their turn, and by the parties. Used by one thread.
 */
final class Letters {

  /** What a document tells of a letter. */
  enum Link {
    /** It names it, or a letter that both follow from. */
    NAMED,
    /** It names another letter, or is about another party. */
    OTHER,
    /** It names none that tells. */
    UNTOLD
  }

  private final Kind kind;
  private final Collection<Document> documents;
  private final Map<String, String> chosen;
  private final Map<String, List<Key>> borne = new HashMap<>();
  private final Map<String, Set<Key>> named = new HashMap<>();

  /**
   * @param documents of one conversation
   * @param chosen what people have said: by identity of a document, that of the letter it answers
   */
  Letters(Kind kind, Collection<Document> documents, Map<String, String> chosen) {
    this.kind = kind;
    this.documents = documents;
    this.chosen = chosen;
  }

  /** What a document tells of one letter, beside others of its type. */
  Link link(Document answer, Document letter) {
    if (answer.deliversAnother(letter)) {
      return Link.OTHER;
    }
    Document told = answer.told();
    if (told.identity().equals(letter.identity())) {
      return Link.NAMED;
    }
    String choice = chosen.get(told.identity());
    if (alike(letter).anyMatch(each -> each.identity().equals(choice))) {
      return letter.identity().equals(choice) ? Link.NAMED : Link.OTHER;
    }
    return concernsOthers(told, letter) ? Link.OTHER : byNumber(told, letter);
  }

  /** Whether it surely is about another letter of that type, or about other parties. */
  boolean concernsAnother(Document answer, Document letter) {
    if (link(answer, letter) != Link.OTHER) {
      return false;
    }
    Document told = answer.told();
    return answer.deliversAnother(letter)
        || concernsOthers(told, letter)
        || alike(letter)
            .filter(each -> !each.identity().equals(letter.identity()))
            .anyMatch(each -> link(answer, each) == Link.NAMED);
  }

  private static boolean concernsOthers(Document answer, Document letter) {
    Set<String> parties = answer.parties();
    return !parties.isEmpty()
        && !letter.parties().isEmpty()
        && Collections.disjoint(parties, letter.parties());
  }

  private Link byNumber(Document answer, Document letter) {
    Set<Key> names = named(answer);
    if (names.isEmpty()) {
      return Link.UNTOLD;
    }
    if (bears(letter, names)) {
      return Link.NAMED;
    }
    if (alike(letter).anyMatch(each -> bears(each, names))) {
      return Link.OTHER;
    }
    Set<Key> before = named(letter);
    if (before.isEmpty()) {
      return names.stream().allMatch(this::isKnown) ? Link.UNTOLD : Link.OTHER;
    }
    return before.stream().anyMatch(number -> isAmong(number, names)) ? Link.NAMED : Link.OTHER;
  }

  private Stream<Document> alike(Document letter) {
    return documents.stream().filter(each -> each.type().equals(letter.type()));
  }

  private boolean bears(Document document, Collection<Key> numbers) {
    return borne
        .computeIfAbsent(document.identity(), identity -> keys(document, kind.letters()))
        .stream()
        .anyMatch(key -> isAmong(key, numbers));
  }

  /** Whether some document bears this number. */
  private boolean isKnown(Key number) {
    return documents.stream().anyMatch(document -> bears(document, List.of(number)));
  }

  private static boolean isAmong(Key key, Collection<Key> keys) {
    return keys.stream()
        .anyMatch(each -> each.number().equals(key.number()) && Correlation.mayBeSame(each, key));
  }

  /** The numbers of the letters that a document answers, and of those that these answer. */
  private Set<Key> named(Document document) {
    Set<Key> known = named.get(document.identity());
    if (known != null) {
      return known;
    }
    Set<Key> found = new LinkedHashSet<>();
    Deque<Document> open = new ArrayDeque<>(List.of(document));
    while (!open.isEmpty()) {
      for (Key number : keys(open.pop(), kind.answers())) {
        if (found.add(number)) {
          documents.stream()
              .filter(each -> !each.isDelivery() && bears(each, List.of(number)))
              .forEach(open::add);
        }
      }
    }
    named.put(document.identity(), found);
    return found;
  }

  private List<Key> keys(Document document, Map<String, List<Kind.KeyPath>> paths) {
    return document.isDelivery()
        ? List.of()
        : Correlation.keys(kind, document.record(), paths.getOrDefault(document.type(), List.of()));
  }
}
