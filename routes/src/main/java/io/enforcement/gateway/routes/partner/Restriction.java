package io.enforcement.gateway.routes.partner;

import io.enforcement.gateway.routes.partner.GatewaySettings.PartnerSettings;
import java.util.Optional;
import java.util.Set;

/**
 * What only listed people may know of a partner; everybody else learns how much there is.
 *
 * @param exchanges of the partner
 * @param people their account names
 */
public record Restriction(Set<String> exchanges, Set<String> people) {

  /**
   * What a partner's folder restricts; empty when it restricts nothing.
   *
   * @param own what the installation says of the partner
   * @throws IllegalArgumentException when it names no exchange of the partner, or is in service and
   *     nobody may know of it
   */
  static Optional<Restriction> of(String id, PartnerFolder folder, PartnerSettings own) {
    PartnerFile file = folder.file();
    if (file.restricted().isEmpty()) {
      return Optional.empty();
    }
    if (!file.exchanges().containsAll(file.restricted())) {
      throw new IllegalArgumentException(
          "partner " + id + ": restricted names an exchange that it does not have");
    }
    if (own.inService(!folder.isShipped()) && own.people().isEmpty()) {
      throw new IllegalArgumentException(
          "gateway.partners."
              + id
              + ".people names nobody who may know of its restricted exchanges");
    }
    return Optional.of(new Restriction(file.restricted(), own.people()));
  }

  boolean hides(String exchange, String person) {
    return exchanges.contains(exchange) && !people.contains(person);
  }
}
