package io.enforcement.gateway.routes.attachment;

import io.enforcement.gateway.routes.spool.AttachmentSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the door for files. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AttachmentSettings.class)
class AttachmentConfiguration {

  @Bean
  ServletRegistrationBean<AttachmentDoor> filesOverHttp(AttachmentDoor door) {
    return new ServletRegistrationBean<>(door, AttachmentDoor.PATH);
  }
}
