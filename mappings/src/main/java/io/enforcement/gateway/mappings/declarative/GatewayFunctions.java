package io.enforcement.gateway.mappings.declarative;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.schibsted.spt.data.jslt.Callable;
import com.schibsted.spt.data.jslt.Module;
import io.enforcement.gateway.mappings.PartnerCodes;
import io.enforcement.gateway.mappings.Reading;
import io.enforcement.gateway.standards.validation.DocumentNumber;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What a mapping gets from us, besides JSLT's own functions. {@code where} is the name of the
 * source column, for the finding; absent and placeholder values ("无", "null") answer null.
 *
 * <ul>
 *   <li>{@code gw:text(value)}: without spaces around it
 *   <li>{@code gw:required(value, where)}: the text, which must be there
 *   <li>{@code gw:code(table, value, where)}: through {@code <table>.csv} of the folder
 *   <li>{@code gw:date(text, pattern, where)}, {@code gw:time(text, pattern, where)}: ISO day,
 *       moment in Beijing time
 *   <li>{@code gw:yuan(text, unit, where)}: yuan with two decimals, unit 元 or 万元
 *   <li>{@code gw:integer(text, where)}: a whole number up to nine digits
 *   <li>{@code gw:number(text)}: a decision number, normalised
 *   <li>{@code gw:only(object, names, where)}: the object, which must have no field of another name
 *   <li>{@code gw:list(value)}: an array as it is, none for null, else an array of the one value:
 *       XML does not tell one from many
 *   <li>{@code gw:plain(value, where)}: the text as it stands, also "无"; no other kind of value
 * </ul>
 */
final class GatewayFunctions implements Module {

  private final Map<String, Callable> functions = new HashMap<>();
  private final Map<String, PartnerCodes> tables = new ConcurrentHashMap<>();
  private final Function<String, String> resource;
  // JSLT hands a function its arguments and nothing else; the findings of the record that is being
  // mapped on this thread travel beside it.
  private final ThreadLocal<Reading> reading = new ThreadLocal<>();

  GatewayFunctions(Function<String, String> resource) {
    this.resource = resource;
    add("text", 1, a -> text(Reading.text(string(a[0]))));
    add("required", 2, a -> text(reading().required(Reading.text(string(a[0])), string(a[1]))));
    add("code", 3, a -> text(reading().code(table(string(a[0])), string(a[1]), string(a[2]))));
    add("date", 3, a -> text(reading().date(string(a[0]), string(a[1]), string(a[2]))));
    add("time", 3, a -> text(reading().dateTime(string(a[0]), string(a[1]), string(a[2]))));
    add("yuan", 3, a -> text(reading().yuan(string(a[0]), string(a[1]), string(a[2]))));
    add("integer", 2, a -> integer(string(a[0]), string(a[1])));
    add("list", 1, a -> list(a[0]));
    add("number", 1, a -> number(Reading.text(string(a[0]))));
    add("plain", 2, a -> plain(a[0], string(a[1])));
    add("only", 3, a -> KnownFields.of(a[0], a[1], string(a[2]), reading()));
  }

  @Override
  public Callable getCallable(String name) {
    return functions.get(name);
  }

  /** Notes go to this reading until {@link #forget()}. */
  void noteTo(Reading notes) {
    reading.set(notes);
  }

  void forget() {
    reading.remove();
  }

  private Reading reading() {
    return reading.get();
  }

  private PartnerCodes table(String name) {
    return tables.computeIfAbsent(
        name, n -> PartnerCodes.of(n, Mapping.file(resource, n + ".csv")));
  }

  private JsonNode integer(String value, String where) {
    String text = Reading.text(value);
    if (text == null) {
      return NullNode.instance;
    }
    if (!text.matches("[0-9]{1,9}")) {
      reading().refuse("mapping.integer", where, Reading.classOf(text));
      return NullNode.instance;
    }
    return IntNode.valueOf(Integer.parseInt(text));
  }

  private static JsonNode list(JsonNode value) {
    if (value.isArray()) {
      return value;
    }
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    return value.isNull() ? list : list.add(value);
  }

  private JsonNode plain(JsonNode value, String where) {
    if (value.isTextual() || value.isNull()) {
      return value;
    }
    reading().refuse("json.type", where, "no text");
    return NullNode.instance;
  }

  private void add(String name, int arguments, Function<JsonNode[], JsonNode> body) {
    functions.put(name, new MappingFunction(name, arguments, body));
  }

  private static String string(JsonNode node) {
    return node == null || node.isNull() ? null : node.asText();
  }

  private static JsonNode number(String text) {
    return text(text == null ? null : DocumentNumber.normalise(text));
  }

  private static JsonNode text(Object value) {
    return value == null ? NullNode.instance : TextNode.valueOf(value.toString());
  }
}
