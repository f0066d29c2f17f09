package io.enforcement.gateway.routes.conversation;

import io.enforcement.gateway.routes.store.DeadlineState;
import io.enforcement.gateway.standards.calendar.Limit;
import io.enforcement.gateway.standards.calendar.LimitUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which deadlines the documents of a conversation have opened, moved and closed. A function of the
 * documents and the rules, so that it comes out the same in whatever order they came. Used once.
 */
final class Reckoning {

  /** A limit that a document states: no day of it is left out and none rolls on. */
  private static final Limit AS_STATED = Limit.of(0, LimitUnit.H);

  private final Kind kind;
  private final Course course;
  private final Collection<Document> all;
  private final Collection<Receipt> receipts;
  private final Map<Deadline.Key, Deadline> held;
  private final Clocks clocks;

  /**
   * A receiver of a document, and when it took it.
   *
   * @param at null while it has not
   */
  record Receipt(String document, String receiver, Moment at) {}

  /**
   * @param all its documents, those that do not fit too
   * @param receipts who was sent which document
   * @param held the deadlines that were computed before: their ends stay
   */
  Reckoning(
      Kind kind,
      Course course,
      Collection<Document> all,
      Collection<Receipt> receipts,
      Map<Deadline.Key, Deadline> held,
      Clocks clocks) {
    this.kind = kind;
    this.course = course;
    this.all = all;
    this.receipts = receipts;
    this.held = held;
    this.clocks = clocks;
  }

  List<Deadline> under(Collection<DeadlineRule> rules) {
    return rules.stream().flatMap(this::under).toList();
  }

  private Stream<Deadline> under(DeadlineRule rule) {
    return course.documents().stream()
        .filter(rule::startedBy)
        .flatMap(trigger -> started(rule, trigger));
  }

  private Stream<Deadline> started(DeadlineRule rule, Document trigger) {
    Optional<Moment> start =
        trigger.moment(rule.start()).filter(moment -> rule.holds(moment.day()));
    if (start.isEmpty()) {
      return Stream.empty();
    }
    if (!rule.owedByEach()) {
      return deadline(rule, trigger, start.get(), "", answer(rule, trigger, start.get())).stream();
    }
    return receipts.stream()
        .filter(receipt -> receipt.document().equals(trigger.identity()))
        .flatMap(
            receipt ->
                deadline(
                    rule,
                    trigger,
                    start.get(),
                    receipt.receiver(),
                    Optional.ofNullable(receipt.at()))
                    .stream());
  }

  /** The earliest answer that is not older than the start. */
  private Optional<Moment> answer(DeadlineRule rule, Document trigger, Moment start) {
    if (rule.asksForPresence()) {
      return all.stream().anyMatch(rule::answeredBy) ? Optional.of(start) : Optional.empty();
    }
    // A clock that starts with the arrival here would refuse answers to what arrived late.
    boolean arrival = start.equals(Moment.of(trigger.arrivedAt()));
    Moment since = arrival && trigger.day().before(start) ? trigger.day() : start;
    return course.documents().stream()
        .filter(document -> rule.answeredBy(document) && !document.deliversAnother(trigger))
        .flatMap(document -> document.moment(rule.done()).stream())
        .filter(done -> !done.before(since))
        .min(Moment.ORDER);
  }

  private Optional<Deadline> deadline(
      DeadlineRule rule, Document trigger, Moment start, String receiver, Optional<Moment> done) {
    Deadline before = held.get(new Deadline.Key(rule.id(), trigger.identity(), receiver));
    Optional<Clocks.End> stated = stated(rule, trigger);
    boolean stands = stated.isEmpty() && stands(before, rule, start);
    Optional<Limit> limit = limit(rule, trigger);
    Optional<Clocks.End> counted =
        stands
            ? Optional.of(new Clocks.End(before.counted(), before.unknownYears()))
            : stated.or(() -> limit.map(length -> clocks.counted(start, length)));
    if (counted.isEmpty()) {
      return Optional.empty();
    }
    Limit unit = stated.isPresent() ? AS_STATED : limit.orElse(AS_STATED);
    Breaks breaks = Breaks.of(kind, rule.id(), course.documents(), start, done);
    Clocks.End end =
        extended(rule, start, clocks.due(counted.get(), unit, breaks.days(clocks, unit)));
    return Optional.of(
        new Deadline(
            rule.id(),
            stands ? before.version() : rule.version(),
            trigger.identity(),
            receiver,
            start,
            counted.get().at(),
            end.at(),
            end.unknownYears(),
            clocks.before(end.at(), rule.warn()),
            state(rule, done, end, breaks.lasting()),
            done.orElse(null),
            rule.owner()));
  }

  /** A rule that has changed moves no deadline whose document still says the same. */
  private static boolean stands(Deadline before, DeadlineRule rule, Moment start) {
    return before != null
        && before.start().equals(start)
        && !before.version().equals(rule.version());
  }

  /** The latest end that was granted, where it is later. */
  private Clocks.End extended(DeadlineRule rule, Moment start, Clocks.End end) {
    Optional<Moment> next = nextStart(rule, start);
    return kind.extensions().stream()
        .filter(extension -> extension.rules().contains(rule.id()))
        .flatMap(
            extension ->
                course.documents().stream()
                    .filter(d -> next.isEmpty() || d.day().before(next.get()))
                    .flatMap(d -> granted(extension, d)))
        .map(Clocks::stated)
        .filter(granted -> granted.at().isAfter(end.at()))
        .max(Comparator.comparing(Clocks.End::at))
        .orElse(end);
  }

  /** When the clock of the same rule starts again, in a later round. */
  private Optional<Moment> nextStart(DeadlineRule rule, Moment start) {
    return course.documents().stream()
        .filter(rule::startedBy)
        .flatMap(trigger -> trigger.moment(rule.start()).stream())
        .filter(start::before)
        .min(Moment.ORDER);
  }

  private static Stream<Moment> granted(Kind.Extension extension, Document document) {
    return document.type().equals(extension.record())
        ? document.parts(extension.list(), extension.when()).stream()
            .flatMap(part -> Fields.moment(part, extension.until()).stream())
        : Stream.empty();
  }

  private Optional<Limit> limit(DeadlineRule rule, Document trigger) {
    return Optional.ofNullable(rule.stated())
        .flatMap(path -> Fields.length(trigger.record(), path))
        .or(rule::limit);
  }

  private static Optional<Clocks.End> stated(DeadlineRule rule, Document trigger) {
    return Optional.ofNullable(rule.stated())
        .flatMap(path -> Fields.moment(trigger.record(), path))
        .map(Clocks::stated);
  }

  private DeadlineState state(
      DeadlineRule rule, Optional<Moment> done, Clocks.End end, boolean paused) {
    if (done.isPresent()) {
      // An end that may still move accuses nobody.
      boolean late = end.unknownYears().isEmpty() && Clocks.late(done.get(), end.at());
      return late ? DeadlineState.LATE : DeadlineState.MET;
    }
    if (kind.ends(course.state()) && !rule.asksForPresence()) {
      return DeadlineState.MOOT;
    }
    return paused ? DeadlineState.PAUSED : DeadlineState.OPEN;
  }
}
