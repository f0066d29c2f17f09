package io.enforcement.gateway.routes.province.table;

import io.enforcement.gateway.standards.format.StandardXml;
import io.enforcement.gateway.standards.identity.RecordIdentity;

/**
 * The keys of a record, as {@link RecordIdentity} makes them.
 *
 * @param actKey of the act that the record is a version of
 * @param partyKey empty where a number belongs to one act
 * @param revokedKey of the act that a revocation revokes, else null
 */
public record Keys(String actKey, String partyKey, String revokedKey) {

  /**
   * Reads them from the record.
   *
   * @throws IllegalArgumentException when it has no key of its own
   */
  public static Keys of(byte[] xml) {
    RecordIdentity identity = RecordIdentity.of(StandardXml.read(xml));
    return new Keys(
        identity.actKey().orElseThrow(() -> new IllegalArgumentException("record without a key")),
        identity.partyKey().orElse(""),
        identity.revokedKey().orElse(null));
  }
}
