package io.enforcement.gateway.mappings.publicity;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;

/**
 * What the public sees of one act. Days are ISO 8601 texts.
 *
 * @param matter what it was about; of a penalty {@code illegalAct} says so
 * @param details what acts of this kind have besides, by the names that the translator lists
 */
@JsonPropertyOrder({
  "kind", "decisionNo", "party", "partyId", "otherParties", "authority", "authorityCode",
  "illegalAct", "matter", "basis", "conclusion", "details", "decisionDate", "publishDate",
  "publishUntil", "state", "revision", "redactionLog"
})
record Publication(
    String kind,
    String decisionNo,
    String party,
    String partyId,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<PublicParty> otherParties,
    String authority,
    String authorityCode,
    @JsonInclude(JsonInclude.Include.NON_NULL) String illegalAct,
    @JsonInclude(JsonInclude.Include.NON_NULL) String matter,
    String basis,
    String conclusion,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> details,
    String decisionDate,
    String publishDate,
    String publishUntil,
    String state,
    int revision,
    List<Redaction.Entry> redactionLog) {}
