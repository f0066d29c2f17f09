package io.enforcement.gateway.routes.console;

import io.enforcement.gateway.routes.problem.ProblemCode;
import io.enforcement.gateway.routes.problem.ProblemException;
import io.enforcement.gateway.routes.province.quality.Check;
import io.enforcement.gateway.routes.province.quality.Dimension;
import io.enforcement.gateway.routes.province.quality.Quality;
import io.enforcement.gateway.routes.province.quality.QualityList;
import io.enforcement.gateway.routes.province.quality.RankedRule;
import io.enforcement.gateway.routes.province.quality.Score;
import io.enforcement.gateway.routes.province.store.QualityStore.Breach;
import io.enforcement.gateway.routes.province.store.QualityStore.Span;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Quality of what sources sent. Parameters are alike everywhere: {@code from} and {@code to}, days
 * of sending, both counted; {@code source}, a partner, and {@code kind} of record, all when absent.
 * A regional data officer sees the sources of the own region.
 */
@RestController
@ConditionalOnProperty("gateway.province.enabled")
public class QualityApi {

  /** Scores apart by months. */
  public static final String MONTH = "month";

  /** Scores of the whole period. */
  public static final String TOTAL = "total";

  private static final int MOST = 500;
  private static final int LONGEST_SPAN = 366;
  private static final String RULE = "request.quality";
  private static final String CSV = "text/csv;charset=UTF-8";

  private final Quality quality;
  private final QualityList list;
  private final SourceReaders readers;

  QualityApi(Quality quality, QualityList list, SourceReaders readers) {
    this.quality = quality;
    this.list = list;
    this.readers = readers;
  }

  /** By what is judged: formula and dimensions, and the checks over what is held. */
  public record Method(
      Dimension.Formula formula, List<Dimension> dimensions, Collection<Check> checks) {}

  /** Scores, and the formula that they follow. */
  public record Scores(Dimension.Formula formula, List<Dimension> dimensions, List<Score> scores) {}

  @GetMapping("/api/v1/quality")
  public Method method() {
    return new Method(
        quality.rules().formula(), quality.rules().dimensions(), quality.rules().checks());
  }

  /**
   * Scores by source and kind, and of all kinds of a source.
   *
   * @param by total, or month for the trend
   */
  @GetMapping("/api/v1/quality/scores")
  public Scores scores(
      @RequestParam LocalDate from,
      @RequestParam LocalDate to,
      @RequestParam Optional<String> source,
      @RequestParam Optional<String> kind,
      @RequestParam(defaultValue = TOTAL) String by,
      Authentication caller) {
    if (!by.equals(TOTAL) && !by.equals(MONTH)) {
      throw unfit("by");
    }
    return new Scores(
        quality.rules().formula(),
        quality.rules().dimensions(),
        quality.scores(span(from, to, source, caller), known(kind), by.equals(MONTH)));
  }

  /** Rules that were broken, the worst first. */
  @GetMapping("/api/v1/quality/rules")
  public List<RankedRule> rules(
      @RequestParam LocalDate from,
      @RequestParam LocalDate to,
      @RequestParam Optional<String> source,
      @RequestParam Optional<String> kind,
      Authentication caller) {
    return quality.worst(span(from, to, source, caller), known(kind));
  }

  /**
   * Records of a kind that are held and break a rule, in the order of their keys.
   *
   * @param rule any when absent
   * @param after key of the last one that was read
   */
  @GetMapping("/api/v1/quality/records/{kind}")
  public List<Breach> records(
      @PathVariable String kind,
      @RequestParam LocalDate from,
      @RequestParam LocalDate to,
      @RequestParam Optional<String> source,
      @RequestParam(defaultValue = "") String rule,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(defaultValue = "100") int limit,
      Authentication caller) {
    Span span = span(from, to, source, caller);
    return quality.breaches(
        Quality.table(kind).orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND)),
        span,
        rule,
        after,
        bounded(limit));
  }

  /** Records that were refused and break a rule, as those that are held. */
  @GetMapping("/api/v1/quality/refusals")
  public List<Breach> refusals(
      @RequestParam LocalDate from,
      @RequestParam LocalDate to,
      @RequestParam Optional<String> source,
      @RequestParam Optional<String> kind,
      @RequestParam(defaultValue = "") String rule,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(defaultValue = "100") int limit,
      Authentication caller) {
    return quality.breachesRefused(
        span(from, to, source, caller), known(kind), rule, after, bounded(limit));
  }

  /** What a source works through, as CSV; 422 when it is too long for one file. */
  @GetMapping("/api/v1/quality/list")
  public void list(
      @RequestParam LocalDate from,
      @RequestParam LocalDate to,
      @RequestParam Optional<String> source,
      @RequestParam Optional<String> kind,
      Authentication caller,
      HttpServletResponse response)
      throws IOException {
    Span span = span(from, to, source, caller);
    String known = known(kind);
    if (quality.broken(span, known) > QualityList.LONGEST) {
      throw unfit("to");
    }
    response.setContentType(CSV);
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment()
            .filename("quality-%s-%s.csv".formatted(from, to))
            .build()
            .toString());
    list.write(span, known, response.getOutputStream());
  }

  private Span span(LocalDate from, LocalDate to, Optional<String> source, Authentication caller) {
    if (from.isAfter(to) || from.plusDays(LONGEST_SPAN).isBefore(to)) {
      throw unfit("from");
    }
    return new Span(readers.seen(caller, source), from, to);
  }

  private static String known(Optional<String> kind) {
    if (kind.isPresent() && Quality.table(kind.get()).isEmpty()) {
      throw unfit("kind");
    }
    return kind.orElse(null);
  }

  private static int bounded(int limit) {
    if (limit < 1 || limit > MOST) {
      throw unfit("limit");
    }
    return limit;
  }

  private static ProblemException unfit(String path) {
    return ProblemException.of(ProblemCode.UNPROCESSABLE, path, RULE);
  }
}
