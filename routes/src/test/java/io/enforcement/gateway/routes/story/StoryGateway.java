package io.enforcement.gateway.routes.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.enforcement.gateway.connectors.Outcome;
import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.connectors.jms.PartnerBroker;
import io.enforcement.gateway.routes.DataDirectory;
import io.enforcement.gateway.routes.GatewayApplication;
import io.enforcement.gateway.routes.broker.FarBroker;
import io.enforcement.gateway.routes.database.SharedPrograms;
import io.enforcement.gateway.routes.failure.Breakers;
import io.enforcement.gateway.routes.sandbox.farside.CreditPlatform;
import io.enforcement.gateway.routes.sandbox.farside.FilePartner;
import io.enforcement.gateway.routes.sandbox.farside.Platform;
import io.enforcement.gateway.routes.sandbox.farside.PublicityPlatform;
import io.enforcement.gateway.routes.security.People;
import io.enforcement.gateway.routes.security.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.awaitility.core.ThrowingRunnable;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * The real application on a data directory of its own, its embedded database and broker, and the
 * far sides of all partners over their real transports. Started once for all stories.
 */
final class StoryGateway implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Path home;
  private final DataDirectory data;
  private final StorySite site;
  private final Function<StorySite, Map<String, Object>> more;
  private final String operatorToken;
  private ConfigurableApplicationContext application;
  private Operator operator;

  private StoryGateway(Path home, Function<StorySite, Map<String, Object>> more) {
    this.home = home;
    this.more = more;
    SharedPrograms.linkInto(home);
    data = DataDirectory.open(home);
    site = new StorySite(data);
    application = run();
    operatorToken = token(Operator.NAME, Role.OPERATOR);
    operator = new Operator(base(), operatorToken);
  }

  private ConfigurableApplicationContext run() {
    return new SpringApplicationBuilder(GatewayApplication.class)
        .properties(site.settings())
        .properties(more.apply(site))
        .bannerMode(Banner.Mode.OFF)
        .logStartupInfo(false)
        .initializers(this::complete)
        .run("--gateway.data-dir=" + data.path(), "--server.port=0", "--management.server.port=0");
  }

  /** Ends the gateway and starts it again on the same data; its address changes. */
  void restart() {
    application.close();
    application = run();
    operator = new Operator(base(), operatorToken);
  }

  /** Nothing more is fetched of what a partner sends by this exchange. */
  void stopsTaking(String partner, String exchange) {
    try {
      part(CamelContext.class).getRouteController().stopRoute("poll." + partner + "." + exchange);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same; meanwhile its broker has lost all that it kept. */
  void restartWithoutItsBrokersFiles() {
    application.close();
    try {
      assertThat(FileSystemUtils.deleteRecursively(data.path().resolve("broker"))).isTrue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    application = run();
    operator = new Operator(base(), operatorToken);
  }

  private void complete(ConfigurableApplicationContext context) {
    context.getBeanFactory().registerSingleton("dataDirectory", data);
  }

  static StoryGateway start() {
    return with(site -> Map.of());
  }

  /** On a broker of the site instead of the embedded one. */
  static StoryGateway on(FarBroker broker) {
    return with(site -> site.settingsFor(broker));
  }

  /** The province's; its partner {@code region} is a county's gateway. */
  static StoryGateway province() {
    return with(
        site ->
            Map.of(
                "gateway.province.enabled",
                true,
                "gateway.partners.region.settings.region",
                "640106"));
  }

  /** With more settings than the site has by itself. */
  static StoryGateway with(Function<StorySite, Map<String, Object>> more) {
    try {
      return new StoryGateway(Files.createTempDirectory("gateway-stories"), more);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI base() {
    return URI.create(
        "http://127.0.0.1:" + application.getEnvironment().getProperty("local.server.port"));
  }

  /** Where health and figures are. */
  URI management() {
    return URI.create(
        "http://127.0.0.1:" + application.getEnvironment().getProperty("local.management.port"));
  }

  /** The housing department's desk. */
  Desk housing() {
    return desk("housing");
  }

  /** A desk of any partner that has a secret here. */
  Desk desk(String partner) {
    return new Desk(base(), partner, site.secret(partner));
  }

  /** A desk of a partner that proves itself in another way than ours. */
  Desk desk(String partner, Function<Secret, Desk.Proof> proof) {
    return new Desk(base(), proof.apply(site.secret(partner)));
  }

  /** A desk of somebody who claims to be the partner and is not. */
  Desk impostorOf(String partner) {
    return new Desk(base(), partner, new Secret("a-guess-of-somebody-else"));
  }

  FilePartner city() {
    return site.city();
  }

  CreditPlatform credit() {
    return site.credit();
  }

  PublicityPlatform publicity() {
    return site.publicity();
  }

  /** Public security, over SOAP. */
  Platform police() {
    return site.police();
  }

  Secret secret(String partner) {
    return site.secret(partner);
  }

  /** Effect class B. */
  RestReceiver registry() {
    return site.registry();
  }

  /** Effect class C. */
  RestReceiver prosecutor() {
    return site.prosecutor();
  }

  /** Effect class E. */
  FilePartner archive() {
    return site.archive();
  }

  /** Who leaves its files in a folder that is mounted at the gateway. */
  FilePartner market() {
    return site.market();
  }

  Mount marketMount() {
    return site.marketMount();
  }

  /** The broker of partners that have one. */
  PartnerBroker partnerBroker() {
    return site.broker();
  }

  /** The wire to a partner that is reached over one. */
  Wire wireTo(String partner) {
    return site.wire(partner);
  }

  Operator operator() {
    return operator;
  }

  /** Another named person with rights of their own. */
  Operator person(String name, Role role) {
    return new Operator(base(), token(name, role));
  }

  /** A named person who is bound to a partner. */
  Operator person(String name, Role role, String partner) {
    People.Added added = application.getBean(People.class).add("story", name, role, partner);
    return new Operator(base(), added.token());
  }

  /** Another named person, at the console. */
  Visitor visitor(String name, Role role) {
    return visitor(name, role, null);
  }

  /** A partner's developer at the console. */
  Visitor visitor(String name, Role role, String partner) {
    People.Added added = application.getBean(People.class).add("story", name, role, partner);
    return new Visitor(base()).begins(name, added.password());
  }

  /** As after many failures: nothing is tried for a while, then two probes. */
  void opensTheBreakerOf(String partner) {
    Breakers breakers = application.getBean(Breakers.class);
    Outcome down = new Outcome.Unavailable("made up by the story", new byte[0]);
    for (int i = 0; i < 20; i++) {
      breakers.record(partner, down, 1);
    }
    assertThat(breakers.worthClaiming(partner)).isFalse();
  }

  /** A new account; its token. */
  String token(String name, Role role) {
    return application.getBean(People.class).add("story", name, role).token();
  }

  /** Gives somebody a secret who was not there at the start. */
  void giveSecret(String name) {
    site.writeSecret(name, "invented-secret-of-" + name + "-for-the-stories");
  }

  /** What stands in the credit platform's own tables. */
  CreditTables creditTables() {
    return new CreditTables(site.credit().jdbcUrl(), site.secret("credit"));
  }

  /** The gateway's own database, seen from outside. */
  Books books() {
    return new Books(application.getBean(HikariDataSource.class).getJdbcUrl(), data);
  }

  /** A part of the running gateway, for what no partner can see. */
  <T> T part(Class<T> type) {
    return application.getBean(type);
  }

  /** Waits until the claim holds, and fails with the claim's own words. */
  void eventually(ThrowingRunnable claim) {
    await().atMost(PATIENCE).pollInterval(Duration.ofMillis(40)).untilAsserted(claim);
  }

  /** Everybody behaves again. */
  void reset() {
    site.reset();
  }

  @Override
  public void close() {
    application.close();
    site.close();
    data.close();
    try {
      FileSystemUtils.deleteRecursively(home);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
