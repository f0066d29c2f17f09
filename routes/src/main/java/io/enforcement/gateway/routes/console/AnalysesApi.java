package io.enforcement.gateway.routes.console;

import io.enforcement.gateway.routes.problem.ProblemCode;
import io.enforcement.gateway.routes.problem.ProblemException;
import io.enforcement.gateway.routes.province.analysis.Analyses;
import io.enforcement.gateway.routes.province.analysis.Analysis;
import io.enforcement.gateway.routes.province.store.AnalysisStore;
import io.enforcement.gateway.routes.province.store.AnalysisStore.Saved;
import io.enforcement.gateway.routes.province.store.AnalysisStore.Span;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Analyses of supervision: which there are, their rows for a division and period, and those that
 * people saved. Beside {@code area}, {@code from} and {@code to} each has parameters of its own,
 * {@code p.name=value}; a missing one has its usual value.
 */
@RestController
@ConditionalOnProperty("gateway.province.enabled")
public class AnalysesApi {

  private static final int MOST = 500;
  private static final String OWN = "p.";
  private static final String RULE = "request.analysis";

  private final Analyses analyses;
  private final AnalysisStore store;

  AnalysesApi(Analyses analyses, AnalysisStore store) {
    this.analyses = analyses;
    this.store = store;
  }

  /** How many rows an analysis has. */
  public record Count(long rows) {}

  /** What is saved. */
  public record Named(String name, Map<String, String> parameters) {}

  @GetMapping("/api/v1/analyses")
  public Collection<Analysis> all() {
    return analyses.all();
  }

  /**
   * Rows in the order of their keys.
   *
   * @param after key of the last row that was read
   */
  @GetMapping("/api/v1/analyses/{id}")
  public List<Map<String, Object>> rows(
      @PathVariable String id,
      @RequestParam String area,
      @RequestParam LocalDate from,
      @RequestParam LocalDate to,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(defaultValue = "100") int limit,
      @RequestParam Map<String, String> all) {
    Analysis analysis = named(id);
    Span span = span(area, from, to);
    if (limit < 1 || limit > MOST) {
      throw unfit("limit");
    }
    return fitting(() -> analyses.rows(analysis, span, own(all), after, limit));
  }

  /** How many rows there are, before anybody reads them. */
  @GetMapping("/api/v1/analyses/{id}/count")
  public Count count(
      @PathVariable String id,
      @RequestParam String area,
      @RequestParam LocalDate from,
      @RequestParam LocalDate to,
      @RequestParam Map<String, String> all) {
    Analysis analysis = named(id);
    Span span = span(area, from, to);
    return new Count(fitting(() -> analyses.count(analysis, span, own(all))));
  }

  /** What people saved. */
  @GetMapping("/api/v1/analyses/saved")
  public List<Saved> saved() {
    return store.saved();
  }

  /** Saves parameters under a name that is still free. */
  @PostMapping("/api/v1/analyses/{id}/saved")
  @ResponseStatus(HttpStatus.CREATED)
  public void save(@PathVariable String id, @RequestBody Named named, Authentication person) {
    Analysis analysis = named(id);
    if (named.name() == null || !named.name().matches("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,99}")) {
      throw unfit("name");
    }
    Map<String, String> parameters = named.parameters() == null ? Map.of() : named.parameters();
    if (!fitting(() -> analyses.save(analysis, named.name(), parameters, person.getName()))) {
      throw ProblemException.of(ProblemCode.CONFLICT);
    }
  }

  /** Forgets what the caller saved. */
  @DeleteMapping("/api/v1/analyses/saved/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  public void forget(@PathVariable UUID id, Authentication person) {
    if (!store.forget(id, person.getName())) {
      throw ProblemException.of(ProblemCode.NOT_FOUND);
    }
  }

  /** The analysis of this name; 404 when there is none. */
  public Analysis named(String id) {
    return analyses.named(id).orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
  }

  private static Span span(String area, LocalDate from, LocalDate to) {
    if (!area.matches("[0-9]{6}([0-9]{3}){0,2}")) {
      throw unfit("area");
    }
    if (from.isAfter(to)) {
      throw unfit("from");
    }
    return new Span(area, from, to);
  }

  /** The parameters of an analysis among those of a request. */
  public static Map<String, String> own(Map<String, String> all) {
    return all.entrySet().stream()
        .filter(each -> each.getKey().startsWith(OWN))
        .collect(
            Collectors.toMap(each -> each.getKey().substring(OWN.length()), Map.Entry::getValue));
  }

  /** The parameters of an analysis as a request has them. */
  public static Map<String, String> asAsked(Map<String, String> own) {
    return own.entrySet().stream()
        .collect(Collectors.toMap(each -> OWN + each.getKey(), Map.Entry::getValue));
  }

  private static <T> T fitting(Supplier<T> answer) {
    try {
      return answer.get();
    } catch (Analysis.UnfitValue e) {
      throw unfit(OWN + e.getMessage());
    }
  }

  private static ProblemException unfit(String path) {
    return ProblemException.of(ProblemCode.UNPROCESSABLE, path, RULE);
  }
}
