package io.enforcement.gateway.standards.rules.book;

/**
 * Where in a record a value stands. Written out only when a rule has something to say: most values
 * are well.
 */
public record Trail(Trail parent, String property, int index) {

  /** The record itself. */
  public static final Trail RECORD = new Trail(null, "", -1);

  public Trail to(String property) {
    return new Trail(this, property, -1);
  }

  public Trail to(String property, int index) {
    return new Trail(this, property, index);
  }

  /** For example {@code parties[0].uscc}; empty for the record itself. */
  @Override
  public String toString() {
    if (parent == null) {
      return "";
    }
    String path = parent.parent == null ? property : parent + "." + property;
    return index < 0 ? path : path + "[" + index + "]";
  }
}
