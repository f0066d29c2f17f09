package io.enforcement.gateway.routes.region;

import io.enforcement.gateway.routes.exchange.Node;
import io.enforcement.gateway.routes.exchange.OwnDoor;
import io.enforcement.gateway.routes.problem.Diagnosis;
import io.enforcement.gateway.routes.province.reconciliation.Statements;
import io.enforcement.gateway.routes.province.table.ProvinceTable;
import io.enforcement.gateway.routes.region.store.RegionSettings;
import io.enforcement.gateway.routes.region.store.RegionStore;
import io.enforcement.gateway.routes.region.store.RegionStore.Answered;
import io.enforcement.gateway.routes.region.store.RegionStore.Day;
import io.enforcement.gateway.routes.region.store.RegionStore.Noted;
import io.enforcement.gateway.routes.region.store.RegionStore.OnDay;
import io.enforcement.gateway.routes.region.store.RegionStore.Sent;
import io.enforcement.gateway.routes.store.NodeStore;
import io.enforcement.gateway.routes.store.RedeliveryStore;
import io.enforcement.gateway.standards.format.StandardXml;
import io.enforcement.gateway.standards.model.MissingRecord;
import io.enforcement.gateway.standards.model.MissingSide;
import io.enforcement.gateway.standards.model.ReconciliationStatement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * States by itself what was sent to the level above, opens ranges that it asks for, and sends again
 * what it lacks. One process at a time; at rest it writes nothing.
 */
class Stating {

  private static final Logger LOG = LoggerFactory.getLogger(Stating.class);

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final String LEASE = "region";
  private static final Duration LEASE_TIME = Duration.ofSeconds(60);
  private static final int COUNTED_AT_ONCE = 500;
  private static final int STATED_AT_ONCE = 20;

  private final RegionStore store;
  private final RedeliveryStore redeliveries;
  private final SentVersions versions;
  private final Statement statements;
  private final RegionSettings settings;
  private final OwnDoor door;
  private final TransactionTemplate transaction;
  private final NodeStore nodes;
  private final Node node;
  private final Clock clock;

  Stating(
      RegionStore store,
      RedeliveryStore redeliveries,
      SentVersions versions,
      Statement statements,
      RegionSettings settings,
      OwnDoor door,
      TransactionTemplate transaction,
      NodeStore nodes,
      Node node,
      Clock clock) {
    this.store = store;
    this.redeliveries = redeliveries;
    this.versions = versions;
    this.statements = statements;
    this.settings = settings;
    this.door = door;
    this.transaction = transaction;
    this.nodes = nodes;
    this.node = node;
    this.clock = clock;
  }

  /** Counts what was sent, states days that are over, and follows the answers. */
  @Scheduled(fixedDelay = 1000)
  void work() {
    try {
      if (store.hasWork(ended(), settings.quiet()) && isOurs()) {
        count();
        state();
        follow();
      }
    } catch (RuntimeException e) {
      if (!Diagnosis.databaseIsAway(e)) {
        LOG.error("days cannot be stated: {}", Diagnosis.describe(e));
      }
    }
  }

  /** Days before this one are over. */
  private LocalDate ended() {
    return LocalDate.ofInstant(clock.instant().minus(settings.statementAfter()), CHINA);
  }

  private boolean isOurs() {
    return Boolean.TRUE.equals(
        transaction.execute(s -> nodes.hold(LEASE, node.epoch(), LEASE_TIME)));
  }

  private void count() {
    List<Noted> noted = store.noted(COUNTED_AT_ONCE);
    while (!noted.isEmpty() && isOurs()) {
      List<Noted> counted = noted;
      List<Sent> sent = versions.of(noted);
      transaction.executeWithoutResult(s -> store.count(sent, counted));
      noted = store.noted(COUNTED_AT_ONCE);
    }
  }

  private void state() {
    for (Day day : store.toState(ended(), settings.quiet(), STATED_AT_ONCE)) {
      int revision = Statement.after(day.revision());
      // Told first: a death before the note states the day again, under the same key.
      door.enter(statements.of(day, revision, store.sent(day), Statement.ALL));
      store.stated(day, revision);
    }
  }

  private void follow() {
    for (Optional<Answered> next = store.nextAnswer();
        next.isPresent() && isOurs();
        next = store.nextAnswer()) {
      Answered answer = next.get();
      if (answer.sender().equals(settings.superior())) {
        follow((ReconciliationStatement) StandardXml.read(answer.body()));
      }
      store.forget(answer);
    }
  }

  private void follow(ReconciliationStatement answer) {
    Optional<Day> known =
        ProvinceTable.all().stream()
            .filter(table -> table.record().number().equals(answer.getMessageType()))
            .findFirst()
            .flatMap(table -> store.day(table.record().name(), answer.getStatementDay()));
    known
        .filter(day -> answer.getRevision() > day.revision())
        .ifPresent(
            day -> {
              if (isOvertaken(day, answer)) {
                store.stateAnew(day);
              }
              if (answer.getDigestRanges().isEmpty()) {
                send(day, answer);
              } else {
                open(day, answer);
              }
            });
  }

  /** They spoke again before they heard our last statement, which then counts for nothing. */
  private static boolean isOvertaken(Day day, ReconciliationStatement answer) {
    return day.revision() % 2 == 1 && answer.getRevision() > day.revision() + 1;
  }

  private void open(Day day, ReconciliationStatement answer) {
    List<String> prefixes = answer.getDigestRanges().stream().map(Statements::prefix).toList();
    int revision = Statement.after(answer.getRevision());
    door.enter(statements.of(day, revision, store.sent(day), prefixes));
    store.answered(day, revision);
  }

  private void send(Day day, ReconciliationStatement answer) {
    Set<Named> missing =
        answer.getMissingRecords().stream()
            .filter(record -> record.getSide() == MissingSide.AT_RECEIVER)
            .map(Named::of)
            .collect(Collectors.toSet());
    List<UUID> asked =
        missing.isEmpty()
            ? List.of()
            : store.sent(day).stream()
                .map(OnDay::sent)
                .filter(sent -> missing.contains(Named.of(sent)))
                .map(Sent::delivery)
                .toList();
    int again =
        Objects.requireNonNull(
            transaction.execute(
                s -> {
                  store.ended(day, answer.getRevision(), answer.getMissingRecords().size());
                  return asked.isEmpty() ? 0 : redeliveries.again(asked);
                }));
    if (!answer.getMissingRecords().isEmpty()) {
      LOG.warn(
          "{} of {}: the level above names {} differences, {} records are sent again",
          day.kind(),
          day.day(),
          answer.getMissingRecords().size(),
          again);
    }
  }

  /** A version as an answer names it: whatever its content is. */
  private record Named(String actKey, String partyKey, int revision) {

    static Named of(MissingRecord missing) {
      return new Named(
          missing.getRecordKey(),
          missing.getPartyKey() == null ? "" : missing.getPartyKey(),
          missing.getRecordRevision());
    }

    static Named of(Sent sent) {
      return new Named(sent.actKey(), sent.partyKey(), sent.revision());
    }
  }
}
