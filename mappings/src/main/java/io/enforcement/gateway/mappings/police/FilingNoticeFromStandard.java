package io.enforcement.gateway.mappings.police;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.mappings.xml.XmlDraft;
import io.enforcement.gateway.standards.model.FilingNotice;
import io.enforcement.gateway.standards.model.StandardRecord;
import jakarta.inject.Named;

/** Writes 通知立案, by which the procuratorate has a case filed. */
@Named("policeFilingNotice")
public final class FilingNoticeFromStandard implements FromStandard {

  @Override
  public byte[] fromStandard(StandardRecord record, Context context) {
    FilingNotice notice = (FilingNotice) record;
    XmlDraft draft = PoliceFormat.MESSAGES.draft("TZLA", notice);
    draft.part("JCJG", PoliceParts::body, notice.getBody());
    draft.part("SDDW", PoliceParts::organ, notice.getReceiver());
    draft.part("YS", PoliceParts::document, notice.getTransfer());
    draft.part("YQSM", PoliceParts::document, notice.getRequest());
    draft.part("LYSM", PoliceParts::document, notice.getStatement());
    draft.text("TZWH", notice.getLetterNumber());
    draft.date("TZRQ", notice.getIssuedOn());
    draft.text("TZLY", notice.getReason());
    draft.part("QX", PoliceParts::limit, notice.getFilingLimit());
    draft.part("LXR", PoliceParts::contact, notice.getHandler());
    draft.parts("CSDW", PoliceParts::organ, notice.getCopyReceivers());
    draft.parts("FJ", PoliceParts::file, notice.getAttachments());
    return draft.bytes();
  }
}
