package io.enforcement.gateway.routes.exchange;

import io.enforcement.gateway.routes.partner.GatewaySettings;
import jakarta.jms.ConnectionFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jms.core.JmsTemplate;
import org.springframework.scheduling.annotation.EnableScheduling;

/** What the steps of a message need besides each other. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(GatewaySettings.class)
class ExchangeConfiguration {

  @Bean
  ServletRegistrationBean<HttpIntake> intakeOverHttp(HttpIntake intake) {
    return new ServletRegistrationBean<>(intake, HttpIntake.PATH);
  }

  /** Tokens may be lost with the broker, so nothing waits for its disk. */
  @Bean
  JmsTemplate tokens(ConnectionFactory pooledBrokerConnections) {
    JmsTemplate tokens = new JmsTemplate(pooledBrokerConnections);
    tokens.setDeliveryPersistent(false);
    tokens.setExplicitQosEnabled(true);
    tokens.setMessageIdEnabled(false);
    tokens.setMessageTimestampEnabled(false);
    return tokens;
  }
}
