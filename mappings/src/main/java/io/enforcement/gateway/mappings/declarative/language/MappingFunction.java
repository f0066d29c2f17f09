package io.enforcement.gateway.mappings.declarative.language;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Function;

/**
 * One function that mappings may call. What it is given and what it answers is weighed.
 *
 * @param least number of arguments, at least
 * @param most number of arguments, at most
 * @param literals arguments that are checked when the mapping is read
 */
public record MappingFunction(
    String name, int least, int most, List<Literal> literals, Function<JsonNode[], JsonNode> body)
    implements com.schibsted.spt.data.jslt.Function, WithLiterals {

  public MappingFunction(String name, int arguments, Function<JsonNode[], JsonNode> body) {
    this(name, arguments, arguments, List.of(), body);
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public int getMinArguments() {
    return least;
  }

  @Override
  public int getMaxArguments() {
    return most;
  }

  @Override
  public JsonNode call(JsonNode input, JsonNode[] values) {
    Meter meter = Meter.current();
    for (JsonNode value : values) {
      meter.weigh(value);
    }
    JsonNode result = body.apply(values);
    meter.weigh(result);
    return result;
  }
}
