package io.enforcement.gateway.mappings.credit;

import io.enforcement.gateway.mappings.PartnerCodes;
import io.enforcement.gateway.mappings.Reading;
import io.enforcement.gateway.standards.model.Certificate;
import io.enforcement.gateway.standards.model.LegalRepresentative;
import io.enforcement.gateway.standards.model.Party;
import java.util.Map;

/**
 * 行政相对人: columns 1 to 13. A sole trader goes the way of legal persons with a category of its own;
 * its code, not its certificate, identifies it.
 */
final class PartyColumns {

  private static final PartnerCodes CERTIFICATE =
      PartnerCodes.beside(PartyColumns.class, "certificate");
  private static final String CITIZEN = "1";

  private PartyColumns() {}

  static void put(Party party, Map<String, Object> row, String path, Reading reading) {
    boolean natural =
        CITIZEN.equals(party.getKind()) && !Boolean.TRUE.equals(party.isSelfEmployed());
    row.put("CF_XDR_MC", party.getName());
    row.put("CF_XDR_LB", category(party, natural));
    row.put("CF_XDR_SHXYM", natural ? null : party.getUscc());
    row.put("CF_XDR_GSZC", party.getRegistrationNumber());
    row.put("CF_XDR_ZZJG", party.getOrganisationCode());
    row.put("CF_XDR_SWDJ", party.getTaxNumber());
    row.put("CF_XDR_SYDW", party.getInstitutionCertificate());
    row.put("CF_XDR_SHZZ", party.getSocialOrganisationCertificate());
    representative(natural ? null : party.getLegalRepresentative(), row, path, reading);
    certificate(natural ? party.getCertificate() : null, "CF_XDR_", row, path, reading);
    identified(natural, row, path, reading);
  }

  private static String category(Party party, boolean natural) {
    if (Boolean.TRUE.equals(party.isSelfEmployed())) {
      return "个体工商户";
    }
    return natural ? "自然人" : "法人及非法人组织";
  }

  private static void representative(
      LegalRepresentative person, Map<String, Object> row, String path, Reading reading) {
    row.put("CF_FRDB", person == null ? null : person.getName());
    certificate(person == null ? null : person.getCertificate(), "CF_FR_", row, path, reading);
  }

  private static void certificate(
      Certificate certificate,
      String prefix,
      Map<String, Object> row,
      String path,
      Reading reading) {
    String type = certificate == null ? null : certificate.getType();
    row.put(prefix + "ZJLX", reading.code(CERTIFICATE, type, path + prefix + "ZJLX"));
    row.put(prefix + "ZJHM", certificate == null ? null : certificate.getNumber());
  }

  /** What the layout requires for one category only: a code, or a natural person's certificate. */
  private static void identified(
      boolean natural, Map<String, Object> row, String path, Reading reading) {
    String column = natural ? "CF_XDR_ZJHM" : "CF_XDR_SHXYM";
    if (row.get(column) == null) {
      reading.refuse("credit.missing", path + column, "empty");
    }
  }
}
