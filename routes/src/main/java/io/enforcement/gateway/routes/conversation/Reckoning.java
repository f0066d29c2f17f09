package io.enforcement.gateway.routes.conversation;

import io.enforcement.gateway.routes.conversation.Closing.Started;
import io.enforcement.gateway.routes.conversation.Letters.Link;
import io.enforcement.gateway.routes.store.DeadlineState;
import io.enforcement.gateway.standards.calendar.Limit;
import io.enforcement.gateway.standards.calendar.LimitUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
  private final Letters letters;
  private final Map<Document, List<Document>> unclear = new LinkedHashMap<>();

  /**
   * A receiver of a document, and when it took it.
   *
   * @param at null while it has not
   */
  record Receipt(String document, String receiver, Moment at) {}

  /**
   * @param all its documents, those that do not fit too
   * @param receipts who was sent which document
   * @param chosen what people have said: by identity of an answer, that of the letter it answers
   * @param held the deadlines that were computed before: their ends stay
   */
  Reckoning(
      Kind kind,
      Course course,
      Collection<Document> all,
      Collection<Receipt> receipts,
      Map<String, String> chosen,
      Map<Deadline.Key, Deadline> held,
      Clocks clocks) {
    this.kind = kind;
    this.letters = new Letters(kind, all, chosen);
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
    List<Started> started =
        course.steps().stream()
            .filter(rule::startedBy)
            .flatMap(step -> started(rule, step.document()).stream())
            .toList();
    if (rule.owedByEach()) {
      return started.stream().flatMap(each -> owedByEach(rule, each));
    }
    if (rule.asksForPresence()) {
      boolean there = all.stream().anyMatch(rule::answeredBy);
      return started.stream()
          .flatMap(
              each ->
                  deadline(rule, each, "", there ? Optional.of(each.start()) : Optional.empty())
                      .stream());
    }
    Closing closing = new Closing(rule, letters, started, course.documents());
    Set<Document> asked =
        closing.unclear().values().stream().flatMap(List::stream).collect(Collectors.toSet());
    closing
        .unclear()
        .forEach(
            (answer, open) -> unclear.computeIfAbsent(answer, a -> new ArrayList<>()).addAll(open));
    // What people are asked about is not over, whatever ended the conversation.
    return started.stream()
        .flatMap(
            each ->
                asked.contains(each.letter())
                    ? deadline(rule, each, "", Optional.empty()).map(Deadline::waiting).stream()
                    : deadline(rule, each, "", closing.of(each.letter())).stream());
  }

  private static Optional<Started> started(DeadlineRule rule, Document trigger) {
    return trigger
        .moment(rule.start())
        .filter(start -> rule.holds(start.day()))
        .map(start -> new Started(trigger, start));
  }

  private Stream<Deadline> owedByEach(DeadlineRule rule, Started started) {
    return receipts.stream()
        .filter(receipt -> receipt.document().equals(started.letter().identity()))
        .flatMap(
            receipt ->
                deadline(rule, started, receipt.receiver(), Optional.ofNullable(receipt.at()))
                    .stream());
  }

  /** Answers that may be meant for several letters; they close none. */
  Map<Document, List<Document>> unclear() {
    return unclear;
  }

  private Optional<Deadline> deadline(
      DeadlineRule rule, Started started, String receiver, Optional<Moment> done) {
    Document trigger = started.letter();
    Moment start = started.start();
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
    Clocks.End end = clocks.due(counted.get(), unit, breaks.days(clocks, unit));
    Clocks.End last = extended(rule, trigger, end, breaks, limit.orElse(unit));
    return Optional.of(
        new Deadline(
            rule.id(),
            stands ? before.version() : rule.version(),
            trigger.identity(),
            receiver,
            start,
            counted.get().at(),
            last.at(),
            last.unknownYears(),
            clocks.before(last.at(), rule.warn()),
            state(rule, started, done, last, breaks.lasting()),
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
  private Clocks.End extended(
      DeadlineRule rule, Document trigger, Clocks.End end, Breaks breaks, Limit unit) {
    return kind.extensions().stream()
        .filter(extension -> extension.rules().contains(rule.id()))
        .flatMap(
            extension ->
                course.documents().stream()
                    .filter(document -> document.type().equals(extension.record()))
                    .filter(d -> letters.link(d, trigger) != Link.OTHER)
                    .flatMap(d -> d.parts(extension.list(), extension.when()).stream())
                    .flatMap(part -> granted(extension, part, breaks, unit).stream()))
        .filter(granted -> granted.at().isAfter(end.at()))
        .max(Comparator.comparing(Clocks.End::at))
        .orElse(end);
  }

  /** The end that was granted, and moved on by what could not be known then. */
  private Optional<Clocks.End> granted(
      Kind.Extension extension, Object part, Breaks breaks, Limit unit) {
    int since =
        Fields.moment(part, extension.granted())
            .map(granted -> breaks.after(granted.day()).days(clocks, unit))
            .orElse(0);
    return Fields.moment(part, extension.until())
        .map(Clocks::stated)
        .map(end -> since == 0 ? end : clocks.due(end, unit, since));
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
      DeadlineRule rule, Started started, Optional<Moment> done, Clocks.End end, boolean paused) {
    if (done.isPresent()) {
      // An end that may still move accuses nobody.
      boolean late = end.unknownYears().isEmpty() && Clocks.late(done.get(), end.at());
      if (!late) {
        return DeadlineState.MET;
      }
      return isOvertaken(rule, started, done) ? DeadlineState.MOOT : DeadlineState.LATE;
    }
    boolean ended = !rule.asksForPresence() && isMoot(started.letter());
    if (ended || isOvertaken(rule, started, done)) {
      return DeadlineState.MOOT;
    }
    return paused ? DeadlineState.PAUSED : DeadlineState.OPEN;
  }

  private boolean isOvertaken(DeadlineRule rule, Started started, Optional<Moment> done) {
    return kind.overtakings().stream()
        .filter(overtaking -> overtaking.rules().contains(rule.id()))
        .flatMap(overtaking -> course.documents().stream().filter(overtaking::madeBy))
        .filter(document -> letters.link(document, started.letter()) != Link.OTHER)
        .map(Document::day)
        .filter(day -> !day.before(started.start()))
        .anyMatch(day -> done.isEmpty() || !done.get().before(day));
  }

  /**
   * Whether what ended the conversation ended the letter's part in it: not where it was about
   * another letter or other parties, and for good where it names this one.
   */
  private boolean isMoot(Document trigger) {
    boolean ended = kind.ends(course.state());
    return course.steps().stream()
        .dropWhile(step -> step.document() != trigger)
        .filter(step -> kind.ends(step.to()))
        .map(Course.Step::document)
        .anyMatch(
            document ->
                letters.link(document, trigger) == Link.NAMED
                    || (ended && !letters.concernsAnother(document, trigger)));
  }
}
