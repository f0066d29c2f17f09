package io.enforcement.gateway.routes.sandbox.side;

/**
 * What came of sending one document.
 *
 * @param taken it was taken, or lies where the gateway will find it
 * @param name the key by which the gateway knows it
 * @param status HTTP status; 0 where there is none, or no answer came
 * @param rule why it was refused at the door, or empty
 */
public record Submission(boolean taken, String name, int status, String rule) {

  /** It lies where the gateway will find it. */
  static Submission laid(String name) {
    return new Submission(true, name, 0, "");
  }

  /** It could not be laid there. */
  static Submission impossible(String name) {
    return new Submission(false, name, 0, "");
  }
}
