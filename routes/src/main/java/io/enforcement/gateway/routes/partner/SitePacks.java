package io.enforcement.gateway.routes.partner;

import java.util.Map;

/** The packs of the site's own that are to be in service. */
public interface SitePacks {

  /** By partner id. */
  Map<String, SitePack> inForce();
}
