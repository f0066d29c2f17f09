package io.enforcement.gateway.routes.conversation;

import io.enforcement.gateway.routes.partner.Selector;
import io.enforcement.gateway.standards.dictionary.Label;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A kind of conversation: who takes part, how records find it, and through which states they move
 * it. Read from one file each; {@link Kinds} has them all. Immutable; any thread.
 *
 * @param name for example {@code crime-transfer}
 * @param label what people call it
 * @param basis the laws and rules it follows
 * @param restricted whether only listed people and the participants may see such conversations
 * @param opensToFollow whether a record that would end such a conversation at once makes none
 * @param roles by role, the fields that name the organ that has it
 * @param keys by type of record, the numbers under which it is looked for and known
 * @param shared by type of record, numbers that several conversations may be known under, such as
 *     that of a case: asked for only where the {@link #keys} find nothing, and by what opens a
 *     conversation only among those that wait for it. A type of record that has no keys is a guest:
 *     it joins all conversations that share its number, and makes none
 * @param letters by type of record, the number that it bears itself, where others answer it by that
 * @param answers by type of record, the numbers of the letters that it answers
 * @param days by type of record, the dates by which it takes its place, where that is not the day
 *     that the dictionary names
 * @param states by name, in the order of the drawing
 * @param moves what each record does
 * @param pauses times that deadlines leave out
 * @param extensions later ends that were granted
 * @param overtakings documents after which nobody waits for the answer any more
 */
public record Kind(
    String name,
    Label label,
    String basis,
    boolean restricted,
    boolean opensToFollow,
    Map<String, List<RecordField>> roles,
    Map<String, List<KeyPath>> keys,
    Map<String, List<KeyPath>> shared,
    Map<String, List<KeyPath>> letters,
    Map<String, List<KeyPath>> answers,
    Map<String, List<String>> days,
    Map<String, State> states,
    List<Move> moves,
    List<Pause> pauses,
    List<Extension> extensions,
    List<Overtaking> overtakings) {

  /** State of a conversation whose answers came before the record that opens it. */
  public static final String AWAITED = "AWAITED";

  /**
   * One state.
   *
   * @param owner the role whose turn it is; null in a final state
   */
  public record State(String name, Label label, String owner) {

    public boolean isFinal() {
      return owner == null;
    }
  }

  /** A field of a type of record. */
  public record RecordField(String record, String path) {}

  /**
   * Where a number that identifies something stands.
   *
   * @param organ path of the organ whose number it is; null when numbers of all organs differ
   * @param byParty whether it is a number of its own with each party that the record names
   */
  public record KeyPath(String number, String organ, boolean byParty) {}

  /**
   * One edge.
   *
   * @param from the states it starts from; empty for a record that opens the conversation
   * @param record type of record, or {@code delivered:<duty>}
   * @param list path of a list of parts of which one must be so; null when the record must
   * @param when what else must hold of it
   * @param where by path, what must stand there; null for what must be absent
   * @param another path where an earlier record of this type says something else; null when none
   *     need be there
   * @param within that earlier record lies at most so many days before it as the figure of this id
   *     says in the deadline table; null for any time
   * @param each of a delivery, which documents of the type that was taken must all be taken before
   *     it acts: co-offenders share a number; null when the first that is taken is enough
   * @param to the next state; null when it stays
   */
  public record Move(
      Set<String> from,
      String record,
      String list,
      Selector when,
      Map<String, String> where,
      String another,
      String within,
      Selector each,
      String to) {

    boolean opens() {
      return from.isEmpty();
    }

    boolean startsFrom(String state) {
      return state == null ? opens() : from.contains(state);
    }

    boolean madeBy(Document document) {
      return document.type().equals(record)
          && document.matches(list, when)
          && where.entrySet().stream()
              .allMatch(place -> document.says(place.getKey(), place.getValue()));
    }
  }

  /**
   * A time that deadlines of some rules leave out: between two dates, or a number of days.
   *
   * @param list path of the list of parts that say it; null when the record itself does
   * @param when what must hold of the record, or of the part where there is a list
   * @param until path of its last day; absent in the record: it still lasts
   * @param untilWhen of a list, what must hold of the later part that has the last day; null when
   *     the part itself has it
   * @param days path of the number of days, where the record has no dates; else null
   */
  public record Pause(
      Set<String> rules,
      String record,
      String list,
      Selector when,
      String from,
      String until,
      Selector untilWhen,
      String days) {}

  /**
   * A later end that was granted to deadlines of some rules; absent in the record: nothing changes.
   *
   * @param granted path of the day it was granted on: pauses that begin later move the new end on
   * @param until path of the new end
   */
  public record Extension(
      Set<String> rules, String record, String list, Selector when, String granted, String until) {}

  /**
   * A document after which unanswered deadlines of some rules wait for nothing, and a late answer
   * is not called late: the step that they stood before was taken, or another limit held.
   */
  public record Overtaking(Set<String> rules, String record, Selector when) {

    boolean madeBy(Document document) {
      return document.type().equals(record) && document.matches(when);
    }
  }

  /**
   * What this document does in this state; null is the state before the first.
   *
   * @param acted those that have acted before it
   * @param figures by id, the numbers of days that hold for the conversation
   */
  Optional<Move> move(
      String state, Document document, Collection<Document> acted, Map<String, Integer> figures) {
    return moves.stream()
        .filter(move -> move.startsFrom(state) && move.madeBy(document))
        .filter(
            move ->
                move.another() == null
                    || document.differs(acted, move.another(), days(move.within(), figures)))
        .filter(move -> move.each() == null || document.completes(acted, move.each()))
        .findFirst();
  }

  private static Integer days(String figure, Map<String, Integer> figures) {
    return figure == null ? null : figures.get(figure);
  }

  /** Whether a document of a known type has anything to say in such a conversation. */
  boolean concerns(Document document) {
    return moves.stream().anyMatch(move -> move.madeBy(document));
  }

  /** Whether any record of this type, whatever it says, belongs to such a conversation. */
  public boolean opensBy(String record) {
    return moves.stream()
        .anyMatch(m -> m.opens() && m.record().equals(record) && m.when().toString().isEmpty());
  }

  /** Whether a document of a known type may begin such a conversation. */
  boolean opensWith(Document document) {
    return moves.stream().anyMatch(move -> move.opens() && move.madeBy(document));
  }

  /** Whether a conversation that this one would make is not worth following. */
  boolean hasNothingToFollow(Document document) {
    return opensToFollow
        && move(null, document, List.of(), Map.of())
            .filter(move -> move.to() == null || !ends(move.to()))
            .isEmpty();
  }

  /** Types of records that belong to such conversations. */
  public Set<String> records() {
    return Stream.concat(keys.keySet().stream(), shared.keySet().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Types of records that join such conversations by a shared number and open none. */
  Set<String> guests() {
    return shared.keySet().stream()
        .filter(type -> !keys.containsKey(type))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The state of this name; {@link #AWAITED} too. */
  public State state(String state) {
    return state.equals(AWAITED)
        ? new State(AWAITED, new Label("先收到答复，待收到起始文书", "Answered before it was opened"), null)
        : states.get(state);
  }

  /** Whether a conversation ends in this state. */
  boolean ends(String state) {
    return !state.equals(AWAITED) && states.get(state).isFinal();
  }
}
