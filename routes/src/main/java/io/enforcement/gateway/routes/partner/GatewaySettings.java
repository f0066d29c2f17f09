package io.enforcement.gateway.routes.partner;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
   * @param like the partner whose folder it uses, where one installation has several of a kind;
   *     null for a partner with a folder of its own
   * @param name display names by language that replace those of the folder
   * @param people accounts of those who may know of its restricted exchanges
   * @param retry a ladder that replaces the partner's own, for all that it receives
   * @param settings endpoints and the like, merged over the settings of its {@code partner.yaml}
   */
  public record PartnerSettings(
      Boolean active,
      String like,
      Map<String, String> name,
      Set<String> people,
      List<Duration> retry,
      Map<String, String> settings) {

    static final PartnerSettings NOTHING = new PartnerSettings(null, null, null, null, null, null);

    public PartnerSettings {
      name = name == null ? Map.of() : Map.copyOf(name);
      people = people == null ? Set.of() : Set.copyOf(people);
      retry = retry == null ? List.of() : List.copyOf(retry);
      settings = settings == null ? Map.of() : Map.copyOf(settings);
    }

    boolean inService(boolean otherwise) {
      return active == null ? otherwise : active;
    }
  }
}
