package io.enforcement.gateway.routes.province;

import io.enforcement.gateway.routes.province.store.ProvinceStore.Held;
import io.enforcement.gateway.routes.province.table.Row;
import io.enforcement.gateway.routes.province.table.Version;
import io.enforcement.gateway.routes.province.table.Version.Act;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a batch of rows changes in one table: the versions that are new, which of them is the latest
 * of its act, and which held ones no longer are. The outcome is the same for every way of cutting
 * the same rows into batches.
 */
final class Fold {

  private final Map<Row, Boolean> added = new LinkedHashMap<>();
  private final List<Version> superseded = new ArrayList<>();

  private Fold() {}

  static Fold of(Collection<Held> held, Collection<Row> arrived) {
    Set<Version> known = new HashSet<>();
    Map<Act, Version> before = new HashMap<>();
    for (Held each : held) {
      known.add(each.version());
      if (each.latest()) {
        before.put(each.version().act(), each.version());
      }
    }
    List<Row> fresh = arrived.stream().filter(row -> known.add(row.version())).toList();
    Map<Act, Version> after = new HashMap<>(before);
    fresh.forEach(row -> after.merge(row.version().act(), row.version(), Fold::later));

    Fold fold = new Fold();
    fresh.forEach(row -> fold.added.put(row, row.version().equals(after.get(row.version().act()))));
    before.values().stream()
        .filter(version -> !version.equals(after.get(version.act())))
        .forEach(fold.superseded::add);
    return fold;
  }

  private static Version later(Version one, Version other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  /** The new rows, and whether each is the latest version of its act. */
  Map<Row, Boolean> added() {
    return added;
  }

  /** Held versions that later ones overtake. */
  List<Version> superseded() {
    return superseded;
  }
}
