package io.enforcement.gateway.routes.partner;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.enforcement.gateway.routes.security.CallerProof;
import io.enforcement.gateway.standards.model.QueryKind;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What stands in a {@code partner.yaml}: data only, no host names and no secrets. Unknown entries
 * are refused, so that a misspelt word is not silently a default.
 */
record PartnerFile(
    @JsonProperty(required = true) String partner,
    Map<String, String> name,
    String credentials,
    CallerProof authentication,
    List<Sends> sends,
    List<Receives> receives,
    Set<QueryKind> queries,
    Quota quota) {

  PartnerFile {
    name = name == null ? Map.of() : Map.copyOf(name);
    authentication = authentication == null ? CallerProof.GATEWAY : authentication;
    sends = sends == null ? List.of() : List.copyOf(sends);
    receives = receives == null ? List.of() : List.copyOf(receives);
    queries = queries == null ? Set.of() : Set.copyOf(queries);
    quota = quota == null ? new Quota(null) : quota;
  }

  /**
   * An exchange that the partner sends.
   *
   * @param attachments how it brings the files that the records name
   */
  record Sends(
      @JsonProperty(required = true) String exchange,
      @JsonProperty(required = true) String via,
      List<String> accepts,
      Map<String, String> format,
      @JsonProperty(required = true) String translator,
      AttachmentWay attachments,
      Map<String, String> settings) {
    Sends {
      accepts = accepts == null ? List.of() : List.copyOf(accepts);
      format = format == null ? Map.of() : Map.copyOf(format);
      attachments = attachments == null ? AttachmentWay.APART : attachments;
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

  /** How much the partner may send. */
  record Quota(Integer messagesPerSecond) {
    Quota {
      messagesPerSecond = messagesPerSecond == null ? 500 : messagesPerSecond;
    }
  }
}
