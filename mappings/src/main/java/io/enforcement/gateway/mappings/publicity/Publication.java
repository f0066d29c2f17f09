package io.enforcement.gateway.mappings.publicity;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/** What the public sees of one decision. Days are ISO 8601 texts. */
@JsonPropertyOrder({
  "kind", "decisionNo", "party", "partyId", "otherParties", "authority", "authorityCode",
  "illegalAct", "basis", "conclusion", "decisionDate", "publishDate", "publishUntil", "state",
  "revision", "redactionLog"
})
record Publication(
    String kind,
    String decisionNo,
    String party,
    String partyId,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<PublicParty> otherParties,
    String authority,
    String authorityCode,
    String illegalAct,
    String basis,
    String conclusion,
    String decisionDate,
    String publishDate,
    String publishUntil,
    String state,
    int revision,
    List<Redaction.Entry> redactionLog) {

  /** A co-offender; partyId is null for natural persons. */
  @JsonPropertyOrder({"party", "partyId"})
  record PublicParty(String party, String partyId) {}
}
