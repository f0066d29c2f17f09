package io.enforcement.gateway.routes.province.reconciliation;

import io.enforcement.gateway.routes.exchange.Node;
import io.enforcement.gateway.routes.exchange.OwnDoor;
import io.enforcement.gateway.routes.partner.PartnerCatalog;
import io.enforcement.gateway.routes.province.Regions;
import io.enforcement.gateway.routes.province.store.ProvinceSettings;
import io.enforcement.gateway.routes.province.store.ReconciliationStore;
import io.enforcement.gateway.routes.store.NodeStore;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** Reconciliation, where this gateway is the province's. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("gateway.province.enabled")
class ReconciliationConfiguration {

  @Bean
  Reconciler reconciler(
      ReconciliationStore store,
      PartnerCatalog catalog,
      ProvinceSettings settings,
      TransactionTemplate transaction,
      NodeStore nodes,
      Node node,
      OwnDoor door,
      Clock clock,
      @Value("${gateway.region.superior:}") String superior) {
    return new Reconciler(
        store,
        source -> Regions.of(catalog, source),
        superior,
        settings.statementDue(),
        transaction,
        nodes,
        node,
        door,
        clock);
  }
}
