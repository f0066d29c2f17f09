package io.enforcement.gateway.mappings.police;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.mappings.xml.XmlDraft;
import io.enforcement.gateway.standards.model.ReasonsRequest;
import io.enforcement.gateway.standards.model.StandardRecord;
import jakarta.inject.Named;

/** Writes 要求说明不立案理由, which the procuratorate asks. */
@Named("policeReasonsRequest")
public final class ReasonsRequestFromStandard implements FromStandard {

  @Override
  public byte[] fromStandard(StandardRecord record, Context context) {
    ReasonsRequest request = (ReasonsRequest) record;
    XmlDraft draft = PoliceFormat.MESSAGES.draft("YQSMLY", request);
    draft.part("JCJG", PoliceParts::body, request.getBody());
    draft.part("SDDW", PoliceParts::organ, request.getReceiver());
    draft.part("YS", PoliceParts::document, request.getTransfer());
    draft.part("JDJY", PoliceParts::document, request.getSuggestion());
    draft.text("TZWH", request.getLetterNumber());
    draft.date("YQRQ", request.getRequestedOn());
    draft.text("SMSX", request.getQuestions());
    draft.part("QX", PoliceParts::limit, request.getAnswerLimit());
    draft.part("LXR", PoliceParts::contact, request.getHandler());
    draft.parts("CSDW", PoliceParts::organ, request.getCopyReceivers());
    draft.parts("FJ", PoliceParts::file, request.getAttachments());
    draft.text("BZ", request.getRemark());
    return draft.bytes();
  }
}
