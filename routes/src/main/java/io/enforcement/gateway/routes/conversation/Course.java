package io.enforcement.gateway.routes.conversation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How a conversation went: a fold over its documents. The order in which they came does not matter,
 * and what came twice stands for itself once. Each document acts where a move allows it, in the
 * order of their days; one that does not fit waits until others have moved the state. What never
 * fits is kept; after the end of the conversation it is filed without a flag.
 *
 * @param state its last state; {@link Kind#AWAITED} when nothing has opened it
 * @param steps the documents that fit, in the order in which they acted
 * @param misfits those that do not
 * @param roles who has which role, by the latest step that says it
 */
record Course(String state, List<Step> steps, List<Document> misfits, Map<String, Organ> roles) {

  /**
   * What one document did.
   *
   * @param moved false where it left the state as it was
   */
  record Step(Document document, String from, String to, boolean moved) {

    /** Whether it led the conversation there, if only once more. */
    boolean enters(String state) {
      return moved && to.equals(state);
    }
  }

  private static final Comparator<Document> ORDER =
      Comparator.comparing(Document::day, Moment.ORDER)
          .thenComparing(Document::arrivedAt)
          .thenComparing(Document::identity);

  /**
   * @param figures by id, the numbers of days that the kind asks for, as they hold in its region
   */
  static Course of(Kind kind, Collection<Document> documents, Map<String, Integer> figures) {
    List<Document> pending = new ArrayList<>(documents.stream().sorted(ORDER).toList());
    List<Step> steps = new ArrayList<>();
    String state = null;
    for (Optional<Step> step = next(kind, state, pending, steps, figures);
        step.isPresent();
        step = next(kind, state, pending, steps, figures)) {
      steps.add(step.get());
      pending.remove(step.get().document());
      state = step.get().to();
    }
    boolean ended = state != null && kind.ends(state);
    List<Document> misfits =
        pending.stream().filter(document -> !ended && !document.isDelivery()).toList();
    return new Course(state == null ? Kind.AWAITED : state, steps, misfits, roles(kind, steps));
  }

  private static Optional<Step> next(
      Kind kind,
      String state,
      List<Document> pending,
      List<Step> steps,
      Map<String, Integer> figures) {
    List<Document> acted = steps.stream().map(Step::document).toList();
    for (Document document : pending) {
      Optional<Kind.Move> move = kind.move(state, document, acted, figures);
      if (move.isPresent()) {
        boolean moved = move.get().to() != null;
        return Optional.of(new Step(document, state, moved ? move.get().to() : state, moved));
      }
    }
    return Optional.empty();
  }

  private static Map<String, Organ> roles(Kind kind, List<Step> steps) {
    Map<String, Organ> roles = new TreeMap<>();
    for (Step step : steps) {
      kind.roles()
          .forEach(
              (role, fields) ->
                  fields.stream()
                      .filter(field -> field.record().equals(step.document().type()))
                      .flatMap(f -> Fields.organ(step.document().record(), f.path()).stream())
                      .forEach(organ -> roles.put(role, organ)));
    }
    return roles;
  }

  /** The documents that fit. */
  List<Document> documents() {
    return steps.stream().map(Step::document).toList();
  }
}
