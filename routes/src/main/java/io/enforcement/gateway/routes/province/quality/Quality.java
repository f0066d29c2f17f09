package io.enforcement.gateway.routes.province.quality;

import io.enforcement.gateway.routes.province.store.QualityStore;
import io.enforcement.gateway.routes.province.store.QualityStore.Breach;
import io.enforcement.gateway.routes.province.store.QualityStore.Judged;
import io.enforcement.gateway.routes.province.store.QualityStore.Span;
import io.enforcement.gateway.routes.province.table.ProvinceTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Scores, the rules that are broken most, the records that break them. Thread-safe. */
public final class Quality {

  private static final String WHOLE = "";

  private static final Comparator<Score> BY_PLACE =
      Comparator.comparing(Score::source)
          .thenComparing(Score::kind, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Score::period, Comparator.nullsFirst(Comparator.naturalOrder()));

  private static final Comparator<RankedRule> WORST_FIRST =
      Comparator.comparing((RankedRule ranked) -> !isCostly(ranked))
          .thenComparing(RankedRule::records, Comparator.reverseOrder())
          .thenComparing(RankedRule::rule);

  private static final List<String> SECRET =
      ProvinceTable.all().stream()
          .filter(ProvinceTable::isRestricted)
          .map(table -> table.record().name())
          .toList();

  private final QualityRules rules;
  private final QualityStore store;

  public Quality(QualityRules rules, QualityStore store) {
    this.rules = rules;
    this.store = store;
  }

  private record Judgement(Judged judged, boolean refused) {}

  private record Place(String source, String kind, String period) {}

  /** By what is judged. */
  public QualityRules rules() {
    return rules;
  }

  /** The table of a kind of which quality is told; empty for what is secret as a whole. */
  public static Optional<ProvinceTable> table(String kind) {
    return ProvinceTable.of(kind).filter(table -> !table.isRestricted());
  }

  /**
   * Scores of each source and kind, and of all kinds of a source together.
   *
   * @param kind null for all
   * @param monthly apart by months
   */
  public List<Score> scores(Span span, String kind, boolean monthly) {
    Map<Place, Tally> tallies = new HashMap<>();
    for (Judgement each : judge(span, kind, monthly)) {
      Judged judged = each.judged();
      for (String of : new String[] {judged.kind(), null}) {
        tallies
            .computeIfAbsent(
                new Place(judged.source(), of, judged.period()), place -> new Tally(rules))
            .add(judged, each.refused());
      }
    }
    return tallies.entrySet().stream()
        .map(each -> score(each.getKey(), each.getValue()))
        .sorted(BY_PLACE)
        .toList();
  }

  private static Score score(Place place, Tally tally) {
    String period = place.period().equals(WHOLE) ? null : place.period();
    return tally.score(place.source(), place.kind(), period);
  }

  /**
   * Rules that were broken, the worst first: those that cost points, by the records that break
   * them.
   *
   * @param kind null for all
   */
  public List<RankedRule> worst(Span span, String kind) {
    Map<BrokenRule, long[]> counts = new HashMap<>();
    for (Judgement each : judge(span, kind, false)) {
      for (String text : each.judged().broken()) {
        long[] count = counts.computeIfAbsent(BrokenRule.of(text), rule -> new long[2]);
        count[0] += each.judged().records();
        count[1] += each.refused() ? each.judged().records() : 0;
      }
    }
    return counts.entrySet().stream()
        .map(each -> ranked(each.getKey(), each.getValue()))
        .sorted(WORST_FIRST)
        .toList();
  }

  private RankedRule ranked(BrokenRule rule, long[] count) {
    return new RankedRule(
        rule.id(),
        rules.dimension(rule.id()).id(),
        rule.severity(),
        count[0],
        count[1],
        rules.texts(rule.id()));
  }

  private static boolean isCostly(RankedRule ranked) {
    return new BrokenRule(ranked.severity(), ranked.rule()).costs();
  }

  /**
   * Records of a kind that are held and break a rule, in the order of their keys.
   *
   * @param rule empty for any
   * @param after key of the last one that was read
   */
  public List<Breach> breaches(
      ProvinceTable table, Span span, String rule, String after, int limit) {
    return store.breaches(table, rules.conditions(table), span, rule, after, limit);
  }

  /**
   * Records that were refused and break a rule, in the order of their keys.
   *
   * @param kind null for all
   */
  public List<Breach> breachesRefused(
      Span span, String kind, String rule, String after, int limit) {
    return store.breachesRefused(kind, SECRET, span, rule, after, limit);
  }

  /** How many records break any rule. */
  public long broken(Span span, String kind) {
    return judge(span, kind, false).stream()
        .map(Judgement::judged)
        .filter(judged -> !judged.broken().isEmpty())
        .mapToLong(Judged::records)
        .sum();
  }

  /** Kinds of which something was sent. */
  List<ProvinceTable> tables(Span span, String kind) {
    return (kind == null ? store.kinds(span) : List.of(kind))
        .stream().map(Quality::table).flatMap(Optional::stream).toList();
  }

  private List<Judgement> judge(Span span, String kind, boolean monthly) {
    List<Judgement> all = new ArrayList<>();
    for (ProvinceTable table : tables(span, kind)) {
      store
          .judge(table, rules.conditions(table), span, monthly)
          .forEach(judged -> all.add(new Judgement(judged, false)));
    }
    store
        .judgeRefused(kind, SECRET, span, monthly)
        .forEach(judged -> all.add(new Judgement(judged, true)));
    return all;
  }

  /** Where a rule was broken: as it was found when the record came; empty for a check. */
  static String paths(Breach breach, String rule) {
    return String.join(
        " ",
        breach.found().stream()
            .filter(found -> found.rule().equals(rule))
            .map(QualityStore.Found::path)
            .filter(Objects::nonNull)
            .toList());
  }
}
