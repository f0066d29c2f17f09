package io.enforcement.gateway.routes.partner;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The installation's own settings about partners: which are in service here, and where they are.
 *
 * @param dataDir the one directory that holds everything the gateway keeps outside an external
 *     database
 * @param partners by partner id
 */
@ConfigurationProperties("gateway")
public record GatewaySettings(Path dataDir, Map<String, PartnerSettings> partners) {

  public GatewaySettings {
    dataDir = dataDir == null ? Path.of("data") : dataDir;
    partners = partners == null ? Map.of() : Map.copyOf(partners);
  }

  /**
   * @param active whether the partner is in service at this installation; absent: a site's own pack
   *     is, a shipped partner is not
   * @param retry a ladder that replaces the partner's own, for all that it receives
   * @param settings endpoints and the like, merged over the settings of its {@code partner.yaml}
   */
  public record PartnerSettings(
      Boolean active, List<Duration> retry, Map<String, String> settings) {

    public PartnerSettings {
      retry = retry == null ? List.of() : List.copyOf(retry);
      settings = settings == null ? Map.of() : Map.copyOf(settings);
    }

    boolean inService(boolean otherwise) {
      return active == null ? otherwise : active;
    }
  }
}
