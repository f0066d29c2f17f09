package io.enforcement.gateway.routes.province.analysis;

import io.enforcement.gateway.routes.province.store.AnalysisStore;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Analyses, where this gateway is the province's. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("gateway.province.enabled")
class AnalysisConfiguration {

  @Bean
  Analyses analyses(AnalysisStore store) {
    return new Analyses(store);
  }
}
