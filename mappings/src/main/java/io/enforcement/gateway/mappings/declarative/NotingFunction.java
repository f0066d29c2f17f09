package io.enforcement.gateway.mappings.declarative;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.schibsted.spt.data.jslt.impl.ExpressionNode;
import com.schibsted.spt.data.jslt.impl.Macro;
import com.schibsted.spt.data.jslt.impl.Scope;
import io.enforcement.gateway.mappings.Reading;
import io.enforcement.gateway.mappings.declarative.language.Literal;
import io.enforcement.gateway.mappings.declarative.language.MappingFunction;
import io.enforcement.gateway.mappings.declarative.language.WithLiterals;
import java.util.List;
import java.util.function.Supplier;

/**
 * A function that may note what is wrong with a value; its last argument says where the value
 * stands. That is put together only when there is something to note: sound records have nothing,
 * and it would be half of what a mapping allocates for them.
 */
record NotingFunction(MappingFunction function, Supplier<Reading> reading)
    implements Macro, WithLiterals {

  private static final JsonNode NOWHERE = TextNode.valueOf("");

  @Override
  public JsonNode call(Scope scope, JsonNode input, ExpressionNode[] arguments) {
    int where = arguments.length - 1;
    JsonNode[] values = new JsonNode[arguments.length];
    for (int i = 0; i < where; i++) {
      values[i] = arguments[i].apply(scope, input);
    }
    values[where] = NOWHERE;
    Reading notes = reading.get();
    int before = notes.noted();
    JsonNode result = function.call(input, values);
    if (notes.noted() == before) {
      return result;
    }
    notes.backTo(before);
    values[where] = arguments[where].apply(scope, input);
    return function.call(input, values);
  }

  @Override
  public String getName() {
    return function.getName();
  }

  @Override
  public int getMinArguments() {
    return function.getMinArguments();
  }

  @Override
  public int getMaxArguments() {
    return function.getMaxArguments();
  }

  @Override
  public List<Literal> literals() {
    return function.literals();
  }
}
