package io.enforcement.gateway.routes.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enforcement.gateway.routes.audit.note.Checkpoint;
import io.enforcement.gateway.routes.audit.note.SignatureKind;
import io.enforcement.gateway.routes.audit.note.SignedNote;
import io.enforcement.gateway.routes.audit.note.SigningKey;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFilesTest {

  private final SigningKey key = SigningKey.of("a-log", SigningKey.generate(SignatureKind.ED25519));
  private final String first = note(1);
  private final String second = note(2);

  @TempDir Path home;
  private CheckpointFiles files;

  @BeforeEach
  void inMarch() {
    files = at("2027-03-31T23:59:59Z");
  }

  @Test
  void remembersWhatWasSignedAndWhatWasExported() {
    assertThat(files.head()).isEmpty();
    assertThat(files.latest()).isEmpty();

    files.signed(first);
    files.append(first);
    files.signed(second);

    assertThat(files.head()).contains(second);
    assertThat(files.latest()).contains(first);
  }

  @Test
  void everyMonthHasItsFile() throws Exception {
    files.append(first);
    at("2027-04-01T00:00:00Z").append(second);

    assertThat(files.all()).containsExactly(first, second);
    assertThat(files.latest()).contains(second);
    try (Stream<Path> names = Files.list(home)) {
      assertThat(names.map(name -> name.getFileName().toString()))
          .containsExactlyInAnyOrder("checkpoints-2027-03.txt", "checkpoints-2027-04.txt");
    }
  }

  @Test
  void whatWasCutOffIsPassedOver() throws Exception {
    Path file = home.resolve("checkpoints-2027-03.txt");
    for (int cut = 1; cut < first.indexOf("— "); cut++) {
      Files.deleteIfExists(file);
      files.append(first);
      Files.writeString(file, "\n" + second.substring(0, cut), StandardOpenOption.APPEND);
      assertThat(files.latest()).as("cut at %d", cut).contains(first);

      files.append(second);
      assertThat(files.all()).as("cut at %d", cut).containsExactly(first, second);
    }
  }

  @Test
  void aVolumeThatIsNotThereIsAFailure() {
    CheckpointFiles away =
        new CheckpointFiles(home, home.resolve("not-mounted"), Clock.systemUTC());

    assertThatThrownBy(() -> away.append(first)).isInstanceOf(UncheckedIOException.class);
  }

  private CheckpointFiles at(String time) {
    return new CheckpointFiles(home, home, Clock.fixed(Instant.parse(time), ZoneOffset.UTC));
  }

  private String note(long size) {
    return SignedNote.sign(new Checkpoint("a-log", size, new byte[32]).text(), key);
  }
}
