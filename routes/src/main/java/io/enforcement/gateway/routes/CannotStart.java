package io.enforcement.gateway.routes;

/**
 * The gateway cannot start, and a person has to change something: a port, a directory, a setting.
 * The message is one complete line that says what is wrong and what to do; it is shown without a
 * stack trace and never holds a secret's value.
 */
public final class CannotStart extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public CannotStart(String line) {
    super(line);
  }

  public CannotStart(String line, Throwable cause) {
    super(line, cause);
  }
}
