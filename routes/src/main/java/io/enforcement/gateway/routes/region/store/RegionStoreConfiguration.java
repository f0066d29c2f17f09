package io.enforcement.gateway.routes.region.store;

import io.enforcement.gateway.routes.database.DatabaseAccess;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** The schema brought up to date before anybody is given its store. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("gateway.region.superior")
@EnableConfigurationProperties(RegionSettings.class)
class RegionStoreConfiguration {

  @Bean
  RegionStore regionStore(DatabaseAccess access, RegionSettings settings, JdbcTemplate jdbc) {
    RegionDatabase.migrate(access, settings.superior());
    return new RegionStore(jdbc, settings.superior());
  }
}
