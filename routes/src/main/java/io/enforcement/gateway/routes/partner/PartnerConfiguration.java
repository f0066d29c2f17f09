package io.enforcement.gateway.routes.partner;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What partners are made of. */
@Configuration(proxyBeanMethods = false)
class PartnerConfiguration {

  /** No beans, each for itself: most partners are not in service, and theirs are never made. */
  @Bean
  Translators translators() {
    return Translators.shipped();
  }
}
