package io.enforcement.gateway.routes.soap;

import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the SOAP door is. */
@Configuration(proxyBeanMethods = false)
class SoapConfiguration {

  @Bean
  ServletRegistrationBean<SoapIntake> intakeOverSoap(SoapIntake intake) {
    return new ServletRegistrationBean<>(intake, SoapIntake.PATH);
  }
}
