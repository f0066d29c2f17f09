package io.enforcement.gateway.mappings.declarative;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.schibsted.spt.data.jslt.Callable;
import com.schibsted.spt.data.jslt.Module;
import io.enforcement.gateway.mappings.Masks;
import io.enforcement.gateway.mappings.Reading;
import io.enforcement.gateway.mappings.declarative.function.Width;
import io.enforcement.gateway.mappings.declarative.function.WrittenNumber;
import io.enforcement.gateway.mappings.declarative.language.Literal;
import io.enforcement.gateway.mappings.declarative.language.MappingFunction;
import io.enforcement.gateway.mappings.declarative.language.MappingLanguage;
import io.enforcement.gateway.standards.validation.DocumentNumber;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * What a mapping gets from us, besides JSLT's own functions; each stands with an example in {@code
 * docs/mapping-functions.md}. A function that can fail takes, as its last argument, the name of the
 * source column for the finding. Absent and placeholder values ("无", "null") answer null.
 */
final class GatewayFunctions implements Module {

  private static final Pattern INTEGER = Pattern.compile("[0-9]{1,9}");

  private final Map<String, Callable> functions = new HashMap<>();
  private final Function<String, String> resource;
  private final CodeLists lists;
  // JSLT hands a function its arguments and nothing else; the findings of the record that is being
  // mapped on this thread travel beside it.
  private final ThreadLocal<Reading> reading = new ThreadLocal<>();

  GatewayFunctions(Function<String, String> resource) {
    this.resource = resource;
    this.lists = new CodeLists(resource);
    texts();
    values();
    codes();
    DateFunctions dates = new DateFunctions(this::reading);
    noting("date", 3, dates.pattern(1), dates::date);
    noting("time", 3, dates.pattern(1), dates::time);
    noting("day", 2, List.of(), dates::day);
    noting("moment", 2, List.of(), dates::moment);
    noting("until", 2, List.of(), dates::until);
    add("day-as", 2, dates.pattern(1), dates::dayAs);
    add("time-as", 2, dates.pattern(1), dates::timeAs);
    add("millis", 1, List.of(), dates::millis);
    MoneyFunctions money = new MoneyFunctions(this::reading);
    noting("yuan", 3, List.of(), money::yuan);
    noting("amount", 3, money.unit(1), money::amount);
    add("yuan-as", 2, money.unit(1), money::yuanAs);
    IdentifierFunctions identifiers = new IdentifierFunctions(this::reading);
    noting("uscc", 2, List.of(), identifiers::uscc);
    noting("citizen-id", 2, List.of(), identifiers::citizenId);
  }

  private void texts() {
    text("text", value -> value);
    text("half-width", Width::half);
    text("one-line", Width::oneLine);
    text("name", Width::name);
    text("number", DocumentNumber::normalise);
    text("mask-name", Masks::name);
    text("mask-id", Masks::identity);
    text("mask-phone", Masks::phone);
    text("mask-address", Masks::address);
    text("mask-numbers", value -> Masks.digits(Masks.accounts(value)));
    add("start", 2, List.of(), a -> Values.text(Reading.start(Values.said(a[0]), a[1].asInt())));
    add("unless", 2, List.of(), a -> Values.unless(Values.said(a[0]), a[1]));
    add("parts", 2, List.of(), a -> Values.parts(Values.said(a[0]), a[1].asText()));
  }

  private void values() {
    noting("required", 2, List.of(), a -> required(Values.said(a[0]), Values.string(a[1])));
    noting("integer", 2, List.of(), a -> integer(Values.said(a[0]), Values.string(a[1])));
    noting("decimal", 3, List.of(), a -> decimal(Values.said(a[0]), a[1].asInt(), a[2]));
    add("list", 1, List.of(), a -> Values.list(a[0]));
    noting("plain", 2, List.of(), a -> plain(a[0], Values.string(a[1])));
    noting("joined", 3, List.of(), a -> joined(a[0], a[1].asText(), Values.string(a[2])));
    noting("only", 3, List.of(), a -> KnownFields.of(a[0], a[1], Values.string(a[2]), reading()));
  }

  private void codes() {
    List<Literal> list = List.of(new Literal(0, true, lists::wrong));
    List<Literal> back = List.of(new Literal(0, true, lists::wrongBack));
    noting(
        "code",
        3,
        list,
        a -> Values.text(reading().code(lists.of(a[0]), Values.string(a[1]), Values.string(a[2]))));
    noting(
        "code-back",
        3,
        back,
        a ->
            Values.text(
                reading().code(lists.back(a[0]), Values.string(a[1]), Values.string(a[2]))));
    add("code-or", 3, list, a -> lists.or(a[0], Values.said(a[1]), a[2]));
  }

  @Override
  public Callable getCallable(String name) {
    return functions.get(name);
  }

  /** Names of all functions, in order. */
  Set<String> names() {
    return new TreeSet<>(functions.keySet());
  }

  /** The language with these functions, for files of the same folder. */
  MappingLanguage language() {
    return new MappingLanguage(resource, Map.of("gateway", this));
  }

  /** Notes go to this reading until {@link #forget()}. */
  void noteTo(Reading notes) {
    reading.set(notes);
  }

  void forget() {
    reading.set(null);
  }

  private Reading reading() {
    return reading.get();
  }

  private JsonNode required(String value, String where) {
    return Values.text(reading().required(value, where));
  }

  private JsonNode integer(String text, String where) {
    if (text == null) {
      return NullNode.instance;
    }
    if (!INTEGER.matcher(text).matches()) {
      reading().refuse("mapping.integer", where, Reading.classOf(text));
      return NullNode.instance;
    }
    return IntNode.valueOf(Integer.parseInt(text));
  }

  private JsonNode decimal(String text, int places, JsonNode where) {
    Optional<BigDecimal> number = WrittenNumber.of(text, places);
    if (text != null && number.isEmpty()) {
      reading().refuse("mapping.number", Values.string(where), Reading.classOf(text));
    }
    return Values.text(number.map(BigDecimal::toPlainString).orElse(null));
  }

  private JsonNode joined(JsonNode values, String separator, String where) {
    if (Values.anyHolds(values, separator)) {
      reading().refuse("mapping.separator", where, "text that holds it", separator);
      return NullNode.instance;
    }
    return Values.joined(values, separator);
  }

  private JsonNode plain(JsonNode value, String where) {
    if (value.isTextual() || value.isNull()) {
      return value;
    }
    reading().refuse("json.type", where, "no text");
    return NullNode.instance;
  }

  private void text(String name, UnaryOperator<String> body) {
    add(
        name,
        1,
        List.of(),
        a -> {
          String said = Values.said(a[0]);
          return Values.text(said == null ? null : body.apply(said));
        });
  }

  /** What may note something takes, as its last argument, where the value stood. */
  private void noting(
      String name, int arguments, List<Literal> literals, Function<JsonNode[], JsonNode> body) {
    MappingFunction function = new MappingFunction(name, arguments, arguments, literals, body);
    functions.put(name, new NotingFunction(function, this::reading));
  }

  private void add(
      String name, int arguments, List<Literal> literals, Function<JsonNode[], JsonNode> body) {
    functions.put(name, new MappingFunction(name, arguments, arguments, literals, body));
  }
}
