package io.enforcement.gateway.routes.conversation;

import io.enforcement.gateway.routes.partner.RecordProperties;
import io.enforcement.gateway.routes.store.RecordBody;
import io.enforcement.gateway.standards.format.StandardXml;
import io.enforcement.gateway.standards.model.StandardRecord;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a record says, read once for all conversations that have it. Used by one thread.
 *
 * @see RecordProperties what may be asked about it; besides that {@link #FINDINGS}
 */
final class Content {

  /** What its check found, as a set of rule ids in one text, each between bars. */
  static final String FINDINGS = "findings";

  private final StandardRecord record;
  private final int bytes;
  private final String findings;
  private Map<String, Object> properties;
  private Set<String> parties;

  /**
   * @param bytes its length as XML
   * @param findings rules that its check has found broken
   */
  Content(StandardRecord record, int bytes, Collection<String> findings) {
    this.record = record;
    this.bytes = bytes;
    this.findings =
        findings.stream().map(rule -> rule + "|").collect(Collectors.joining("", "|", ""));
  }

  static Content of(RecordBody body) {
    return new Content(StandardXml.read(body.xml()), body.xml().length, body.findings());
  }

  StandardRecord record() {
    return record;
  }

  int bytes() {
    return bytes;
  }

  /** What selectors may ask about. */
  Map<String, Object> properties() {
    if (properties == null) {
      properties = RecordProperties.of(record);
      properties.put(FINDINGS, findings);
    }
    return properties;
  }

  /** A key for each party that it names. */
  Set<String> parties() {
    if (parties == null) {
      parties = Fields.parties(record);
    }
    return parties;
  }
}
