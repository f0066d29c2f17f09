package io.enforcement.gateway.routes.sandbox;

import io.enforcement.gateway.connectors.Secret;
import io.enforcement.gateway.routes.sandbox.farside.Line;
import io.enforcement.gateway.routes.sandbox.farside.PostingPartner;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A region with its gateway, its line to the province and the software of a county below it. Used
 * by one thread.
 */
final class Region implements AutoCloseable {

  private static final List<String> LADDER = List.of("PT0.5S", "PT1S", "PT2S");
  private static final String COUNTY = "region";
  private static final String PROVINCE = "province";
  private static final String XML = "application/xml";
  private static final String EXCHANGE = "record";
  private static final String DOOR = "/api/v1/exchanges/" + EXCHANGE;

  private final Path directory;
  private final String division;
  private final int port;
  private final Line line;
  private final RegionTraffic traffic;
  private RunningGateway gateway;
  private GatewayApi api;
  private PostingPartner county;
  private int sent;

  /**
   * @param directory of its gateway
   * @param division its code
   * @param port of its gateway
   */
  Region(Path directory, String division, int port, Line line, RegionTraffic traffic) {
    this.directory = directory;
    this.division = division;
    this.port = port;
    this.line = line;
    this.traffic = traffic;
  }

  String division() {
    return division;
  }

  int port() {
    return port;
  }

  /** As the province calls it. */
  String partner() {
    return partner(division);
  }

  static String partner(String division) {
    return "region-" + division;
  }

  Line line() {
    return line;
  }

  /** How many acts were acknowledged by its gateway; a further version is no further act. */
  int sent() {
    return sent;
  }

  /** Starts its gateway. */
  void start(ProcessLauncher launcher, Secret shared) {
    SecretFiles secrets = new SecretFiles(directory.resolve("secrets"));
    Secret ofTheCounty = secrets.secret(COUNTY);
    // Both sides of a pair know one secret.
    secrets.keep(PROVINCE, shared);
    gateway = launcher.launch(directory, port, settings());
    api = new GatewayApi(gateway);
    county = new PostingPartner(gateway.base(), COUNTY, ofTheCounty);
  }

  private Map<String, Object> settings() {
    Map<String, Object> settings = new HashMap<>();
    settings.putAll(
        new SitePartners(LADDER)
            .with(PROVINCE, over(line.port()), Map.of("app-key", partner()))
            // The county only sends: nothing of what it is subscribed to comes up here.
            .with(COUNTY, over(port))
            .settings());
    settings.put("gateway.region.superior", PROVINCE);
    settings.put("gateway.region.division", division);
    settings.put("gateway.region.statement-after", "PT0S");
    settings.put("gateway.region.quiet", "PT2S");
    return settings;
  }

  /** Over HTTP on this machine. */
  static Map<String, String> over(int port) {
    return Map.of("endpoint", "http://127.0.0.1:" + port + DOOR, "allow-loopback", "true");
  }

  /** The county sends so many acts more. */
  void sends(int acts) {
    for (int i = 0; i < acts; i++) {
      for (RegionTraffic.Document document : traffic.next()) {
        post(document);
      }
      sent++;
    }
  }

  private void post(RegionTraffic.Document document) {
    try {
      PostingPartner.Answer answer = county.post(EXCHANGE, document.key(), XML, document.content());
      if (answer.status() != 202) {
        throw new IllegalStateException(
            "the gateway of " + division + " says " + answer.status() + " " + answer.rule());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** How many deliveries to the province have not come to their end. */
  long open() {
    GatewayApi.Receiver province =
        api.totals().receivers().getOrDefault(PROVINCE, GatewayApi.Receiver.NONE);
    return province.subscribed() - province.delivered() - province.refusedByReceiver();
  }

  @Override
  public void close() {
    line.close();
    if (gateway != null) {
      gateway.close();
    }
  }
}
