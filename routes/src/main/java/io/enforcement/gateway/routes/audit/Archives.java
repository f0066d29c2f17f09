package io.enforcement.gateway.routes.audit;

import io.enforcement.gateway.routes.audit.ArchiveStore.Archived;
import io.enforcement.gateway.routes.audit.ArchiveStore.EventMonth;
import io.enforcement.gateway.routes.audit.TrailCheck.Result;
import io.enforcement.gateway.routes.audit.TreeStore.Leaf;
import io.enforcement.gateway.routes.audit.note.ArchiveNote;
import io.enforcement.gateway.routes.audit.note.SignedNote;
import io.enforcement.gateway.routes.audit.tree.GrowingTree;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves months of events whose time on line is over into signed archive files: the file is written,
 * read back and checked, noted, and only then the month is dropped. Stopped anywhere, the next run
 * goes on. One run at a time; thread-safe.
 */
public final class Archives {

  private final AuditSettings settings;
  private final AuditLog log;
  private final TreeStore tree;
  private final ArchiveStore store;
  private final ArchiveFiles files;
  private final ArchiveCheck check;
  private final AuditTrail trail;
  private final TransactionTemplate transaction;

  Archives(
      AuditSettings settings,
      AuditLog log,
      TreeStore tree,
      ArchiveStore store,
      ArchiveFiles files,
      ArchiveCheck check,
      AuditTrail trail,
      TransactionTemplate transaction) {
    this.settings = settings;
    this.log = log;
    this.tree = tree;
    this.store = store;
    this.files = files;
    this.check = check;
    this.trail = trail;
    this.transaction = transaction;
  }

  /**
   * What was done with a month, or would be.
   *
   * @param from its first position
   * @param to the first position after it
   * @param file name of the archive file
   */
  public record Step(String month, long from, long to, String file) {}

  /**
   * What a run came to.
   *
   * @param months that were moved, the oldest first; none when nothing was due
   * @param problem why the next one could not be; null when there was none
   */
  public record Outcome(List<Step> months, String problem) {}

  /**
   * Archives and drops what is due.
   *
   * @param until the last month; null for all that are due
   * @param dryRun to say only what would be done
   * @param actor in whose name
   */
  public synchronized Outcome run(YearMonth until, boolean dryRun, String actor) {
    List<Step> steps = new ArrayList<>();
    try {
      for (EventMonth due : store.months(settings.online())) {
        if (!due.isDue() || until != null && due.month().isAfter(until)) {
          break;
        }
        steps.add(dryRun ? planned(due.month(), steps) : moved(due.month(), actor));
      }
      return new Outcome(steps, null);
    } catch (ArchiveFault e) {
      return new Outcome(steps, e.getMessage());
    }
  }

  private Step planned(YearMonth month, List<Step> before) {
    long from = before.isEmpty() ? end(latest(month)) : before.get(before.size() - 1).to();
    return step(month, from, closing(month, from));
  }

  private Step moved(YearMonth month, String actor) {
    Archived archived =
        store.archives().stream()
            .filter(each -> each.month().equals(month))
            .findFirst()
            .orElseGet(() -> write(month, actor));
    ArchiveNote before = latest(month);
    Result found = files.holds(month) ? check.check(month, archived.note(), before) : null;
    if (found == null) {
      throw new ArchiveFault(files.file(month) + " is not there");
    }
    if (!found.isGood()) {
      throw new ArchiveFault(found.problem() + ", position " + found.badPosition());
    }
    transaction.executeWithoutResult(status -> store.drop(month, actor));
    return step(month, end(before), archived.size());
  }

  private Archived write(YearMonth month, String actor) {
    ArchiveNote before = latest(month);
    long from = end(before);
    long to = closing(month, from);
    byte[] digest = files.write(month, lines(month, from, to), log.hash());
    ArchiveNote told =
        new ArchiveNote(
            log.origin(), month, from, to, digest, before == null ? null : before.digest());
    Archived archived = new Archived(month, to, SignedNote.sign(told.text(), log.key()));
    files.sign(month, archived.note());
    transaction.executeWithoutResult(
        status -> {
          store.add(archived);
          trail.append(
              AuditEvent.ofFile(
                  Milestone.EVENTS_ARCHIVED,
                  null,
                  actor,
                  "%s %d-%d %s:%s"
                      .formatted(
                          month, from, to, log.hash().word(), HexFormat.of().formatHex(digest))));
        });
    return archived;
  }

  private Iterator<Object> lines(YearMonth month, long from, long to) {
    GrowingTree before = new GrowingTree(log.hash(), tree, from);
    Iterator<Leaf> leaves = new TrailReader(log, tree).leaves(from, to);
    Stream<Object> head =
        Stream.of(
            new ArchiveHead(
                ArchiveHead.FORM, LogText.of(log), month.toString(), from, before.parts()));
    Stream<Object> notes = store.notes(from, to).stream().map(note -> Map.of("checkpoint", note));
    Stream<Object> events =
        Stream.generate(() -> null)
            .takeWhile(nothing -> leaves.hasNext())
            .map(nothing -> here(leaves.next()));
    Stream<Object> end = Stream.of(Map.of("end", Map.of("size", to)));
    return Stream.concat(Stream.concat(head, notes), Stream.concat(events, end)).iterator();
  }

  private static TrailLine here(Leaf leaf) {
    if (leaf.event() == null) {
      throw new ArchiveFault("the event at position " + leaf.position() + " is gone");
    }
    return TrailLine.of(leaf);
  }

  /** The archive before a month, or null. */
  private ArchiveNote latest(YearMonth month) {
    return store.archives().stream()
        .filter(each -> each.month().isBefore(month))
        .reduce((first, second) -> second)
        .map(each -> log.archive(each.note()))
        .orElse(null);
  }

  private static long end(ArchiveNote before) {
    return before == null ? 0 : before.to();
  }

  private long closing(YearMonth month, long from) {
    OptionalLong to = store.closing(month, from);
    return to.orElseThrow(
        () -> new ArchiveFault("no checkpoint covers all events of " + month + " yet"));
  }

  private Step step(YearMonth month, long from, long to) {
    return new Step(month.toString(), from, to, files.file(month).getFileName().toString());
  }

  /** Up to this position events may lie in archive files alone. */
  long archived() {
    return store.archives().stream().mapToLong(Archived::size).max().orElse(0);
  }

  /** The notes of all archives, the oldest first. */
  List<String> notes() {
    return store.archives().stream().map(Archived::note).toList();
  }

  /** Checks the archive files that are there; the first that is not good, or null. */
  Result firstBad() {
    ArchiveNote before = null;
    for (Archived archived : store.archives()) {
      if (files.holds(archived.month())) {
        Result found = check.check(archived.month(), archived.note(), before);
        if (!found.isGood()) {
          return found;
        }
      }
      before = log.archive(archived.note());
    }
    return null;
  }

  /** The events of a message that are not on line any more, as the archive files here hold them. */
  List<Leaf> eventsOf(UUID messageId) {
    List<Leaf> found = new ArrayList<>();
    for (Archived archived : store.archives()) {
      if (!archived.month().isBefore(month(messageId)) && files.holds(archived.month())) {
        found.addAll(files.eventsOf(archived.month(), messageId));
      }
    }
    return found;
  }

  /** Ids of messages begin with their time (RFC 9562, version 7); nothing happened before. */
  private static YearMonth month(UUID id) {
    return YearMonth.from(
        Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16).atZone(ZoneOffset.UTC));
  }
}
