package io.enforcement.gateway.mappings.declarative.language;

import java.util.Comparator;

/**
 * One thing that is wrong with a mapping file, for the person who writes it.
 *
 * @param file name of the file in the partner's folder
 * @param line from 1; 0 when it is said of the whole file
 * @param what what is wrong
 * @param fix what to do about it
 */
public record MappingProblem(String file, int line, String what, String fix)
    implements Comparable<MappingProblem> {

  private static final Comparator<MappingProblem> ORDER =
      Comparator.comparing(MappingProblem::file)
          .thenComparingInt(MappingProblem::line)
          .thenComparing(MappingProblem::what);

  @Override
  public int compareTo(MappingProblem other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return file + ":" + line + ": " + what + " (" + fix + ")";
  }
}
