package io.enforcement.gateway.routes.problem;

import io.enforcement.gateway.standards.validation.Rejected;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.converter.HttpMessageConversionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.ErrorResponse;

/**
 * Turns any failure into the refusal that the caller gets. Failures of ours are logged once, with
 * the kinds of the exceptions and the place, never with their messages: those may hold values.
 */
public final class Diagnosis {

  private static final Logger LOG = LoggerFactory.getLogger(Diagnosis.class);
  private static final Duration COME_AGAIN = Duration.ofSeconds(5);
  private static final int DEEPEST_CAUSE = 5;

  private Diagnosis() {}

  /**
   * The refusal that answers this failure of a request.
   *
   * @param correlationId the request's name in our log
   */
  public static ProblemException of(Throwable failure, String correlationId) {
    ProblemException refusal = of(failure);
    if (refusal.code().status() >= 500 && !(failure instanceof ProblemException)) {
      LOG.error("request {} failed: {}", correlationId, describe(failure));
    }
    return refusal;
  }

  private static ProblemException of(Throwable failure) {
    if (failure instanceof ProblemException refusal) {
      return refusal;
    }
    if (failure instanceof Rejected rejected) {
      return ProblemException.of(ProblemCode.MALFORMED, rejected.findings());
    }
    if (failure instanceof ErrorResponse answer) {
      return ofSpring(answer);
    }
    if (failure instanceof HttpMessageConversionException
        || failure instanceof TypeMismatchException) {
      return ProblemException.of(ProblemCode.MALFORMED);
    }
    return databaseIsAway(failure)
        ? ProblemException.unavailable(COME_AGAIN)
        : ProblemException.of(ProblemCode.INTERNAL);
  }

  private static ProblemException ofSpring(ErrorResponse answer) {
    ProblemCode code = ProblemCode.ofStatus(answer.getStatusCode().value());
    ProblemException refusal =
        code == ProblemCode.UNAVAILABLE
            ? ProblemException.unavailable(COME_AGAIN)
            : ProblemException.of(code);
    // Only headers that our own mappings fill; nothing that repeats the request.
    String allow = answer.getHeaders().getFirst(HttpHeaders.ALLOW);
    return allow == null ? refusal : refusal.withHeader(HttpHeaders.ALLOW, allow);
  }

  /**
   * Whether the failure says that the database cannot be reached or was lost on the way: nothing of
   * what was to be stored is to blame, and the same may go well later.
   */
  public static boolean databaseIsAway(Throwable failure) {
    return failure instanceof DataAccessResourceFailureException
        || failure instanceof TransientDataAccessException
        || failure instanceof CannotCreateTransactionException
        || failure instanceof TransactionSystemException;
  }

  /** What failed and where, never with the failure's own words: they may repeat what came in. */
  public static String describe(Throwable failure) {
    StringBuilder text = new StringBuilder();
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
      text.append(depth == 0 ? "" : " caused by ").append(cause.getClass().getName());
      StackTraceElement[] stack = cause.getStackTrace();
      text.append(stack.length == 0 ? "" : " at " + place(stack));
      cause = cause.getCause();
    }
    return text.toString();
  }

  private static StackTraceElement place(StackTraceElement[] stack) {
    for (StackTraceElement frame : stack) {
      if (frame.getClassName().startsWith("io.enforcement.gateway.")) {
        return frame;
      }
    }
    return stack[0];
  }
}
