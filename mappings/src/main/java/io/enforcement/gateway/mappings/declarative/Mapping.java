package io.enforcement.gateway.mappings.declarative;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.JsltException;
import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.Reading;
import io.enforcement.gateway.mappings.declarative.language.Meter;
import io.enforcement.gateway.mappings.declarative.language.TooMuchWork;
import io.enforcement.gateway.standards.validation.Rejected;
import java.util.Map;
import java.util.function.Function;

/** One compiled JSLT mapping with our functions. Any thread. */
final class Mapping {

  private final GatewayFunctions functions;
  private final Expression expression;
  private final boolean asksForContext;

  /**
   * @throws IllegalArgumentException when the source is no mapping, could run for ever, or would
   *     answer differently in two runs; its message lists every problem with its line
   */
  Mapping(String source, Function<String, String> resource) {
    functions = new GatewayFunctions(resource);
    expression = functions.language().compile("mapping", source);
    asksForContext = source.contains("$context");
  }

  /**
   * What the mapping makes of this record.
   *
   * @throws Rejected with what its functions noted; {@code mapping.failed} when JSLT itself gave up
   */
  JsonNode apply(JsonNode record, Context context) {
    Reading reading = new Reading();
    JsonNode result = null;
    functions.noteTo(reading);
    try {
      Map<String, JsonNode> variables =
          asksForContext ? Map.of("context", describe(context)) : Map.of();
      result = Meter.during(() -> expression.apply(variables, record));
    } catch (TooMuchWork e) {
      reading.refuse("mapping.too-large", "", "more than a mapping may work on");
    } catch (JsltException | ArithmeticException e) {
      // Never its message: it may quote the value. A finding of ours says more.
      if (reading.findings().isEmpty()) {
        reading.refuse("mapping.failed", "", "not as the mapping expects");
      }
    } catch (StackOverflowError e) {
      reading.refuse("mapping.too-deep", "", "nested beyond what a mapping can follow");
    } finally {
      functions.forget();
    }
    reading.orRejected();
    return result;
  }

  /** A file of the partner's folder; a missing one is a fault of ours. */
  static String file(Function<String, String> resource, String name) {
    String text = resource.apply(name);
    if (text == null) {
      throw new IllegalStateException("the partner's folder has no file " + name);
    }
    return text;
  }

  private static ObjectNode describe(Context context) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("key", context.key())
        .put("at", context.at().toString())
        .put("sourceName", context.sourceName());
  }
}
