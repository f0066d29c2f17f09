package io.enforcement.gateway.routes.console.page;

import io.enforcement.gateway.routes.console.AnalysesApi;
import io.enforcement.gateway.routes.console.AnalysesApi.Named;
import io.enforcement.gateway.routes.province.analysis.Analysis;
import io.enforcement.gateway.routes.province.analysis.Analysis.Parameter;
import io.enforcement.gateway.routes.province.store.AnalysisStore.Saved;
import io.enforcement.gateway.routes.security.PersonAuthentication;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Analyses of supervision: which there are, their rows with the acts that they stand on, and those
 * that people saved. Nothing is asked of the database before somebody names a division and period.
 */
@Controller
@ConditionalOnProperty("gateway.province.enabled")
class AnalysisPages {

  private static final int ROWS = 100;
  private static final String KEY = "key";

  private final AnalysesApi analyses;
  private final Clock clock;

  AnalysisPages(AnalysesApi analyses, Clock clock) {
    this.analyses = analyses;
    this.clock = clock;
  }

  /** What somebody saved, and where it is asked again. */
  public record Shortcut(Saved saved, Analysis analysis, String address) {}

  @GetMapping("/console/analyses")
  String analyses(Model model) {
    Map<String, Analysis> byId =
        analyses.all().stream().collect(Collectors.toMap(Analysis::id, Function.identity()));
    model.addAttribute("analyses", analyses.all());
    model.addAttribute(
        "saved",
        analyses.saved().stream()
            .filter(saved -> byId.containsKey(saved.analysis()))
            .map(
                saved ->
                    new Shortcut(
                        saved,
                        byId.get(saved.analysis()),
                        address(saved.analysis(), AnalysesApi.asAsked(saved.parameters()))))
            .toList());
    return "console/analyses";
  }

  /**
   * One analysis: its parameters, and its rows once division and period are given.
   *
   * @param after key of the last row that was read
   */
  @GetMapping("/console/analyses/{id}")
  String analysis(
      @PathVariable String id,
      @RequestParam(required = false) String area,
      @RequestParam(required = false) LocalDate from,
      @RequestParam(required = false) LocalDate to,
      @RequestParam(defaultValue = "") String after,
      @RequestParam Map<String, String> all,
      Model model) {
    Analysis analysis = analyses.named(id);
    Map<String, String> own = AnalysesApi.own(all);
    LocalDate today = LocalDate.now(clock.withZone(Shown.BEIJING));
    boolean asked = area != null && from != null && to != null;
    model.addAttribute("analysis", analysis);
    model.addAttribute(
        "values",
        analysis.parameters().stream()
            .collect(
                Collectors.toMap(
                    Parameter::name, each -> own.getOrDefault(each.name(), each.usual()))));
    model.addAttribute("area", area);
    model.addAttribute("from", asked ? from : today.withDayOfYear(1));
    model.addAttribute("to", asked ? to : today);
    model.addAttribute("asked", asked);
    if (asked) {
      List<Map<String, Object>> rows = analyses.rows(id, area, from, to, after, ROWS, all);
      model.addAttribute("count", analyses.count(id, area, from, to, all).rows());
      model.addAttribute("rows", rows);
      model.addAttribute("next", rows.size() < ROWS ? null : next(id, all, own, rows));
    }
    return "console/analysis";
  }

  private static String next(
      String id, Map<String, String> all, Map<String, String> own, List<Map<String, Object>> rows) {
    Map<String, String> next = new TreeMap<>(AnalysesApi.asAsked(own));
    List.of("area", "from", "to").forEach(each -> next.put(each, all.get(each)));
    next.put("after", rows.get(rows.size() - 1).get(KEY).toString());
    return address(id, next);
  }

  /** Keeps the parameters under a name that is still free. */
  @PostMapping("/console/analyses/{id}/saved")
  String save(
      @PathVariable String id,
      @RequestParam String name,
      @RequestParam Map<String, String> all,
      PersonAuthentication caller) {
    analyses.save(id, new Named(name, AnalysesApi.own(all)), caller);
    return "redirect:/console/analyses";
  }

  /** Forgets what the caller saved. */
  @PostMapping("/console/analyses/saved/{id}/forget")
  String forget(@PathVariable UUID id, PersonAuthentication caller) {
    analyses.forget(id, caller);
    return "redirect:/console/analyses";
  }

  private static String address(String id, Map<String, String> parameters) {
    UriComponentsBuilder address = UriComponentsBuilder.fromPath("/console/analyses/" + id);
    parameters.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
    return address.encode().buildAndExpand(parameters).toUriString();
  }
}
