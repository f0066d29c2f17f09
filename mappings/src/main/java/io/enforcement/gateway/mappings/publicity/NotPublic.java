package io.enforcement.gateway.mappings.publicity;

import io.enforcement.gateway.standards.model.Party;
import io.enforcement.gateway.standards.validation.Finding;
import io.enforcement.gateway.standards.validation.Rejected;
import java.util.List;

/** The subscription keeps these away; a publication cannot be taken back, so it is said twice. */
final class NotPublic {

  private NotPublic() {}

  /** Refuses what is not said to be open: whoever does not say is not published either. */
  static void refuseUnlessOpen(Boolean closed, String path) {
    if (!Boolean.FALSE.equals(closed)) {
      throw new Rejected(Finding.of("publicity.not-public", path, "not said to be open"));
    }
  }

  static void refuseMinors(List<Party> parties) {
    for (int i = 0; i < parties.size(); i++) {
      if (Boolean.TRUE.equals(parties.get(i).isMinor())) {
        throw new Rejected(
            Finding.of("publicity.not-public", "parties[" + i + "].minor", "a minor"));
      }
    }
  }

  static void refuseNaturalPersons(List<Party> parties) {
    for (int i = 0; i < parties.size(); i++) {
      if (Redaction.isNaturalPerson(parties.get(i))) {
        throw new Rejected(
            Finding.of("publicity.not-public", "parties[" + i + "].kind", "a natural person"));
      }
    }
  }
}
