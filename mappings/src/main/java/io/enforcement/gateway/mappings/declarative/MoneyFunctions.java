package io.enforcement.gateway.mappings.declarative;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.schibsted.spt.data.jslt.JsltException;
import io.enforcement.gateway.mappings.Reading;
import io.enforcement.gateway.mappings.declarative.function.WrittenAmount;
import io.enforcement.gateway.mappings.declarative.language.Fault;
import io.enforcement.gateway.mappings.declarative.language.Literal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Amounts of money: from what departments write to yuan, and back. Exact. */
record MoneyFunctions(Supplier<Reading> reading) {

  /** A unit that is written into the mapping or handed on by a function. */
  List<Literal> unit(int place) {
    return List.of(new Literal(place, true, MoneyFunctions::wrong));
  }

  JsonNode yuan(JsonNode[] a) {
    BigDecimal yuan =
        reading.get().yuan(Values.string(a[0]), Values.string(a[1]), Values.string(a[2]));
    return Values.text(yuan);
  }

  JsonNode amount(JsonNode[] a) {
    String text = Values.said(a[0]);
    if (text == null) {
      return NullNode.instance;
    }
    Optional<BigDecimal> yuan = WrittenAmount.yuan(text, known(a[1]));
    if (yuan.isEmpty()) {
      reading.get().refuse("mapping.amount", Values.string(a[2]), Reading.classOf(text));
    }
    return Values.text(yuan.orElse(null));
  }

  JsonNode yuanAs(JsonNode[] a) {
    if (a[0].isNull()) {
      return a[0];
    }
    BigDecimal yuan = a[0].isNumber() ? a[0].decimalValue() : new BigDecimal(a[0].asText());
    return Values.text(WrittenAmount.in(yuan, known(a[1])).toPlainString());
  }

  private static String known(JsonNode unit) {
    if (!WrittenAmount.units().contains(unit.asText())) {
      throw new JsltException("a unit that nobody knows");
    }
    return unit.asText();
  }

  private static Optional<Fault> wrong(String unit) {
    return WrittenAmount.units().contains(unit)
        ? Optional.empty()
        : Optional.of(
            Fault.of("unit", unit, String.join(" ", new TreeSet<>(WrittenAmount.units()))));
  }
}
