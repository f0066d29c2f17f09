package io.enforcement.gateway.routes.pack.check;

import java.util.Comparator;

/**
 * One thing that was found in a pack, for the person who writes it.
 *
 * @param severity whether the pack can be installed all the same
 * @param file name of the file in the pack
 * @param line from 1; 0 when it is said of the whole file
 * @param what what was found
 * @param fix what to do about it
 */
public record PackProblem(Severity severity, String file, int line, String what, String fix)
    implements Comparable<PackProblem> {

  private static final Comparator<PackProblem> ORDER =
      Comparator.comparing(PackProblem::file).thenComparingInt(PackProblem::line);

  /** How bad it is. */
  public enum Severity {
    /** The pack cannot be installed. */
    ERROR,
    /** The pack can be installed; somebody should look. */
    WARNING
  }

  /** A problem that keeps the pack from being installed. */
  static PackProblem error(String file, int line, String what, String fix) {
    return new PackProblem(Severity.ERROR, file, line, what, fix);
  }

  /** Whether it keeps the pack from being installed. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }

  @Override
  public int compareTo(PackProblem other) {
    return ORDER.compare(this, other);
  }

  /** In one line, as compilers do: {@code file:line: what — fix}. */
  public String inOneLine() {
    return file + ":" + line + ": " + what + " — " + fix;
  }
}
