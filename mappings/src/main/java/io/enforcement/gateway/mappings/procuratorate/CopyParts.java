package io.enforcement.gateway.mappings.procuratorate;

import io.enforcement.gateway.mappings.xml.XmlDraft;
import io.enforcement.gateway.standards.model.Certificate;
import io.enforcement.gateway.standards.model.CrimeOutcome;
import io.enforcement.gateway.standards.model.Goods;
import io.enforcement.gateway.standards.model.PriorPenalty;
import io.enforcement.gateway.standards.model.SuspectPerson;
import io.enforcement.gateway.standards.model.SuspectUnit;

/** What a copy says of people, units and goods: enough to supervise, no more. */
final class CopyParts {

  private CopyParts() {}

  static void person(XmlDraft part, SuspectPerson person) {
    part.text("name", person.getName());
    certificate(part, person.getCertificate());
    part.text("role", person.getRole());
  }

  static void unit(XmlDraft part, SuspectUnit unit) {
    part.text("companyName", unit.getName());
    part.text("companyCode", unit.getUscc());
  }

  static void penalty(XmlDraft part, PriorPenalty penalty) {
    part.text("penaltyDocNo", penalty.getPunishFileNum());
    part.date("penaltyDate", penalty.getPunishSetDate());
  }

  static void goods(XmlDraft part, Goods goods) {
    part.text("goodsName", goods.getName());
    part.number("amount", goods.getQuantity());
    part.text("unit", goods.getUnit());
  }

  static void outcome(XmlDraft part, CrimeOutcome outcome) {
    part.text("name", outcome.getName());
    certificate(part, outcome.getCertificate());
    part.text("companyCode", outcome.getUscc());
    part.text("crimeName", outcome.getOffence());
    part.text("result", outcome.getResult());
    part.number("criminalFine", outcome.getCriminalFine());
  }

  private static void certificate(XmlDraft part, Certificate certificate) {
    if (certificate != null) {
      part.text("idType", certificate.getType());
      part.text("idNo", certificate.getNumber());
    }
  }
}
