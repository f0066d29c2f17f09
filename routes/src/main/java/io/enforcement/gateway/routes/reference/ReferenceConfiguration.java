package io.enforcement.gateway.routes.reference;

import io.enforcement.gateway.routes.DataDirectory;
import io.enforcement.gateway.standards.rules.StandardValidator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rules as the gateway applies them: with what lies in the reference folder. */
@Configuration(proxyBeanMethods = false)
class ReferenceConfiguration {

  @Bean
  StandardValidator standardValidator(DataDirectory data) {
    return new StandardValidator(new ReferenceFolder(data.path().resolve("reference")));
  }
}
