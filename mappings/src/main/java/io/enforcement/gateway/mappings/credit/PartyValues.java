package io.enforcement.gateway.mappings.credit;

import io.enforcement.gateway.standards.model.Certificate;
import io.enforcement.gateway.standards.model.LegalRepresentative;
import io.enforcement.gateway.standards.model.Party;
import java.util.Map;
import java.util.Set;

/**
 * 行政相对人: what a row says of its party. A sole trader goes the way of legal persons with a category
 * of its own; its code, not its certificate, identifies it.
 */
final class PartyValues {

  private static final String CITIZEN = "1";
  private static final Set<String> IDENTITY_CARD = Set.of("111", "112");
  // Codes of the table party-category.
  private static final String LEGAL = "1";
  private static final String NATURAL = "2";
  private static final String SOLE_TRADER = "4";

  private PartyValues() {}

  static boolean isNatural(Party party) {
    return CITIZEN.equals(party.getKind()) && !Boolean.TRUE.equals(party.isSelfEmployed());
  }

  static boolean isNatural(Map<String, Object> values) {
    return NATURAL.equals(values.get("XDR_LB"));
  }

  static void put(Party party, Map<String, Object> values) {
    boolean natural = isNatural(party);
    values.put("XDR_MC", party.getName());
    values.put("XDR_LB", category(party, natural));
    values.put("XDR_SHXYM", natural ? null : party.getUscc());
    values.put("XDR_GSZC", party.getRegistrationNumber());
    values.put("XDR_ZZJG", party.getOrganisationCode());
    values.put("XDR_SWDJ", party.getTaxNumber());
    values.put("XDR_SYDW", party.getInstitutionCertificate());
    values.put("XDR_SHZZ", party.getSocialOrganisationCertificate());
    representative(natural ? null : party.getLegalRepresentative(), values);
    certificate(natural ? party.getCertificate() : null, "XDR_", values);
  }

  private static String category(Party party, boolean natural) {
    if (Boolean.TRUE.equals(party.isSelfEmployed())) {
      return SOLE_TRADER;
    }
    return natural ? NATURAL : LEGAL;
  }

  private static void representative(LegalRepresentative person, Map<String, Object> values) {
    values.put("FRDB", person == null ? null : person.getName());
    certificate(person == null ? null : person.getCertificate(), "FR_", values);
  }

  /** The layout of 2015 has a column for the number of an identity card and for no other. */
  private static void certificate(
      Certificate certificate, String prefix, Map<String, Object> values) {
    if (certificate != null) {
      values.put(prefix + "ZJLX", certificate.getType());
      values.put(prefix + "ZJHM", certificate.getNumber());
      if (IDENTITY_CARD.contains(certificate.getType())) {
        values.put(prefix + "SFZ", certificate.getNumber());
      }
    }
  }
}
