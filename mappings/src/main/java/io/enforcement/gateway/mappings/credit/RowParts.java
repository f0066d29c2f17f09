package io.enforcement.gateway.mappings.credit;

import io.enforcement.gateway.mappings.PartnerCodes;
import io.enforcement.gateway.standards.model.BodyReference;
import io.enforcement.gateway.standards.model.Certificate;
import io.enforcement.gateway.standards.model.OrganReference;
import io.enforcement.gateway.standards.model.Party;
import io.enforcement.gateway.standards.model.PublishedDecision;

/** What the rows of several tables say with the same columns: whom, by whom, which decision. */
final class RowParts {

  private static final PartnerCodes PARTY = PartnerCodes.beside(RowParts.class, "party-kind");
  private static final PartnerCodes CERTIFICATE =
      PartnerCodes.beside(RowParts.class, "certificate-read");
  private static final PartnerCodes ACT = PartnerCodes.beside(RowParts.class, "act-kind");
  private static final PartnerCodes SEVERITY = PartnerCodes.beside(RowParts.class, "severity");
  private static final String SOLE_TRADER = "个体工商户";
  // 牵头单位: the organ that leads the credit system of a region.
  private static final String LEADING_ORGAN = "7";

  private RowParts() {}

  /** {@code XDR_MC, XDR_LB, XDR_SHXYM, XDR_ZJLX, XDR_ZJHM}. */
  static Party party(PlatformRow row) {
    Party party = new Party();
    party.setNo(1);
    party.setName(row.required("XDR_MC"));
    party.setKind(row.requiredCode(PARTY, "XDR_LB"));
    party.setSelfEmployed(SOLE_TRADER.equals(row.text("XDR_LB")));
    party.setUscc(row.text("XDR_SHXYM"));
    if (row.text("XDR_ZJHM") != null) {
      Certificate certificate = new Certificate();
      certificate.setType(row.requiredCode(CERTIFICATE, "XDR_ZJLX"));
      certificate.setNumber(row.text("XDR_ZJHM"));
      party.setCertificate(certificate);
    }
    return party;
  }

  /** {@code JGMC, JGDM, DFBM}: who decided. */
  static BodyReference body(PlatformRow row) {
    BodyReference body = new BodyReference();
    body.setName(row.required("JGMC"));
    body.setUscc(row.required("JGDM"));
    body.setAreaNumber(row.required("DFBM"));
    return body;
  }

  /** {@code XW_LB, WSH, JDRQ, SXCD}; with the body the decision that a row is about. */
  static PublishedDecision decision(PlatformRow row) {
    PublishedDecision decision = new PublishedDecision();
    decision.setKind(row.requiredCode(ACT, "XW_LB"));
    decision.setDocumentNumber(row.required("WSH"));
    decision.setDecisionDate(row.requiredDay("JDRQ"));
    decision.setSeverity(row.code(SEVERITY, "SXCD"));
    return decision;
  }

  /** An organ of the credit system. */
  static OrganReference organ(String name) {
    OrganReference organ = new OrganReference();
    organ.setKind(LEADING_ORGAN);
    organ.setName(name);
    return organ;
  }

  /** {@code FBJG, FBJGDM, DFBM}: the organ that states something of a party. */
  static OrganReference issuer(PlatformRow row) {
    OrganReference issuer = organ(row.required("FBJG"));
    issuer.setUscc(row.text("FBJGDM"));
    issuer.setAreaNumber(row.text("DFBM"));
    return issuer;
  }
}
