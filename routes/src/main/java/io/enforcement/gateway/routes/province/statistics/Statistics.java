package io.enforcement.gateway.routes.province.statistics;

import io.enforcement.gateway.routes.province.store.StatisticsStore;
import io.enforcement.gateway.routes.province.store.StatisticsStore.Asked;
import io.enforcement.gateway.routes.province.store.StatisticsStore.Cell;
import io.enforcement.gateway.routes.province.store.StatisticsStore.Result;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;

/** Counts tables and freezes them. Thread-safe. */
public class Statistics {

  private final StatisticsStore store;
  private final TransactionTemplate transaction;

  public Statistics(StatisticsStore store, TransactionTemplate transaction) {
    this.store = store;
    this.transaction = transaction;
  }

  /**
   * A frozen result beside the one before.
   *
   * @param changes numbers that changed; empty of a first version
   */
  public record Frozen(Result result, List<Change> changes) {}

  /** A number that a correction changed; before or after is null where there was or is none. */
  public record Change(Cell before, Cell after) {}

  /** Counts as things are now; empty where no form or level is known. */
  public Optional<StatisticsTable> count(Asked asked) {
    return store.knows(asked.table(), asked.level())
        ? store
            .form(asked.table(), asked.to())
            .map(
                form ->
                    new StatisticsTable(
                        asked, form, store.columns(asked.table(), form), store.count(asked, form)))
        : Optional.empty();
  }

  /**
   * Freezes what is counted now. Nothing new where neither inputs nor numbers have changed; empty
   * where nothing can be counted.
   */
  public Optional<Frozen> freeze(Asked asked, String person) {
    return transaction.execute(
        status ->
            count(asked)
                .map(
                    table -> {
                      List<Result> before = store.results(asked);
                      String digest = store.inputsDigest(asked);
                      return before.isEmpty()
                          ? frozen(table, 1, digest, person, List.of())
                          : corrected(table, before.get(0), digest, person);
                    }));
  }

  private Frozen corrected(StatisticsTable table, Result last, String digest, String person) {
    List<Cell> before = store.cells(last.id());
    boolean same = last.inputsDigest().equals(digest) && before.equals(table.cells());
    return same
        ? new Frozen(last, List.of())
        : frozen(table, last.version() + 1, digest, person, changes(before, table.cells()));
  }

  private Frozen frozen(
      StatisticsTable table, int version, String digest, String person, List<Change> changes) {
    Result result =
        new Result(UUID.randomUUID(), table.asked(), table.form(), version, digest, person, null);
    store.freeze(result, table.cells());
    return new Frozen(store.results(table.asked()).get(0), changes);
  }

  /** What changed between two results. */
  static List<Change> changes(List<Cell> before, List<Cell> after) {
    Map<String, Cell> old = places(before);
    Map<String, Cell> now = places(after);
    TreeSet<String> all = new TreeSet<>(old.keySet());
    all.addAll(now.keySet());
    List<Change> changes = new ArrayList<>();
    for (String place : all) {
      if (!now.containsKey(place) || !now.get(place).equals(old.get(place))) {
        changes.add(new Change(old.get(place), now.get(place)));
      }
    }
    return changes;
  }

  private static Map<String, Cell> places(List<Cell> cells) {
    Map<String, Cell> places = new HashMap<>();
    cells.forEach(cell -> places.put(cell.unit() + "|" + cell.column(), cell));
    return places;
  }
}
