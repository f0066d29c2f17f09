package io.enforcement.gateway.mappings.procuratorate;

import io.enforcement.gateway.mappings.PartnerCodes;
import io.enforcement.gateway.mappings.xml.XmlDocument;
import io.enforcement.gateway.standards.model.Certificate;
import io.enforcement.gateway.standards.model.CrimeOutcome;
import io.enforcement.gateway.standards.model.Goods;
import io.enforcement.gateway.standards.model.LegalRepresentative;
import io.enforcement.gateway.standards.model.SuspectPerson;
import io.enforcement.gateway.standards.model.SuspectUnit;
import java.util.Objects;

/** Whom the platform's messages are about, what was decided about them, and their goods. */
final class ReceivedSuspects {

  private static final PartnerCodes SPECIAL_IDENTITY =
      ProcuratorateFormat.meaning("special-identity");
  private static final PartnerCodes MEASURE = ProcuratorateFormat.meaning("goods-measure");

  private ReceivedSuspects() {}

  static SuspectPerson person(XmlDocument part) {
    SuspectPerson person = new SuspectPerson();
    person.setName(part.required("name"));
    person.setCertificate(certificate(part, "idType", "idNo"));
    person.setSex(part.text("sex"));
    person.setBirthDate(part.date("birthday"));
    person.setEthnicity(part.text("nation"));
    person.setEducation(part.text("education"));
    person.setHouseholdPlace(part.text("residence"));
    person.setNativePlace(part.text("birthplace"));
    person.setAddress(part.text("address"));
    person.setEmployment(part.text("workUnit"));
    person.setRole(part.text("role"));
    person.setPhone(part.text("phone"));
    part.codes("specialIdentity", SPECIAL_IDENTITY).stream()
        .filter(Objects::nonNull)
        .forEach(person.getSpecialIdentities()::add);
    return person;
  }

  static SuspectUnit unit(XmlDocument part) {
    SuspectUnit unit = new SuspectUnit();
    unit.setName(part.required("companyName"));
    unit.setUscc(part.text("companyCode"));
    unit.setLegalRepresentative(head(part));
    unit.setUnitNature(part.text("companyNature"));
    unit.setRegisteredOn(part.date("registerDate"));
    unit.setRegisteredCapital(part.yuan("registerCapital", "万元"));
    unit.setRegisteredPlace(part.text("registerPlace"));
    unit.setPhone(part.text("phone"));
    return unit;
  }

  static Goods goods(XmlDocument part) {
    Goods goods = new Goods();
    goods.setName(part.required("goodsName"));
    goods.setQuantity(part.number("amount"));
    goods.setUnit(part.text("unit"));
    goods.setFeatures(part.text("features"));
    goods.setValue(part.yuan("value", "元"));
    goods.setKeptAt(part.text("keptAt"));
    goods.setMeasure(part.code("measure", MEASURE));
    return goods;
  }

  static CrimeOutcome outcome(XmlDocument part) {
    CrimeOutcome outcome = new CrimeOutcome();
    outcome.setName(part.required("name"));
    outcome.setCertificate(certificate(part, "idType", "idNo"));
    outcome.setUscc(part.text("companyCode"));
    outcome.setOffence(part.text("crimeName"));
    outcome.setResult(part.text("result"));
    outcome.setCriminalFine(part.yuan("criminalFine", "元"));
    return outcome;
  }

  /** A certificate without a name to it is no head of a unit: the name is asked for. */
  private static LegalRepresentative head(XmlDocument part) {
    Certificate certificate = certificate(part, "legalPersonIdType", "legalPersonIdNo");
    if (part.text("legalPerson") == null && certificate == null) {
      return null;
    }
    LegalRepresentative head = new LegalRepresentative();
    head.setName(part.required("legalPerson"));
    head.setCertificate(certificate);
    return head;
  }

  private static Certificate certificate(XmlDocument part, String type, String number) {
    if (part.text(type) == null && part.text(number) == null) {
      return null;
    }
    Certificate certificate = new Certificate();
    certificate.setType(part.required(type));
    certificate.setNumber(part.required(number));
    return certificate;
  }
}
