package io.enforcement.gateway.routes.payload;

import java.util.List;

/**
 * A document and where its values are from or go to, as a person may see them.
 *
 * @param digest of its bytes, {@code sha256:…}
 * @param bytes how many
 * @param reading how much of it can be shown
 * @param values in the order of the document; empty unless it can be read
 * @param ways of its values; empty when there are too many
 */
public record Translated(
    String digest, int bytes, Reading reading, List<ShownValue> values, List<ShownWay> ways) {

  /** How much of a document can be shown. */
  public enum Reading {
    /** value by value, with its ways */
    WHOLE,
    /** more values than a report is made for: none is shown, since nobody says where it goes */
    TOO_MANY,
    /** in no form whose values have names: digest and size only */
    BINARY,
    /** its exchange is not in service any more */
    NOT_IN_SERVICE,
    /** the translation refuses it now; the findings are with the message */
    REFUSED,
    /** the time that bodies are kept is over */
    PRUNED
  }

  public Translated {
    values = List.copyOf(values);
    ways = List.copyOf(ways);
  }

  static Translated unread(String digest, int bytes, Reading reading) {
    return new Translated(digest, bytes, reading, List.of(), List.of());
  }
}
