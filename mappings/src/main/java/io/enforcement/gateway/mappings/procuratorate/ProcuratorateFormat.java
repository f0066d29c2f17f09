package io.enforcement.gateway.mappings.procuratorate;

import io.enforcement.gateway.mappings.PartnerCodes;
import io.enforcement.gateway.mappings.xml.XmlContract;
import io.enforcement.gateway.mappings.xml.XmlForms;
import io.enforcement.gateway.mappings.xml.XmlMessages;

/** What all messages of the platform have in common: schema, forms, code words and head. */
final class ProcuratorateFormat {

  static final XmlMessages MESSAGES =
      new XmlMessages(
          XmlContract.beside(
              ProcuratorateFormat.class,
              "procuratorate.xsd",
              "urn:example:procuratorate:linkage:v1"),
          new XmlForms("yyyy-MM-dd", "yyyy-MM-dd HH:mm:ss", "是", "否"),
          new XmlMessages.Head("recordId", "action", "version", "updateTime"),
          meaning("operation"),
          "procuratorate");

  private ProcuratorateFormat() {}

  /** What the platform's words of a list are in the standard. */
  static PartnerCodes meaning(String list) {
    return PartnerCodes.beside(ProcuratorateFormat.class, list);
  }

  /** The platform's words for the standard's codes. */
  static PartnerCodes word(String list) {
    return meaning(list).reversed();
  }
}
