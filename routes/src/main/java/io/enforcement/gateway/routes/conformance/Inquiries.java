package io.enforcement.gateway.routes.conformance;

import io.enforcement.gateway.routes.sandbox.farside.PostingPartner;
import io.enforcement.gateway.routes.sandbox.farside.PostingPartner.Told;
import io.enforcement.gateway.standards.format.StandardXml;
import io.enforcement.gateway.standards.model.Answer;
import io.enforcement.gateway.standards.model.Query;
import io.enforcement.gateway.standards.model.QueryKind;
import io.enforcement.gateway.standards.validation.Rejected;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What the partner asks of the gateway: every kind that its settings permit is answered at once, in
 * the standard's own form, and any other is refused. Its questions are the standard's samples.
 */
final class Inquiries {

  private static final String INQUIRY = "inquiry";
  private static final String REFUSED = "inquiry-refused";
  private static final int ANSWERED = 200;
  private static final int FORBIDDEN = 403;
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private final Ascent ascent;
  private final Climb climb;
  private int number;

  Inquiries(Ascent ascent) {
    this.ascent = ascent;
    climb = ascent.climb;
  }

  /** Nothing is tried of a partner that asks nothing. */
  void climb() throws InterruptedException {
    Set<QueryKind> permitted = ascent.candidate.file().queries();
    if (permitted.isEmpty()) {
      return;
    }
    EnumSet<QueryKind> others = EnumSet.complementOf(EnumSet.copyOf(permitted));
    PostingPartner partner = ascent.site.candidate();
    for (QueryKind kind : EnumSet.complementOf(others)) {
      answered(partner, kind);
    }
    Optional<QueryKind> other = others.stream().findFirst();
    if (other.isEmpty()) {
      climb.notRun(REFUSED, "", "may-ask-all");
    } else {
      int status = partner.ask(StandardXml.write(query(other.get()))).status();
      climb.judge(status == FORBIDDEN, REFUSED, other.get().name(), "answer", status, "");
    }
  }

  private void answered(PostingPartner partner, QueryKind kind) throws InterruptedException {
    Query query = query(kind);
    Told told = partner.ask(StandardXml.write(query));
    Optional<Answer> answer = told.status() == ANSWERED ? answer(told.body()) : Optional.empty();
    climb.judge(
        answer.filter(a -> a.getQueryId().equals(query.getQueryId())).isPresent(),
        INQUIRY,
        kind.name(),
        "answer",
        told.status(),
        answer.map(a -> a.getAnswerOutcome().value()).orElse(""));
  }

  private static Optional<Answer> answer(byte[] body) {
    try {
      return Optional.of(StandardXml.read(body))
          .filter(Answer.class::isInstance)
          .map(Answer.class::cast);
    } catch (Rejected e) {
      return Optional.empty();
    }
  }

  /** The gateway itself is asked, now and under a number of its own. */
  private Query query(QueryKind kind) {
    String sample = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    Query query = StandardSample.of(Query.class, sample);
    query.setQueryId("conformance-inquiry-" + ++number);
    query.setAskedAt(OffsetDateTime.now(CHINA).truncatedTo(ChronoUnit.SECONDS));
    query.setAskedOrgan(null);
    return query;
  }
}
