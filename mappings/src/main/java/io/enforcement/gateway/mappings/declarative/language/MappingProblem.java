package io.enforcement.gateway.mappings.declarative.language;

import java.util.Comparator;
import java.util.Locale;

/**
 * One thing that is wrong with a mapping file, for the person who writes it.
 *
 * @param file name of the file in the partner's folder
 * @param line from 1; 0 when it is said of the whole file
 * @param fault what it is, and what to do about it
 */
public record MappingProblem(String file, int line, Fault fault)
    implements Comparable<MappingProblem> {

  private static final Comparator<MappingProblem> ORDER =
      Comparator.comparing(MappingProblem::file)
          .thenComparingInt(MappingProblem::line)
          .thenComparing(problem -> problem.fault().kind())
          .thenComparing(problem -> String.join(" ", problem.fault().arguments()));

  @Override
  public int compareTo(MappingProblem other) {
    return ORDER.compare(this, other);
  }

  /** In English, for those who read logs. */
  @Override
  public String toString() {
    String what = fault.what(Locale.ENGLISH);
    return file + ":" + line + ": " + what + " (" + fault.fix(Locale.ENGLISH) + ")";
  }
}
