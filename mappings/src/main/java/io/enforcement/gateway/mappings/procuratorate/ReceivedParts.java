package io.enforcement.gateway.mappings.procuratorate;

import io.enforcement.gateway.mappings.PartnerCodes;
import io.enforcement.gateway.mappings.xml.XmlDocument;
import io.enforcement.gateway.standards.model.Attachment;
import io.enforcement.gateway.standards.model.BodyReference;
import io.enforcement.gateway.standards.model.Contact;
import io.enforcement.gateway.standards.model.CrimeReference;
import io.enforcement.gateway.standards.model.LegalBasis;
import io.enforcement.gateway.standards.model.OrganReference;
import io.enforcement.gateway.standards.model.Paper;
import io.enforcement.gateway.standards.model.TimeLimit;
import io.enforcement.gateway.standards.model.TimeLimitUnit;

/** Parts that the platform's own messages share: organs, documents, papers and their files. */
final class ReceivedParts {

  private static final PartnerCodes FILE_KIND = ProcuratorateFormat.meaning("file-kind");
  private static final PartnerCodes LIMIT_UNIT = ProcuratorateFormat.meaning("limit-unit");

  private ReceivedParts() {}

  static BodyReference body(XmlDocument part) {
    BodyReference body = new BodyReference();
    body.setName(part.required("orgName"));
    body.setUscc(part.required("orgCode"));
    body.setAreaNumber(part.required("district"));
    return body;
  }

  static OrganReference organ(XmlDocument part) {
    OrganReference organ = new OrganReference();
    organ.setKind(part.required("orgType"));
    organ.setName(part.required("orgName"));
    organ.setUscc(part.text("orgCode"));
    organ.setAreaNumber(part.text("district"));
    return organ;
  }

  static CrimeReference document(XmlDocument part) {
    CrimeReference document = new CrimeReference();
    document.setLetterNumber(part.required("docNo"));
    document.setSender(part.part("docOrg", ReceivedParts::organ));
    document.setCaseNumber(part.text("caseNo"));
    document.setSentOn(part.date("sendDate"));
    document.setReceivedOn(part.date("receiveDate"));
    return document;
  }

  static Contact contact(XmlDocument part) {
    Contact contact = new Contact();
    contact.setName(part.required("name"));
    contact.setPhone(part.text("phone"));
    return contact;
  }

  static TimeLimit limit(XmlDocument part) {
    TimeLimit limit = new TimeLimit();
    limit.setLength(part.integer("length"));
    String unit = part.code("unit", LIMIT_UNIT);
    limit.setUnit(unit == null ? null : TimeLimitUnit.fromValue(unit));
    limit.setDue(part.time("dueTime"));
    limit.setBasis(part.text("basis"));
    return limit;
  }

  static LegalBasis basis(XmlDocument part) {
    LegalBasis basis = new LegalBasis();
    basis.setLawName(part.required("lawName"));
    basis.setProvision(part.text("article"));
    basis.setContent(part.text("content"));
    return basis;
  }

  static Paper paper(XmlDocument part) {
    Paper paper = new Paper();
    paper.setTitle(part.required("paperName"));
    paper.setDocumentNumber(part.text("docNo"));
    paper.setCopies(part.integer("copies"));
    paper.setRemark(part.text("remark"));
    paper.getAttachments().addAll(part.parts("file", ReceivedParts::file));
    return paper;
  }

  static Attachment file(XmlDocument part) {
    Attachment file = new Attachment();
    file.setTitle(part.required("fileName"));
    file.setKind(part.code("fileType", FILE_KIND));
    file.setMediaType(part.required("mediaType"));
    file.setSize(part.size("fileSize"));
    file.setDigest(part.text("digest"));
    file.setStorageKey(part.text("storageKey"));
    file.setSecret(part.answer("secret"));
    return file;
  }
}
