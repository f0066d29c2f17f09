package io.enforcement.gateway.routes.province.reconciliation;

import io.enforcement.gateway.routes.province.reconciliation.Comparison.Difference;
import io.enforcement.gateway.routes.province.reconciliation.Comparison.Sort;
import io.enforcement.gateway.routes.province.store.ReconciliationStore;
import io.enforcement.gateway.routes.province.store.ReconciliationStore.Day;
import io.enforcement.gateway.routes.province.store.ReconciliationStore.Differing;
import io.enforcement.gateway.routes.province.store.ReconciliationStore.Kept;
import io.enforcement.gateway.routes.province.store.ReconciliationStore.KeptOnDay;
import io.enforcement.gateway.routes.province.table.ProvinceTable;
import io.enforcement.gateway.standards.model.MissingRecord;
import io.enforcement.gateway.standards.model.MissingSide;
import io.enforcement.gateway.standards.model.Operation;
import io.enforcement.gateway.standards.model.ReconciliationStatement;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One day of one source and kind, statement by statement. Each statement is compared for itself;
 * what is still to be opened is kept between them. Call it inside a transaction.
 */
class Reconciliation {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  /** So many ranges an answer asks for; each comes back as sixteen, or as a list. */
  private static final int OPENED_AT_ONCE = 60;

  /** So many missing records an answer names; the next one names the others. */
  private static final int NAMED_AT_ONCE = 2_000;

  /** The range of all versions. */
  private static final String ALL = "";

  private final ReconciliationStore store;
  private final Duration due;

  /**
   * @param due how long after the end of a day its records are in time
   */
  Reconciliation(ReconciliationStore store, Duration due) {
    this.store = store;
    this.due = due;
  }

  /** The table of the acts that a statement is about; empty where none is kept openly. */
  static Optional<ProvinceTable> table(String messageType) {
    return ProvinceTable.all().stream()
        .filter(table -> table.record().number().equals(messageType) && !table.isRestricted())
        .findFirst();
  }

  /**
   * Compares a statement with what is held.
   *
   * @return the answer to its source: ranges to open, or else what is missing
   */
  ReconciliationStatement compare(String source, ReconciliationStatement statement) {
    ProvinceTable table = table(statement.getMessageType()).orElseThrow();
    LocalDate date = statement.getStatementDay();
    Instant end = date.plusDays(1).atStartOfDay(CHINA).toInstant();
    List<KeptOnDay> kept =
        store.keptOnDay(table, source, date.atStartOfDay(CHINA).toInstant(), end, end.plus(due));
    DigestTree held =
        DigestTree.of(kept.stream().map(KeptOnDay::version).map(Reconciliation::sent).toList());
    Comparison comparison = Comparison.of(held, statement);

    Day before = store.day(source, table.record().name(), date);
    if (isAnew(statement)) {
      store.begin(before.id());
    }
    for (Sort sort : Sort.values()) {
      add(before, table, sort, comparison.differences());
    }
    List<String> toOpen = stillToOpen(before, statement, comparison);
    if (toOpen.isEmpty() && isOfNumbersOnly(statement) && statement.getSent() != kept.size()) {
      toOpen.add(ALL);
    }
    if (toOpen.isEmpty()) {
      store.differ(
          before.id(),
          Sort.LATE.name(),
          "HEALED",
          kept.stream().filter(KeptOnDay::late).map(KeptOnDay::version).toList());
    }
    List<Differing> open = store.open(before.id(), NAMED_AT_ONCE);
    Day after =
        new Day(
            before.id(),
            source,
            before.kind(),
            date,
            toOpen.isEmpty() ? open.isEmpty() ? "CLOSED" : "DIFFERENT" : "COMPARING",
            statement.getRevision() + 1,
            statement.getSent(),
            statement.getFineSum(),
            kept.size(),
            fines(kept),
            (int) kept.stream().filter(KeptOnDay::late).count(),
            before.rounds() + 1,
            toOpen,
            toOpen.isEmpty() && !open.isEmpty() ? 1 : 0,
            null,
            null,
            null,
            statement.getSenderCode(),
            statement.getReceiverCode());
    store.keep(after);
    if (after.state().equals("CLOSED")) {
      store.closed(after);
    }
    return answer(after, held);
  }

  /**
   * Asks once more for what is missing. The revision between is left to the source, which may state
   * the day anew at the same moment.
   */
  ReconciliationStatement again(Day day) {
    Day next =
        new Day(
            day.id(),
            day.source(),
            day.kind(),
            day.day(),
            day.state(),
            day.revision() + 2,
            day.stated(),
            day.statedFines(),
            day.held(),
            day.heldFines(),
            day.late(),
            day.rounds(),
            day.toOpen(),
            day.asked() + 1,
            null,
            null,
            null,
            day.senderCode(),
            day.receiverCode());
    store.keep(next);
    return answer(next, DigestTree.of(List.of()));
  }

  private static SentVersion sent(Kept kept) {
    return new SentVersion(kept.actKey(), kept.partyKey(), kept.revision(), kept.digest());
  }

  private static Kept kept(SentVersion sent) {
    return new Kept(sent.actKey(), sent.partyKey(), sent.revision(), sent.digest());
  }

  private static BigDecimal fines(List<KeptOnDay> kept) {
    return kept.stream()
        .map(KeptOnDay::fines)
        .filter(Objects::nonNull)
        .reduce(BigDecimal::add)
        .orElse(null);
  }

  /** The first ranges of all: the source begins from the root again. */
  private static boolean isAnew(ReconciliationStatement statement) {
    return statement.getDigestRanges().stream()
        .anyMatch(range -> Statements.prefix(range).length() < 2);
  }

  /** Numbers say that something differs, and not what. */
  private static boolean isOfNumbersOnly(ReconciliationStatement statement) {
    return statement.getDigestRanges().isEmpty();
  }

  private void add(Day day, ProvinceTable table, Sort sort, List<Difference> found) {
    List<Kept> versions =
        found.stream().filter(d -> d.sort() == sort).map(d -> kept(d.version())).toList();
    if (versions.isEmpty()) {
      return;
    }
    // What came by another way or on another day is not missing.
    Set<Kept> elsewhere =
        sort == Sort.MISSING_THERE ? Set.of() : new HashSet<>(store.kept(table, versions));
    store.differ(
        day.id(),
        sort.name(),
        "OPEN",
        versions.stream().filter(version -> !elsewhere.contains(version)).toList());
  }

  private static List<String> stillToOpen(
      Day before, ReconciliationStatement statement, Comparison comparison) {
    List<String> toOpen = new ArrayList<>(comparison.toOpen());
    if (!isAnew(statement)) {
      Set<String> told = new HashSet<>();
      for (var range : statement.getDigestRanges()) {
        String prefix = Statements.prefix(range);
        told.add(prefix);
        told.add(prefix.substring(0, prefix.length() - 1));
      }
      before.toOpen().stream().filter(prefix -> !told.contains(prefix)).forEach(toOpen::add);
    }
    return toOpen;
  }

  private ReconciliationStatement answer(Day day, DigestTree held) {
    ReconciliationStatement answer = new ReconciliationStatement();
    answer.setRecordUniqueIdentity("reconciliation-" + day.id() + "-" + day.revision());
    answer.setCdOperation(Operation.U);
    answer.setRevision(day.revision());
    answer.setSenderCode(day.senderCode());
    answer.setReceiverCode(day.receiverCode());
    answer.setMessageType(ProvinceTable.of(day.kind()).orElseThrow().record().number());
    answer.setStatementDay(day.day());
    answer.setSent(day.stated());
    answer.setReceived(day.held());
    answer.setAccepted(day.held());
    answer.setRejected(0);
    answer.setPending(0);
    answer.setFineSum(day.heldFines());
    day.toOpen().stream()
        .limit(OPENED_AT_ONCE)
        .map(held::range)
        .map(Statements::told)
        .forEach(answer.getDigestRanges()::add);
    if (day.toOpen().isEmpty()) {
      store.open(day.id(), NAMED_AT_ONCE).stream()
          .filter(d -> !d.sort().equals(Sort.NO_STATEMENT.name()))
          .map(Reconciliation::missing)
          .forEach(answer.getMissingRecords()::add);
    }
    return answer;
  }

  private static MissingRecord missing(Differing difference) {
    MissingRecord missing = new MissingRecord();
    missing.setSide(
        difference.sort().equals(Sort.MISSING_THERE.name())
            ? MissingSide.AT_SENDER
            : MissingSide.AT_RECEIVER);
    Kept version = difference.version();
    missing.setRecordKey(version.actKey());
    missing.setPartyKey(version.partyKey().isEmpty() ? null : version.partyKey());
    missing.setRecordRevision(version.revision());
    return missing;
  }
}
