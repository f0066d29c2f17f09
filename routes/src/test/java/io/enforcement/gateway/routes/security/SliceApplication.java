package io.enforcement.gateway.routes.security;

import com.zaxxer.hikari.HikariDataSource;
import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.routes.problem.ProblemWriter;
import io.enforcement.gateway.routes.security.PartnerDirectory.Known;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistrar;

@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan(
    basePackageClasses = {SecurityConfiguration.class, ProblemWriter.class},
    excludeFilters = {
      @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Test(\\$.*)?"),
      @ComponentScan.Filter(
          type = FilterType.ASSIGNABLE_TYPE,
          classes = {SecurityTrail.class, SecretLogKey.class, SecondFactorSeal.class})
    })
class SliceApplication {

  static final Map<String, Secret> PARTNERS =
      Map.of("housing", new Secret("invented-secret-1"), "credit", new Secret("invented-secret-2"));

  /** Who is known, by the way of proof; certificates are added by the test that makes them. */
  static final Map<CallerProof, Map<String, Known>> CALLERS =
      Map.of(
          CallerProof.GATEWAY, known(PARTNERS),
          CallerProof.SHARING_PLATFORM,
              Map.of("requester-1@2399", known("water", "invented-secret-3")),
          CallerProof.PROVINCIAL, Map.of("enforcement", known("harbour", "invented-secret-4")),
          CallerProof.MUTUAL_TLS, new ConcurrentHashMap<>());

  private static Map<String, Known> known(Map<String, Secret> partners) {
    Map<String, Known> known = new HashMap<>();
    partners.forEach((id, secret) -> known.put(id, new Known(id, Optional.of(secret))));
    return known;
  }

  private static Known known(String partner, String secret) {
    return new Known(partner, Optional.of(new Secret(secret)));
  }

  /** What the trail was told; the far side of our interface, not a mock of it. */
  static final class Told implements SecurityEvents {

    final List<String> lines = new CopyOnWriteArrayList<>();

    @Override
    public void refused(String code, String appKey, String remoteAddress) {
      lines.add("refused " + code + " " + appKey + " " + remoteAddress);
    }

    @Override
    public void personAdded(String actor, Person person) {
      lines.add("added " + person.name() + " by " + actor);
    }

    @Override
    public void personDisabled(String actor, String name) {
      lines.add("disabled " + name + " by " + actor);
    }

    @Override
    public void signedIn(String name, String remoteAddress) {
      lines.add("signed in " + name + " " + remoteAddress);
    }

    @Override
    public void locked(String name, String remoteAddress) {
      lines.add("locked " + name + " " + remoteAddress);
    }

    @Override
    public void passwordSet(String actor, String name) {
      lines.add("password of " + name + " by " + actor);
    }

    @Override
    public void secondFactorSet(String name, boolean inUse) {
      lines.add("second factor of " + name + " " + inUse);
    }
  }

  @Bean
  Clock machineClock() {
    return Clock.systemUTC();
  }

  @Bean
  SecondFactorSeal secondFactorSeal() {
    return new SecondFactorSeal("a key of the slice");
  }

  @Bean
  Told told() {
    return new Told();
  }

  @Bean
  PartnerDirectory partnerDirectory() {
    return (proof, name) -> Optional.ofNullable(CALLERS.get(proof).get(name));
  }

  @Bean
  DynamicPropertyRegistrar dataDirectory() throws IOException {
    Path directory = Files.createTempDirectory("security-slice");
    return registry -> registry.add("gateway.data-dir", directory::toString);
  }

  @Bean(destroyMethod = "close")
  EmbeddedPostgres postgres() throws IOException {
    return EmbeddedPostgres.builder().start();
  }

  /** Migrated by the owner, used by the runtime role: the grants are part of what is tested. */
  @Bean
  DataSource dataSource(EmbeddedPostgres postgres) {
    DataSource owner = postgres.getPostgresDatabase();
    JdbcClient client = JdbcClient.create(owner);
    client.sql("create role gateway_runtime login").update();
    Flyway.configure()
        .dataSource(owner)
        .schemas("gateway")
        .defaultSchema("gateway")
        .placeholders(Map.of("runtimeRole", "gateway_runtime"))
        .load()
        .migrate();
    client
        .sql(
            """
            create table if not exists gateway.nonce (
              sender text not null, nonce text not null, at timestamptz not null,
              primary key (sender, nonce));
            grant usage on schema gateway to gateway_runtime;
            grant select, insert, delete on gateway.nonce to gateway_runtime
            """)
        .update();
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl(postgres.getJdbcUrl("gateway_runtime", "postgres"));
    pool.setConnectionInitSql("set search_path to gateway");
    pool.setMaximumPoolSize(4);
    return pool;
  }
}
