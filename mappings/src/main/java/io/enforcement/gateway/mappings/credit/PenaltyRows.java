package io.enforcement.gateway.mappings.credit;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.Reading;
import io.enforcement.gateway.standards.model.LegalBasis;
import io.enforcement.gateway.standards.model.Party;
import io.enforcement.gateway.standards.model.PenaltyDecision;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a penalty row says, whatever its layout: one for each party of a decision. */
final class PenaltyRows {

  private PenaltyRows() {}

  static byte[] write(PenaltyDecision decision, Context context, PartyTable table) {
    return table.write(
        decision.getParties(),
        (party, path, reading) -> values(decision, party, context, table.layout(), path, reading));
  }

  private static Map<String, Object> values(
      PenaltyDecision decision,
      Party party,
      Context context,
      Layout layout,
      String path,
      Reading reading) {
    Map<String, Object> values = new HashMap<>();
    PartyValues.put(party, values);
    values.put("CF_WSH", decision.getPunishFileNum());
    values.put("CF_WFXW", decision.getIllegalAct());
    values.put("CF_SY", decision.getIllegalFact());
    values.put("CF_YJ", accords(decision.getPunishAccords()));
    PenaltyValues.put(decision, party, layout.penaltyKinds(), values, path, reading);
    values.put("CF_JDRQ", decision.getPunishSetDate());
    values.put("CF_YXQ", validUntil(decision));
    values.put("CF_GSJZQ", decision.getPublishUntil());
    values.put("CF_CFJG", decision.getBody().getName());
    values.put("CF_CFJGDM", decision.getBody().getUscc());
    values.put("BZ", decision.getRemark());
    RowValues.put(decision, party.getNo(), context, values);
    RowValues.status(decision, decision.getCdOperation().value(), decision.getRemark(), values);
    RowValues.region(decision.getBody(), values);
    return values;
  }

  private static LocalDate validUntil(PenaltyDecision decision) {
    return decision.getValidUntil() == null ? RowValues.OPEN_ENDED : decision.getValidUntil();
  }

  private static String accords(List<LegalBasis> accords) {
    return accords.stream()
        .map(a -> "《" + a.getLawName() + "》" + (a.getProvision() == null ? "" : a.getProvision()))
        .collect(Collectors.joining(";"));
  }
}
