package io.enforcement.gateway.routes.province.reconciliation;

import io.enforcement.gateway.routes.province.reconciliation.DigestTree.Range;
import io.enforcement.gateway.standards.model.DigestRange;
import io.enforcement.gateway.standards.model.ReconciliationStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a statement says beside what is held: ranges that differ and have to be opened, and the
 * differences in those that are listed. Ranges that are alike cost nothing further.
 */
final class Comparison {

  /** How a version differs. */
  enum Sort {
    /** Stated and not held. */
    MISSING_HERE,
    /** Held and not stated. */
    MISSING_THERE,
    /** Held under the same key and revision with another content. */
    CONTENT_DIFFERS,
    /** Held, and came after the day was to be complete. */
    LATE,
    /** The source stated nothing of the day. */
    NO_STATEMENT
  }

  /** A named difference. */
  record Difference(Sort sort, SentVersion version) {}

  private final DigestTree held;
  private final List<String> toOpen = new ArrayList<>();
  private final List<Difference> differences = new ArrayList<>();

  private Comparison(DigestTree held) {
    this.held = held;
  }

  static Comparison of(DigestTree held, ReconciliationStatement statement) {
    Comparison comparison = new Comparison(held);
    DigestTree stated =
        DigestTree.of(
            statement.getStatedVersions().stream()
                .map(Statements::read)
                .collect(Collectors.toSet()));
    statement.getDigestRanges().forEach(range -> comparison.compare(range, stated));
    return comparison;
  }

  /** Prefixes of the ranges that differ and are not listed. */
  List<String> toOpen() {
    return toOpen;
  }

  List<Difference> differences() {
    return differences;
  }

  private void compare(DigestRange told, DigestTree stated) {
    Range theirs = Statements.read(told);
    if (theirs.equals(held.range(theirs.prefix()))) {
      return;
    }
    // A range is listed when its list makes its digest; a list that was cut does not.
    if (theirs.equals(stated.range(theirs.prefix()))) {
      list(held.versions(theirs.prefix()), stated.versions(theirs.prefix()));
    } else {
      toOpen.add(theirs.prefix());
    }
  }

  private void list(List<SentVersion> ours, List<SentVersion> theirs) {
    for (SentVersion version : theirs) {
      if (!ours.contains(version)) {
        boolean otherwise = ours.stream().anyMatch(version::isNamedAs);
        differences.add(
            new Difference(otherwise ? Sort.CONTENT_DIFFERS : Sort.MISSING_HERE, version));
      }
    }
    for (SentVersion version : ours) {
      if (theirs.stream().noneMatch(version::isNamedAs)) {
        differences.add(new Difference(Sort.MISSING_THERE, version));
      }
    }
  }
}
