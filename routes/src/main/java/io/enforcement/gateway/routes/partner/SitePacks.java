package io.enforcement.gateway.routes.partner;

import java.util.Map;

/** The packs of the site's own. Read once, when the catalogue is made. */
public interface SitePacks {

  /** By partner id. */
  Map<String, SitePack> inForce();

  /**
   * What was taken out of service, as it was last: what came by it stays as restricted as it was.
   */
  default Map<String, PackFiles> retired() {
    return Map.of();
  }
}
