package io.enforcement.gateway.routes.province.extract;

import io.enforcement.gateway.routes.payload.RecordMask;
import io.enforcement.gateway.routes.province.store.ActStore;
import io.enforcement.gateway.routes.province.store.ActStore.Act;
import io.enforcement.gateway.routes.province.table.Column;
import io.enforcement.gateway.routes.province.table.ProvinceTable;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Acts as they stand, personal values masked. Thread-safe. */
public final class StandingActs {

  private final ActStore store;

  public StandingActs(ActStore store) {
    this.store = store;
  }

  /**
   * Acts in the order of their keys.
   *
   * @param question one that fits
   * @param after key of the last one that was read; empty to begin
   */
  public List<Act> page(Question question, String after, int limit) {
    ProvinceTable table = Question.table(question.kind()).orElseThrow();
    List<Act> page = store.acts(table, question.asked(), after, limit);
    return question.personal() ? page.stream().map(act -> masked(question, act)).toList() : page;
  }

  /**
   * How many there are.
   *
   * @param question one that fits
   */
  public long count(Question question) {
    return store.count(Question.table(question.kind()).orElseThrow(), question.asked());
  }

  /** Texts that everybody sees may name the person whose name is masked beside them. */
  private static Act masked(Question question, Act act) {
    Map<String, String> texts = new HashMap<>();
    for (Column column : question.columns()) {
      if (isText(act, column)) {
        texts.put(path(column), (String) act.values().get(column.name()));
      }
    }
    RecordMask mask = new RecordMask(question.kind(), texts);
    Map<String, Object> values = new LinkedHashMap<>(act.values());
    for (Column column : question.columns()) {
      if (isText(act, column)) {
        values.put(column.name(), mask.shown(path(column), texts.get(path(column))));
      }
    }
    return new Act(act.key(), values);
  }

  private static boolean isText(Act act, Column column) {
    return column.isField()
        && column.type().equals("text")
        && act.values().get(column.name()) != null;
  }

  private static String path(Column column) {
    return String.join(".", column.path());
  }
}
