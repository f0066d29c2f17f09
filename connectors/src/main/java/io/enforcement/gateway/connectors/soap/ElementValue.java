package io.enforcement.gateway.connectors.soap;

/**
 * An element of an answer and what it must say, written {@code code=0}.
 *
 * @param name local name of the element, wherever it stands
 * @param value its text
 */
record ElementValue(String name, String value) {

  /**
   * @throws IllegalArgumentException when it is not a name, {@code =}, a value
   */
  static ElementValue parse(String text) {
    int equals = text.indexOf('=');
    if (equals < 1 || equals == text.length() - 1) {
      throw new IllegalArgumentException("is not a name and a value, like code=0");
    }
    return new ElementValue(text.substring(0, equals), text.substring(equals + 1));
  }
}
