package io.enforcement.gateway.routes.audit;

import io.enforcement.gateway.routes.audit.TreeStore.Leaf;
import io.enforcement.gateway.routes.audit.note.Checkpoint;
import io.enforcement.gateway.routes.audit.note.SignatureKind;
import io.enforcement.gateway.routes.audit.note.SignedNote;
import io.enforcement.gateway.routes.audit.note.SigningKey;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * What somebody with every right in the database, and none to the key, may try. Those that adjust
 * the leaves to what they have altered, or leave nothing behind, can be located to the batch only.
 */
enum Tampering {
  ALTER_AN_EVENT {
    @Override
    long of(MemoryTrail trail, Random random) {
      int at = random.nextInt(trail.leaves.size());
      Leaf leaf = trail.leaves.get(at);
      trail.leaves.set(at, new Leaf(at, leaf.hash(), altered(leaf.event(), random)));
      return at;
    }
  },
  ALTER_A_HASH {
    @Override
    long of(MemoryTrail trail, Random random) {
      int at = random.nextInt(trail.leaves.size());
      Leaf leaf = trail.leaves.get(at);
      byte[] hash = leaf.hash().clone();
      hash[random.nextInt(hash.length)] ^= (byte) (1 << random.nextInt(8));
      trail.leaves.set(at, new Leaf(at, hash, leaf.event()));
      return at;
    }
  },
  ALTER_AN_EVENT_AND_ITS_HASH {
    @Override
    long of(MemoryTrail trail, Random random) {
      int at = random.nextInt(trail.leaves.size());
      StoredEvent event = altered(trail.leaves.get(at).event(), random);
      trail.leaves.set(at, leaf(trail, at, event));
      return trail.batchOf(at);
    }
  },
  DELETE_AN_EVENT {
    @Override
    long of(MemoryTrail trail, Random random) {
      int at = random.nextInt(trail.leaves.size());
      trail.leaves.set(at, new Leaf(at, trail.leaves.get(at).hash(), null));
      return at;
    }
  },
  DELETE_AN_EVENT_AND_ITS_LEAF {
    @Override
    long of(MemoryTrail trail, Random random) {
      int at = random.nextInt(trail.leaves.size() - 1); // the last: TRUNCATE
      trail.leaves.remove(at);
      return at;
    }
  },
  DELETE_AND_CLOSE_UP {
    @Override
    long of(MemoryTrail trail, Random random) {
      int at = random.nextInt(trail.leaves.size() - 1);
      trail.leaves.remove(at);
      number(trail, at);
      return trail.batchOf(at);
    }
  },
  SWAP_TWO_EVENTS {
    @Override
    long of(MemoryTrail trail, Random random) {
      int[] two = two(trail, random);
      Leaf first = trail.leaves.get(two[0]);
      Leaf second = trail.leaves.get(two[1]);
      trail.leaves.set(two[0], new Leaf(two[0], first.hash(), second.event()));
      trail.leaves.set(two[1], new Leaf(two[1], second.hash(), first.event()));
      return two[0];
    }
  },
  SWAP_TWO_LEAVES {
    @Override
    long of(MemoryTrail trail, Random random) {
      int[] two = two(trail, random);
      Leaf first = trail.leaves.get(two[0]);
      Leaf second = trail.leaves.get(two[1]);
      trail.leaves.set(two[0], new Leaf(two[0], second.hash(), second.event()));
      trail.leaves.set(two[1], new Leaf(two[1], first.hash(), first.event()));
      return trail.batchOf(two[0]);
    }
  },
  INSERT_AN_EVENT {
    @Override
    long of(MemoryTrail trail, Random random) {
      int at = random.nextInt(trail.leaves.size());
      StoredEvent event = altered(trail.leaves.get(at).event(), random);
      trail.leaves.add(at, leaf(trail, at, event));
      number(trail, at);
      return trail.batchOf(at);
    }
  },
  REPEAT_A_POSITION {
    @Override
    long of(MemoryTrail trail, Random random) {
      int at = random.nextInt(trail.leaves.size() - 1);
      trail.leaves.add(at + 1, leaf(trail, at, trail.leaves.get(at).event()));
      return at + 1L;
    }
  },
  TRUNCATE {
    @Override
    long of(MemoryTrail trail, Random random) {
      int at = random.nextInt(trail.leaves.size());
      trail.leaves.subList(at, trail.leaves.size()).clear();
      return trail.batchOf(at);
    }
  },
  RESTORE_AN_OLD_BACKUP {
    @Override
    long of(MemoryTrail trail, Random random) {
      long size = trail.sizes().get(random.nextInt(trail.sizes().size() - 1));
      trail.leaves.subList((int) size, trail.leaves.size()).clear();
      return size;
    }
  },
  RESTORE_AND_GO_ON {
    @Override
    long of(MemoryTrail trail, Random random) {
      int size = trail.sizes().get(random.nextInt(trail.sizes().size() - 1)).intValue();
      for (int at = size; at < trail.leaves.size(); at++) {
        trail.leaves.set(at, leaf(trail, at, altered(trail.leaves.get(at).event(), random)));
      }
      return size;
    }
  },
  ALTER_A_CHECKPOINT {
    @Override
    long of(MemoryTrail trail, Random random) {
      int which = random.nextInt(trail.notes.size());
      String note = trail.notes.get(which);
      int signature = note.indexOf("\n\n");
      int at = random.nextInt(signature);
      char other = note.charAt(at) == '7' ? '8' : '7';
      trail.notes.set(which, note.substring(0, at) + other + note.substring(at + 1));
      return which == 0 ? 0 : trail.sizes().get(which - 1);
    }
  },
  FORGE_A_CHECKPOINT {
    @Override
    long of(MemoryTrail trail, Random random) {
      int which = random.nextInt(trail.notes.size());
      byte[] root = new byte[32];
      random.nextBytes(root);
      String origin = trail.log.origin();
      SigningKey own = SigningKey.of(origin, SigningKey.generate(SignatureKind.ED25519));
      Checkpoint forged = new Checkpoint(origin, trail.sizes().get(which), root);
      trail.notes.set(which, SignedNote.sign(forged.text(), own));
      return which == 0 ? 0 : trail.sizes().get(which - 1);
    }
  };

  /**
   * Does it to a trail.
   *
   * @return the first position that has to be named
   */
  abstract long of(MemoryTrail trail, Random random);

  /** Whether checkpoints are altered, and not what is in the database. */
  boolean altersCheckpoints() {
    return this == ALTER_A_CHECKPOINT || this == FORGE_A_CHECKPOINT;
  }

  private static Leaf leaf(MemoryTrail trail, long position, StoredEvent event) {
    return new Leaf(position, trail.log.hash().leaf(event.canonical()), event);
  }

  private static void number(MemoryTrail trail, int from) {
    List<Leaf> leaves = trail.leaves;
    for (int at = from; at < leaves.size(); at++) {
      leaves.set(at, new Leaf(at, leaves.get(at).hash(), leaves.get(at).event()));
    }
  }

  private static int[] two(MemoryTrail trail, Random random) {
    int first = random.nextInt(trail.leaves.size() - 1);
    int second = first + 1 + random.nextInt(trail.leaves.size() - first - 1);
    return new int[] {first, second};
  }

  private static StoredEvent altered(StoredEvent e, Random random) {
    String word = Long.toHexString(random.nextLong());
    UUID id = new UUID(random.nextLong(), random.nextLong());
    return switch (random.nextInt(11)) {
      case 0 -> event(e.id() + 1_000_000, e, e.milestone(), e.messageId(), e.part(), e.actor());
      case 1 ->
          new StoredEvent(
              e.id(),
              e.at().plusNanos(1000),
              e.milestone(),
              e.messageId(),
              e.part(),
              e.deliveryId(),
              e.partner(),
              e.actor(),
              e.detail());
      case 2 -> event(e.id(), e, "REFUSED", e.messageId(), e.part(), e.actor());
      case 3 -> event(e.id(), e, e.milestone(), id, e.part(), e.actor());
      case 4 -> event(e.id(), e, e.milestone(), null, e.part(), e.actor());
      case 5 -> event(e.id(), e, e.milestone(), e.messageId(), 77, e.actor());
      case 6 ->
          new StoredEvent(
              e.id(),
              e.at(),
              e.milestone(),
              e.messageId(),
              e.part(),
              id,
              e.partner(),
              e.actor(),
              e.detail());
      case 7 ->
          new StoredEvent(
              e.id(),
              e.at(),
              e.milestone(),
              e.messageId(),
              e.part(),
              e.deliveryId(),
              word,
              e.actor(),
              e.detail());
      case 8 -> event(e.id(), e, e.milestone(), e.messageId(), e.part(), word);
      case 9 ->
          new StoredEvent(
              e.id(),
              e.at(),
              e.milestone(),
              e.messageId(),
              e.part(),
              e.deliveryId(),
              e.partner(),
              e.actor(),
              e.detail() + " ");
      default ->
          new StoredEvent(
              e.id(),
              e.at(),
              e.milestone(),
              e.messageId(),
              e.part(),
              e.deliveryId(),
              e.partner(),
              e.actor(),
              null);
    };
  }

  private static StoredEvent event(
      long id, StoredEvent e, String milestone, UUID message, Integer part, String actor) {
    return new StoredEvent(
        id, e.at(), milestone, message, part, e.deliveryId(), e.partner(), actor, e.detail());
  }
}
