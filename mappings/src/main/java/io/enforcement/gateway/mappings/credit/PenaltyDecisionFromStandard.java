package io.enforcement.gateway.mappings.credit;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.mappings.PartnerJson;
import io.enforcement.gateway.mappings.Reading;
import io.enforcement.gateway.standards.model.LegalBasis;
import io.enforcement.gateway.standards.model.Party;
import io.enforcement.gateway.standards.model.PenaltyDecision;
import io.enforcement.gateway.standards.model.StandardRecord;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes one row of the merged penalty layout for each party of a decision. */
@Named("creditPenaltyDecision")
public final class PenaltyDecisionFromStandard implements FromStandard {

  @Override
  public byte[] fromStandard(StandardRecord record, Context context) {
    PenaltyDecision decision = (PenaltyDecision) record;
    Reading reading = new Reading();
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Party party : decision.getParties()) {
      String path = "rows[" + rows.size() + "].";
      Map<String, Object> row = row(decision, party, context, path, reading);
      Columns.check(row, path, reading);
      rows.add(row);
    }
    reading.orRejected();
    return PartnerJson.write(new FrontTable("penalty", rows));
  }

  private static Map<String, Object> row(
      PenaltyDecision decision, Party party, Context context, String path, Reading reading) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("REC_ID", context.key() + "-" + party.getNo());
    PartyColumns.put(party, row, path, reading);
    row.put("CF_WSH", decision.getPunishFileNum());
    row.put("CF_WFXW", decision.getIllegalAct());
    row.put("CF_SY", decision.getIllegalFact());
    row.put("CF_YJ", accords(decision.getPunishAccords()));
    PenaltyColumns.put(decision, party, row, path, reading);
    row.put("CF_JDRQ", Columns.date(decision.getPunishSetDate()));
    row.put("CF_YXQ", validUntil(decision));
    row.put("CF_GSJZQ", Columns.date(decision.getPublishUntil()));
    row.put("CF_CFJG", decision.getBody().getName());
    row.put("CF_CFJGDM", decision.getBody().getUscc());
    row.put("CF_SJLY", decision.getBody().getName());
    row.put("CF_SJLYDM", decision.getBody().getUscc());
    row.put("BZ", decision.getRemark());
    row.put("CD_OPERATION", decision.getCdOperation().value());
    return row;
  }

  private static String validUntil(PenaltyDecision decision) {
    return decision.getValidUntil() == null
        ? Columns.OPEN_ENDED
        : Columns.date(decision.getValidUntil());
  }

  private static String accords(List<LegalBasis> accords) {
    return accords.stream()
        .map(a -> "《" + a.getLawName() + "》" + (a.getProvision() == null ? "" : a.getProvision()))
        .collect(Collectors.joining(";"));
  }
}
