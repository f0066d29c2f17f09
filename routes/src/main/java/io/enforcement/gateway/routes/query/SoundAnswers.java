package io.enforcement.gateway.routes.query;

import io.enforcement.gateway.standards.format.StandardXml;
import io.enforcement.gateway.standards.model.Answer;
import io.enforcement.gateway.standards.rules.StandardValidator;
import io.enforcement.gateway.standards.validation.Finding;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Nothing leaves as an answer that breaks the standard. Thread-safe. */
@Component
class SoundAnswers {

  private static final Logger LOG = LoggerFactory.getLogger(SoundAnswers.class);

  private final StandardValidator validator;

  SoundAnswers(StandardValidator validator) {
    this.validator = validator;
  }

  /** The answer as XML; empty when it breaks the standard, which the log tells by rule and path. */
  Optional<byte[]> xml(Answer answer) {
    StandardXml.Checked checked = validator.check(answer, answer.getAnsweredAt().toLocalDate());
    List<String> faults =
        checked.findings().stream()
            .filter(Finding::refuses)
            .map(finding -> finding.rule() + " " + finding.path())
            .toList();
    if (faults.isEmpty()) {
      return Optional.of(checked.xml());
    }
    LOG.error("an answer is no record of the standard: {}", faults);
    return Optional.empty();
  }
}
