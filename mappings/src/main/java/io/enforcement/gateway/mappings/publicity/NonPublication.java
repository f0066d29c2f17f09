package io.enforcement.gateway.mappings.publicity;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.enforcement.gateway.standards.model.PublicationRequest;

/** That a decision is not published and why (不予公开), without anything of the decision itself. */
@JsonPropertyOrder({
  "kind",
  "decisionNo",
  "authority",
  "authorityCode",
  "state",
  "nonPublicationReason",
  "revision"
})
record NonPublication(
    String kind,
    String decisionNo,
    String authority,
    String authorityCode,
    String state,
    String nonPublicationReason,
    int revision) {

  static NonPublication of(PublicationRequest request, String kind, String why) {
    return new NonPublication(
        kind,
        request.getPublishedDecision().getDocumentNumber(),
        request.getBody().getName(),
        request.getBody().getUscc(),
        "NOT_PUBLISHED",
        why,
        request.getRevision());
  }
}
