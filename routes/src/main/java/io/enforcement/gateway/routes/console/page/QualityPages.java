package io.enforcement.gateway.routes.console.page;

import io.enforcement.gateway.routes.console.QualityApi;
import io.enforcement.gateway.routes.console.QualityApi.Scores;
import io.enforcement.gateway.routes.province.quality.Quality;
import io.enforcement.gateway.routes.province.quality.Score;
import io.enforcement.gateway.routes.province.store.QualityStore.Breach;
import io.enforcement.gateway.routes.province.table.ProvinceTable;
import io.enforcement.gateway.routes.security.PersonAuthentication;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Quality of what sources sent: scores with their formula, the worst rules, the trend, and the
 * records to work through. Nothing is judged before somebody asks for a period.
 */
@Controller
@ConditionalOnProperty("gateway.province.enabled")
class QualityPages {

  private static final int ROWS = 100;

  private static final List<String> KINDS =
      ProvinceTable.all().stream()
          .map(table -> table.record().name())
          .filter(kind -> Quality.table(kind).isPresent())
          .toList();

  private final QualityApi quality;
  private final Clock clock;

  QualityPages(QualityApi quality, Clock clock) {
    this.quality = quality;
    this.clock = clock;
  }

  /**
   * What is asked for, as the address has it.
   *
   * @param source null for all
   * @param kind null for all
   */
  public record Filter(LocalDate from, LocalDate to, String source, String kind) {

    private Optional<String> ofSource() {
      return Optional.ofNullable(source);
    }

    private Optional<String> ofKind() {
      return Optional.ofNullable(kind);
    }
  }

  /**
   * @param from first day of sending; without both days the page asks for them and shows the
   *     formula
   */
  @GetMapping("/console/quality")
  String quality(
      @RequestParam(required = false) LocalDate from,
      @RequestParam(required = false) LocalDate to,
      @RequestParam(required = false) String source,
      @RequestParam(required = false) String kind,
      PersonAuthentication caller,
      Model model) {
    boolean asked = from != null && to != null;
    LocalDate today = LocalDate.now(clock.withZone(Shown.BEIJING));
    Filter filter =
        new Filter(
            asked ? from : today.withDayOfMonth(1),
            asked ? to : today,
            MessagePages.given(source),
            MessagePages.given(kind));
    model.addAttribute("filter", filter);
    model.addAttribute("asked", asked);
    model.addAttribute("kinds", KINDS);
    model.addAttribute("method", quality.method());
    if (asked) {
      model.addAttribute("scores", scores(filter, QualityApi.TOTAL, caller).scores());
      model.addAttribute(
          "rules",
          quality.rules(filter.from(), filter.to(), filter.ofSource(), filter.ofKind(), caller));
      trend(scores(filter, QualityApi.MONTH, caller), model);
    }
    return "console/quality";
  }

  private Scores scores(Filter filter, String by, PersonAuthentication caller) {
    return quality.scores(
        filter.from(), filter.to(), filter.ofSource(), filter.ofKind(), by, caller);
  }

  /** Scores of all kinds together, by source and month. */
  private static void trend(Scores monthly, Model model) {
    Map<String, Map<String, Score>> trend =
        monthly.scores().stream()
            .filter(score -> score.kind() == null)
            .collect(
                Collectors.groupingBy(
                    Score::source, TreeMap::new, Collectors.toMap(Score::period, score -> score)));
    model.addAttribute("trend", trend);
    model.addAttribute(
        "months",
        trend.values().stream()
            .flatMap(of -> of.keySet().stream())
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  /**
   * Records that break a rule.
   *
   * @param kind needed for those that are held
   * @param rule any when absent
   * @param refused those that were refused, not those that are held
   * @param after key of the last one that was read
   */
  @GetMapping("/console/quality/records")
  String records(
      @RequestParam LocalDate from,
      @RequestParam LocalDate to,
      @RequestParam(required = false) String source,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String rule,
      @RequestParam(defaultValue = "false") boolean refused,
      @RequestParam(defaultValue = "") String after,
      PersonAuthentication caller,
      Model model) {
    Filter filter = new Filter(from, to, MessagePages.given(source), MessagePages.given(kind));
    List<Breach> breaches =
        refused
            ? quality.refusals(
                from, to, filter.ofSource(), filter.ofKind(), rule, after, ROWS, caller)
            : quality.records(kind, from, to, filter.ofSource(), rule, after, ROWS, caller);
    model.addAttribute("filter", filter);
    model.addAttribute("rule", rule);
    model.addAttribute("refused", refused);
    model.addAttribute("breaches", breaches);
    model.addAttribute(
        "next", breaches.size() < ROWS ? null : breaches.get(breaches.size() - 1).key());
    return "console/quality-records";
  }

  /** What a source works through, as a file. */
  @GetMapping("/console/quality/list")
  void list(
      @RequestParam LocalDate from,
      @RequestParam LocalDate to,
      @RequestParam(required = false) String source,
      @RequestParam(required = false) String kind,
      PersonAuthentication caller,
      HttpServletResponse response)
      throws IOException {
    Filter filter = new Filter(from, to, MessagePages.given(source), MessagePages.given(kind));
    quality.list(from, to, filter.ofSource(), filter.ofKind(), caller, response);
  }
}
