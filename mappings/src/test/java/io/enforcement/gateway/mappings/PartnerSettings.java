package io.enforcement.gateway.mappings;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code partner.yaml} as the gateway reads it: a key that is not here is a mistake. */
record PartnerSettings(
    String partner,
    Map<String, String> name,
    String duty,
    String credentials,
    String authentication,
    List<Sends> sends,
    List<Receives> receives,
    List<String> queries,
    List<Answers> answers,
    Set<String> restricted,
    Map<String, Integer> quota) {

  PartnerSettings {
    sends = sends == null ? List.of() : List.copyOf(sends);
    receives = receives == null ? List.of() : List.copyOf(receives);
    answers = answers == null ? List.of() : List.copyOf(answers);
    restricted = restricted == null ? Set.of() : Set.copyOf(restricted);
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

  record Answers(
      String exchange,
      String via,
      List<String> queries,
      String basis,
      String purpose,
      List<String> queryFields,
      List<String> answerFields,
      String request,
      String reply,
      Map<String, String> format,
      String contentType,
      Map<String, String> settings) {}
}
