package io.enforcement.gateway.routes.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Answers every failure of a controller with a problem document, but for those of pages. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class ProblemAdvice {

  private final ProblemWriter writer;

  ProblemAdvice(ProblemWriter writer) {
    this.writer = writer;
  }

  @ExceptionHandler(Exception.class)
  void refuse(Exception failure, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    writer.write(request, response, Diagnosis.of(failure, CorrelationId.of(request)));
  }

  /** Who may do what is answered by the security filters, not here. */
  @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
  void handOn(RuntimeException denied) {
    throw denied;
  }

  /** The caller has gone: there is nobody to answer and nothing to mend. */
  @ExceptionHandler(AsyncRequestNotUsableException.class)
  void callerGone() {}
}
