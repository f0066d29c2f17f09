package io.enforcement.gateway.mappings.police;

import io.enforcement.gateway.mappings.PartnerCodes;
import io.enforcement.gateway.mappings.xml.XmlDraft;
import io.enforcement.gateway.standards.model.Certificate;
import io.enforcement.gateway.standards.model.Goods;
import io.enforcement.gateway.standards.model.LegalRepresentative;
import io.enforcement.gateway.standards.model.PriorPenalty;
import io.enforcement.gateway.standards.model.SuspectPerson;
import io.enforcement.gateway.standards.model.SuspectUnit;

/** Who is suspected, of what goods, and what the agency has done about it before. */
final class SuspectParts {

  private static final PartnerCodes SPECIAL_IDENTITY = PoliceFormat.word("special-identity");
  private static final PartnerCodes MEASURE = PoliceFormat.word("goods-measure");

  private SuspectParts() {}

  static void person(XmlDraft part, SuspectPerson person) {
    part.text("XM", person.getName());
    certificate(part, "ZJLX", "ZJHM", person.getCertificate());
    part.text("XB", person.getSex());
    part.date("CSRQ", person.getBirthDate());
    part.text("MZ", person.getEthnicity());
    part.text("WHCD", person.getEducation());
    part.text("HJD", person.getHouseholdPlace());
    part.text("JG", person.getNativePlace());
    part.text("XZZ", person.getAddress());
    part.text("GZDW", person.getEmployment());
    part.text("SASF", person.getRole());
    part.text("LXDH", person.getPhone());
    part.codes("TSSF", SPECIAL_IDENTITY, person.getSpecialIdentities());
  }

  static void unit(XmlDraft part, SuspectUnit unit) {
    LegalRepresentative head = unit.getLegalRepresentative();
    part.text("DWMC", unit.getName());
    part.text("TYSHXYDM", unit.getUscc());
    part.text("FDDBR", head == null ? null : head.getName());
    certificate(part, "FRZJLX", "FRZJHM", head == null ? null : head.getCertificate());
    part.text("DWXZ", unit.getUnitNature());
    part.date("ZCRQ", unit.getRegisteredOn());
    part.number("ZCZJ", unit.getRegisteredCapital());
    part.text("ZCD", unit.getRegisteredPlace());
    part.text("LXDH", unit.getPhone());
  }

  static void penalty(XmlDraft part, PriorPenalty penalty) {
    part.text("CFWSH", penalty.getPunishFileNum());
    part.date("CFRQ", penalty.getPunishSetDate());
    part.text("CFJG", penalty.getPunishResult());
    part.number("YJFK", penalty.getFinePaid());
  }

  static void goods(XmlDraft part, Goods goods) {
    part.text("WPMC", goods.getName());
    part.number("SL", goods.getQuantity());
    part.text("JLDW", goods.getUnit());
    part.text("TZ", goods.getFeatures());
    part.number("JZ", goods.getValue());
    part.text("CFDD", goods.getKeptAt());
    part.code("CQCS", MEASURE, goods.getMeasure());
  }

  private static void certificate(
      XmlDraft part, String type, String number, Certificate certificate) {
    if (certificate != null) {
      part.text(type, certificate.getType());
      part.text(number, certificate.getNumber());
    }
  }
}
