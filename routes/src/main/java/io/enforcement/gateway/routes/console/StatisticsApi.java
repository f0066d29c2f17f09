package io.enforcement.gateway.routes.console;

import io.enforcement.gateway.routes.problem.ProblemCode;
import io.enforcement.gateway.routes.problem.ProblemException;
import io.enforcement.gateway.routes.province.statistics.Statistics;
import io.enforcement.gateway.routes.province.statistics.Statistics.Frozen;
import io.enforcement.gateway.routes.province.statistics.StatisticsTable;
import io.enforcement.gateway.routes.province.statistics.StatisticsWorkbook;
import io.enforcement.gateway.routes.province.store.StatisticsStore;
import io.enforcement.gateway.routes.province.store.StatisticsStore.Asked;
import io.enforcement.gateway.routes.province.store.StatisticsStore.Cell;
import io.enforcement.gateway.routes.province.store.StatisticsStore.FormColumn;
import io.enforcement.gateway.routes.province.store.StatisticsStore.Result;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Annual statistics of any division, period and level. Parameters are alike everywhere: {@code
 * area}, a node of the tree of divisions; {@code from} and {@code to}, both counted; {@code level}:
 * total, city, county, township or body.
 */
@RestController
@ConditionalOnProperty("gateway.province.enabled")
class StatisticsApi {

  private static final String WORKBOOK =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private static final int LONGEST_SEED = 100;

  private final Statistics statistics;
  private final StatisticsStore store;

  StatisticsApi(Statistics statistics, StatisticsStore store) {
    this.statistics = statistics;
    this.store = store;
  }

  /** A table as it is shown, with its totals. */
  record Shown(
      Asked asked,
      String form,
      List<FormColumn> columns,
      List<Cell> cells,
      long total,
      BigDecimal amount) {}

  /** A sample that the same seed draws again. */
  record Sample(String seed, double share, List<String> acts) {}

  /** Counts now. */
  @GetMapping("/api/v1/statistics/{table}")
  Shown count(
      @PathVariable String table,
      @RequestParam String area,
      @RequestParam(defaultValue = "total") String level,
      @RequestParam LocalDate from,
      @RequestParam LocalDate to) {
    StatisticsTable counted = counted(new Asked(table, area, level, from, to));
    return new Shown(
        counted.asked(),
        counted.form(),
        counted.columns(),
        counted.cells(),
        counted.total(null),
        counted.amount(null));
  }

  /** Counts now, as a workbook in the layout of the form. */
  @GetMapping(value = "/api/v1/statistics/{table}/workbook", produces = WORKBOOK)
  byte[] workbook(
      @PathVariable String table,
      @RequestParam String area,
      @RequestParam(defaultValue = "total") String level,
      @RequestParam LocalDate from,
      @RequestParam LocalDate to) {
    return StatisticsWorkbook.of(counted(new Asked(table, area, level, from, to)));
  }

  /** Freezes what is counted now; a correction is the next version, with what changed. */
  @PostMapping("/api/v1/statistics/{table}/freeze")
  Frozen freeze(
      @PathVariable String table,
      @RequestParam String area,
      @RequestParam(defaultValue = "total") String level,
      @RequestParam LocalDate from,
      @RequestParam LocalDate to,
      Authentication person) {
    return statistics
        .freeze(asked(new Asked(table, area, level, from, to)), person.getName())
        .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
  }

  /** What was frozen, the latest first. */
  @GetMapping("/api/v1/statistics/{table}/results")
  List<Result> results(
      @PathVariable String table,
      @RequestParam String area,
      @RequestParam(defaultValue = "total") String level,
      @RequestParam LocalDate from,
      @RequestParam LocalDate to) {
    return store.results(asked(new Asked(table, area, level, from, to)));
  }

  /** The numbers of a frozen result. */
  @GetMapping("/api/v1/statistics/results/{id}/cells")
  List<Cell> cells(@PathVariable UUID id) {
    return store.cells(id);
  }

  /**
   * Draws case files by lot.
   *
   * @param share above 0 and at most 1
   * @param seed drawn when absent; the same seed draws the same
   */
  @PostMapping("/api/v1/statistics/sample")
  Sample sample(
      @RequestParam String area,
      @RequestParam LocalDate from,
      @RequestParam LocalDate to,
      @RequestParam(defaultValue = "0.1") double share,
      @RequestParam(required = false) String seed,
      Authentication person) {
    if (!(share > 0 && share <= 1)) {
      throw ProblemException.of(ProblemCode.UNPROCESSABLE, "share", "request.statistics");
    }
    String drawnBy = seed == null ? UUID.randomUUID().toString() : seed;
    if (drawnBy.length() > LONGEST_SEED) {
      throw ProblemException.of(ProblemCode.UNPROCESSABLE, "seed", "request.statistics");
    }
    Asked asked = asked(new Asked("1", area, "total", from, to));
    return new Sample(
        drawnBy, share, store.sample(asked.area(), from, to, share, drawnBy, person.getName()));
  }

  private StatisticsTable counted(Asked asked) {
    return statistics
        .count(asked(asked))
        .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
  }

  private static Asked asked(Asked asked) {
    if (!asked.area().matches("[0-9]{6}([0-9]{3}){0,2}")) {
      throw ProblemException.of(ProblemCode.UNPROCESSABLE, "area", "request.statistics");
    }
    if (asked.from().isAfter(asked.to())) {
      throw ProblemException.of(ProblemCode.UNPROCESSABLE, "from", "request.statistics");
    }
    return asked;
  }
}
