package io.enforcement.gateway.mappings.publicity;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/**
 * What the public may know of an enforcement item: basis, procedure, remedies, and who exercises
 * it.
 *
 * @param timeLimit the statutory limit in words
 * @param enquiries where to ask
 * @param complaints where to complain
 */
@JsonPropertyOrder({
  "kind",
  "code",
  "version",
  "name",
  "type",
  "itemState",
  "body",
  "bodyCode",
  "levels",
  "basis",
  "provisions",
  "penalties",
  "discretion",
  "procedure",
  "timeLimit",
  "remedies",
  "enquiries",
  "complaints",
  "bodies",
  "effectiveDate",
  "cancelDate",
  "register"
})
record PublicItem(
    String kind,
    String code,
    int version,
    String name,
    String type,
    String itemState,
    String body,
    String bodyCode,
    List<String> levels,
    String basis,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Provision> provisions,
    String penalties,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Discretion> discretion,
    String procedure,
    String timeLimit,
    String remedies,
    String enquiries,
    String complaints,
    List<Exerciser> bodies,
    String effectiveDate,
    String cancelDate,
    @JsonUnwrapped RegisterState register) {

  /** The law and the text of a provision; the text may be missing. */
  @JsonPropertyOrder({"law", "text"})
  record Provision(String law, String text) {}

  /** What is imposed for which facts. */
  @JsonPropertyOrder({"facts", "penalty", "standardCode"})
  record Discretion(String facts, String penalty, String standardCode) {}

  /** A body that exercises the item, and in which days. */
  @JsonPropertyOrder({"name", "code", "entrusted", "from", "until"})
  record Exerciser(String name, String code, boolean entrusted, String from, String until) {}
}
