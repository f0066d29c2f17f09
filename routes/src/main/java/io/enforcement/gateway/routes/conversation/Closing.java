package io.enforcement.gateway.routes.conversation;

import io.enforcement.gateway.routes.conversation.Letters.Link;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which of the letters that started clocks of one rule are answered, and when. An answer that names
 * a letter closes that one. One that names none closes the only letter that is open by then; of
 * several it closes none, and people must say which. Used once.
 */
final class Closing {

  private final DeadlineRule rule;
  private final Letters letters;
  private final List<Started> started;
  private final Map<String, Moment> closed = new HashMap<>();
  private final Map<String, Set<String>> partiesAnswered = new HashMap<>();
  private final Map<Document, List<Document>> unclear = new LinkedHashMap<>();

  /** A letter that started a clock. */
  record Started(Document letter, Moment start) {

    /** From when on an answer may be meant that does not name the letter. */
    Moment since() {
      // A clock that starts with the arrival here would refuse answers to what arrived late.
      boolean arrival = start.equals(Moment.of(letter.arrivedAt()));
      return arrival ? earliest() : start;
    }

    /** What names the letter may have come before its clock started, but not before the letter. */
    Moment earliest() {
      return letter.day().before(start) ? letter.day() : start;
    }
  }

  private record Answer(Document document, Moment done) {}

  Closing(
      DeadlineRule rule, Letters letters, List<Started> started, Collection<Document> documents) {
    this.rule = rule;
    this.letters = letters;
    this.started = started;
    List<Answer> answers =
        documents.stream()
            .filter(rule::answeredBy)
            .flatMap(d -> d.moment(rule.done()).stream().map(done -> new Answer(d, done)))
            .sorted(
                Comparator.comparing(Answer::done, Moment.ORDER)
                    .thenComparing(answer -> answer.document().identity()))
            .toList();
    started.forEach(each -> closeNamed(each, answers));
    answers.forEach(this::closeOnly);
  }

  private void closeNamed(Started each, List<Answer> answers) {
    answers.stream()
        .filter(answer -> link(answer, each) == Link.NAMED)
        .filter(answer -> !answer.done().before(sinceNamed(each, answer)))
        .filter(answer -> settles(answer.document(), each.letter()))
        .findFirst()
        .ifPresent(answer -> closed.put(each.letter().identity(), answer.done()));
  }

  /** Whether nobody of the letter waits after this answer and those before it. */
  private boolean settles(Document answer, Document letter) {
    if (!rule.answersByParty(answer) || answer.parties().isEmpty()) {
      return true;
    }
    Set<String> answered =
        partiesAnswered.computeIfAbsent(letter.identity(), identity -> new HashSet<>());
    answered.addAll(answer.parties());
    return answered.containsAll(letter.parties());
  }

  private static Moment sinceNamed(Started each, Answer answer) {
    boolean itself = answer.document().identity().equals(each.letter().identity());
    return itself ? each.start() : each.earliest();
  }

  private void closeOnly(Answer answer) {
    List<Document> open =
        started.stream()
            .filter(each -> link(answer, each) == Link.UNTOLD)
            .filter(each -> !answer.done().before(each.since()))
            .map(Started::letter)
            .filter(letter -> isOpen(letter, answer.done()))
            .toList();
    if (open.size() == 1) {
      if (settles(answer.document(), open.get(0))) {
        closed.put(open.get(0).identity(), answer.done());
      }
    } else if (open.size() > 1 && !answer.document().isDelivery()) {
      unclear.put(answer.document(), open);
    }
  }

  private boolean isOpen(Document letter, Moment then) {
    Moment end = closed.get(letter.identity());
    return end == null || then.before(end);
  }

  private Link link(Answer answer, Started each) {
    Document letter = each.letter();
    // A document that may answer itself is answered by no other of its type.
    boolean another =
        answer.document().type().equals(letter.type())
            && rule.answeredBy(letter)
            && !answer.document().identity().equals(letter.identity());
    return another ? Link.OTHER : letters.link(answer.document(), letter);
  }

  /** When this letter was answered. */
  Optional<Moment> of(Document letter) {
    return Optional.ofNullable(closed.get(letter.identity()));
  }

  /** Answers that may be meant for several letters, with these. */
  Map<Document, List<Document>> unclear() {
    return unclear;
  }
}
