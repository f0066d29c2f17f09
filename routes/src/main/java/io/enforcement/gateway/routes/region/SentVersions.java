package io.enforcement.gateway.routes.region;

import io.enforcement.gateway.mappings.Context;
import io.enforcement.gateway.routes.partner.Partner.Receiving;
import io.enforcement.gateway.routes.partner.PartnerCatalog;
import io.enforcement.gateway.routes.problem.Diagnosis;
import io.enforcement.gateway.routes.province.table.Keys;
import io.enforcement.gateway.routes.province.table.Origin;
import io.enforcement.gateway.routes.province.table.ProvinceTable;
import io.enforcement.gateway.routes.province.table.Row;
import io.enforcement.gateway.routes.region.store.RegionStore.Noted;
import io.enforcement.gateway.routes.region.store.RegionStore.Sent;
import io.enforcement.gateway.standards.format.StandardXml;
import io.enforcement.gateway.standards.model.Penalty;
import io.enforcement.gateway.standards.model.PenaltyDecision;
import io.enforcement.gateway.standards.model.StandardRecord;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a delivery to the level above says, as the level above will hold it: the bytes are made once
 * more, by the same translator from the same record, and read as a row of its database.
 * Thread-safe.
 */
final class SentVersions {

  private static final Logger LOG = LoggerFactory.getLogger(SentVersions.class);

  private static final int ONLY = 1;
  private static final byte[] NOT_TOLD = {};

  private final PartnerCatalog catalog;
  private final String superior;

  /**
   * @param superior the partner that is the level above
   */
  SentVersions(PartnerCatalog catalog, String superior) {
    this.catalog = catalog;
    this.superior = superior;
  }

  /** Those of these that days are stated of: not what is secret as a whole, nor about exchange. */
  List<Sent> of(List<Noted> noted) {
    return noted.parallelStream().flatMap(each -> of(each).stream()).toList();
  }

  private Optional<Sent> of(Noted noted) {
    Optional<ProvinceTable> table =
        ProvinceTable.of(noted.kind()).filter(each -> !each.isRestricted());
    Optional<Receiving> receiving = catalog.receiving(superior, noted.exchange());
    if (table.isEmpty() || receiving.isEmpty() || noted.body() == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(sent(noted, table.get(), receiving.get()));
    } catch (RuntimeException e) {
      // It could not be sent either: its delivery is parked, and people hear of it there.
      LOG.warn("delivery {} is not stated: {}", noted.delivery(), Diagnosis.describe(e));
      return Optional.empty();
    }
  }

  private Sent sent(Noted noted, ProvinceTable table, Receiving receiving) {
    StandardRecord record = StandardXml.read(noted.body());
    Context context = new Context(noted.delivery().toString(), noted.recordedAt(), null);
    byte[] xml = receiving.translator().fromStandard(record, context);
    Origin origin =
        new Origin(
            superior,
            null,
            noted.message(),
            ONLY,
            NOT_TOLD,
            "",
            null,
            noted.recordedAt(),
            noted.recordedAt());
    Row row = Row.of(table, xml, Keys.of(xml), origin);
    return new Sent(
        noted.delivery(),
        noted.kind(),
        row.sentOn(),
        row.version().actKey(),
        row.version().partyKey(),
        row.version().revision(),
        row.version().digest(),
        record instanceof PenaltyDecision decision ? fines(decision) : null);
  }

  private static BigDecimal fines(PenaltyDecision decision) {
    return decision.getPenalties().stream()
        .map(Penalty::getAmount)
        .filter(Objects::nonNull)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
