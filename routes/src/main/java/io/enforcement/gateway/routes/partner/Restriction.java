package io.enforcement.gateway.routes.partner;

import java.util.Set;

/**
 * What only listed people may know of a partner; everybody else learns how much there is.
 *
 * @param exchanges of the partner
 * @param people their account names
 */
public record Restriction(Set<String> exchanges, Set<String> people) {

  boolean hides(String exchange, String person) {
    return exchanges.contains(exchange) && !people.contains(person);
  }
}
