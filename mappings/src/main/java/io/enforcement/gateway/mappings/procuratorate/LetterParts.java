package io.enforcement.gateway.mappings.procuratorate;

import io.enforcement.gateway.mappings.PartnerCodes;
import io.enforcement.gateway.mappings.xml.XmlDraft;
import io.enforcement.gateway.standards.model.Attachment;
import io.enforcement.gateway.standards.model.BodyReference;
import io.enforcement.gateway.standards.model.Contact;
import io.enforcement.gateway.standards.model.CrimeReference;
import io.enforcement.gateway.standards.model.LegalBasis;
import io.enforcement.gateway.standards.model.OrganReference;
import io.enforcement.gateway.standards.model.Paper;
import io.enforcement.gateway.standards.model.TimeLimit;
import io.enforcement.gateway.standards.model.TransferPaper;
import java.util.List;

/** Parts that most messages to the platform share: organs, documents, papers and their files. */
final class LetterParts {

  private static final PartnerCodes PAPER_KIND = ProcuratorateFormat.word("paper-kind");
  private static final PartnerCodes FILE_KIND = ProcuratorateFormat.word("file-kind");
  private static final PartnerCodes LIMIT_UNIT = ProcuratorateFormat.word("limit-unit");

  private LetterParts() {}

  static void body(XmlDraft part, BodyReference body) {
    part.text("orgName", body.getName());
    part.text("orgCode", body.getUscc());
    part.text("district", body.getAreaNumber());
  }

  static void organ(XmlDraft part, OrganReference organ) {
    part.text("orgType", organ.getKind());
    part.text("orgName", organ.getName());
    part.text("orgCode", organ.getUscc());
    part.text("district", organ.getAreaNumber());
  }

  static void document(XmlDraft part, CrimeReference document) {
    part.text("docNo", document.getLetterNumber());
    part.part("docOrg", LetterParts::organ, document.getSender());
    part.text("caseNo", document.getCaseNumber());
    part.date("sendDate", document.getSentOn());
    part.date("receiveDate", document.getReceivedOn());
  }

  static void contact(XmlDraft part, Contact contact) {
    part.text("name", contact.getName());
    part.text("phone", contact.getPhone());
  }

  static void limit(XmlDraft part, TimeLimit limit) {
    part.text("length", limit.getLength());
    part.code("unit", LIMIT_UNIT, limit.getUnit() == null ? null : limit.getUnit().value());
    part.time("dueTime", limit.getDue());
    part.text("basis", limit.getBasis());
  }

  static void basis(XmlDraft part, LegalBasis basis) {
    part.text("lawName", basis.getLawName());
    part.text("article", basis.getProvision());
    part.text("content", basis.getContent());
  }

  static void paper(XmlDraft part, TransferPaper paper) {
    part.code("paperType", PAPER_KIND, paper.getKind());
    paper(
        part,
        paper.getTitle(),
        paper.getDocumentNumber(),
        paper.getCopies(),
        paper.getRemark(),
        paper.getAttachments());
  }

  /** A paper whose kind nobody named. */
  static void plainPaper(XmlDraft part, Paper paper) {
    paper(
        part,
        paper.getTitle(),
        paper.getDocumentNumber(),
        paper.getCopies(),
        paper.getRemark(),
        paper.getAttachments());
  }

  /** What both sorts of papers say. */
  private static void paper(
      XmlDraft part,
      String title,
      String number,
      Integer copies,
      String remark,
      List<Attachment> files) {
    part.text("paperName", title);
    part.text("docNo", number);
    part.text("copies", copies);
    part.text("remark", remark);
    part.parts("file", LetterParts::file, files);
  }

  static void file(XmlDraft part, Attachment file) {
    part.text("fileName", file.getTitle());
    part.code("fileType", FILE_KIND, file.getKind());
    part.text("mediaType", file.getMediaType());
    part.text("fileSize", file.getSize());
    part.text("digest", file.getDigest());
    part.text("storageKey", file.getStorageKey());
    part.answer("secret", file.isSecret());
  }
}
