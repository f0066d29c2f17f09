package io.enforcement.gateway.routes.conversation;

/**
 * An organ as documents name it.
 *
 * @param uscc its credit code; null where the document has none
 */
public record Organ(String name, String uscc) {

  /** Whether both may be the same: by code where both have one, else by name. */
  boolean mayBe(Organ other) {
    return uscc != null && other.uscc != null
        ? uscc.equals(other.uscc)
        : spelling(name).equals(spelling(other.name));
  }

  private static String spelling(String name) {
    return name.replaceAll("\\s", "").replace('(', '（').replace(')', '）');
  }
}
