package io.enforcement.gateway.routes.query;

import io.enforcement.gateway.routes.query.HeldRecords.Found;
import io.enforcement.gateway.standards.model.Answer;
import io.enforcement.gateway.standards.model.AnswerOutcome;
import io.enforcement.gateway.standards.model.LicenceAnswer;
import io.enforcement.gateway.standards.model.LicenceDecision;
import io.enforcement.gateway.standards.model.ObjectKey;
import io.enforcement.gateway.standards.model.Query;
import io.enforcement.gateway.standards.validation.DocumentNumber;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which licences this organisation has: of each the last event, so that one that was withdrawn is
 * not told as granted. Restricted decisions are not told. Thread-safe.
 */
final class Licences implements AnswerSource {

  private static final String REFUSED = "09";
  private static final String NOT_IN_FORCE = "2";
  private static final int LONGEST_CONTENT = 1000;
  private static final int MOST_EVENTS = 500;

  private final HeldRecords records;

  Licences(HeldRecords records) {
    this.records = records;
  }

  @Override
  public void fill(Answer answer, Query query, LocalDate today) {
    Found<LicenceDecision> known =
        records.latest(LicenceDecision.class, AskedSubject.of(query), MOST_EVENTS).standing();
    known.tell(answer);
    List<LicenceDecision> all =
        last(known.records()).filter(decision -> isAsked(query.getObjectKey(), decision)).toList();
    List<LicenceDecision> open = all.stream().filter(one -> !one.isRestricted()).toList();
    open.stream().limit(MOST).map(one -> told(one, today)).forEach(answer.getLicenceAnswers()::add);
    answer.setTruncated(known.more() || open.size() > MOST || open.size() < all.size());
    if (open.isEmpty() && !all.isEmpty()) {
      answer.setAnswerOutcome(AnswerOutcome.NOT_PERMITTED);
      answer.setNotPermittedReason("限制公开的许可不予答复");
      answer.setTruncated(false);
    }
  }

  /** Events that no later one refers to; a refusal is no licence. */
  private static Stream<LicenceDecision> last(List<LicenceDecision> all) {
    Set<String> replaced =
        all.stream()
            .map(LicenceDecision::getOriginalLicence)
            .filter(Objects::nonNull)
            .map(original -> DocumentNumber.normalise(original.getDocumentNumber()))
            .collect(Collectors.toSet());
    return all.stream()
        .filter(one -> !replaced.contains(DocumentNumber.normalise(one.getLicenceFileNum())))
        .filter(one -> !REFUSED.equals(one.getLicenceEvent()));
  }

  private static boolean isAsked(ObjectKey key, LicenceDecision decision) {
    LocalDate day = decision.getDecisionDate();
    return (key.getLicenceNumber() == null
            || key.getLicenceNumber().strip().equals(decision.getCertificateNumber()))
        && (key.getFromDate() == null || !day.isBefore(key.getFromDate()))
        && (key.getUntilDate() == null || !day.isAfter(key.getUntilDate()));
  }

  private static LicenceAnswer told(LicenceDecision decision, LocalDate today) {
    LicenceAnswer told = new LicenceAnswer();
    told.setBody(decision.getBody());
    told.setLicenceName(name(decision));
    told.setLicenceNumber(decision.getCertificateNumber());
    told.setLicenceCategory(decision.getLicenceCategory());
    // Half a text may mean the opposite of the whole.
    if (decision.getContent().length() <= LONGEST_CONTENT) {
      told.setLicenceContent(decision.getContent());
    }
    told.setLicenceState(isOver(decision, today) ? NOT_IN_FORCE : decision.getState());
    told.setDecisionDate(decision.getDecisionDate());
    told.setValidFrom(decision.getValidFrom());
    told.setValidUntil(decision.getValidUntil());
    return told;
  }

  private static String name(LicenceDecision decision) {
    return Stream.of(decision.getCertificateName(), decision.getLicenceFileName())
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(decision.getLicenceFileNum());
  }

  private static boolean isOver(LicenceDecision decision, LocalDate today) {
    return decision.getValidUntil() != null && decision.getValidUntil().isBefore(today);
  }
}
