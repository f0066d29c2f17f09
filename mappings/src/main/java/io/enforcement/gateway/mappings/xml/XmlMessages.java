package io.enforcement.gateway.mappings.xml;

import io.enforcement.gateway.mappings.Part;
import io.enforcement.gateway.mappings.PartnerCodes;
import io.enforcement.gateway.standards.model.Operation;
import io.enforcement.gateway.standards.model.StandardRecord;
import java.util.List;
import java.util.function.Function;

/**
 * The messages of a partner that exchanges one record in each: a root that names the operation, a
 * head that says which record it is, and what the operation brings. Immutable; any thread.
 */
public final class XmlMessages {

  private final XmlContract contract;
  private final XmlForms forms;
  private final Head head;
  private final PartnerCodes meanings;
  private final PartnerCodes words;
  private final String source;

  /** The partner's names for the elements of the head. */
  public record Head(String identity, String operation, String revision, String time) {}

  /**
   * @param operations the partner's words for I, U and D
   * @param source whose records come by these messages
   */
  public XmlMessages(
      XmlContract contract, XmlForms forms, Head head, PartnerCodes operations, String source) {
    this.contract = contract;
    this.forms = forms;
    this.head = head;
    this.meanings = operations;
    this.words = operations.reversed();
    this.source = source;
  }

  /**
   * A message with its head, to be filled.
   *
   * @param root names the operation
   */
  public XmlDraft draft(String root, StandardRecord record) {
    XmlDraft draft = XmlDraft.of(contract, forms, root);
    draft.text(head.identity(), record.getRecordUniqueIdentity());
    draft.code(head.operation(), words, record.getCdOperation().value());
    draft.text(head.revision(), record.getRevision());
    draft.time(head.time(), record.getCdTime());
    return draft;
  }

  /**
   * The record that a message brings.
   *
   * @param root names the operation
   * @throws io.enforcement.gateway.standards.validation.Rejected when it cannot be read
   */
  public List<Part> read(
      byte[] message, String root, Function<XmlDocument, StandardRecord> mapping) {
    XmlDocument document = XmlDocument.of(contract, forms, message, root);
    StandardRecord record = mapping.apply(document);
    record.setRecordUniqueIdentity(document.required(head.identity()));
    String change = document.requiredCode(head.operation(), meanings);
    record.setCdOperation(change == null ? null : Operation.fromValue(change));
    record.setRevision(document.integer(head.revision()));
    record.setCdTime(document.time(head.time()));
    record.setCdSource(source);
    document.orRejected();
    return List.of(new Part.Translated(1, record));
  }
}
