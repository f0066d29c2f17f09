package io.enforcement.gateway.mappings.publicity;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.mappings.PartnerCodes;
import io.enforcement.gateway.mappings.PartnerJson;
import io.enforcement.gateway.mappings.Reading;
import io.enforcement.gateway.standards.model.Operation;
import io.enforcement.gateway.standards.model.PublicationRequest;
import io.enforcement.gateway.standards.model.PublicationSummary;
import io.enforcement.gateway.standards.model.PublishedParty;
import io.enforcement.gateway.standards.model.StandardRecord;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes what an authority wants to be published in its own summary, which is redacted once more:
 * what slipped through there must not go out. Details: facts, redactedByAuthority. With a reason
 * not to publish only number, authority and reason leave.
 */
@Named("publicityRequest")
public final class RequestFromStandard implements FromStandard {

  private static final PartnerCodes KIND =
      PartnerCodes.beside(RequestFromStandard.class, "act-kind");
  private static final String CITIZEN = "1";

  @Override
  public byte[] fromStandard(StandardRecord record, Context context) {
    PublicationRequest request = (PublicationRequest) record;
    Reading reading = new Reading();
    String kind = reading.code(KIND, request.getPublishedDecision().getKind(), "kind");
    String why =
        Words.of("non-publication", request.getNonPublication(), "nonPublicationReason", reading);
    reading.orRejected();
    if (request.getCdOperation() == Operation.D) {
      return Withdrawal.wronglySent(
          kind,
          request.getPublishedDecision().getDocumentNumber(),
          request.getBody().getUscc(),
          context);
    }
    NotPublic.refuseUnlessOpen(request.isMinor(), "minor");
    NotPublic.refuseUnlessOpen(request.isSecret(), "secret");
    return why == null
        ? publication(request, kind, Terms.today(context))
        : PartnerJson.write(NonPublication.of(request, kind, why));
  }

  private static byte[] publication(PublicationRequest request, String kind, LocalDate today) {
    PublicationSummary summary = request.getSummary();
    Redaction redaction = Redaction.ofNobody();
    LocalDate on = request.getPublishOn() == null ? today : request.getPublishOn();
    return new PublicAct(
            kind,
            request.getPublishedDecision().getDocumentNumber(),
            request.getBody(),
            request.getPublishedDecision().getDecisionDate(),
            parties(summary.getPublishedParties(), redaction),
            redaction)
        .matter(summary.getCaseName())
        .basis(summary.getPublicBasis())
        .conclusion(summary.getConclusion())
        .detail("facts", summary.getPublicFacts())
        .detail("redactedByAuthority", join(summary.getRedactions()))
        .write(
            request,
            on,
            Terms.until(
                request.getPublishUntil(),
                on,
                summary.getPublishedParties().stream().anyMatch(RequestFromStandard::isCitizen)));
  }

  private static List<PublicParty> parties(List<PublishedParty> parties, Redaction redaction) {
    List<PublicParty> seen = new ArrayList<>();
    for (PublishedParty party : parties) {
      String field = PublicParty.field(seen.size());
      seen.add(
          isCitizen(party)
              ? new PublicParty(redaction.citizen(party.getName(), field), null)
              : new PublicParty(party.getName(), party.getUscc()));
    }
    return seen;
  }

  /** A sole trader may be entered as a citizen, with the credit code of the business. */
  private static boolean isCitizen(PublishedParty party) {
    return CITIZEN.equals(party.getKind()) && party.getUscc() == null;
  }

  private static String join(List<String> texts) {
    return texts.isEmpty() ? null : String.join(";", texts);
  }
}
