package io.enforcement.gateway.routes.conformance;

import io.enforcement.gateway.mappings.GoldenOutcome;
import io.enforcement.gateway.routes.partner.PartnerFile.Answers;
import io.enforcement.gateway.standards.model.Answer;
import io.enforcement.gateway.standards.model.BodyReference;
import io.enforcement.gateway.standards.model.Query;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** An exchange in which the partner is asked, with its samples. */
record AskedCase(Answers exchange, List<Question> questions, List<Reply> replies) {

  /** A sample of what the partner is asked. */
  record Question(String name, Query query) {}

  /**
   * A sample of what it answers.
   *
   * @param answer what its mapping makes of it; empty when it is no answer
   */
  record Reply(String name, byte[] bytes, Optional<Answer> answer) {

    /**
     * The same as a reply to the question of this number. Read with a character for each byte,
     * whatever the charset: a number is ASCII in all of them.
     */
    byte[] to(String number) {
      return new String(bytes, StandardCharsets.ISO_8859_1)
          .replace(GoldenOutcome.outbound().key(), number)
          .getBytes(StandardCharsets.ISO_8859_1);
    }
  }

  /** What it is called in a certificate. */
  String subject(String name) {
    return exchange.exchange() + " " + name;
  }

  /** Whether there are samples enough. */
  boolean canBeAsked() {
    return !questions.isEmpty() && body().isPresent();
  }

  /** Who answers, as the samples say; empty when none does. */
  Optional<BodyReference> body() {
    return replies.stream().flatMap(r -> r.answer().stream()).map(Answer::getBody).findFirst();
  }
}
