package io.enforcement.gateway.routes.province.extract;

import io.enforcement.gateway.routes.province.store.ActStore;
import io.enforcement.gateway.routes.province.store.ExtractStore;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Acts and extracts, where this gateway is the province's. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("gateway.province.enabled")
class ExtractConfiguration {

  @Bean
  StandingActs provincialActs(ActStore store) {
    return new StandingActs(store);
  }

  @Bean
  Extracts extracts(StandingActs acts, ExtractStore store) {
    return new Extracts(acts, store);
  }

  @Bean
  ExtractFile extractFile(ExtractStore store) {
    return new ExtractFile(store);
  }
}
