package io.enforcement.gateway.routes.query;

import io.enforcement.gateway.routes.database.DatabaseSettings;
import io.enforcement.gateway.routes.reference.CurrentReference;
import io.enforcement.gateway.routes.store.QueryStore;
import io.enforcement.gateway.standards.model.QueryKind;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who answers what, and by how many at once. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(QuerySettings.class)
class QueryConfiguration {

  /** As many threads as connections: nobody who has a turn waits for one. */
  @Bean
  QueryTurns queryTurns(QuerySettings settings, DatabaseSettings database) {
    return new QueryTurns("query", database.queryPool(), settings.waiting(), settings.timeout());
  }

  @Bean
  Answers answers(QueryStore store, CurrentReference reference) {
    HeldRecords records = new HeldRecords(store);
    ReferenceRecords registers = new ReferenceRecords(reference);
    return new Answers(
        Map.of(
            QueryKind.OFFICER_CERTIFICATE,
            new OfficerCertificates(records, registers),
            QueryKind.ITEM_HOLDER,
            new ItemHolders(records, registers),
            QueryKind.LICENCES,
            new Licences(records),
            QueryKind.RECENT_INSPECTIONS,
            new RecentInspections(records)));
  }
}
