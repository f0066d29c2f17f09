package io.enforcement.gateway.routes.province.store;

import com.zaxxer.hikari.HikariDataSource;
import io.enforcement.gateway.routes.audit.AuditTrail;
import io.enforcement.gateway.routes.database.DatabaseAccess;
import io.enforcement.gateway.routes.database.DatabaseConfiguration;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The provincial schemas brought up to date before anybody is given their store. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("gateway.province.enabled")
@EnableConfigurationProperties(ProvinceSettings.class)
class ProvinceStoreConfiguration {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  /** A statement of a day comes on the next; what differs then has been asked for once more. */
  private static final int SETTLED_AFTER = 2;

  @Bean
  ProvinceStore provinceStore(
      DatabaseAccess access, ProvinceSettings settings, JdbcTemplate jdbc, MeterRegistry meters) {
    ProvinceDatabase.migrate(access, settings.reader(), settings.restrictedReader());
    ProvinceStore store = new ProvinceStore(jdbc);
    Gauge.builder("gateway.province.stuck", store, ProvinceStore::stuck)
        .description("Records that cannot be aggregated and wait for people")
        .register(meters);
    return store;
  }

  /** Connections for questions over many rows, so that they take none from the traffic. */
  @Bean
  @Qualifier("analysisDataSource")
  HikariDataSource analysisDataSource(DatabaseAccess access) {
    return DatabaseConfiguration.analysisPool(access);
  }

  /** After the store whose schema it needs. */
  @Bean
  StatisticsStore statisticsStore(
      ProvinceStore migrated,
      @Qualifier("analysisDataSource") DataSource reading,
      JdbcTemplate jdbc,
      AuditTrail trail) {
    return new StatisticsStore(new JdbcTemplate(reading), jdbc, trail);
  }

  /** After the store whose schema it needs. */
  @Bean
  AnalysisStore analysisStore(
      ProvinceStore migrated,
      @Qualifier("analysisDataSource") DataSource reading,
      JdbcTemplate jdbc) {
    return new AnalysisStore(new JdbcTemplate(reading), jdbc);
  }

  /** After the store whose schema it needs. */
  @Bean
  QualityStore qualityStore(
      ProvinceStore migrated, @Qualifier("analysisDataSource") DataSource reading) {
    return new QualityStore(new JdbcTemplate(reading));
  }

  /** After the store whose schema it needs. */
  @Bean
  ActStore actStore(ProvinceStore migrated, @Qualifier("analysisDataSource") DataSource reading) {
    return new ActStore(new JdbcTemplate(reading));
  }

  /** After the store whose schema it needs. */
  @Bean
  ExtractStore extractStore(
      ProvinceStore migrated,
      JdbcTemplate jdbc,
      TransactionTemplate transaction,
      AuditTrail trail) {
    return new ExtractStore(jdbc, transaction, trail);
  }

  /** After the store whose schema it needs. */
  @Bean
  ReconciliationStore reconciliationStore(
      ProvinceStore migrated,
      JdbcTemplate jdbc,
      TransactionTemplate transaction,
      AuditTrail trail,
      Clock clock,
      MeterRegistry meters) {
    ReconciliationStore store = new ReconciliationStore(jdbc, transaction, trail);
    Gauge.builder(
            "gateway.reconciliation.open",
            store,
            open -> open.openBefore(LocalDate.now(clock.withZone(CHINA)).minusDays(SETTLED_AFTER)))
        .description("Days that should be even by now")
        .register(meters);
    return store;
  }
}
