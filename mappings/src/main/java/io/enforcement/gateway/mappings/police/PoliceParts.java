package io.enforcement.gateway.mappings.police;

import io.enforcement.gateway.mappings.PartnerCodes;
import io.enforcement.gateway.mappings.xml.XmlDraft;
import io.enforcement.gateway.standards.model.Attachment;
import io.enforcement.gateway.standards.model.BodyReference;
import io.enforcement.gateway.standards.model.CaseReference;
import io.enforcement.gateway.standards.model.Contact;
import io.enforcement.gateway.standards.model.CrimeReference;
import io.enforcement.gateway.standards.model.LegalBasis;
import io.enforcement.gateway.standards.model.OfficerReference;
import io.enforcement.gateway.standards.model.OrganReference;
import io.enforcement.gateway.standards.model.Paper;
import io.enforcement.gateway.standards.model.PoliceSignature;
import io.enforcement.gateway.standards.model.TimeLimit;
import io.enforcement.gateway.standards.model.TransferPaper;
import java.util.List;
import java.util.Locale;

/** Parts that most messages to the platform share: organs, documents, papers and their files. */
final class PoliceParts {

  private static final PartnerCodes ORGAN_KIND = PoliceFormat.word("organ-kind");
  private static final PartnerCodes CASE_SOURCE = PoliceFormat.word("case-source");
  private static final PartnerCodes PAPER_KIND = PoliceFormat.word("paper-kind");
  private static final PartnerCodes FILE_KIND = PoliceFormat.word("file-kind");
  private static final PartnerCodes LIMIT_UNIT = PoliceFormat.word("limit-unit");

  private PoliceParts() {}

  static void body(XmlDraft part, BodyReference body) {
    part.text("JGMC", body.getName());
    part.text("TYSHXYDM", body.getUscc());
    part.text("XZQH", body.getAreaNumber());
  }

  static void organ(XmlDraft part, OrganReference organ) {
    part.code("JGLX", ORGAN_KIND, organ.getKind());
    part.text("JGMC", organ.getName());
    part.text("TYSHXYDM", organ.getUscc());
    part.text("XZQH", organ.getAreaNumber());
  }

  static void caseOf(XmlDraft part, CaseReference reference) {
    part.text("AJBH", reference.getCaseNumber());
    part.text("JGSXBM", reference.getSuperviseItemCode());
    part.code("AJLY", CASE_SOURCE, reference.getCaseSource());
    part.date("LARQ", reference.getFilingDate());
  }

  static void document(XmlDraft part, CrimeReference document) {
    part.text("WSWH", document.getLetterNumber());
    part.part("FWJG", PoliceParts::organ, document.getSender());
    part.text("AJBH", document.getCaseNumber());
    part.date("FCRQ", document.getSentOn());
    part.date("SDRQ", document.getReceivedOn());
  }

  static void contact(XmlDraft part, Contact contact) {
    part.text("XM", contact.getName());
    part.text("LXDH", contact.getPhone());
  }

  static void officer(XmlDraft part, OfficerReference officer) {
    part.text("XM", officer.getName());
    part.text("ZFZH", officer.getCertNo());
  }

  static void signature(XmlDraft part, PoliceSignature signature) {
    part.text("XM", signature.getName());
    part.text("JH", signature.getPoliceNumber());
  }

  static void limit(XmlDraft part, TimeLimit limit) {
    part.text("SC", limit.getLength());
    part.code("DW", LIMIT_UNIT, limit.getUnit() == null ? null : limit.getUnit().value());
    part.time("DQSJ", limit.getDue());
    part.text("YJ", limit.getBasis());
  }

  static void basis(XmlDraft part, LegalBasis basis) {
    part.text("FLMC", basis.getLawName());
    part.text("TKX", basis.getProvision());
    part.text("TKNR", basis.getContent());
  }

  static void paper(XmlDraft part, TransferPaper paper) {
    part.code("CLZL", PAPER_KIND, paper.getKind());
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
    part.text("CLMC", title);
    part.text("WSWH", number);
    part.text("FS", copies);
    part.text("BZ", remark);
    part.parts("WJ", PoliceParts::file, files);
  }

  /** The digest goes along, the file does not: {@code sm3:ab…} is SM3 and AB…. */
  static void file(XmlDraft part, Attachment file) {
    String[] digest = file.getDigest().toUpperCase(Locale.ROOT).split(":", 2);
    part.text("WJMC", file.getTitle());
    part.code("WJLX", FILE_KIND, file.getKind());
    part.text("MTLX", file.getMediaType());
    part.text("WJDX", file.getSize());
    part.text("ZYSF", digest[0]);
    part.text("ZYZ", digest[1]);
    part.text("CCBS", file.getStorageKey());
    part.answer("SFSM", file.isSecret());
  }
}
