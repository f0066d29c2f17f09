package io.enforcement.gateway.mappings.publicity;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.enforcement.gateway.standards.model.Party;
import java.util.ArrayList;
import java.util.List;

/** A party as the public sees it; partyId is null for natural persons. */
@JsonPropertyOrder({"party", "partyId"})
record PublicParty(String party, String partyId) {

  /** The parties of an act, in its order; the first is the one that stands for all. */
  static List<PublicParty> of(List<Party> parties, Redaction redaction) {
    List<PublicParty> seen = new ArrayList<>();
    for (Party party : parties) {
      seen.add(
          new PublicParty(
              redaction.party(party, field(seen.size())),
              Redaction.isNaturalPerson(party) ? null : party.getUscc()));
    }
    return seen;
  }

  /** Where the party of this place stands in the publication. */
  static String field(int place) {
    return place == 0 ? "party" : "otherParties[" + (place - 1) + "].party";
  }
}
