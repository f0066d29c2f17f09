package io.enforcement.gateway.routes.partner;

import io.enforcement.gateway.routes.partner.GatewaySettings.PartnerSettings;
import io.enforcement.gateway.routes.partner.Partner.Receiving;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The partners as one moment sees them. Immutable.
 *
 * @param packs the site's own in force, by partner
 * @param entries the partners in service, by id
 * @param receivings all that they receive
 * @param callers by what they are known at the door
 * @param restrictions what only listed people know of, by partner; of others too
 */
record InService(
    Map<String, SitePack> packs,
    Map<String, Entry> entries,
    List<Receiving> receivings,
    CallerNames callers,
    Map<String, Restriction> restrictions) {

  /**
   * One partner in service.
   *
   * @param before the partner until the day on which this version began, null when there is none
   */
  record Entry(
      Partner partner, PartnerFolder folder, PartnerSettings own, Instant since, Partner before) {

    /** The partner as it was when something came in. */
    Partner at(Instant time) {
      return before != null && time.isBefore(since) ? before : partner;
    }
  }

  /**
   * @throws IllegalArgumentException when two partners have one name at the door
   */
  static InService of(
      Map<String, SitePack> packs,
      Map<String, Entry> entries,
      Map<String, Restriction> restrictions) {
    CallerNames callers = new CallerNames();
    entries.forEach((id, e) -> callers.add(id, e.folder.file().authentication(), e.own.settings()));
    // Every record that is translated asks for them.
    List<Receiving> receivings =
        entries.values().stream().flatMap(e -> e.partner.receives().stream()).toList();
    return new InService(packs, entries, receivings, callers, restrictions);
  }

  Optional<Entry> entry(String partner) {
    return Optional.ofNullable(entries.get(partner));
  }
}
