package io.enforcement.gateway.routes.conversation;

import io.enforcement.gateway.routes.store.ConversationStore.Placed;
import io.enforcement.gateway.standards.model.BodyReference;
import io.enforcement.gateway.standards.model.Operation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** One conversation while new documents join it. Used by one thread. */
final class Conversation {

  private final UUID id;
  private final Kind kind;
  private final Map<String, Revision> documents = new LinkedHashMap<>();

  private record Revision(int number, Document document) {}

  Conversation(UUID id, Kind kind) {
    this.id = id;
    this.kind = kind;
  }

  UUID id() {
    return id;
  }

  Kind kind() {
    return kind;
  }

  /** Adds a document, or a later revision of one. */
  void add(Document document, int revision) {
    documents.merge(
        document.identity(),
        new Revision(revision, document),
        (held, added) -> added.number() >= held.number() ? added : held);
  }

  /** Its documents without those that were sent by mistake and taken back. */
  List<Document> documents() {
    return documents.values().stream()
        .map(Revision::document)
        .filter(document -> document.record().getCdOperation() != Operation.D)
        .toList();
  }

  /**
   * How it went, with what receivers have taken.
   *
   * @param rules of its kind, as they hold in its region
   */
  Course course(Collection<Document> deliveries, Collection<DeadlineRule> rules) {
    List<Document> all = new ArrayList<>(documents());
    all.addAll(deliveries);
    return Course.of(kind, all, figures(rules));
  }

  private static Map<String, Integer> figures(Collection<DeadlineRule> rules) {
    return rules.stream()
        .filter(DeadlineRule::isFigure)
        .collect(Collectors.toMap(DeadlineRule::id, rule -> rule.limit().orElseThrow().amount()));
  }

  /** The division of the body that its first document names. */
  String region() {
    return documents().stream()
        .sorted(Comparator.comparing(Document::day, Moment.ORDER))
        .map(document -> Fields.value(document.record(), "body"))
        .filter(BodyReference.class::isInstance)
        .map(body -> ((BodyReference) body).getAreaNumber())
        .findFirst()
        .orElse("");
  }

  /** Its documents as the course places them. */
  List<Placed> placed(Course course) {
    List<Placed> placed = new ArrayList<>();
    for (Course.Step step : course.steps()) {
      if (!step.document().isDelivery()) {
        placed.add(placed(step.document(), placed.size(), step.from(), step.to()));
      }
    }
    documents.values().stream()
        .map(Revision::document)
        .filter(
            document -> placed.stream().noneMatch(p -> p.identity().equals(document.identity())))
        .toList()
        .forEach(document -> placed.add(placed(document, null, null, null)));
    return placed;
  }

  private Placed placed(Document document, Integer place, String from, String to) {
    return new Placed(
        id,
        document.identity(),
        document.recordId(),
        documents.get(document.identity()).number(),
        document.type(),
        document.day().at(),
        document.day().exact(),
        document.arrivedAt(),
        document.bytes(),
        place,
        from,
        to);
  }
}
