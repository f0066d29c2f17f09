package io.enforcement.gateway.routes.partner;

import io.enforcement.gateway.standards.dictionary.Dictionary;
import io.enforcement.gateway.standards.dictionary.RecordType;
import io.enforcement.gateway.standards.dictionary.Sensitivity;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Who may know of what travels on restricted exchanges, whatever the role: the people whom the
 * installation lists for the partner. Thread-safe.
 */
@Component
public class Restrictions {

  /** Nobody in particular: sees nothing that is restricted. */
  public static final String NOBODY = "";

  private static final Set<String> SECRET =
      Dictionary.v1().records().stream()
          .filter(record -> record.part().sensitivity() == Sensitivity.SECRET)
          .map(RecordType::name)
          .collect(Collectors.toUnmodifiableSet());

  private final PartnerCatalog catalog;

  Restrictions(PartnerCatalog catalog) {
    this.catalog = catalog;
  }

  /** Whether an exchange is none of this person's business. */
  public boolean hides(String person, ExchangeKey exchange) {
    Restriction restriction = catalog.restrictions().get(exchange.partner());
    return restriction != null && restriction.hides(exchange.exchange(), person);
  }

  /** All exchanges that are none of this person's business. */
  public List<ExchangeKey> hiddenFrom(String person) {
    return catalog.restrictions().entrySet().stream()
        .flatMap(
            partner ->
                partner.getValue().exchanges().stream()
                    .map(exchange -> new ExchangeKey(partner.getKey(), exchange)))
        .filter(exchange -> hides(person, exchange))
        .toList();
  }

  /**
   * Whether a message is none of this person's business: it came or goes by a hidden exchange; or
   * it holds a record that is secret as a whole, went by no restricted exchange, and the person is
   * listed nowhere.
   *
   * @param ways the exchanges by which it came and goes
   * @param kinds types of its records
   */
  public boolean hides(String person, Collection<ExchangeKey> ways, Collection<String> kinds) {
    if (ways.stream().anyMatch(way -> hides(person, way))) {
      return true;
    }
    return kinds.stream().anyMatch(SECRET::contains) && !lists(person);
  }

  /** Whether some partner's list of people has this person. */
  public boolean lists(String person) {
    return catalog.restrictions().values().stream().anyMatch(r -> r.people().contains(person));
  }
}
