package io.enforcement.gateway.mappings.police;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.mappings.PartnerCodes;
import io.enforcement.gateway.mappings.xml.XmlDraft;
import io.enforcement.gateway.standards.model.DutyNotice;
import io.enforcement.gateway.standards.model.StandardRecord;
import jakarta.inject.Named;

/** Writes 履职提示: what the police owe, by when, and which documents it is about. */
@Named("policeDutyNotice")
public final class DutyNoticeFromStandard implements FromStandard {

  private static final PartnerCodes KIND = PoliceFormat.word("notice-kind");

  @Override
  public byte[] fromStandard(StandardRecord record, Context context) {
    DutyNotice notice = (DutyNotice) record;
    XmlDraft draft = PoliceFormat.MESSAGES.draft("LZTS", notice);
    draft.text("TSDBH", notice.getNoticeNumber());
    draft.code("TSLB", KIND, notice.getKind());
    draft.time("TSSJ", notice.getIssuedAt());
    draft.part("SDDW", PoliceParts::organ, notice.getAddressee());
    draft.parts("CSDW", PoliceParts::organ, notice.getCopyReceivers());
    draft.text("XZQH", notice.getAreaNumber());
    draft.text("WLLB", notice.getConversationKind());
    draft.text("WLBH", notice.getConversationId());
    draft.text("GZBH", notice.getRuleId());
    draft.text("GZBB", notice.getRuleVersion());
    draft.text("LZSX", notice.getDuty());
    draft.text("CYSM", notice.getDoubt());
    draft.text("GZYJ", notice.getLegalBasis());
    draft.time("QSSJ", notice.getStartedAt());
    draft.time("DQSJ", notice.getDue());
    notice.getConcernedNumbers().forEach(number -> draft.text("WSWH", number));
    return draft.bytes();
  }
}
