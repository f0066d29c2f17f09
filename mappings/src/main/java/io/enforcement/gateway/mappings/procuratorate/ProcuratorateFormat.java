package io.enforcement.gateway.mappings.procuratorate;

import io.enforcement.gateway.mappings.Part;
import io.enforcement.gateway.mappings.PartnerCodes;
import io.enforcement.gateway.mappings.xml.XmlContract;
import io.enforcement.gateway.mappings.xml.XmlDocument;
import io.enforcement.gateway.mappings.xml.XmlDraft;
import io.enforcement.gateway.mappings.xml.XmlForms;
import io.enforcement.gateway.standards.model.Operation;
import io.enforcement.gateway.standards.model.StandardRecord;
import java.util.List;
import java.util.function.Function;

/** What all messages of the platform have in common: schema, forms, code words and head. */
final class ProcuratorateFormat {

  private static final XmlContract CONTRACT =
      XmlContract.beside(
          ProcuratorateFormat.class, "procuratorate.xsd", "urn:example:procuratorate:linkage:v1");
  private static final XmlForms FORMS = new XmlForms("yyyy-MM-dd", "yyyy-MM-dd HH:mm:ss", "是", "否");
  private static final PartnerCodes OPERATION = meaning("operation");
  private static final PartnerCodes OPERATION_WORD = word("operation");

  private ProcuratorateFormat() {}

  /** What the platform's words of a list are in the standard. */
  static PartnerCodes meaning(String list) {
    return PartnerCodes.beside(ProcuratorateFormat.class, list);
  }

  /** The platform's words for the standard's codes. */
  static PartnerCodes word(String list) {
    return meaning(list).reversed();
  }

  /** A message with its head; the operation names its root. */
  static XmlDraft draft(String operation, StandardRecord record) {
    XmlDraft draft = XmlDraft.of(CONTRACT, FORMS, operation);
    draft.text("recordId", record.getRecordUniqueIdentity());
    draft.code("action", OPERATION_WORD, record.getCdOperation().value());
    draft.text("version", record.getRevision());
    draft.time("updateTime", record.getCdTime());
    return draft;
  }

  /**
   * The record that a message brings.
   *
   * @param operation the name of its root
   * @throws io.enforcement.gateway.standards.validation.Rejected when it cannot be read
   */
  static List<Part> read(
      byte[] message, String operation, Function<XmlDocument, StandardRecord> mapping) {
    XmlDocument document = XmlDocument.of(CONTRACT, FORMS, message, operation);
    StandardRecord record = mapping.apply(document);
    record.setRecordUniqueIdentity(document.required("recordId"));
    String change = document.requiredCode("action", OPERATION);
    record.setCdOperation(change == null ? null : Operation.fromValue(change));
    record.setRevision(document.integer("version"));
    record.setCdTime(document.time("updateTime"));
    record.setCdSource("procuratorate");
    document.orRejected();
    return List.of(new Part.Translated(1, record));
  }
}
