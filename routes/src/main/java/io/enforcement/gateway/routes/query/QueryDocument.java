package io.enforcement.gateway.routes.query;

import io.enforcement.gateway.routes.problem.ProblemCode;
import io.enforcement.gateway.routes.problem.ProblemException;
import io.enforcement.gateway.standards.format.StandardJson;
import io.enforcement.gateway.standards.format.StandardXml;
import io.enforcement.gateway.standards.model.Answer;
import io.enforcement.gateway.standards.model.Query;
import io.enforcement.gateway.standards.rules.StandardValidator;
import io.enforcement.gateway.standards.validation.Finding;
import io.enforcement.gateway.standards.validation.Rejected;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * A query as it came: sound, complete and by the rules. Immutable.
 *
 * @param query what is asked
 * @param xml the same as standard XML
 * @param type in which form it came and the answer goes
 */
record QueryDocument(Query query, byte[] xml, MediaType type) {

  /**
   * Reads foreign bytes.
   *
   * @param today the day against which dates are judged
   * @throws Rejected when the bytes are no sound JSON or XML
   * @throws ProblemException {@code WRONG_TYPE} for any other type, {@code UNPROCESSABLE} with all
   *     findings when it is no query that the rules let pass
   */
  static QueryDocument read(
      String contentType, byte[] body, StandardValidator validator, LocalDate today) {
    MediaType type = type(contentType);
    if (type.equals(MediaType.APPLICATION_JSON)) {
      Query query = StandardJson.read(body, Query.class);
      StandardXml.Checked checked = validator.check(query, today);
      requireSound(checked.findings());
      return new QueryDocument(query, checked.xml(), type);
    }
    StandardXml.Read read = StandardXml.readChecked(body);
    if (!(read.record() instanceof Query query)) {
      throw ProblemException.of(ProblemCode.UNPROCESSABLE, "", "structure.vocabulary");
    }
    requireSound(validator.check(read, today));
    return new QueryDocument(query, StandardXml.write(query), type);
  }

  /** The answer's bytes, in the form in which it was asked; {@code xml} is the same answer. */
  byte[] form(Answer answer, byte[] xml) {
    return type.equals(MediaType.APPLICATION_JSON) ? StandardJson.write(answer) : xml;
  }

  private static MediaType type(String contentType) {
    try {
      MediaType type = MediaType.parseMediaType(contentType == null ? "" : contentType);
      for (MediaType taken : List.of(MediaType.APPLICATION_JSON, MediaType.APPLICATION_XML)) {
        if (taken.equalsTypeAndSubtype(type)) {
          return taken;
        }
      }
    } catch (InvalidMediaTypeException e) {
      throw wrongType();
    }
    throw wrongType();
  }

  private static ProblemException wrongType() {
    return ProblemException.of(
        ProblemCode.WRONG_TYPE,
        "Content-Type",
        "intake.media-type",
        "application/json, application/xml");
  }

  private static void requireSound(List<Finding> findings) {
    if (findings.stream().anyMatch(Finding::refuses)) {
      throw ProblemException.of(ProblemCode.UNPROCESSABLE, findings);
    }
  }
}
