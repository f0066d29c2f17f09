package io.enforcement.gateway.mappings.publicity;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.mappings.PartnerCodes;
import io.enforcement.gateway.mappings.PartnerJson;
import io.enforcement.gateway.mappings.Reading;
import io.enforcement.gateway.standards.model.Operation;
import io.enforcement.gateway.standards.model.PublicationWithdrawal;
import io.enforcement.gateway.standards.model.StandardRecord;
import io.enforcement.gateway.standards.model.WithdrawalScope;
import jakarta.inject.Named;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes a publication down or masks fields of it, and says why. A withdrawal that was wrongly sent
 * restores the publication.
 */
@Named("publicityWithdrawal")
public final class WithdrawalFromStandard implements FromStandard {

  private static final PartnerCodes KIND =
      PartnerCodes.beside(WithdrawalFromStandard.class, "act-kind");

  @Override
  public byte[] fromStandard(StandardRecord record, Context context) {
    PublicationWithdrawal withdrawal = (PublicationWithdrawal) record;
    Reading reading = new Reading();
    Withdrawal down =
        new Withdrawal(
            reading.code(KIND, withdrawal.getPublishedDecision().getKind(), "kind"),
            withdrawal.getPublishedDecision().getDocumentNumber(),
            withdrawal.getBody().getUscc(),
            state(withdrawal),
            withdrawal.getMaskedFields(),
            reason(withdrawal, reading),
            withdrawal.getWithdrawnOn().toString(),
            withdrawal.getRevocationFileNum());
    reading.orRejected();
    return PartnerJson.write(down);
  }

  private static String state(PublicationWithdrawal withdrawal) {
    if (withdrawal.getCdOperation() == Operation.D) {
      return "RESTORED";
    }
    return withdrawal.getScope() == WithdrawalScope.MASK ? "MASKED" : "WITHDRAWN";
  }

  private static String reason(PublicationWithdrawal withdrawal, Reading reading) {
    String kind =
        Words.of("withdrawal-reason", withdrawal.getReasonCode(), "withdrawReason", reading);
    String text = Redaction.ofNobody().text(withdrawal.getReason(), "withdrawReason");
    return Stream.of(kind, text).filter(Objects::nonNull).collect(Collectors.joining(":"));
  }
}
