package io.enforcement.gateway.routes.audit.note;

/** A note that is not one, or that the key did not sign. The message says which, in one line. */
public final class BadNote extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public BadNote(String line) {
    super(line);
  }
}
