package io.enforcement.gateway.routes.console;

import io.enforcement.gateway.routes.partner.Partner;
import io.enforcement.gateway.routes.partner.PartnerCatalog;
import io.enforcement.gateway.routes.province.Regions;
import io.enforcement.gateway.routes.province.store.Divisions;
import io.enforcement.gateway.routes.security.ReadingAs;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Of which sources a person sees what the province holds: everybody of all, a regional data officer
 * of those whose division lies in the region of the partner that the account is bound to; bound to
 * none, of none. Thread-safe.
 */
@Component
@ConditionalOnProperty("gateway.province.enabled")
class SourceReaders {

  private final PartnerCatalog catalog;

  SourceReaders(PartnerCatalog catalog) {
    this.catalog = catalog;
  }

  /** Sources that the caller may see, of these; empty for all. */
  Optional<Collection<String>> seen(Authentication caller, Optional<String> source) {
    return ReadingAs.region(caller)
        .map(this::sourcesOf)
        .map(own -> own.stream().filter(each -> source.map(each::equals).orElse(true)).toList())
        .map(own -> (Collection<String>) own)
        .or(() -> source.map(List::of));
  }

  private List<String> sourcesOf(String partner) {
    Optional<String> region = Regions.of(catalog, partner);
    return catalog.partners().stream()
        .map(Partner::id)
        .filter(id -> id.equals(partner) || region.isPresent() && isWithin(region.get(), id))
        .toList();
  }

  private boolean isWithin(String region, String partner) {
    return Regions.of(catalog, partner)
        .filter(division -> division.startsWith(Divisions.prefix(region)))
        .isPresent();
  }
}
