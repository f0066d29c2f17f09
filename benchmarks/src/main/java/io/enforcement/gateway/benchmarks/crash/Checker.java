package io.enforcement.gateway.benchmarks.crash;

import io.enforcement.gateway.benchmarks.crash.Evidence.Receiver;
import io.enforcement.gateway.benchmarks.crash.Evidence.Told;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares what was acknowledged with what had an effect. Pure: the same evidence gives the same
 * findings.
 */
final class Checker {

  /** A promise of the gateway. */
  enum Promise {
    /**
     * What was acknowledged has its effect at every receiver, or is listed as in doubt (class C).
     */
    NOTHING_LOST,
    /** One effect per record and receiver. */
    NOTHING_TWICE,
    /** Effects of one case come in the order in which its records were sent. */
    ORDER_PER_CASE,
    /** What was refused, or never sent, has no effect. */
    NO_GHOST,
    /** Each decision opens one deadline for its service, and only one. */
    DEADLINE_ONCE,
    /** A repeated message gets the first receipt again. */
    SAME_RECEIPT,
    /** An acknowledged file reaches its receiver, which proves it by digest and confirms it. */
    FILE_KEPT,
    /**
     * What was sent of a file that was cut, and no more, is there after the restart: its rest makes
     * it whole.
     */
    FILE_RESUMABLE,
    /** Nobody else gets it. */
    FILE_FOR_ITS_RECEIVER,
    /** Nothing lies in the spool that nobody can use any more. */
    NOTHING_LEFT,
    /** The independent verifier finds the audit trail whole, signed and possible. */
    TRAIL_PROVEN,
    /** The last exported checkpoint covers every event. */
    TRAIL_EXPORTED,
    /** No claim is left whose attempt nobody makes any more. */
    NOTHING_HELD,
    /** What was accepted for a receiver is the sum of what became of it. */
    BALANCED,
    /** No secret, and nothing of a body, stands in a log. */
    LOGS_CLEAN
  }

  /** A promise that was broken; {@code detail} names the record and the receiver. */
  record Violation(Promise promise, String detail) {}

  private static final Told UNTOLD = new Told("unknown", Map.of());

  private final Evidence evidence;
  private final Map<String, Sent> sent = new LinkedHashMap<>();
  private final List<Violation> found = new ArrayList<>();

  private Checker(Evidence evidence) {
    this.evidence = evidence;
    evidence.sent().forEach(each -> sent.put(each.id(), each));
  }

  /** Everything that was broken; empty when all promises were kept. */
  static List<Violation> check(Evidence evidence) {
    Checker checker = new Checker(evidence);
    for (Receiver receiver : Receiver.values()) {
      checker.check(receiver, evidence.effects().getOrDefault(receiver, List.of()));
    }
    evidence
        .changedReceipts()
        .forEach(id -> checker.broken(Promise.SAME_RECEIPT, id + " got another receipt"));
    checker.deadlines();
    checker.found.addAll(evidence.files().violations());
    checker.books(evidence.books());
    return List.copyOf(checker.found);
  }

  private void check(Receiver receiver, List<String> effects) {
    Set<String> seen = new HashSet<>();
    Map<String, Integer> heads = new HashMap<>();
    for (String id : effects) {
      Sent origin = sent.get(id);
      if (origin == null || origin.wrong()) {
        broken(Promise.NO_GHOST, id + " had an effect at " + receiver);
        continue;
      }
      if (!seen.add(id)) {
        broken(Promise.NOTHING_TWICE, id + " had a further effect at " + receiver);
        continue;
      }
      Integer head = heads.put(origin.caseNumber(), origin.ordinal());
      if (head != null && head > origin.ordinal()) {
        broken(Promise.ORDER_PER_CASE, id + " came after its successor at " + receiver);
      }
    }
    Set<String> waiting = casesInDoubt(receiver);
    for (Sent each : sent.values()) {
      if (owed(each) && !seen.contains(each.id()) && !excused(each, receiver, waiting)) {
        broken(
            Promise.NOTHING_LOST, each.id() + " is missing at " + receiver + tale(each, receiver));
      }
    }
  }

  private void books(Books books) {
    books.trail().forEach(detail -> broken(Promise.TRAIL_PROVEN, detail));
    if (books.exported() < books.events()) {
      broken(
          Promise.TRAIL_EXPORTED,
          "the last exported checkpoint covers "
              + books.exported()
              + " of "
              + books.events()
              + " events");
    }
    if (books.claims() > 0) {
      broken(Promise.NOTHING_HELD, books.claims() + " claims are left");
    }
    books.unbalanced().forEach(detail -> broken(Promise.BALANCED, detail));
    books.leaks().forEach(detail -> broken(Promise.LOGS_CLEAN, detail));
  }

  private void deadlines() {
    sent.values().stream()
        .filter(Checker::owed)
        .map(Sent::decision)
        .distinct()
        .filter(decision -> evidence.deadlines().getOrDefault(decision, 0) != 1)
        .forEach(
            decision ->
                broken(
                    Promise.DEADLINE_ONCE,
                    decision
                        + " has "
                        + evidence.deadlines().getOrDefault(decision, 0)
                        + " deadlines for its service"));
  }

  private static boolean owed(Sent each) {
    return each.acknowledged() && !each.wrong();
  }

  /**
   * A receiver may have refused it by its own ledger. A later revision may have taken a record's
   * place. At class C an uncertain one waits for people, and what follows it in its case waits
   * behind it.
   */
  private boolean excused(Sent each, Receiver receiver, Set<String> waiting) {
    if (told(each).state().equals("SUPERSEDED")) {
      return true;
    }
    String state = told(each).deliveries().getOrDefault(receiver, "none");
    if (state.equals("REFUSED_BY_RECEIVER")) {
      return evidence.refusals().getOrDefault(receiver, Set.of()).contains(each.id());
    }
    return receiver == Receiver.C
        && (state.equals("IN_DOUBT")
            || (state.equals("READY") && waiting.contains(each.caseNumber())));
  }

  private Set<String> casesInDoubt(Receiver receiver) {
    Set<String> cases = new HashSet<>();
    for (Sent each : sent.values()) {
      if ("IN_DOUBT".equals(told(each).deliveries().get(receiver))) {
        cases.add(each.caseNumber());
      }
    }
    return cases;
  }

  private Told told(Sent each) {
    return evidence.told().getOrDefault(each.id(), UNTOLD);
  }

  private String tale(Sent each, Receiver receiver) {
    Told told = told(each);
    return " (record "
        + told.state()
        + ", delivery "
        + told.deliveries().getOrDefault(receiver, "none")
        + ")";
  }

  private void broken(Promise promise, String detail) {
    found.add(new Violation(promise, detail));
  }
}
