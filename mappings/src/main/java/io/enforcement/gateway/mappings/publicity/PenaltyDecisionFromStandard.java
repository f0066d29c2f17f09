package io.enforcement.gateway.mappings.publicity;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.mappings.PartnerJson;
import io.enforcement.gateway.standards.model.LegalBasis;
import io.enforcement.gateway.standards.model.Operation;
import io.enforcement.gateway.standards.model.Party;
import io.enforcement.gateway.standards.model.PenaltyDecision;
import io.enforcement.gateway.standards.model.StandardRecord;
import io.enforcement.gateway.standards.validation.Finding;
import io.enforcement.gateway.standards.validation.Rejected;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes what the public may see of a decision, or takes down one that was sent by mistake. */
@Named("publicityPenaltyDecision")
public final class PenaltyDecisionFromStandard implements FromStandard {

  private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);
  // How long publications stay where the decision does not say: one region's rule, as published.
  private static final int YEARS_NATURAL_PERSON = 2;
  private static final int YEARS_OTHERS = 5;

  @Override
  public byte[] fromStandard(StandardRecord record, Context context) {
    PenaltyDecision decision = (PenaltyDecision) record;
    LocalDate today = context.at().atOffset(BEIJING).toLocalDate();
    if (decision.getCdOperation() == Operation.D) {
      return PartnerJson.write(
          Withdrawal.of(
              decision.getPunishFileNum(),
              decision.getBody().getUscc(),
              "信息报送有误",
              today.toString()));
    }
    refuseWhatIsNotPublic(decision);
    return PartnerJson.write(publication(decision, today));
  }

  /** The subscription keeps these away; a publication cannot be taken back, so it is said twice. */
  private static void refuseWhatIsNotPublic(PenaltyDecision decision) {
    // Whoever does not say is not published either.
    if (!Boolean.FALSE.equals(decision.isRestricted())) {
      throw new Rejected(Finding.of("publicity.not-public", "restricted", "restricted"));
    }
    for (int i = 0; i < decision.getParties().size(); i++) {
      if (Boolean.TRUE.equals(decision.getParties().get(i).isMinor())) {
        throw new Rejected(
            Finding.of("publicity.not-public", "parties[" + i + "].minor", "a minor"));
      }
    }
  }

  private static Publication publication(PenaltyDecision decision, LocalDate today) {
    Redaction redaction = Redaction.of(decision);
    List<Publication.PublicParty> parties = parties(decision, redaction);
    return new Publication(
        "处罚",
        decision.getPunishFileNum(),
        parties.get(0).party(),
        parties.get(0).partyId(),
        parties.subList(1, parties.size()),
        decision.getBody().getName(),
        decision.getBody().getUscc(),
        redaction.text(decision.getIllegalAct(), "illegalAct"),
        basis(decision),
        redaction.text(decision.getPunishResult(), "conclusion"),
        decision.getPunishSetDate().toString(),
        today.toString(),
        publishUntil(decision, today).toString(),
        "PUBLISHED",
        decision.getRevision(),
        redaction.log());
  }

  private static List<Publication.PublicParty> parties(
      PenaltyDecision decision, Redaction redaction) {
    List<Publication.PublicParty> parties = new ArrayList<>();
    for (Party party : decision.getParties()) {
      String field =
          parties.isEmpty() ? "party" : "otherParties[" + (parties.size() - 1) + "].party";
      parties.add(
          new Publication.PublicParty(
              redaction.party(party, field),
              Redaction.isNaturalPerson(party) ? null : party.getUscc()));
    }
    return parties;
  }

  private static String basis(PenaltyDecision decision) {
    return decision.getPunishAccords().stream()
        .map(PenaltyDecisionFromStandard::cite)
        .collect(Collectors.joining(";"));
  }

  private static String cite(LegalBasis basis) {
    return "《"
        + basis.getLawName()
        + "》"
        + (basis.getProvision() == null ? "" : basis.getProvision());
  }

  private static LocalDate publishUntil(PenaltyDecision decision, LocalDate today) {
    if (decision.getPublishUntil() != null) {
      return decision.getPublishUntil();
    }
    boolean person = decision.getParties().stream().anyMatch(Redaction::isNaturalPerson);
    return today.plusYears(person ? YEARS_NATURAL_PERSON : YEARS_OTHERS);
  }
}
