package io.enforcement.gateway.routes.conversation;

import io.enforcement.gateway.routes.DataDirectory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The tables that conversations follow. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConversationSettings.class)
class ConversationConfiguration {

  @Bean
  Kinds conversationKinds() {
    return Kinds.shipped();
  }

  @Bean
  DeadlineTable deadlineTable(DataDirectory data) {
    return DeadlineTable.with(data.path().resolve("reference"));
  }
}
