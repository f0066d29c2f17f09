package io.enforcement.gateway.mappings;

import java.util.List;
import java.util.Map;

/** {@code partner.yaml} as the gateway reads it: a key that is not here is a mistake. */
record PartnerSettings(
    String partner,
    Map<String, String> name,
    String credentials,
    String authentication,
    List<Sends> sends,
    List<Receives> receives,
    Map<String, Integer> quota) {

  PartnerSettings {
    sends = sends == null ? List.of() : List.copyOf(sends);
    receives = receives == null ? List.of() : List.copyOf(receives);
  }

  record Sends(
      String exchange,
      String via,
      List<String> accepts,
      Map<String, String> format,
      String translator,
      String attachments,
      Map<String, String> settings) {}

  record Receives(
      String exchange,
      String via,
      List<String> records,
      String basis,
      String purpose,
      List<String> fields,
      String selector,
      String effect,
      Map<String, String> format,
      String translator,
      String contentType,
      String attachments,
      boolean holdsRepaired,
      List<String> retry,
      Integer concurrency,
      Map<String, String> settings) {}
}
