package io.enforcement.gateway.routes.partner;

import java.time.Instant;

/**
 * A site's own pack as it is in force.
 *
 * @param files the version in force
 * @param since when it began, if that was a day agreed beforehand; null when it began at once
 * @param before what was in force until then, null when nothing was: what came in before that day
 *     is still in the partner's old format
 */
public record SitePack(PackFiles files, Instant since, PackFiles before) {

  /** A pack without a day. */
  public static SitePack atOnce(PackFiles files) {
    return new SitePack(files, null, null);
  }
}
