package io.enforcement.gateway.routes.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

/**
 * An organ as documents name it.
 *
 * @param uscc its credit code; null where the document has none
 */
public record Organ(String name, String uscc) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Who has which role in a conversation.
   *
   * @param json as the store keeps it
   */
  public static Map<String, Organ> roles(String json) {
    try {
      return JSON.readValue(json, new TypeReference<Map<String, Organ>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the database keeps JSON only", e);
    }
  }

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
