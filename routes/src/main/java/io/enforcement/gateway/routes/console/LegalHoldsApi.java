package io.enforcement.gateway.routes.console;

import io.enforcement.gateway.routes.problem.ProblemCode;
import io.enforcement.gateway.routes.problem.ProblemException;
import io.enforcement.gateway.routes.store.LegalHoldStore;
import io.enforcement.gateway.routes.store.LegalHoldStore.Hold;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Messages of which nothing is pruned, because a court or an authority asked for it. */
@RestController
class LegalHoldsApi {

  private static final int LIMIT = 1000;
  private static final int LONGEST_REASON = 200;

  private final LegalHoldStore holds;

  LegalHoldsApi(LegalHoldStore holds) {
    this.holds = holds;
  }

  /** The holds that stand, the oldest first. */
  @GetMapping("/api/v1/legal-holds")
  List<Hold> standing() {
    return holds.standing(LIMIT);
  }

  /**
   * Places a hold.
   *
   * @param reason a file number, never a person
   */
  @PostMapping("/api/v1/legal-holds/{message}")
  @ResponseStatus(HttpStatus.CREATED)
  void place(@PathVariable UUID message, @RequestParam String reason, Authentication person) {
    if (reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw ProblemException.of(ProblemCode.UNPROCESSABLE, "reason", "request.reason");
    }
    if (!holds.place(message, reason, person.getName())) {
      throw ProblemException.of(ProblemCode.NOT_FOUND);
    }
  }

  /** Lifts a hold. */
  @DeleteMapping("/api/v1/legal-holds/{message}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void lift(@PathVariable UUID message, Authentication person) {
    if (!holds.lift(message, person.getName())) {
      throw ProblemException.of(ProblemCode.NOT_FOUND);
    }
  }
}
