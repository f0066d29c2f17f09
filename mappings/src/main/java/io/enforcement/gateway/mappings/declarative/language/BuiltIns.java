package io.enforcement.gateway.mappings.declarative.language;

import com.fasterxml.jackson.databind.JsonNode;
import com.schibsted.spt.data.jslt.Callable;
import com.schibsted.spt.data.jslt.Function;
import com.schibsted.spt.data.jslt.JsltException;
import com.schibsted.spt.data.jslt.impl.BuiltinFunctions;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** JSLT's own functions as a mapping gets them: weighed, pure, and without backtracking. */
final class BuiltIns {

  /** They would make two runs of one mapping differ. */
  static final Set<String> IMPURE = Set.of("now", "random", "uuid");

  // More arguments than any call can have.
  private static final int NEVER = Integer.MAX_VALUE;

  private static final Map<String, Callable> KNOWN = known();

  private BuiltIns() {}

  /** A function or macro of the language by its name, or null; impure ones are not there. */
  static Callable named(String name) {
    return KNOWN.get(name);
  }

  /** What replaces JSLT's functions in one mapping. */
  static Collection<Function> metered() {
    Map<String, Function> functions = new HashMap<>();
    BuiltinFunctions.functions.forEach((name, function) -> functions.put(name, weighed(function)));
    new PatternFunctions().all().forEach(pattern -> functions.put(pattern.name(), pattern));
    functions.put("join", new MappingFunction("join", 2, BuiltIns::join));
    functions.put(MeteredText.METERED, new Metered());
    functions.put(
        MeteredText.COMPARED, new MappingFunction(MeteredText.COMPARED, 1, value -> value[0]));
    functions.put(MeteredText.FACTOR, new MappingFunction(MeteredText.FACTOR, 1, BuiltIns::factor));
    IMPURE.forEach(name -> functions.put(name, new MappingFunction(name, NEVER, a -> null)));
    return List.copyOf(functions.values());
  }

  private static Function weighed(Function function) {
    return new MappingFunction(
        function.getName(),
        function.getMinArguments(),
        function.getMaxArguments(),
        List.of(),
        arguments -> function.call(null, arguments));
  }

  private static JsonNode join(JsonNode[] a) {
    long pieces = a[0].isArray() ? a[0].size() : 1;
    Meter.fits(pieces * a[1].asText().length());
    return BuiltinFunctions.functions.get("join").call(null, a);
  }

  private static JsonNode factor(JsonNode[] a) {
    if (a[0].isTextual()) {
      throw new JsltException("a text cannot be multiplied");
    }
    return a[0];
  }

  private static Map<String, Callable> known() {
    Map<String, Callable> known = new HashMap<>(BuiltinFunctions.functions);
    known.putAll(BuiltinFunctions.macros);
    new PatternFunctions().all().forEach(pattern -> known.put(pattern.name(), pattern));
    known.keySet().removeAll(IMPURE);
    return Map.copyOf(known);
  }

  /** Counts the words that were evaluated and weighs what came of them. */
  private static final class Metered implements Function {

    @Override
    public String getName() {
      return MeteredText.METERED;
    }

    @Override
    public int getMinArguments() {
      return 2;
    }

    @Override
    public int getMaxArguments() {
      return 2;
    }

    @Override
    public JsonNode call(JsonNode input, JsonNode[] arguments) {
      Meter meter = Meter.current();
      meter.spend(arguments[1].intValue());
      meter.note(arguments[0]);
      return arguments[0];
    }
  }
}
