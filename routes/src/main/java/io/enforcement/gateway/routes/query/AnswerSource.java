package io.enforcement.gateway.routes.query;

import io.enforcement.gateway.routes.problem.ProblemCode;
import io.enforcement.gateway.routes.problem.ProblemException;
import io.enforcement.gateway.standards.model.Answer;
import io.enforcement.gateway.standards.model.Query;
import java.time.LocalDate;

/** Knows the answers to one kind of query. Thread-safe. */
interface AnswerSource {

  /** More is never listed; the standard allows no longer lists. */
  int MOST = 100;

  /**
   * Fills the list of its kind and says how old and whole it is; an empty list means that nothing
   * was found, unless the answer already says otherwise.
   *
   * @param today the day that counts where the query names none
   * @throws ProblemException when it asks by something that the gateway does not look things up by
   */
  void fill(Answer answer, Query query, LocalDate today);

  /** "Not found" would be untrue where nobody has looked. */
  static ProblemException notLookedUp(String path) {
    return ProblemException.of(ProblemCode.UNPROCESSABLE, path, "query.not-looked-up");
  }
}
