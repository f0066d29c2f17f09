package io.enforcement.gateway.standards.rules.crime;

import io.enforcement.gateway.standards.calendar.Limit;
import io.enforcement.gateway.standards.model.CrimeReference;
import io.enforcement.gateway.standards.model.OrganReference;
import io.enforcement.gateway.standards.rules.book.Findings;
import io.enforcement.gateway.standards.rules.book.RuleBook;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;

/**
 * Transfers between enforcement and criminal justice, both ways; one class per matter. Almost all
 * of it warns: a late or thin document is still a document, and its receiver has to act on it.
 *
 * <p>国务院令第730号 does not say how its days are counted. They are taken as calendar days that roll
 * over a holiday, as 环环监〔2017〕17号 art. 38 does for its own.
 */
public final class CrimeRules {

  /** Kinds of organ, table organ-type. */
  static final String PROCURATORATE = "2";

  static final String POLICE = "3";
  static final String JUSTICE = "6";

  private CrimeRules() {}

  /** Puts the rules of this family into the book. */
  public static void addTo(RuleBook book) {
    CrimeTransferRules.addTo(book);
    CrimeSuspectRules.addTo(book);
    CrimeReceptionRules.addTo(book);
    CrimeFilingRules.addTo(book);
    CrimeReviewRules.addTo(book);
    DetentionTransferRules.addTo(book);
    ReverseTransferRules.addTo(book);
  }

  /** Says so when something was done after the last day of its limit. */
  static void late(
      String rule, Limit limit, LocalDate start, LocalDate done, String path, Findings findings) {
    if (findings.deadlines().missed(limit, start, done)) {
      findings.add(rule, path, "later than the limit", written(limit));
    }
  }

  /** Says so when something was done after the last moment of its limit. */
  static void late(
      String rule,
      Limit limit,
      OffsetDateTime start,
      OffsetDateTime done,
      String path,
      Findings findings) {
    if (findings.deadlines().missed(limit, start, done)) {
      findings.add(rule, path, "later than the limit", written(limit));
    }
  }

  /** The day on which a document arrived, or null. */
  static LocalDate received(CrimeReference document) {
    return document == null ? null : document.getReceivedOn();
  }

  /** Asks for the procuratorate, the police: whoever has to decide about this document. */
  static void addressee(OrganReference receiver, String kind, Findings findings) {
    if (receiver != null && receiver.getKind() != null && !kind.equals(receiver.getKind())) {
      findings.add("crime.addressee", "receiver.kind", "another kind of organ");
    }
  }

  static boolean copied(List<OrganReference> receivers, String kind) {
    return receivers.stream()
        .filter(Objects::nonNull)
        .anyMatch(receiver -> kind.equals(receiver.getKind()));
  }

  /** Whoever refuses or ends something has to say why. */
  static void reason(String reason, Findings findings) {
    if (reason == null || reason.isBlank()) {
      findings.add("crime.reason-absent", "reason", "absent");
    }
  }

  /** Whoever refuses has to give the case papers back. */
  static void papersBack(Boolean returned, Findings findings) {
    if (Boolean.FALSE.equals(returned)) {
      findings.add("crime.papers-kept", "papersReturned", "not returned");
    }
  }

  private static String written(Limit limit) {
    return limit.amount() + " " + limit.unit();
  }
}
