package io.enforcement.gateway.routes.province;

import io.enforcement.gateway.routes.province.store.Arrived;
import io.enforcement.gateway.routes.province.store.ProvinceStore;
import io.enforcement.gateway.routes.province.table.Keys;
import io.enforcement.gateway.routes.province.table.Origin;
import io.enforcement.gateway.routes.province.table.ProvinceTable;
import io.enforcement.gateway.routes.province.table.Row;
import io.enforcement.gateway.routes.province.table.Version;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Takes the records that were noted into the provincial database, in two steps: read, which takes
 * processors, and write, which takes the database, so that one batch is read while another is
 * written. All that a batch writes is one transaction with the end of its notes: a death loses
 * nothing and does nothing twice. Write from one thread at a time.
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

  /**
   * Records that were noted, and the rows that they become.
   *
   * @param arrived all of them
   * @param rows of those that the provincial database keeps
   */
  record Batch(List<Arrived> arrived, List<Row> rows) {

    static final Batch NOTHING = new Batch(List.of(), List.of());

    boolean isEmpty() {
      return arrived.isEmpty();
    }
  }

  /** Whether some record waits. */
  boolean hasWork() {
    return store.hasWaiting();
  }

  /**
   * Reads the records that were noted first, at most so many; any thread, no transaction.
   *
   * @param underWay is being written and left out here
   */
  Batch read(int limit, Batch underWay) {
    List<Arrived> arrived = store.waiting(limit, underWay.arrived());
    Origins from = origins.get();
    // Where records are from is asked of the database here; to read them takes processors alone.
    List<Row> rows =
        arrived.stream()
            .map(record -> new Sourced(record, from.of(record)))
            .toList()
            .parallelStream()
            .flatMap(record -> row(record).stream())
            .toList();
    return new Batch(arrived, rows);
  }

  /**
   * Writes what was read; call inside a transaction.
   *
   * @return false when another process has done some of it meanwhile: roll back
   */
  boolean write(Batch batch) {
    batch.rows().stream().collect(Collectors.groupingBy(Row::table)).forEach(this::write);
    return store.forget(batch.arrived());
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
        .map(table -> Row.of(table, arrived.body(), keys(table, arrived), record.origin()));
  }

  /** As the translation found them, where it kept all that a row needs. */
  private static Keys keys(ProvinceTable table, Arrived arrived) {
    return arrived.actKey() == null || table.isRevocation()
        ? Keys.of(arrived.body())
        : new Keys(arrived.actKey(), arrived.partyKey(), null);
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
