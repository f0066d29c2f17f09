package io.enforcement.gateway.routes.province.statistics;

import io.enforcement.gateway.routes.province.store.StatisticsStore;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** Statistics, where this gateway is the province's. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("gateway.province.enabled")
class StatisticsConfiguration {

  @Bean
  Statistics statistics(StatisticsStore store, TransactionTemplate transaction) {
    return new Statistics(store, transaction);
  }
}
