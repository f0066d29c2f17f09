package io.enforcement.gateway.routes.pack.scaffold;

import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.mappings.GoldenOutcome;
import io.enforcement.gateway.mappings.PermittedFields;
import io.enforcement.gateway.mappings.ToStandard;
import io.enforcement.gateway.mappings.declarative.DataOnlyFromStandard;
import io.enforcement.gateway.mappings.declarative.DataOnlyToStandard;
import io.enforcement.gateway.standards.format.StandardXml;
import io.enforcement.gateway.standards.model.StandardRecord;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Makes a pack to begin with. Each mapping reads or writes the least that the standard asks for,
 * under flat names that are then replaced by the partner's own.
 */
public final class NewPack {

  private final String id;
  private final String name;
  private final List<NewExchange> exchanges;
  private final LocalDate today;
  private final Map<String, String> files = new TreeMap<>();

  private NewPack(String id, String name, List<NewExchange> exchanges, LocalDate today) {
    this.id = id;
    this.name = name;
    this.exchanges = List.copyOf(exchanges);
    this.today = today;
  }

  /**
   * The files of the pack: UTF-8 text by name.
   *
   * @param id of the partner
   * @param name how people call it
   * @param today the day against which the samples are judged
   */
  public static Map<String, String> of(
      String id, String name, List<NewExchange> exchanges, LocalDate today) {
    NewPack pack = new NewPack(id, name, exchanges, today);
    pack.files.put("partner.yaml", NewSettings.of(id, name, pack.exchanges));
    pack.files.put("README.md", NewReadme.of(id, name, pack.exchanges));
    for (NewExchange exchange : pack.exchanges) {
      if (exchange.sends()) {
        pack.sends(exchange);
      } else {
        pack.receives(exchange);
      }
    }
    return pack.files;
  }

  private void sends(NewExchange exchange) {
    FlatRecord flat =
        FlatRecord.of(LeastRecord.of(exchange.record(), today), exchange.ofDatabase());
    flat.leaves().stream()
        .flatMap(leaf -> leaf.codes().stream())
        .forEach(map -> files.put(map.file(), map.csv()));
    columns(exchange, flat);
    String mapping =
        """
        // %s -> %s. Left of the colon the standard's fields, right of it the partner's.
        // 左为标准字段，右为对方字段：把 $row 后面的名称换成对方的字段名。
        import "gateway" as gw

        let row = %s

        """
                .formatted(exchange.name(), exchange.record(), exchange.ofDatabase() ? ".row" : ".")
            + flat.recordOfRow();
    files.put(exchange.mapping(), mapping);
    ToStandard translator =
        DataOnlyToStandard.of(mapping, NewSettings.format(id, exchange), files::get);
    RowText rows = new RowText(exchange, flat, exchange.ofSoap() ? NewSettings.namespace(id) : "");
    sample(exchange, translator, "ordinary", rows.whole());
    sample(exchange, translator, "missing-value", rows.withoutOne());
    sample(exchange, translator, "unreadable", rows.unreadable());
  }

  private void sample(NewExchange exchange, ToStandard translator, String name, String message) {
    String in = name + ".in." + exchange.format();
    GoldenOutcome outcome =
        GoldenOutcome.ofReading(translator, message.getBytes(StandardCharsets.UTF_8), in);
    files.put(folder(exchange) + in, message);
    files.put(folder(exchange) + name + "." + outcome.ending(), outcome.text());
  }

  private void receives(NewExchange exchange) {
    StandardRecord record = LeastRecord.of(exchange.record(), today);
    PermittedFields permitted =
        PermittedFields.of(List.of(exchange.record()), NewSettings.PERMITTED);
    FlatRecord flat = FlatRecord.of(permitted.in(record), exchange.ofDatabase());
    flat.leaves().stream()
        .flatMap(leaf -> leaf.codes().stream())
        .map(CodeMap::reversed)
        .forEach(map -> files.put(map.file(), map.csv()));
    columns(exchange, flat);
    String mapping =
        """
        // %s -> %s. Left of the colon the partner's fields, right of it the standard's.
        // 左为对方字段，右为标准字段：把冒号左边的名称换成对方的字段名。
        import "gateway" as gw

        """
                .formatted(exchange.record(), exchange.name())
            + row(exchange, flat);
    files.put(exchange.mapping(), mapping);
    FromStandard translator =
        DataOnlyFromStandard.of(mapping, NewSettings.format(id, exchange), files::get);
    GoldenOutcome outcome =
        GoldenOutcome.ofWriting(
            (r, context) -> translator.fromStandard(permitted.in(r), context), record);
    files.put(
        folder(exchange) + "ordinary.in.xml",
        new String(StandardXml.write(record), StandardCharsets.UTF_8));
    files.put(folder(exchange) + "ordinary." + outcome.ending(), outcome.text());
  }

  private static String row(NewExchange exchange, FlatRecord flat) {
    return exchange.ofDatabase()
        ? "{\n  \"table\": \"%s\",\n  \"rows\": [%s]\n}\n"
            .formatted(exchange.name().replace('-', '_'), flat.rowOfRecord("  "))
        : flat.rowOfRecord("") + "\n";
  }

  private void columns(NewExchange exchange, FlatRecord flat) {
    if (exchange.isOrdered()) {
      files.put(
          exchange.columns(),
          flat.leaves().stream()
              .map(leaf -> leaf.name() + "," + CodeMap.quoted(leaf.comment()) + "\n")
              .collect(Collectors.joining("", "column,meaning\n", "")));
    }
  }

  private String folder(NewExchange exchange) {
    boolean bothWays =
        exchanges.stream().filter(other -> other.name().equals(exchange.name())).count() > 1;
    String direction = exchange.sends() ? "sends/" : "receives/";
    return "samples/" + exchange.name() + "/" + (bothWays ? direction : "");
  }

  /** Whether every name is there once in each direction. */
  public static boolean areDistinct(Collection<NewExchange> exchanges) {
    return exchanges.stream().map(e -> e.sends() + e.name()).distinct().count() == exchanges.size();
  }
}
