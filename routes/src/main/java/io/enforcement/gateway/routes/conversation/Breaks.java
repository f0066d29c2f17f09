package io.enforcement.gateway.routes.conversation;

import io.enforcement.gateway.standards.calendar.Limit;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The times that a deadline leaves out: tests, hearings, suspensions. Each day once, however many
 * of them it lies in. Immutable.
 *
 * @param spans those that have ended, in the order of their beginning
 * @param lasting whether one has not ended
 * @param counted days of those of which only the number is known; they are calendar days
 */
record Breaks(List<Span> spans, boolean lasting, int counted) {

  /** Both days belong to it; null is a last day that nobody knows yet. */
  record Span(LocalDate from, LocalDate until) {}

  /**
   * @param start of the deadline: what began before does not count
   * @param done of the answer: what begins later does not count
   */
  static Breaks of(
      Kind kind, String rule, List<Document> documents, Moment start, Optional<Moment> done) {
    List<Kind.Pause> pauses =
        kind.pauses().stream().filter(pause -> pause.rules().contains(rule)).toList();
    List<Span> spans =
        pauses.stream()
            .filter(pause -> pause.days() == null)
            .flatMap(pause -> documents.stream().flatMap(document -> spans(pause, document)))
            .filter(span -> !span.from().isBefore(start.day()))
            .filter(span -> done.isEmpty() || !span.from().isAfter(done.get().day()))
            .sorted(Comparator.comparing(Span::from))
            .toList();
    return new Breaks(
        spans.stream().filter(span -> span.until() != null).toList(),
        spans.stream().anyMatch(span -> span.until() == null),
        pauses.stream()
            .filter(pause -> pause.days() != null)
            .mapToInt(pause -> counted(pause, documents))
            .sum());
  }

  private static int counted(Kind.Pause pause, List<Document> documents) {
    return documents.stream()
        .filter(document -> document.type().equals(pause.record()))
        .flatMap(document -> document.parts(pause.list(), pause.when()).stream())
        .mapToInt(part -> Fields.value(part, pause.days()) instanceof Integer days ? days : 0)
        .sum();
  }

  /** Those that began later than this day; of one without dates nobody knows. */
  Breaks after(LocalDate day) {
    return new Breaks(spans.stream().filter(span -> span.from().isAfter(day)).toList(), lasting, 0);
  }

  private static Stream<Span> spans(Kind.Pause pause, Document document) {
    if (!document.type().equals(pause.record())) {
      return Stream.empty();
    }
    return document.parts(pause.list(), pause.when()).stream()
        .flatMap(
            part ->
                Fields.moment(part, pause.from()).stream()
                    .map(from -> new Span(from.day(), until(part, from, pause, document))));
  }

  private static LocalDate until(Object part, Moment from, Kind.Pause pause, Document document) {
    Stream<Object> ends =
        pause.untilWhen() == null
            ? Stream.of(part)
            : document.parts(pause.list(), pause.untilWhen()).stream();
    return ends.flatMap(end -> Fields.moment(end, pause.until()).stream())
        .map(Moment::day)
        .filter(day -> !day.isBefore(from.day()))
        .min(LocalDate::compareTo)
        .orElse(null);
  }

  /** How many days of the limit's kind they take. */
  int days(Clocks clocks, Limit limit) {
    int days = counted;
    LocalDate last = LocalDate.MIN;
    for (Span span : spans) {
      LocalDate from = span.from().isAfter(last) ? span.from() : last.plusDays(1);
      if (!span.until().isBefore(from)) {
        days += clocks.leftOut(limit, from, span.until());
        last = span.until();
      }
    }
    return days;
  }
}
