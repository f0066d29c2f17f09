package io.enforcement.gateway.routes.partner;

import java.util.List;
import java.util.Map;

/** The packs of the site's own. Read once, when the catalogue is made. */
public interface SitePacks {

  /** By partner id. */
  Map<String, SitePack> inForce();

  /**
   * What lies in the folders of the site and was never installed as it is now, by partner id. It is
   * no version before it is in service.
   */
  default Map<String, Offered> offered() {
    return Map.of();
  }

  /**
   * What a folder offers.
   *
   * @param errors why it is no sound pack; empty when it is one
   */
  record Offered(PackFiles files, List<String> errors) {}

  /**
   * What was taken out of service, as it was last: what came by it stays as restricted as it was.
   */
  default Map<String, PackFiles> retired() {
    return Map.of();
  }
}
