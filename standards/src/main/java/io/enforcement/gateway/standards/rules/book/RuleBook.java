package io.enforcement.gateway.standards.rules.book;

import io.enforcement.gateway.standards.model.StandardRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which {@link RecordRules} judge which record. Filled once, then only read; any thread. */
public final class RuleBook {

  private final Map<Class<?>, List<RecordRules<StandardRecord>>> rules = new HashMap<>();

  /** Lets these rules judge this record too, after those that do already. */
  public <R extends StandardRecord> void add(Class<R> record, RecordRules<R> more) {
    rules
        .computeIfAbsent(record, r -> new ArrayList<>())
        .add((found, today, findings) -> more.check(record.cast(found), today, findings));
  }

  /** All rules of this record, in the order in which they were added. */
  public void check(StandardRecord record, LocalDate today, Findings findings) {
    for (RecordRules<StandardRecord> each : rules.getOrDefault(record.getClass(), List.of())) {
      each.check(record, today, findings);
    }
  }
}
