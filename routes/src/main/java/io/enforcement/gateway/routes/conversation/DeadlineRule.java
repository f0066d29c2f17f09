package io.enforcement.gateway.routes.conversation;

import io.enforcement.gateway.routes.partner.Selector;
import io.enforcement.gateway.standards.calendar.Limit;
import io.enforcement.gateway.standards.dictionary.Label;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One row of the deadline table: what starts a clock, who must answer with what, and by when.
 * Immutable; any thread.
 *
 * @param id for example {@code F09}
 * @param version changes with the row: 12 hex digits
 * @param region division code of the file it stands in; empty for the country
 * @param kind the kind of conversation
 * @param trigger type of record that starts the clock
 * @param into only where it led the conversation into this state; null where the state is no matter
 * @param when what else must hold of it
 * @param start where the day or moment stands that starts it, the first that is there; empty for a
 *     rule that the standard has no field for and for a figure: it is shown and never opens
 * @param limit empty when only a stated one counts
 * @param stated where the record states the limit itself; null when it does not
 * @param owner the role that must act
 * @param answers types of records that are the answer, or {@code delivered:…}
 * @param byParty those of them that answer for the parties only that they name: the letter is
 *     answered when each of its parties is
 * @param answerWhen what else must hold of it
 * @param done where the day or moment of the answer stands, the first that is there
 * @param warn how long before its end a deadline is due soon
 * @param severity how sure the duty is
 * @param toldBefore roles that are told when it is due soon
 * @param toldAfter roles that are told when it is overdue
 * @param duty what is owed, as a sentence
 * @param doubt what is not sure about it; null when all is
 * @param basis law and article
 * @param validFrom first day of the trigger for which it holds; null without a bound
 * @param validTo last day
 * @param finding the duty (U01 to U09) that is broken when it is missed: supervision is told, also
 *     when that is known afterwards only; null for all others
 */
public record DeadlineRule(
    String id,
    String version,
    String region,
    String kind,
    String trigger,
    String into,
    Selector when,
    List<String> start,
    Optional<Limit> limit,
    String stated,
    String owner,
    List<String> answers,
    Set<String> byParty,
    Selector answerWhen,
    List<String> done,
    Limit warn,
    Severity severity,
    List<String> toldBefore,
    List<String> toldAfter,
    Label duty,
    Label doubt,
    String basis,
    LocalDate validFrom,
    LocalDate validTo,
    String finding) {

  /** Answer that is owed once for each receiver of the trigger. */
  static final String BY_EACH = Document.DELIVERED + "each";

  /**
   * Instead of a date of the answer: it counts whenever it was given, before the trigger too, and
   * in whatever state. Such a rule asks whether something is there at all.
   */
  static final String WHENEVER = "whenever";

  /** How sure a duty is. */
  public enum Severity {
    /** A duty by law. */
    WARN,
    /** Uncertain, of one sector only, or somebody's own right. */
    INFO,
    /** No duty but a number of days that a kind of conversation asks for; never opens. */
    FIGURE,
    /** Never opens: no record of the standard has the day; the doubt says which is missing. */
    NOT_FOLLOWED
  }

  boolean holds(LocalDate day) {
    return (validFrom == null || !day.isBefore(validFrom))
        && (validTo == null || !day.isAfter(validTo));
  }

  /** Whether it is a number that a kind of conversation asks for, and no duty. */
  boolean isFigure() {
    return severity == Severity.FIGURE;
  }

  boolean startedBy(Course.Step step) {
    return step.document().type().equals(trigger)
        && (into == null || step.enters(into))
        && step.document().matches(when);
  }

  boolean answeredBy(Document document) {
    return answers.contains(document.type()) && document.matches(answerWhen);
  }

  /** Whether this answer is none for parties that it does not name. */
  boolean answersByParty(Document answer) {
    return byParty.contains(answer.type());
  }

  /** Whether it asks for something that is to be there, rather than for an answer. */
  boolean asksForPresence() {
    return done.contains(WHENEVER);
  }

  /** Whether whoever misses it may be called late: what is unsure, or only absent, is a doubt. */
  public boolean accuses() {
    return severity == Severity.WARN && !asksForPresence();
  }

  boolean owedByEach() {
    return answers.contains(BY_EACH);
  }
}
