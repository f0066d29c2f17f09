package io.enforcement.gateway.standards.rules.credit;

import io.enforcement.gateway.standards.calendar.Limit;
import io.enforcement.gateway.standards.model.PublicationRequest;
import io.enforcement.gateway.standards.model.PublicationSummary;
import io.enforcement.gateway.standards.model.PublishedDecision;
import io.enforcement.gateway.standards.model.PublishedParty;
import io.enforcement.gateway.standards.rules.book.Findings;
import io.enforcement.gateway.standards.rules.book.PartyKinds;
import io.enforcement.gateway.standards.validation.Identifiers;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What shall be seen by everybody: in time (demand U03), not too long, and redacted. */
final class PublicationRules {

  private static final String LICENCE = "01";
  private static final String PENALTY = "02";
  // 国办发〔2018〕118号: licences and penalties 7 working days from the decision, others 20.
  private static final Set<String> SOON = Set.of(LICENCE, PENALTY);
  private static final Limit SEVEN = Limit.parse("7 WD");
  private static final Limit TWENTY = Limit.parse("20 WD");
  private static final String CREDIT_PLATFORM = "2";
  private static final Pattern CITIZEN =
      Pattern.compile("(?<![0-9A-Z])[0-9]{17}[0-9X](?![0-9A-Z])");
  private static final Pattern MOBILE = Pattern.compile("(?<![0-9A-Z])1[3-9][0-9]{9}(?![0-9A-Z])");
  private static final Pattern REDACTED = Pattern.compile("[某*＊×]");

  private final PublicationRequest request;
  private final LocalDate today;
  private final Findings findings;

  private PublicationRules(PublicationRequest request, LocalDate today, Findings findings) {
    this.request = request;
    this.today = today;
    this.findings = findings;
  }

  static void check(PublicationRequest request, LocalDate today, Findings findings) {
    PublicationRules rules = new PublicationRules(request, today, findings);
    rules.withheld();
    rules.term();
    rules.redaction();
  }

  /** It asks for publication and says that it must not be: nobody could act on both. */
  private void withheld() {
    if (request.getNonPublication() == null) {
      never(Boolean.TRUE.equals(request.isMinor()), "minor");
      never(Boolean.TRUE.equals(request.isSecret()), "secret");
    } else if (request.getPublishOn() != null) {
      findings.add("publication.withheld-with-date", "publishOn", "given beside a reason not to");
    }
  }

  private void never(boolean concerned, String path) {
    if (concerned) {
      findings.add("publication.not-for-the-public", path, "yes, without a reason not to publish");
    }
  }

  private void term() {
    PublishedDecision decision = request.getPublishedDecision();
    if (decision == null || decision.getKind() == null || request.getNonPublication() != null) {
      return;
    }
    boolean dated = request.getPublishOn() != null;
    LocalDate seen = dated ? request.getPublishOn() : request.getRequestedOn();
    Limit limit = SOON.contains(decision.getKind()) ? SEVEN : TWENTY;
    if (findings.deadlines().missed(limit, decision.getDecisionDate(), seen)) {
      findings.add(
          "publication.late",
          dated ? "publishOn" : "requestedOn",
          "after the limit",
          String.valueOf(limit.amount()));
    }
    if (CREDIT_PLATFORM.equals(request.getChannel()) && PENALTY.equals(decision.getKind())) {
      until(decision, seen);
    }
  }

  private void until(PublishedDecision decision, LocalDate seen) {
    LocalDate until = request.getPublishUntil();
    if (until == null || decision.getDecisionDate() == null) {
      return;
    }
    PublicationTerms.longest(seen, decision.getSeverity())
        .filter(term -> until.isAfter(decision.getDecisionDate().plus(term)))
        .ifPresent(
            term ->
                findings.add(
                    "publication.too-long",
                    "publishUntil",
                    "too late",
                    String.valueOf(term.toTotalMonths())));
  }

  private void redaction() {
    PublicationSummary summary = request.getSummary();
    if (summary == null) {
      return;
    }
    text(summary.getCaseName(), "summary.caseName");
    List<PublishedParty> parties = summary.getPublishedParties();
    for (int i = 0; i < parties.size(); i++) {
      if (parties.get(i) != null) {
        party(parties.get(i), "summary.publishedParties[" + i + "].name");
      }
    }
    text(summary.getPublicFacts(), "summary.publicFacts");
    text(summary.getPublicBasis(), "summary.publicBasis");
    text(summary.getConclusion(), "summary.conclusion");
  }

  private void party(PublishedParty party, String path) {
    text(party.getName(), path);
    if (PartyKinds.CITIZEN.equals(party.getKind())
        && party.getUscc() == null
        && party.getName() != null
        && !REDACTED.matcher(party.getName()).find()) {
      findings.add("publication.citizen-name", path, "without a sign of redaction");
    }
  }

  private void text(String text, String path) {
    if (text == null) {
      return;
    }
    boolean citizen =
        CITIZEN
            .matcher(text)
            .results()
            .anyMatch(match -> Identifiers.citizenId(match.group(), today));
    if (citizen || MOBILE.matcher(text).find()) {
      findings.add(
          "publication.personal-number", path, citizen ? "a citizen's number" : "a mobile number");
    }
  }
}
