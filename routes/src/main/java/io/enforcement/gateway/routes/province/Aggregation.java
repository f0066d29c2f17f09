package io.enforcement.gateway.routes.province;

import io.enforcement.gateway.routes.province.store.Arrived;
import io.enforcement.gateway.routes.province.store.ProvinceStore;
import io.enforcement.gateway.routes.province.table.Origin;
import io.enforcement.gateway.routes.province.table.ProvinceTable;
import io.enforcement.gateway.routes.province.table.Row;
import io.enforcement.gateway.routes.province.table.Version;
import io.enforcement.gateway.standards.format.StandardXml;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Takes the records that were noted into the provincial database. Everything of a batch is one
 * transaction with the end of the note, so that a death loses nothing and does nothing twice. Call
 * it from one thread at a time.
 */
class Aggregation {

  private final ProvinceStore store;
  private final Supplier<Origins> origins;

  /**
   * @param origins as they are known now; asked once for each batch
   */
  Aggregation(ProvinceStore store, Supplier<Origins> origins) {
    this.store = store;
    this.origins = origins;
  }

  /** Whether some record waits. */
  boolean hasWork() {
    return store.hasWaiting();
  }

  /**
   * Aggregates the records that were noted first; call inside a transaction.
   *
   * @return how many there were
   */
  int aggregate(int limit) {
    List<Arrived> arrived = store.waiting(limit);
    if (arrived.isEmpty()) {
      return 0;
    }
    Origins from = origins.get();
    // Where records are from is asked of the database here; to read them takes processors alone.
    arrived.stream().map(record -> new Sourced(record, from.of(record))).toList().parallelStream()
        .flatMap(record -> row(record).stream())
        .collect(Collectors.groupingBy(Row::table))
        .forEach(this::write);
    store.forget(arrived);
    return arrived.size();
  }

  /** Counts a failure of the record that was noted first. */
  Optional<UUID> fail() {
    return store.fail();
  }

  private record Sourced(Arrived arrived, Origin origin) {}

  /** Empty for what the provincial database does not keep. */
  private static Optional<Row> row(Sourced record) {
    Arrived arrived = record.arrived();
    return ProvinceTable.of(arrived.kind())
        .map(table -> Row.of(table, StandardXml.read(arrived.body()), record.origin()));
  }

  private void write(ProvinceTable table, List<Row> rows) {
    Set<String> keys = distinct(rows, Version::actKey);
    Fold fold = Fold.of(store.held(table, keys), rows);
    distinct(fold.added().keySet(), Version::year).forEach(year -> store.open(table, year));
    if (!fold.superseded().isEmpty()) {
      store.supersede(table, fold.superseded());
    }
    if (!fold.added().isEmpty()) {
      store.add(table, fold.added());
    }
  }

  private static <T> Set<T> distinct(Collection<Row> rows, Function<Version, T> value) {
    return rows.stream().map(Row::version).map(value).collect(Collectors.toSet());
  }
}
