package io.enforcement.gateway.routes.audit;

/**
 * The tree in the database does not continue what was signed before: an old backup, or somebody's
 * hand. The message says both sizes, in one line.
 */
final class Fork extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Fork(String line) {
    super(line);
  }
}
