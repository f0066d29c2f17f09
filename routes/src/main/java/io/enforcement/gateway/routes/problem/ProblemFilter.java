package io.enforcement.gateway.routes.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Outermost filter: names the request (answer header and log context) and answers what failed in
 * the filters behind it, so that the container never writes an error page or a stack of its own.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemFilter extends OncePerRequestFilter {

  private static final String LOG_KEY = "correlationId";

  private final ProblemWriter writer;

  ProblemFilter(ProblemWriter writer) {
    this.writer = writer;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException {
    String id = CorrelationId.of(request);
    response.setHeader(CorrelationId.HEADER, id);
    MDC.put(LOG_KEY, id);
    try {
      chain.doFilter(request, response);
    } catch (ServletException | RuntimeException failure) {
      Throwable cause = failure.getCause() != null ? failure.getCause() : failure;
      Throwable known = failure instanceof ServletException ? cause : failure;
      writer.write(request, response, Diagnosis.of(known, id));
    } finally {
      MDC.remove(LOG_KEY);
    }
  }
}
