package io.enforcement.gateway.routes.audit;

import io.enforcement.gateway.routes.audit.TreeStore.Batch;
import io.enforcement.gateway.routes.audit.TreeStore.Leaf;
import io.enforcement.gateway.routes.audit.TreeStore.Published;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The trail as a whole, for auditors: checked here for convenience, or handed out line by line for
 * those who do not take our word. Only reads. Thread-safe.
 */
@Component
public class WholeTrail {

  private final AuditLog log;
  private final TreeStore store;
  private final CheckpointFiles files;
  private final Archives archives;

  WholeTrail(AuditLog log, TreeStore store, CheckpointFiles files, Archives archives) {
    this.log = log;
    this.store = store;
    this.files = files;
    this.archives = archives;
  }

  /**
   * What a check found.
   *
   * @param good whether everything is as it was signed
   * @param leaves that were looked at
   * @param signed how many of them a checkpoint covers
   * @param archived how many of them, from the first, lie in archive files
   * @param badPosition the first that is not; null when all are
   * @param problem what is wrong there; null when nothing is
   */
  public record Verdict(
      boolean good,
      String origin,
      long leaves,
      long signed,
      long archived,
      Long badPosition,
      String problem) {}

  /** Begins a file: which log this is. */
  private record Head(String form, LogText log) {}

  private record End(long size, Long withoutPosition) {}

  /**
   * Checks every event, every hash and every checkpoint, in the database and outside, and the
   * archive files that are here.
   */
  public Verdict verdict() {
    long archived = archives.archived();
    TrailCheck.Result bad = archives.firstBad();
    TrailCheck.Result result =
        bad == null ? new TrailReader(log, store).check(outside(), archived) : bad;
    return new Verdict(
        result.isGood(),
        log.origin(),
        result.leaves(),
        result.signed(),
        archived,
        result.badPosition(),
        result.problem());
  }

  /**
   * The lines of a file that holds the whole trail, each a document of its own: the log, the
   * checkpoints, the notes of the archives, the leaves with their events, the end.
   */
  public Iterator<Object> lines() {
    List<String> notes = new ArrayList<>(outside());
    store.allPublished().stream().map(Published::note).forEach(notes::add);
    Batch batch = store.latestBatch().orElse(new Batch(0, log.hash().empty(), 0));
    TrailReader reader = new TrailReader(log, store);
    Iterator<Leaf> leaves = reader.leaves();
    Stream<Object> beginning =
        Stream.concat(
            Stream.of(new Head("enforcement-gateway-trail-1", LogText.of(log))),
            Stream.concat(
                notes.stream().distinct().map(note -> Map.of("checkpoint", note)),
                archives.notes().stream().map(note -> Map.of("archive", note))));
    Stream<Object> middle =
        Stream.generate(() -> null)
            .takeWhile(nothing -> leaves.hasNext())
            .map(nothing -> TrailLine.of(leaves.next()));
    Stream<Object> end =
        Stream.of(batch)
            .map(
                last ->
                    Map.of(
                        "end",
                        new End(
                            last.size(), reader.withoutPosition(last.settledTo()).orElse(null))));
    return Stream.concat(Stream.concat(beginning, middle), end).iterator();
  }

  private List<String> outside() {
    List<String> notes = new ArrayList<>(files.all());
    files.head().ifPresent(notes::add);
    return notes;
  }
}
