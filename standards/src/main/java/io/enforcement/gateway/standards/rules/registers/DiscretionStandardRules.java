package io.enforcement.gateway.standards.rules.registers;

import io.enforcement.gateway.standards.model.DiscretionDegree;
import io.enforcement.gateway.standards.model.DiscretionStandard;
import io.enforcement.gateway.standards.model.PenaltyRange;
import io.enforcement.gateway.standards.rules.book.Findings;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Discretion standards (demand U09): degrees that can be told apart, ranges that can be applied.
 */
final class DiscretionStandardRules {

  private DiscretionStandardRules() {}

  static void check(DiscretionStandard standard, LocalDate today, Findings findings) {
    if (RegisterRules.isBefore(standard.getValidFrom(), standard.getIssueDate())) {
      findings.add("register.before-publication", "validFrom", "earlier than the day of issue");
    }
    Set<Integer> numbers = new HashSet<>();
    List<DiscretionDegree> degrees = standard.getDiscretionDegrees();
    for (int i = 0; i < degrees.size(); i++) {
      DiscretionDegree degree = degrees.get(i);
      if (degree != null) {
        String path = "discretionDegrees[" + i + "]";
        if (!numbers.add(degree.getNo())) {
          findings.add("register.discretion-number", path + ".no", "used before");
        }
        degree(degree, path, findings);
      }
    }
    if (standard.getFiling() == null) {
      findings.add("register.discretion-filing", "filing", "absent");
    }
  }

  private static void degree(DiscretionDegree degree, String path, Findings findings) {
    List<PenaltyRange> ranges = degree.getPenaltyRanges();
    if (Boolean.TRUE.equals(degree.isNoPenalty()) != ranges.isEmpty()) {
      findings.add(
          "register.discretion-penalty",
          path + ".penaltyRanges",
          ranges.isEmpty() ? "none" : "penalties where there is to be none");
    }
    for (int i = 0; i < ranges.size(); i++) {
      PenaltyRange range = ranges.get(i);
      if (range != null) {
        String at = path + ".penaltyRanges[" + i + "]";
        order(range.getLowerAmount(), range.getUpperAmount(), at + ".lowerAmount", findings);
        order(range.getLowerMultiple(), range.getUpperMultiple(), at + ".lowerMultiple", findings);
        order(range.getLowerDays(), range.getUpperDays(), at + ".lowerDays", findings);
      }
    }
  }

  private static <T extends Comparable<T>> void order(
      T lower, T upper, String path, Findings findings) {
    if (lower != null && upper != null && lower.compareTo(upper) > 0) {
      findings.add("register.discretion-range", path, "above the upper bound");
    }
  }
}
