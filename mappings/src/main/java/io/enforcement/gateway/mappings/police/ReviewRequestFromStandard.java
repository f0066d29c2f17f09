package io.enforcement.gateway.mappings.police;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.mappings.xml.XmlDraft;
import io.enforcement.gateway.standards.model.ReviewRequest;
import io.enforcement.gateway.standards.model.StandardRecord;
import jakarta.inject.Named;

/** Writes 申请复议 against a refusal to file. */
@Named("policeReviewRequest")
public final class ReviewRequestFromStandard implements FromStandard {

  @Override
  public byte[] fromStandard(StandardRecord record, Context context) {
    ReviewRequest request = (ReviewRequest) record;
    XmlDraft draft = PoliceFormat.MESSAGES.draft("SQFY", request);
    draft.part("SQJG", PoliceParts::body, request.getBody());
    draft.part("AJ", PoliceParts::caseOf, request.getCaseReference());
    draft.part("BYLATZ", PoliceParts::document, request.getRefusal());
    draft.text("SQWH", request.getLetterNumber());
    draft.date("SQRQ", request.getRequestedOn());
    draft.part("FYJG", PoliceParts::organ, request.getReceiver());
    draft.text("FYLY", request.getGrounds());
    draft.part("LXR", PoliceParts::contact, request.getHandler());
    draft.parts("CL", PoliceParts::plainPaper, request.getPapers());
    draft.parts("FJ", PoliceParts::file, request.getAttachments());
    return draft.bytes();
  }
}
