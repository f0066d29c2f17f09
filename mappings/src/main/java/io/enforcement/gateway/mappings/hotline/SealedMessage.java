package io.enforcement.gateway.mappings.hotline;

import io.enforcement.gateway.mappings.PartnerJson;
import io.enforcement.gateway.standards.format.StrictJson;
import java.util.Objects;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A message of a hotline in which values are hidden one by one, for {@link
 * io.enforcement.gateway.mappings.Seal}. Nothing but these values changes. One for each message;
 * not for sharing.
 */
final class SealedMessage {

  private final byte[] given;
  private final ObjectNode root;
  private boolean changed;

  /**
   * @param message already bound to its type, so that it is one object of known fields
   */
  SealedMessage(byte[] message) {
    given = message;
    root = (ObjectNode) StrictJson.tree(message);
  }

  /** A message without a caller of its own: only these texts could name one. */
  static byte[] ofTexts(byte[] message, Class<?> type, String... texts) {
    StrictJson.read(message, type);
    SealedMessage sealed = new SealedMessage(message);
    for (String text : texts) {
      sealed.hide(text, Secrecy.unknown()::text);
    }
    return sealed.bytes();
  }

  JsonNode at(String name) {
    return root.path(name);
  }

  void hide(String name, UnaryOperator<String> hiding) {
    hide(root, name, hiding);
  }

  /** Hides a text of an object of the message; what is no text there is left alone. */
  void hide(JsonNode object, String name, UnaryOperator<String> hiding) {
    if (object instanceof ObjectNode holder && holder.path(name).isString()) {
      String value = holder.path(name).asString();
      String hidden = hiding.apply(value);
      if (!Objects.equals(value, hidden)) {
        holder.put(name, hidden);
        changed = true;
      }
    }
  }

  void erase(JsonNode object, String... names) {
    for (String name : names) {
      hide(object, name, value -> null);
    }
  }

  void erase(String... names) {
    erase(root, names);
  }

  /** The bytes as given when nothing was hidden. */
  byte[] bytes() {
    return changed ? PartnerJson.write(root) : given;
  }
}
