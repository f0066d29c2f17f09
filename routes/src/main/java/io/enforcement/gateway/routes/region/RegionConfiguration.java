package io.enforcement.gateway.routes.region;

import io.enforcement.gateway.routes.CannotStart;
import io.enforcement.gateway.routes.exchange.KeptHere;
import io.enforcement.gateway.routes.exchange.Node;
import io.enforcement.gateway.routes.exchange.OwnDoor;
import io.enforcement.gateway.routes.partner.Partner;
import io.enforcement.gateway.routes.partner.Partner.Receiving;
import io.enforcement.gateway.routes.partner.PartnerCatalog;
import io.enforcement.gateway.routes.region.store.RegionSettings;
import io.enforcement.gateway.routes.region.store.RegionStore;
import io.enforcement.gateway.routes.store.NodeStore;
import io.enforcement.gateway.routes.store.RedeliveryStore;
import io.enforcement.gateway.standards.model.ReconciliationStatement;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** The region, where this gateway has a level above it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("gateway.region.superior")
class RegionConfiguration {

  private static final String STATEMENT = ReconciliationStatement.class.getSimpleName();

  /** Answers to statements have arrived, though nobody receives them. */
  @Bean
  KeptHere keptInTheRegion() {
    return STATEMENT::equals;
  }

  @Bean
  Stating stating(
      RegionStore store,
      RedeliveryStore redeliveries,
      PartnerCatalog catalog,
      RegionSettings settings,
      OwnDoor door,
      TransactionTemplate transaction,
      NodeStore nodes,
      Node node,
      Clock clock) {
    Statement statements =
        new Statement(settings.division(), settings.superior(), division(catalog, settings));
    return new Stating(
        store,
        redeliveries,
        new SentVersions(catalog, settings.superior()),
        statements,
        settings,
        door,
        transaction,
        nodes,
        node,
        clock);
  }

  /** As the partner's setting {@code division} says, to which statements are addressed. */
  private static String division(PartnerCatalog catalog, RegionSettings settings) {
    return catalog.partner(settings.superior()).map(Partner::receives).stream()
        .flatMap(receives -> receives.stream())
        .filter(receiving -> receiving.records().contains(STATEMENT))
        .findFirst()
        .map(Receiving::settings)
        .map(each -> each.required("division"))
        .orElseThrow(
            () ->
                new CannotStart(
                    "gateway.region.superior names no partner in service that takes statements."));
  }
}
