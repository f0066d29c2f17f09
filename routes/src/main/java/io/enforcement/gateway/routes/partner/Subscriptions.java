package io.enforcement.gateway.routes.partner;

import io.enforcement.gateway.routes.partner.Partner.Receiving;
import io.enforcement.gateway.standards.model.DeliveryReport;
import io.enforcement.gateway.standards.model.StandardRecord;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Who is to get a record (Publish-Subscribe Channel). Matched once per record, when it enters the
 * outbox, so that outbox, replay and revocation share one answer. Thread-safe.
 */
@Component
public class Subscriptions {

  private final PartnerCatalog catalog;

  Subscriptions(PartnerCatalog catalog) {
    this.catalog = catalog;
  }

  /**
   * Everybody but the sender whose subscription matches the record; what is about the message of
   * one partner is for that one alone.
   */
  public List<Receiving> of(StandardRecord record, String sender) {
    String type = record.getClass().getSimpleName();
    Map<String, Object> properties = RecordProperties.of(record);
    return catalog.receivings().stream()
        .filter(r -> r.records().contains(type) && !r.partner().equals(sender))
        .filter(
            r ->
                !(record instanceof DeliveryReport report)
                    || r.partner().equals(report.getAddressee()))
        .filter(r -> r.selector().matches(properties))
        .toList();
  }

  /**
   * Those among the given receivers that receive this type of record; no selector: it concerns what
   * they got already.
   */
  public List<Receiving> among(Collection<String> receivers, Class<? extends StandardRecord> type) {
    return catalog.receivings().stream()
        .filter(r -> receivers.contains(r.partner()) && r.records().contains(type.getSimpleName()))
        .toList();
  }

  /** The partners that receive this type of record. */
  public Set<String> readers(Class<? extends StandardRecord> type) {
    return catalog.receivings().stream()
        .filter(r -> r.records().contains(type.getSimpleName()))
        .map(Receiving::partner)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** How one partner receives this type of record, if it does. */
  public Optional<Receiving> addressed(String partner, Class<? extends StandardRecord> type) {
    return among(List.of(partner), type).stream().findFirst();
  }
}
