package io.enforcement.gateway.routes.audit;

import io.enforcement.gateway.routes.audit.TreeStore.Leaf;
import io.enforcement.gateway.routes.audit.note.Checkpoint;
import io.enforcement.gateway.routes.audit.note.SignatureKind;
import io.enforcement.gateway.routes.audit.note.SignedNote;
import io.enforcement.gateway.routes.audit.note.SigningKey;
import io.enforcement.gateway.routes.audit.tree.GrowingTree;
import io.enforcement.gateway.routes.audit.tree.KeptHashes;
import io.enforcement.gateway.routes.audit.tree.Subtree;
import io.enforcement.gateway.routes.audit.tree.TreeHash;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** A trail with its checkpoints, as the database and the world outside hold it. */
final class MemoryTrail {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int LARGEST_BATCH = 60;

  final AuditLog log;
  final List<Leaf> leaves;
  final List<String> notes;
  private final List<Long> sizes;
  private final KeptHashes kept;

  private MemoryTrail(
      AuditLog log, List<Leaf> leaves, List<String> notes, List<Long> sizes, KeptHashes kept) {
    this.log = log;
    this.leaves = new ArrayList<>(leaves);
    this.notes = new ArrayList<>(notes);
    this.sizes = sizes;
    this.kept = kept;
  }

  /** Messages that came in, were translated and delivered, in batches of many sizes. */
  static MemoryTrail of(int events, TreeHash hash, SignatureKind kind, Random random) {
    String origin = "enforcement-gateway/trial/" + hash.word();
    AuditLog log = AuditLog.first(origin, hash, SigningKey.of(origin, SigningKey.generate(kind)));
    KeptHashes kept = new KeptHashes();
    MemoryTrail trail = new MemoryTrail(log, List.of(), List.of(), new ArrayList<>(), kept);
    GrowingTree tree = new GrowingTree(hash);
    long closes = 1;
    for (StoredEvent event : events(events, random)) {
      byte[] leaf = hash.leaf(event.canonical());
      trail.leaves.add(new Leaf(tree.size(), leaf, event));
      kept.leaf(leaf);
      tree.append(leaf).forEach(kept::keep);
      if (tree.size() == closes || tree.size() == events) {
        trail.sizes.add(tree.size());
        trail.notes.add(
            SignedNote.sign(new Checkpoint(origin, tree.size(), tree.root()).text(), log.key()));
        closes += 1 + random.nextInt(LARGEST_BATCH);
      }
    }
    return trail;
  }

  private static List<StoredEvent> events(int count, Random random) {
    Instant at = Instant.parse("2027-01-04T01:00:00Z");
    List<StoredEvent> events = new ArrayList<>();
    long id = 0;
    while (events.size() < count) {
      UUID message = new UUID(random.nextLong(), random.nextLong());
      UUID delivery = new UUID(random.nextLong(), random.nextLong());
      String[] words = {"RECEIVED", "TRANSLATED", "ATTEMPTING", "DELIVERED"};
      for (int i = 0; i < words.length && events.size() < count; i++) {
        id += 1 + random.nextInt(3) / 2;
        at = at.plus(random.nextInt(5000), ChronoUnit.MICROS);
        events.add(
            new StoredEvent(
                id,
                at,
                words[i],
                message,
                i == 1 ? 1 : null,
                i > 1 ? delivery : null,
                i > 1 ? "court" : "housing",
                i == 0 ? "housing" : "gateway",
                i == 2 ? "attempt 1" : "行政处罚决定 " + id));
      }
    }
    return events;
  }

  MemoryTrail copy() {
    return new MemoryTrail(log, leaves, notes, sizes, kept);
  }

  /** Where the batch begins that this position was signed with. */
  long batchOf(long position) {
    return sizes.stream().filter(size -> size <= position).reduce(0L, Math::max);
  }

  /** The sizes that were signed. */
  List<Long> sizes() {
    return sizes;
  }

  TrailCheck check() {
    return new TrailCheck(log.hash(), log.keys(), this::isKept);
  }

  private boolean isKept(Subtree subtree) {
    return Arrays.equals(
        kept.read(subtree.level(), subtree.place(), subtree.place() + 1).get(0), subtree.hash());
  }

  /** As the gateway hands it out. */
  byte[] lines() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    line(out, Map.of("form", "enforcement-gateway-trail-1", "log", LogText.of(log)));
    notes.forEach(note -> line(out, Map.of("checkpoint", note)));
    for (Leaf leaf : leaves) {
      line(out, new Line(leaf.position(), leaf.hash(), text(leaf)));
    }
    line(out, Map.of("end", Map.of("size", leaves.size())));
    return out.toByteArray();
  }

  private record Line(long position, byte[] hash, EventText event) {}

  private static EventText text(Leaf leaf) {
    return leaf.event() == null ? null : EventText.of(leaf.event());
  }

  private static void line(ByteArrayOutputStream out, Object document) {
    out.writeBytes(JSON.writeValueAsBytes(document));
    out.write('\n');
  }
}
