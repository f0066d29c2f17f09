package io.enforcement.gateway.mappings.credit;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.Reading;
import io.enforcement.gateway.standards.model.LicenceDecision;
import io.enforcement.gateway.standards.model.LicencePublisher;
import io.enforcement.gateway.standards.model.Party;
import java.util.HashMap;
import java.util.Map;

/** What a licence row says, whatever its layout: one for each holder. */
final class LicenceRows {

  private static final String WORD_OTHER = "其他";

  private LicenceRows() {}

  static byte[] write(LicenceDecision decision, Context context, PartyTable table) {
    return table.write(
        decision.getParties(),
        (party, path, reading) -> values(decision, party, context, table.layout(), path, reading));
  }

  private static Map<String, Object> values(
      LicenceDecision decision,
      Party party,
      Context context,
      Layout layout,
      String path,
      Reading reading) {
    Map<String, Object> values = new HashMap<>();
    PartyValues.put(party, values);
    values.put("XK_XKLB", kind(decision, layout, path, reading));
    values.put("XK_XKZS", decision.getCertificateName());
    values.put("XK_XKBH", decision.getCertificateNumber());
    values.put("XK_NR", decision.getContent());
    values.put("XK_XKJG", decision.getBody().getName());
    values.put("XK_XKJGDM", decision.getBody().getUscc());
    publisher(decision, values);
    RowValues.put(decision, party.getNo(), context, values);
    RowValues.region(decision.getBody(), values);
    LicenceState.put(decision, values, path, reading);
    return values;
  }

  private static String kind(
      LicenceDecision decision, Layout layout, String path, Reading reading) {
    String kind =
        reading.code(layout.licenceKinds(), decision.getLicenceCategory(), path + "XK_XKLB");
    // 其他 without a word of explanation is sent back by the platform.
    return WORD_OTHER.equals(kind) && decision.getCertificateName() != null
        ? kind + "-" + decision.getCertificateName()
        : kind;
  }

  /** Who reports it, unlike with penalties, need not be who decided. */
  private static void publisher(LicenceDecision decision, Map<String, Object> values) {
    LicencePublisher publisher = decision.getPublishedBy();
    values.put("XK_LYDW", publisher == null ? decision.getBody().getName() : publisher.getName());
    values.put("XK_LYDWDM", publisher == null ? decision.getBody().getUscc() : publisher.getUscc());
  }
}
