package io.enforcement.gateway.routes.exchange;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.enforcement.gateway.routes.exchange.Draft.DraftPart;
import io.enforcement.gateway.routes.partner.Partner.Receiving;
import io.enforcement.gateway.routes.partner.PartnerCatalog;
import io.enforcement.gateway.routes.partner.Subscriptions;
import io.enforcement.gateway.routes.store.HeldRecord;
import io.enforcement.gateway.routes.store.NewDelivery;
import io.enforcement.gateway.routes.store.NewRecord;
import io.enforcement.gateway.routes.store.OverdueFileStore;
import io.enforcement.gateway.routes.store.OverdueFileStore.Overdue;
import io.enforcement.gateway.routes.store.RecordState;
import io.enforcement.gateway.routes.store.TranslationStore;
import io.enforcement.gateway.standards.model.Receipt;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Ends the wait for files that nobody brings or confirms: the delivery is parked with what is
 * missing, and the sender gets its receipt again with the same findings. Nothing is given up: a
 * late file is taken, and a replay goes on with it; a late confirmation ends the delivery by
 * itself. Thread-safe.
 */
@Component
public class OverdueFiles {

  private static final NoArgGenerator IDS = Generators.timeBasedEpochGenerator();
  private static final int BATCH = 100;

  private final PartnerCatalog catalog;
  private final OverdueFileStore store;
  private final TranslationStore records;
  private final Subscriptions subscriptions;

  OverdueFiles(
      PartnerCatalog catalog,
      OverdueFileStore store,
      TranslationStore records,
      Subscriptions subscriptions) {
    this.catalog = catalog;
    this.store = store;
    this.records = records;
    this.subscriptions = subscriptions;
  }

  /** Looks once. */
  @Scheduled(fixedDelay = 10_000)
  public void sweep() {
    for (Receiving receiver : catalog.receivings()) {
      if (receiver.attachments().mustArrive()) {
        sweep(receiver);
      }
    }
  }

  private void sweep(Receiving receiver) {
    int parked;
    do {
      parked =
          store.park(
              receiver.partner(), receiver.exchange(), receiver.filesWithin(), BATCH, this::tell);
    } while (parked == BATCH);
  }

  private void tell(List<Overdue> overdue) {
    Map<UUID, List<Overdue>> byMessage =
        overdue.stream()
            .collect(Collectors.groupingBy(Overdue::messageId, TreeMap::new, Collectors.toList()));
    byMessage.forEach(this::revise);
  }

  /** The receipt is about the message: one more revision of it, under the same number. */
  private void revise(UUID message, List<Overdue> overdue) {
    Receiving to = subscriptions.addressed(overdue.get(0).sender(), Receipt.class).orElse(null);
    HeldRecord last = to == null ? null : records.receipt(message).orElse(null);
    if (last == null) {
      return;
    }
    DraftPart part = Receipts.revised(last, overdue);
    NewRecord record =
        new NewRecord(
            IDS.generate(),
            message,
            part.position(),
            part.kind(),
            RecordState.ACCEPTED,
            null,
            null,
            part.record().getRevision(),
            null,
            part.xml(),
            List.of());
    NewDelivery delivery =
        new NewDelivery(
            IDS.generate(),
            record.id(),
            message,
            to.partner(),
            to.exchange(),
            record.id().toString(),
            null,
            null);
    records.write(List.of(record), List.of(delivery), List.of(), Map.of());
  }
}
