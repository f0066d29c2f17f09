package io.enforcement.gateway.routes.province;

import io.enforcement.gateway.routes.GatewayApplication;
import io.enforcement.gateway.routes.exchange.KeptHere;
import io.enforcement.gateway.routes.exchange.Node;
import io.enforcement.gateway.routes.partner.GatewaySettings;
import io.enforcement.gateway.routes.partner.GatewaySettings.PartnerSettings;
import io.enforcement.gateway.routes.partner.PartnerCatalog;
import io.enforcement.gateway.routes.province.store.ProvinceStore;
import io.enforcement.gateway.routes.province.table.ProvinceTable;
import io.enforcement.gateway.routes.store.NodeStore;
import io.enforcement.gateway.routes.store.PackStore;
import io.enforcement.gateway.routes.store.PackStore.Version;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** The province, where this gateway is one. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("gateway.province.enabled")
class ProvinceConfiguration {

  private static final String STATEMENT = "ReconciliationStatement";

  /** A record that only the province takes is not without a place. */
  @Bean
  KeptHere keptInTheProvince() {
    return kind -> kind.equals(STATEMENT) || ProvinceTable.of(kind).isPresent();
  }

  @Bean
  Aggregator provinceAggregator(
      ProvinceStore store,
      PartnerCatalog catalog,
      GatewaySettings settings,
      PackStore packs,
      TransactionTemplate transaction,
      NodeStore nodes,
      Node node) {
    Aggregation aggregation = new Aggregation(store, () -> origins(catalog, settings, packs));
    return new Aggregator(transaction, nodes, node, aggregation);
  }

  /** What is asked of a partner is asked once. */
  private static Origins origins(
      PartnerCatalog catalog, GatewaySettings settings, PackStore packs) {
    Map<String, Optional<String>> regions = new ConcurrentHashMap<>();
    Map<String, List<Version>> versions = new ConcurrentHashMap<>();
    return new Origins(
        source -> regions.computeIfAbsent(source, id -> Regions.of(catalog, id)),
        source -> versions.computeIfAbsent(source, id -> packs.versions(folder(settings, id))),
        gatewayVersion());
  }

  /** Partners of one kind share the folder of one of them. */
  private static String folder(GatewaySettings settings, String partner) {
    return Optional.ofNullable(settings.partners().get(partner))
        .map(PartnerSettings::like)
        .orElse(partner);
  }

  private static String gatewayVersion() {
    String version = GatewayApplication.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
