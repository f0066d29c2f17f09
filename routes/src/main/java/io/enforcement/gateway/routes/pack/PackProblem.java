package io.enforcement.gateway.routes.pack;

/**
 * Something wrong in a pack.
 *
 * @param file the file of the pack
 * @param line where in it, from 1; 0 for the whole file
 * @param what what is wrong
 * @param fix what to do about it
 */
record PackProblem(Severity severity, String file, int line, String what, String fix) {

  enum Severity {
    ERROR,
    WARNING
  }

  static PackProblem error(String file, int line, String what, String fix) {
    return new PackProblem(Severity.ERROR, file, line, what, fix);
  }

  boolean isError() {
    return severity == Severity.ERROR;
  }

  /** In one line, as compilers do. */
  String inOneLine() {
    return file + ":" + line + ": " + what;
  }
}
