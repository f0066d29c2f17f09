package io.enforcement.gateway.routes.audit;

import io.enforcement.gateway.routes.audit.TreeStore.Batch;
import io.enforcement.gateway.routes.audit.TreeStore.Published;
import io.enforcement.gateway.routes.audit.TreeStore.Running;
import io.enforcement.gateway.routes.audit.note.BadNote;
import io.enforcement.gateway.routes.audit.note.Checkpoint;
import io.enforcement.gateway.routes.audit.note.SignedNote;
import io.enforcement.gateway.routes.audit.tree.GrowingTree;
import io.enforcement.gateway.routes.audit.tree.MerkleTree;
import io.enforcement.gateway.routes.audit.tree.Subtree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives committed events their positions, and publishes what the tree has become. Every batch is
 * committed before it is signed; what was signed is remembered outside the database before anybody
 * sees it; a tree that does not continue it is not signed. At rest it writes nothing. Not
 * thread-safe.
 */
final class Sequencer {

  /** So many events close a batch. */
  static final int BATCH = 1000;

  private final AuditLog log;
  private final TreeStore store;
  private final CheckpointFiles files;
  private final TransactionTemplate transaction;
  private final Turn turn;
  private final Witness witness;

  /** The tree as we left it; null when it has to be read. */
  private GrowingTree tree;

  private EventHoles holes;
  private boolean unpublished;

  Sequencer(
      AuditLog log,
      TreeStore store,
      CheckpointFiles files,
      TransactionTemplate transaction,
      Turn turn,
      Witness witness) {
    this.log = log;
    this.store = store;
    this.files = files;
    this.transaction = transaction;
    this.turn = turn;
    this.witness = witness;
  }

  /**
   * Closes one batch, if anything waits, and publishes.
   *
   * @return whether more may wait
   * @throws Fork when the tree is not the one that was signed
   */
  boolean work() {
    if (tree == null) {
      read();
    }
    List<StoredEvent> events = look();
    boolean appended = !events.isEmpty() && append(events);
    if (unpublished) {
      publish();
    }
    return appended && events.size() == BATCH;
  }

  private List<StoredEvent> look() {
    Running running = holes.open().isEmpty() ? null : store.running();
    List<StoredEvent> late = store.eventsIn(holes.open(), BATCH);
    if (!late.isEmpty()) {
      return late;
    }
    if (running != null) {
      holes.settle(running.oldest(), running.newest(), System.nanoTime());
    }
    return store.eventsAfter(holes.highest(), BATCH);
  }

  private boolean append(List<StoredEvent> events) {
    GrowingTree grown = tree;
    EventHoles seen = holes;
    tree = null; // until the commit nobody knows; then the tables say
    boolean ours =
        Boolean.TRUE.equals(
            transaction.execute(
                status -> {
                  if (!turn.take()) {
                    tree = grown;
                    return false;
                  }
                  if (store.size() != grown.size()) {
                    return false;
                  }
                  append(events, grown, seen);
                  return true;
                }));
    if (ours) {
      tree = grown;
      unpublished = true;
    }
    return ours;
  }

  private void append(List<StoredEvent> events, GrowingTree grown, EventHoles seen) {
    long from = grown.size();
    long now = System.nanoTime();
    List<byte[]> hashes = new ArrayList<>();
    List<Subtree> subtrees = new ArrayList<>();
    for (StoredEvent event : events) {
      byte[] hash = log.hash().leaf(event.canonical());
      hashes.add(hash);
      subtrees.addAll(grown.append(hash));
      seen.saw(event.id(), now);
    }
    store.append(
        from,
        events.stream().map(StoredEvent::id).toList(),
        hashes,
        subtrees,
        new Batch(grown.size(), grown.root(), seen.settledTo()));
  }

  /** Reads the tree, and requires that it continues all that was signed. */
  private void read() {
    if (store.latestKey() != log.keys().number()) {
      throw new IllegalStateException("the key was changed by another gateway: restart this one");
    }
    long size = store.size();
    Batch batch = store.latestBatch().orElseGet(() -> new Batch(0, log.hash().empty(), 0));
    if (batch.size() != size) {
      throw new Fork(
          "the tree has " + size + " leaves, but the last batch ended at " + batch.size());
    }
    List<Checkpoint> signed =
        Stream.of(files.head(), files.latest(), store.latestPublished().map(Published::note))
            .flatMap(Optional::stream)
            .filter(note -> !log.followed(note))
            .map(this::open)
            .sorted(Comparator.comparingLong(Checkpoint::size))
            .toList();
    signed.forEach(checkpoint -> requireContinued(checkpoint, size));
    GrowingTree found = new GrowingTree(log.hash(), store, size);
    if (!Arrays.equals(found.root(), batch.root())) {
      throw new Fork("the hashes of the tree do not give the root of its last batch, " + size);
    }
    EventHoles seen = new EventHoles(batch.settledTo());
    store.numbersAfter(batch.settledTo()).forEach(id -> seen.saw(id, System.nanoTime()));
    tree = found;
    holes = seen;
    unpublished =
        size
                > files
                    .latest()
                    .filter(note -> !log.followed(note))
                    .map(this::open)
                    .map(Checkpoint::size)
                    .orElse(0L)
            || size > store.latestPublished().map(Published::size).orElse(0L);
  }

  private Checkpoint open(String note) {
    try {
      return log.keys().checkpoint(note);
    } catch (BadNote e) {
      throw new Fork("a checkpoint that was signed before is " + e.getMessage());
    }
  }

  private void requireContinued(Checkpoint signed, long size) {
    if (!signed.origin().equals(log.origin())) {
      throw new Fork("signed before: " + signed.origin() + "; in the database: " + log.origin());
    }
    if (signed.size() > size) {
      throw new Fork(
          "the tree has " + size + " leaves, but one of " + signed.size() + " was signed");
    }
    if (!Arrays.equals(new MerkleTree(log.hash(), store, signed.size()).root(), signed.root())) {
      throw new Fork("the first " + signed.size() + " leaves are not those that were signed");
    }
  }

  private void publish() {
    Checkpoint checkpoint = new Checkpoint(log.origin(), tree.size(), tree.root());
    String note = SignedNote.sign(checkpoint.text(), log.key());
    files.signed(note);
    files.append(note);
    witness.tell(note);
    store.published(checkpoint.size(), note);
    unpublished = false;
  }
}
