package io.enforcement.gateway.routes.partner;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.enforcement.gateway.routes.security.CallerProof;
import io.enforcement.gateway.standards.model.QueryKind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What stands in a {@code partner.yaml}: data only, no host names and no secrets. Unknown entries
 * are refused, so that a misspelt word is not silently a default.
 *
 * @param restricted exchanges of which only listed people know more than a number
 */
record PartnerFile(
    @JsonProperty(required = true) String partner,
    Map<String, String> name,
    String credentials,
    CallerProof authentication,
    List<Sends> sends,
    List<Receives> receives,
    Set<String> restricted,
    Set<QueryKind> queries,
    List<Answers> answers,
    Quota quota) {

  PartnerFile {
    name = name == null ? Map.of() : Map.copyOf(name);
    authentication = authentication == null ? CallerProof.GATEWAY : authentication;
    sends = sends == null ? List.of() : List.copyOf(sends);
    receives = receives == null ? List.of() : List.copyOf(receives);
    restricted = restricted == null ? Set.of() : Set.copyOf(restricted);
    queries = queries == null ? Set.of() : Set.copyOf(queries);
    answers = answers == null ? List.of() : List.copyOf(answers);
    quota = quota == null ? new Quota(null) : quota;
  }

  /** The same for another partner of the same kind, with a secret of its own name. */
  PartnerFile like(String id) {
    return new PartnerFile(
        id, name, id, authentication, sends, receives, restricted, queries, answers, quota);
  }

  /** Names of all its exchanges, sent and received. */
  Set<String> exchanges() {
    return Stream.concat(
            sends.stream().map(Sends::exchange), receives.stream().map(Receives::exchange))
        .collect(Collectors.toSet());
  }

  /** An exchange that the partner sends. */
  record Sends(
      @JsonProperty(required = true) String exchange,
      @JsonProperty(required = true) String via,
      List<String> accepts,
      Map<String, String> format,
      @JsonProperty(required = true) String translator,
      Map<String, String> settings) {
    Sends {
      accepts = accepts == null ? List.of() : List.copyOf(accepts);
      format = format == null ? Map.of() : Map.copyOf(format);
      settings = settings == null ? Map.of() : Map.copyOf(settings);
    }
  }

  /**
   * An exchange that the partner receives.
   *
   * @param basis the law or document that entitles it
   * @param purpose what it may use the records for
   * @param fields what it may see of them, as {@code PermittedFields} says
   * @param attachments whether it gets the files that the records name
   * @param holdsRepaired whether a decision whose credit record was repaired is never sent again
   */
  record Receives(
      @JsonProperty(required = true) String exchange,
      @JsonProperty(required = true) String via,
      @JsonProperty(required = true) List<String> records,
      @JsonProperty(required = true) String basis,
      @JsonProperty(required = true) String purpose,
      @JsonProperty(required = true) List<String> fields,
      String selector,
      EffectClass effect,
      Map<String, String> format,
      @JsonProperty(required = true) String translator,
      String contentType,
      AttachmentNeed attachments,
      boolean holdsRepaired,
      List<String> retry,
      Integer concurrency,
      Map<String, String> settings) {
    Receives {
      records = List.copyOf(records);
      fields = List.copyOf(fields);
      effect = effect == null ? EffectClass.C : effect;
      format = format == null ? Map.of() : Map.copyOf(format);
      contentType = contentType == null ? "application/json" : contentType;
      attachments = attachments == null ? AttachmentNeed.NONE : attachments;
      concurrency = concurrency == null ? 2 : concurrency;
      settings = settings == null ? Map.of() : Map.copyOf(settings);
    }
  }

  /**
   * An exchange in which the partner is asked and answers at once.
   *
   * @param queries which kinds
   * @param basis the law or document by which it is asked
   * @param purpose what it may be asked for
   * @param queryFields what of a query goes to the partner
   * @param answerFields what of its answer the asker may see
   * @param request translator of the query
   * @param reply translator of the answer
   * @param format of the reply
   */
  record Answers(
      @JsonProperty(required = true) String exchange,
      @JsonProperty(required = true) String via,
      @JsonProperty(required = true) Set<QueryKind> queries,
      @JsonProperty(required = true) String basis,
      @JsonProperty(required = true) String purpose,
      @JsonProperty(required = true) List<String> queryFields,
      @JsonProperty(required = true) List<String> answerFields,
      @JsonProperty(required = true) String request,
      @JsonProperty(required = true) String reply,
      Map<String, String> format,
      String contentType,
      Map<String, String> settings) {
    Answers {
      queries = Set.copyOf(queries);
      queryFields = List.copyOf(queryFields);
      answerFields = List.copyOf(answerFields);
      format = format == null ? Map.of("type", "json") : Map.copyOf(format);
      contentType = contentType == null ? "application/json" : contentType;
      settings = settings == null ? Map.of() : Map.copyOf(settings);
    }
  }

  /** How much the partner may send. */
  record Quota(Integer messagesPerSecond) {
    Quota {
      messagesPerSecond = messagesPerSecond == null ? 500 : messagesPerSecond;
    }
  }
}
