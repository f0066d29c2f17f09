package io.enforcement.gateway.mappings.police;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.mappings.FromStandard;
import io.enforcement.gateway.mappings.PartnerCodes;
import io.enforcement.gateway.mappings.xml.XmlDraft;
import io.enforcement.gateway.standards.model.StandardRecord;
import io.enforcement.gateway.standards.model.SupplementAnswer;
import jakarta.inject.Named;

/** Writes 补充材料答复: what was missing, or why it cannot be had. */
@Named("policeSupplementAnswer")
public final class SupplementAnswerFromStandard implements FromStandard {

  private static final PartnerCodes SUPPLEMENT_KIND = PoliceFormat.word("supplement-kind");

  @Override
  public byte[] fromStandard(StandardRecord record, Context context) {
    SupplementAnswer answer = (SupplementAnswer) record;
    XmlDraft draft = PoliceFormat.MESSAGES.draft("BCCLDF", answer);
    draft.part("DFJG", PoliceParts::body, answer.getBody());
    draft.part("AJ", PoliceParts::caseOf, answer.getCaseReference());
    draft.part("YTZ", PoliceParts::document, answer.getRequest());
    draft.text("DFWSH", answer.getLetterNumber());
    draft.code("BCZL", SUPPLEMENT_KIND, answer.getKind());
    draft.date("DFRQ", answer.getAnsweredOn());
    draft.part("SADW", PoliceParts::organ, answer.getReceiver());
    draft.parts("YSCL", PoliceParts::paper, answer.getPapers());
    draft.text("SMNR", answer.getExplanation());
    draft.parts("FJ", PoliceParts::file, answer.getAttachments());
    return draft.bytes();
  }
}
