package io.enforcement.gateway.routes.exchange;

import io.enforcement.gateway.routes.partner.Subscriptions;
import io.enforcement.gateway.routes.problem.Diagnosis;
import io.enforcement.gateway.routes.store.DeliveryReportStore;
import io.enforcement.gateway.routes.store.DeliveryReportStore.Due;
import io.enforcement.gateway.routes.store.DeliveryReportStore.Reached;
import io.enforcement.gateway.routes.store.NodeStore;
import io.enforcement.gateway.standards.model.DeliveryOutcome;
import io.enforcement.gateway.standards.model.DeliveryReport;
import io.enforcement.gateway.standards.model.Operation;
import io.enforcement.gateway.standards.model.ReceiverReport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells senders that ask for it what became of their messages at the receivers: taken, accepted or
 * refused by the business system, still on its way. One process at a time; at rest it writes
 * nothing.
 */
@Component
class DeliveryReports {

  private static final Logger LOG = LoggerFactory.getLogger(DeliveryReports.class);

  private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);
  private static final String LEASE = "delivery-reports";
  private static final Duration LEASE_TIME = Duration.ofSeconds(60);

  /** Receivers answer one after the other: what they say within this time is told together. */
  private static final Duration AFTER = Duration.ofSeconds(5);

  private static final int BATCH = 100;

  /** As many as a report holds. */
  private static final int MOST = 1000;

  private static final Comparator<ReceiverReport> ORDER =
      Comparator.comparing((ReceiverReport r) -> r.getOutcome() != DeliveryOutcome.REFUSED)
          .thenComparing(r -> r.getOutcome() != DeliveryOutcome.WAITING)
          .thenComparing(ReceiverReport::getPart)
          .thenComparing(ReceiverReport::getReceiver);

  private final DeliveryReportStore store;
  private final Subscriptions subscriptions;
  private final OwnDoor door;
  private final TransactionTemplate transaction;
  private final NodeStore nodes;
  private final Node node;
  private final Clock clock;

  DeliveryReports(
      DeliveryReportStore store,
      Subscriptions subscriptions,
      OwnDoor door,
      TransactionTemplate transaction,
      NodeStore nodes,
      Node node,
      Clock clock) {
    this.store = store;
    this.subscriptions = subscriptions;
    this.door = door;
    this.transaction = transaction;
    this.nodes = nodes;
    this.node = node;
    this.clock = clock;
  }

  /** Tells what has changed. */
  @Scheduled(fixedDelay = 1000)
  void tell() {
    try {
      store.setReaders(subscriptions.readers(DeliveryReport.class));
      if (store.hasDue(AFTER)) {
        tellAll();
      }
    } catch (RuntimeException e) {
      if (!Diagnosis.databaseIsAway(e)) {
        LOG.error("senders cannot be told what became of messages: {}", Diagnosis.describe(e));
      }
    }
  }

  private void tellAll() {
    boolean more = true;
    while (more && isOurs()) {
      List<Due> due = store.due(AFTER, BATCH);
      due.forEach(this::tell);
      more = due.size() == BATCH;
    }
  }

  private boolean isOurs() {
    return Boolean.TRUE.equals(
        transaction.execute(s -> nodes.hold(LEASE, node.epoch(), LEASE_TIME)));
  }

  private void tell(Due due) {
    List<Reached> reached = store.reached(due.message());
    if (!reached.isEmpty()) {
      DeliveryReport report = report(due, reached);
      if (!subscriptions.of(report, OwnDoor.OURSELVES).isEmpty()) {
        // Told first: a death before the note tells it again, under the same key.
        door.enter(report);
      }
    }
    store.told(due);
  }

  private DeliveryReport report(Due due, List<Reached> reached) {
    int revision = due.revision() + 1;
    OffsetDateTime now = clock.instant().atOffset(CHINA).withNano(0);
    DeliveryReport report = new DeliveryReport();
    report.setRecordUniqueIdentity("report-" + due.message() + "-" + revision);
    report.setCdOperation(revision == 1 ? Operation.I : Operation.U);
    report.setRevision(revision);
    report.setCdTime(now);
    report.setAddressee(due.sender());
    report.setMessageId(due.message().toString());
    report.setSourceName(due.key());
    report.setReceivedAt(due.receivedAt().atOffset(CHINA));
    report.setReportedAt(now);
    List<ReceiverReport> all =
        reached.stream().map(DeliveryReports::receiver).sorted(ORDER).toList();
    report.setComplete(all.stream().noneMatch(r -> r.getOutcome() == DeliveryOutcome.WAITING));
    report.getReceiverReports().addAll(all.stream().limit(MOST).toList());
    return report;
  }

  private static ReceiverReport receiver(Reached reached) {
    ReceiverReport receiver = new ReceiverReport();
    DeliveryOutcome outcome = outcome(reached);
    Instant since = outcome == DeliveryOutcome.ACCEPTED ? reached.acceptedAt() : reached.since();
    receiver.setPart(reached.part());
    receiver.setReceiver(reached.receiver());
    receiver.setOutcome(outcome);
    receiver.setChangedAt(since.atOffset(CHINA));
    receiver.setRemark(reached.remark());
    return receiver;
  }

  private static DeliveryOutcome outcome(Reached reached) {
    return switch (reached.state()) {
      case DELIVERED ->
          reached.acceptedAt() == null ? DeliveryOutcome.TAKEN : DeliveryOutcome.ACCEPTED;
      case REFUSED_BY_RECEIVER -> DeliveryOutcome.REFUSED;
      case CANCELLED, DISCARDED -> DeliveryOutcome.ENDED;
      case READY, AWAITING_FILES, ATTEMPTING, RETRY_AT, CONFIRMING, PARKED, IN_DOUBT ->
          DeliveryOutcome.WAITING;
    };
  }
}
