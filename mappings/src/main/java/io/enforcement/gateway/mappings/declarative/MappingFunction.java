package io.enforcement.gateway.mappings.declarative;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Function;

/** One function that mappings may call, with a fixed number of arguments. */
record MappingFunction(String name, int arguments, Function<JsonNode[], JsonNode> body)
    implements com.schibsted.spt.data.jslt.Function {

  /**
   * JSLT's own functions that would make two runs of one mapping differ, overridden by functions
   * that no call can satisfy: a mapping that uses one does not compile.
   */
  static final List<com.schibsted.spt.data.jslt.Function> IMPURE =
      List.of(impure("now"), impure("random"), impure("uuid"));

  private static MappingFunction impure(String name) {
    return new MappingFunction(name, Integer.MAX_VALUE, a -> null);
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public int getMinArguments() {
    return arguments;
  }

  @Override
  public int getMaxArguments() {
    return arguments;
  }

  @Override
  public JsonNode call(JsonNode input, JsonNode[] values) {
    return body.apply(values);
  }
}
