package io.enforcement.gateway.mappings.police;

import io.enforcement.gateway.mappings.PartnerCodes;
import io.enforcement.gateway.mappings.xml.XmlDocument;
import io.enforcement.gateway.standards.model.Attachment;
import io.enforcement.gateway.standards.model.BodyReference;
import io.enforcement.gateway.standards.model.Certificate;
import io.enforcement.gateway.standards.model.Contact;
import io.enforcement.gateway.standards.model.CrimeOutcome;
import io.enforcement.gateway.standards.model.CrimeReference;
import io.enforcement.gateway.standards.model.DetainedPerson;
import io.enforcement.gateway.standards.model.MissingMaterial;
import io.enforcement.gateway.standards.model.OrganReference;
import io.enforcement.gateway.standards.model.Paper;
import io.enforcement.gateway.standards.model.TimeLimit;
import io.enforcement.gateway.standards.model.TimeLimitUnit;
import java.util.Locale;

/** Parts that the platform's own messages share. */
final class ReceivedParts {

  private static final PartnerCodes ORGAN_KIND = PoliceFormat.meaning("organ-kind");
  private static final PartnerCodes PAPER_KIND = PoliceFormat.meaning("paper-kind");
  private static final PartnerCodes FILE_KIND = PoliceFormat.meaning("file-kind");
  private static final PartnerCodes LIMIT_UNIT = PoliceFormat.meaning("limit-unit");

  private ReceivedParts() {}

  static BodyReference body(XmlDocument part) {
    BodyReference body = new BodyReference();
    body.setName(part.required("JGMC"));
    body.setUscc(part.required("TYSHXYDM"));
    body.setAreaNumber(part.required("XZQH"));
    return body;
  }

  static OrganReference organ(XmlDocument part) {
    OrganReference organ = new OrganReference();
    organ.setKind(part.requiredCode("JGLX", ORGAN_KIND));
    organ.setName(part.required("JGMC"));
    organ.setUscc(part.text("TYSHXYDM"));
    organ.setAreaNumber(part.text("XZQH"));
    return organ;
  }

  static CrimeReference document(XmlDocument part) {
    CrimeReference document = new CrimeReference();
    document.setLetterNumber(part.required("WSWH"));
    document.setSender(part.part("FWJG", ReceivedParts::organ));
    document.setCaseNumber(part.text("AJBH"));
    document.setSentOn(part.date("FCRQ"));
    document.setReceivedOn(part.date("SDRQ"));
    return document;
  }

  static Contact contact(XmlDocument part) {
    Contact contact = new Contact();
    contact.setName(part.required("XM"));
    contact.setPhone(part.text("LXDH"));
    return contact;
  }

  static TimeLimit limit(XmlDocument part) {
    TimeLimit limit = new TimeLimit();
    limit.setLength(part.integer("SC"));
    String unit = part.code("DW", LIMIT_UNIT);
    limit.setUnit(unit == null ? null : TimeLimitUnit.fromValue(unit));
    limit.setDue(part.time("DQSJ"));
    limit.setBasis(part.text("YJ"));
    return limit;
  }

  static MissingMaterial missing(XmlDocument part) {
    MissingMaterial material = new MissingMaterial();
    material.setKind(part.requiredCode("CLZL", PAPER_KIND));
    material.setDescription(part.text("SM"));
    return material;
  }

  static Paper paper(XmlDocument part) {
    Paper paper = new Paper();
    paper.setTitle(part.required("CLMC"));
    paper.setDocumentNumber(part.text("WSWH"));
    paper.setCopies(part.integer("FS"));
    paper.setRemark(part.text("BZ"));
    paper.getAttachments().addAll(part.parts("WJ", ReceivedParts::file));
    return paper;
  }

  static Attachment file(XmlDocument part) {
    Attachment file = new Attachment();
    file.setTitle(part.required("WJMC"));
    file.setKind(part.code("WJLX", FILE_KIND));
    file.setMediaType(part.required("MTLX"));
    file.setSize(part.size("WJDX"));
    file.setDigest((part.text("ZYSF") + ":" + part.text("ZYZ")).toLowerCase(Locale.ROOT));
    file.setStorageKey(part.text("CCBS"));
    file.setSecret(part.answer("SFSM"));
    return file;
  }

  static CrimeOutcome outcome(XmlDocument part) {
    CrimeOutcome outcome = new CrimeOutcome();
    outcome.setName(part.required("MC"));
    outcome.setCertificate(certificate(part));
    outcome.setUscc(part.text("TYSHXYDM"));
    outcome.setOffence(part.text("ZM"));
    outcome.setResult(part.text("JG"));
    return outcome;
  }

  static DetainedPerson detained(XmlDocument part) {
    DetainedPerson person = new DetainedPerson();
    person.setName(part.required("XM"));
    person.setCertificate(certificate(part));
    person.setDays(part.integer("JLTS"));
    return person;
  }

  private static Certificate certificate(XmlDocument part) {
    if (part.text("ZJHM") == null && part.text("ZJLX") == null) {
      return null;
    }
    Certificate certificate = new Certificate();
    certificate.setType(part.required("ZJLX"));
    certificate.setNumber(part.required("ZJHM"));
    return certificate;
  }
}
