package io.enforcement.gateway.mappings.police;

import io.enforcement.gateway.mappings.PartnerCodes;
import io.enforcement.gateway.mappings.xml.XmlContract;
import io.enforcement.gateway.mappings.xml.XmlForms;
import io.enforcement.gateway.mappings.xml.XmlMessages;

/** What all messages of the platform have in common: schema, forms, code words and head. */
final class PoliceFormat {

  static final XmlMessages MESSAGES =
      new XmlMessages(
          XmlContract.beside(
              PoliceFormat.class, "police.xsd", "urn:example:police:case-linkage:v1"),
          new XmlForms("yyyyMMdd", "yyyyMMddHHmmss", "1", "0"),
          new XmlMessages.Head("JLBH", "CZLX", "BBH", "FSSJ"),
          meaning("operation"),
          "police");

  private PoliceFormat() {}

  /** What the platform's words of a list are in the standard. */
  static PartnerCodes meaning(String list) {
    return PartnerCodes.beside(PoliceFormat.class, list);
  }

  /** The platform's words for the standard's codes. */
  static PartnerCodes word(String list) {
    return meaning(list).reversed();
  }
}
