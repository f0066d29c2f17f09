package io.enforcement.gateway.routes.console;

import io.enforcement.gateway.routes.problem.ProblemCode;
import io.enforcement.gateway.routes.problem.ProblemException;
import io.enforcement.gateway.routes.province.store.ReconciliationStore;
import io.enforcement.gateway.routes.province.store.ReconciliationStore.Day;
import io.enforcement.gateway.routes.province.store.ReconciliationStore.Differing;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What sources stated of their days, what differs, and the people who explain it. */
@RestController
@ConditionalOnProperty("gateway.province.enabled")
public class ReconciliationsApi {

  /** So many days are given at most. */
  public static final int DAYS = 500;

  /** So many differences of a day are given at a time. */
  public static final int DIFFERENCES = 1000;

  private static final int LONGEST_EXPLANATION = 200;

  private final ReconciliationStore store;

  ReconciliationsApi(ReconciliationStore store) {
    this.store = store;
  }

  /**
   * Days, the latest first.
   *
   * @param source a partner
   * @param state COMPARING, DIFFERENT, CLOSED or SIGNED_OFF
   */
  @GetMapping("/api/v1/reconciliations")
  public List<Day> days(
      @RequestParam(required = false) String source,
      @RequestParam(required = false) LocalDate day,
      @RequestParam(required = false) String state) {
    return store.days(source, day, state, DAYS);
  }

  /** One day. */
  @GetMapping("/api/v1/reconciliations/{id}")
  public Day day(@PathVariable UUID id) {
    return store.day(id).orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
  }

  /**
   * What differs or differed, in the order in which it was found.
   *
   * @param after number of the last one that was read
   */
  @GetMapping("/api/v1/reconciliations/{id}/differences")
  public List<Differing> differences(
      @PathVariable UUID id, @RequestParam(defaultValue = "0") long after) {
    return store.differences(id, after, DIFFERENCES);
  }

  /**
   * Explains what is still open and ends the day.
   *
   * @param explanation never a person's data
   */
  @PostMapping("/api/v1/reconciliations/{id}/sign-off")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  public void signOff(
      @PathVariable UUID id, @RequestParam String explanation, Authentication person) {
    if (explanation.isBlank() || explanation.length() > LONGEST_EXPLANATION) {
      throw ProblemException.of(ProblemCode.UNPROCESSABLE, "explanation", "request.reason");
    }
    if (!store.signOff(id, explanation, person.getName())) {
      throw ProblemException.of(ProblemCode.NOT_FOUND);
    }
  }
}
