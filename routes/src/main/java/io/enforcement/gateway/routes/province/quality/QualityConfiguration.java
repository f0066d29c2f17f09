package io.enforcement.gateway.routes.province.quality;

import io.enforcement.gateway.routes.province.store.QualityStore;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Quality, where this gateway is the province's. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("gateway.province.enabled")
class QualityConfiguration {

  @Bean
  Quality quality(QualityStore store) {
    return new Quality(QualityRules.shipped(), store);
  }

  @Bean
  QualityList qualityList(Quality quality) {
    return new QualityList(quality);
  }
}
