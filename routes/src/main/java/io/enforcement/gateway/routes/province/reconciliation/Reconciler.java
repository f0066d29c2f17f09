package io.enforcement.gateway.routes.province.reconciliation;

import io.enforcement.gateway.routes.exchange.Node;
import io.enforcement.gateway.routes.exchange.OwnDoor;
import io.enforcement.gateway.routes.problem.Diagnosis;
import io.enforcement.gateway.routes.province.store.ReconciliationStore;
import io.enforcement.gateway.routes.province.store.ReconciliationStore.Stated;
import io.enforcement.gateway.routes.province.table.ProvinceTable;
import io.enforcement.gateway.routes.store.NodeStore;
import io.enforcement.gateway.standards.format.StandardXml;
import io.enforcement.gateway.standards.model.OrganReference;
import io.enforcement.gateway.standards.model.ReconciliationStatement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reconciliation by itself: answers statements as they come, sees what was missing arrive, asks
 * again for what did not, and names sources that state nothing. An answer leaves as every record
 * does: the gateway hands it to itself at its own door. At rest it writes nothing.
 */
class Reconciler {

  private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);

  private static final String AGENCY = "1";
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private static final String LEASE = "reconciliation";
  private static final Duration LEASE_TIME = Duration.ofSeconds(60);

  /** Then people must look. */
  private static final int MOST_ASKED = 3;

  private static final Duration BETWEEN_QUESTIONS = Duration.ofHours(1);
  private static final int AT_ONCE = 100;

  private final Reconciliation reconciliation;
  private final ReconciliationStore store;
  private final Function<String, Optional<String>> region;
  private final String superior;
  private final Duration due;
  private final TransactionTemplate transaction;
  private final NodeStore nodes;
  private final Node node;
  private final OwnDoor door;
  private final Clock clock;

  /**
   * @param region division that a partner stands for
   * @param superior the partner that is the level above, whose statements are answers to ours;
   *     empty where there is none
   * @param due how long after the end of a day its records and statements are in time
   */
  Reconciler(
      ReconciliationStore store,
      Function<String, Optional<String>> region,
      String superior,
      Duration due,
      TransactionTemplate transaction,
      NodeStore nodes,
      Node node,
      OwnDoor door,
      Clock clock) {
    this.reconciliation = new Reconciliation(store, due);
    this.store = store;
    this.region = region;
    this.superior = superior;
    this.due = due;
    this.transaction = transaction;
    this.nodes = nodes;
    this.node = node;
    this.door = door;
    this.clock = clock;
  }

  /** Answers what has come. */
  @Scheduled(fixedDelay = 1000)
  void answer() {
    quietly(
        () -> {
          Optional<Stated> next = store.next();
          while (next.isPresent() && isOurs()) {
            answer(next.get());
            next = store.next();
          }
        });
  }

  /** Sees what was missing arrive. */
  @Scheduled(fixedDelay = 5000)
  void heal() {
    quietly(
        () ->
            store
                .lacking(AT_ONCE)
                .forEach(day -> store.heal(day, ProvinceTable.of(day.kind()).orElseThrow())));
  }

  /** Asks again, and names who states nothing. */
  @Scheduled(fixedDelay = 60_000)
  void remind() {
    quietly(
        () -> {
          store
              .toAskAgain(MOST_ASKED - 1, clock.instant().minus(BETWEEN_QUESTIONS), AT_ONCE)
              .forEach(
                  day -> hand(day.source(), transaction.execute(s -> reconciliation.again(day))));
          nameSilent();
        });
  }

  /** Names the sources whose statement of a day is overdue. */
  void nameSilent() {
    LocalDate until = LocalDate.ofInstant(clock.instant().minus(due), CHINA).minusDays(1);
    int silent = store.nameSilent(until);
    if (silent > 0) {
      LOG.warn("{} days have records and no statement of their source", silent);
    }
  }

  /** The note of the statement goes last: a death before it answers again, under the same key. */
  private void answer(Stated stated) {
    ReconciliationStatement statement = (ReconciliationStatement) StandardXml.read(stated.body());
    if (isBelow(stated.source()) && Reconciliation.table(statement.getMessageType()).isPresent()) {
      hand(
          stated.source(),
          transaction.execute(s -> reconciliation.compare(stated.source(), statement)));
    }
    store.forget(stated);
  }

  /** Our own statements and the answers to them are about what we sent, not about what we hold. */
  private boolean isBelow(String source) {
    return !source.equals(OwnDoor.OURSELVES) && !source.equals(superior);
  }

  private void hand(String source, ReconciliationStatement answer) {
    region.apply(source).ifPresent(division -> answer.setAddressee(addressee(source, division)));
    door.enter(answer);
  }

  private static OrganReference addressee(String source, String division) {
    OrganReference organ = new OrganReference();
    organ.setKind(AGENCY);
    organ.setName(source);
    organ.setAreaNumber(division);
    return organ;
  }

  private boolean isOurs() {
    return Boolean.TRUE.equals(
        transaction.execute(s -> nodes.hold(LEASE, node.epoch(), LEASE_TIME)));
  }

  private static void quietly(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      if (!Diagnosis.databaseIsAway(e)) {
        LOG.error("reconciliation failed: {}", Diagnosis.describe(e));
      }
    }
  }
}
