package io.enforcement.gateway.routes.province.analysis;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A question to the provincial database. Division and period are parameters of each; what else it
 * needs it names. Immutable.
 *
 * @param id name of its file
 * @param basis law or document that asks for it
 * @param columns first the key by which is paged, last the acts that a row stands on
 */
public record Analysis(
    String id,
    @JsonProperty(required = true) String zh,
    @JsonProperty(required = true) String en,
    @JsonProperty(required = true) String basis,
    @JsonProperty(required = true) List<Parameter> parameters,
    @JsonProperty(required = true) List<Column> columns,
    @JsonProperty(required = true, access = JsonProperty.Access.WRITE_ONLY) String select) {

  /**
   * What may be set.
   *
   * @param usual its value where nobody sets it
   * @param pattern what a value must match as a whole
   */
  public record Parameter(
      @JsonProperty(required = true) String name,
      @JsonProperty(required = true) String zh,
      @JsonProperty(required = true) String en,
      @JsonProperty(value = "default", required = true) String usual,
      @JsonProperty(required = true) String pattern) {}

  /** What a row says. */
  public record Column(
      @JsonProperty(required = true) String name,
      @JsonProperty(required = true) String zh,
      @JsonProperty(required = true) String en) {}

  /**
   * The values of all parameters.
   *
   * @param given by name; a missing one has its usual value
   * @throws UnfitValue when a value does not match, or nothing is known under a name
   */
  Map<String, String> values(Map<String, String> given) {
    Map<String, String> left = new HashMap<>(given);
    Map<String, String> values = new HashMap<>();
    for (Parameter parameter : parameters) {
      String value = left.remove(parameter.name());
      if (value == null) {
        value = parameter.usual();
      }
      if (!value.matches(parameter.pattern())) {
        throw new UnfitValue(parameter.name());
      }
      values.put(parameter.name(), value);
    }
    left.keySet().stream()
        .findFirst()
        .ifPresent(
            unknown -> {
              throw new UnfitValue(unknown);
            });
    return values;
  }

  /** A parameter that does not fit; the message is its name, never its value. */
  public static final class UnfitValue extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnfitValue(String parameter) {
      super(parameter);
    }
  }
}
