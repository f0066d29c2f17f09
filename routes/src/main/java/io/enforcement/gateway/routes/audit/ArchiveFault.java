package io.enforcement.gateway.routes.audit;

/**
 * A month that cannot be archived, or whose archive is not as it was written; nothing was dropped.
 * The message says which, in one line.
 */
final class ArchiveFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ArchiveFault(String line) {
    super(line);
  }
}
