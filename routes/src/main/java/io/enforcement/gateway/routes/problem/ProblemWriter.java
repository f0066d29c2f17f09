package io.enforcement.gateway.routes.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a refusal as the whole answer. The one place where problem documents become bytes:
 * controllers' advice, servlet filters and the container's own errors all come here. Thread-safe.
 */
@Component
public final class ProblemWriter {

  /** The media type of every refusal. */
  public static final String MEDIA_TYPE = "application/problem+json";

  private final JsonMapper json = JsonMapper.builder().build();

  /** Answers with a code that needs no finding. */
  public void write(HttpServletRequest request, HttpServletResponse response, ProblemCode code)
      throws IOException {
    write(request, response, ProblemException.of(code));
  }

  /**
   * Answers with the refusal; does nothing when an answer has already begun to leave.
   *
   * @throws IOException when the caller has gone away
   */
  public void write(
      HttpServletRequest request, HttpServletResponse response, ProblemException refusal)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    response.resetBuffer();
    Language language = Language.of(request);
    String id = CorrelationId.of(request);
    byte[] body = json.writeValueAsBytes(Problem.of(refusal, language, id));
    refusal.headers().forEach(response::setHeader);
    response.setStatus(refusal.code().status());
    response.setHeader(CorrelationId.HEADER, id);
    response.setHeader("Content-Language", language.locale().toLanguageTag());
    response.setHeader("Cache-Control", "no-store");
    response.setContentType(MEDIA_TYPE);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
    response.flushBuffer();
  }
}
