package io.enforcement.gateway.standards.format;

import io.enforcement.gateway.standards.model.StandardRecord;
import io.enforcement.gateway.standards.validation.Rejected;

/**
 * The JSON twin of the standard: the same classes as the XML, property names as in Java ({@code
 * parties}, {@code penalties}), dates as ISO 8601 text with their offset, money as decimal text,
 * empty lists and absent values left out. The type of a record is given by the caller, never by the
 * text. Pure; any thread.
 */
public final class StandardJson {

  private StandardJson() {}

  /** The record as UTF-8 JSON without a byte order mark. */
  public static byte[] write(StandardRecord record) {
    return HardenedJson.MAPPER.writeValueAsBytes(record);
  }

  /**
   * The record in these bytes; whether it is complete is said by {@link
   * StandardXml#writeChecked(StandardRecord)}.
   *
   * @throws Rejected {@code json.*}
   */
  public static <T extends StandardRecord> T read(byte[] json, Class<T> type) {
    return StrictJson.read(json, type);
  }
}
