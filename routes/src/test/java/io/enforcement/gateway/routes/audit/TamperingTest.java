package io.enforcement.gateway.routes.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.connectors.peer.Peer;
import io.enforcement.gateway.routes.audit.TrailCheck.Result;
import io.enforcement.gateway.routes.audit.note.Checkpoint;
import io.enforcement.gateway.routes.audit.note.SignatureKind;
import io.enforcement.gateway.routes.audit.tree.TreeHash;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten thousand attempts to alter the trail: each is found, and where it begins is named. */
class TamperingTest {

  private static final int ATTEMPTS = 10_000;
  private static final int EVENTS = 1_500;
  private static final long SEED = 20261123;

  @TempDir Path directory;

  @Test
  void everyTamperingIsFoundAndItsFirstPositionNamed() {
    MemoryTrail trail =
        MemoryTrail.of(EVENTS, TreeHash.SHA_256, SignatureKind.ED25519, new Random(SEED));
    List<Checkpoint> signed = TrailCheck.opened(trail.notes, trail.log.keys());
    assertThat(trail.check().against(signed, trail.leaves.iterator()).problem()).isNull();

    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Random random = new Random(SEED + attempt);
      Tampering tampering = Tampering.values()[attempt % Tampering.values().length];
      MemoryTrail altered = trail.copy();
      long expected = tampering.of(altered, random);

      Result result =
          tampering.altersCheckpoints()
              ? altered.check().check(altered.leaves.iterator(), altered.notes)
              : altered.check().against(signed, altered.leaves.iterator());

      assertThat(result.badPosition()).as("%s, attempt %d", tampering, attempt).isEqualTo(expected);
      assertThat(result.problem()).isNotBlank();
    }
  }

  @Test
  @Peer(value = "python3", program = "python3")
  void theVerifierThatIsNotOursFindsTheSame() throws Exception {
    MemoryTrail trail =
        MemoryTrail.of(300, TreeHash.SHA_256, SignatureKind.ED25519, new Random(SEED));
    assertThat(Verifier.run(write(trail))).contains("good: 300 events").contains("300 of them");

    for (Tampering tampering : Tampering.values()) {
      requireFound(trail, tampering);
    }
  }

  @Test
  @Peer(value = "python3", program = "python3")
  void theVerifierThatIsNotOursKnowsSm3AndSm2() throws Exception {
    MemoryTrail trail = MemoryTrail.of(100, TreeHash.SM3, SignatureKind.SM2, new Random(SEED));
    assertThat(Verifier.run(write(trail))).contains("good: 100 events").contains("100 of them");

    requireFound(trail, Tampering.ALTER_AN_EVENT_AND_ITS_HASH);
    requireFound(trail, Tampering.ALTER_A_CHECKPOINT);
  }

  private void requireFound(MemoryTrail trail, Tampering tampering) throws Exception {
    MemoryTrail altered = trail.copy();
    long expected = tampering.of(altered, new Random(SEED + tampering.ordinal()));

    assertThat(Verifier.run(write(altered)))
        .as("%s", tampering)
        .contains("BAD at position " + expected + ":");
  }

  private Path write(MemoryTrail trail) throws Exception {
    return Files.write(directory.resolve("trail.ndjson"), trail.lines());
  }
}
