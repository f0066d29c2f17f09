package io.enforcement.gateway.connectors.sftp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.enforcement.gateway.connectors.Source.Item;
import io.enforcement.gateway.connectors.Source.Unreachable;
import io.enforcement.gateway.connectors.Source.Verdict;
import io.enforcement.gateway.connectors.file.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Only whole files come in, each is put where its verdict says, and nothing is overwritten. */
@Timeout(60)
class SftpSourceTest {

  private static final byte[] BODY = "案号,1\n".getBytes(UTF_8);

  @TempDir Path home;
  private SftpPartner partner;
  private final List<Item> items = new ArrayList<>();
  private final AtomicLong nanos = new AtomicLong();

  @BeforeEach
  void openPartner() throws IOException {
    partner = new SftpPartner(home);
    Files.createDirectories(home.resolve("box"));
  }

  @AfterEach
  void closePartner() throws IOException {
    partner.close();
  }

  @Test
  void takesAWholeFileAndMovesItWithItsDigest() throws Exception {
    partner.leavesWhole("处罚决定-1.csv", BODY);
    try (var source = source()) {
      assertThat(source.poll(10, this::take)).isEqualTo(1);
      assertThat(source.poll(10, this::take)).isZero();
    }
    assertThat(items).singleElement().extracting(Item::name).isEqualTo("处罚决定-1.csv");
    assertThat(items.get(0).body()).isEqualTo(BODY);
    assertThat(home.resolve("done/处罚决定-1.csv")).hasBinaryContent(BODY);
    assertThat(home.resolve("done/处罚决定-1.csv.sha256")).exists();
    assertThat(home.resolve("box")).isEmptyDirectory();
  }

  @Test
  void neverTakesAPartialOrGrowingFile() throws Exception {
    partner.leaves("no-digest.csv", BODY);
    partner.leaves("growing.csv.part", BODY);
    partner.leaves("growing.tmp", BODY);
    partner.leaves(".hidden", BODY);
    partner.leavesWhole("partial.csv", BODY);
    partner.leaves("partial.csv", "案号".getBytes(UTF_8));
    try (var source = source()) {
      assertThat(source.poll(10, this::take)).isZero();
      assertThat(source.poll(10, this::take)).isZero();
      partner.leaves("partial.csv", BODY);
      assertThat(source.poll(10, this::take)).isEqualTo(1);
    }
    assertThat(items).singleElement().extracting(Item::name).isEqualTo("partial.csv");
  }

  @Test
  void takesAFileWithoutDigestOnceItStoppedChangingWhenAllowed() throws Exception {
    partner.leaves("a.csv", "1".getBytes(UTF_8));
    try (var source =
        new SftpSource(partner.settings("ready", "stable", "stable-for", "PT5S"), nanos::get)) {
      assertThat(source.poll(10, this::take)).isZero();
      partner.leaves("a.csv", "12".getBytes(UTF_8));
      after(Duration.ofSeconds(6));
      assertThat(source.poll(10, this::take)).as("it grew").isZero();
      after(Duration.ofSeconds(4));
      assertThat(source.poll(10, this::take)).as("too early").isZero();
      after(Duration.ofSeconds(1));
      assertThat(source.poll(10, this::take)).isEqualTo(1);
    }
    assertThat(items.get(0).body()).asString(UTF_8).isEqualTo("12");
  }

  @Test
  void putsConflictsAndRefusalsAside() throws Exception {
    partner.leavesWhole("a.csv", BODY);
    partner.leavesWhole("b.csv", BODY);
    try (var source = source()) {
      assertThat(
              source.poll(
                  10, item -> item.name().equals("a.csv") ? Verdict.CONFLICT : Verdict.REFUSED))
          .isEqualTo(2);
    }
    assertThat(home.resolve("conflict/a.csv.sha256")).exists();
    assertThat(home.resolve("refused/b.csv")).exists();
  }

  @Test
  void neverOverwritesAFileOfTheSameName() throws Exception {
    try (var source = source()) {
      partner.leavesWhole("a.csv", BODY);
      source.poll(10, this::take);
      partner.leavesWhole("a.csv", "other".getBytes(UTF_8));
      source.poll(10, this::take);
    }
    assertThat(home.resolve("done/a.csv")).hasBinaryContent(BODY);
    try (var kept = Files.list(home.resolve("done"))) {
      assertThat(kept)
          .hasSize(4)
          .allMatch(file -> file.getFileName().toString().startsWith("a.csv"));
    }
  }

  @Test
  void leavesWhatIsForLaterAndWhatIsAboveTheLimit() throws Exception {
    partner.leavesWhole("a.csv", BODY);
    partner.leavesWhole("b.csv", BODY);
    try (var source = source()) {
      assertThat(source.poll(10, item -> Verdict.LATER)).isZero();
      assertThat(source.poll(1, this::take)).isEqualTo(1);
    }
    assertThat(home.resolve("box/b.csv")).exists();
  }

  @Test
  void showsAFileAgainWhenTheTakerFails() throws Exception {
    partner.leavesWhole("a.csv", BODY);
    try (var source = source()) {
      assertThatIllegalStateException()
          .isThrownBy(
              () ->
                  source.poll(
                      10,
                      item -> {
                        throw new IllegalStateException("our database is gone");
                      }));
      assertThat(source.poll(10, this::take)).isEqualTo(1);
    }
  }

  @Test
  void putsATooLargeFileAsideUnread() throws Exception {
    partner.leavesWhole("large.csv", new byte[2000]);
    try (var source = new SftpSource(partner.settings("max-bytes", "1000"))) {
      source.poll(10, this::take);
    }
    assertThat(items).isEmpty();
    assertThat(home.resolve("refused/large.csv")).exists();
  }

  @Test
  void touchesNoNameOfAHostileListing() throws Exception {
    partner.leavesWhole("a.csv", BODY);
    Files.write(home.resolve("secret.csv"), BODY);
    Files.write(home.resolve("secret.csv.sha256"), Digest.sideFile(BODY, "secret.csv"));
    try (var source = source()) {
      for (String name :
          List.of(
              "../secret.csv",
              "/secret.csv",
              "..\\secret.csv",
              "a\u0000.csv",
              "a\n.csv",
              "..",
              "a\u202e.csv",
              "ａ.csv",
              "x".repeat(255))) {
        partner.lists(real -> real.equals("a.csv") ? name : real);
        assertThat(source.poll(10, this::take)).as(name).isZero();
      }
    }
    assertThat(items).isEmpty();
    assertThat(home.resolve("secret.csv")).exists();
  }

  @Test
  void refusesAChangedHostKeyAndSaysSo() throws Exception {
    partner.leavesWhole("a.csv", BODY);
    try (var source = source()) {
      partner.stops();
      assertThatExceptionOfType(Unreachable.class)
          .isThrownBy(() -> source.poll(10, this::take))
          .withMessage("no connection to the server");
      partner.comesBackWithAnotherKey();
      assertThatExceptionOfType(Unreachable.class)
          .isThrownBy(() -> source.poll(10, this::take))
          .withMessage("host key is not the pinned one");
    }
    assertThat(items).isEmpty();
  }

  @Test
  void opensTheSessionAgainAfterACut() throws Exception {
    partner.leavesWhole("a.csv", BODY);
    try (var source = source()) {
      source.poll(10, item -> Verdict.LATER);
      partner.stops();
      partner.comesBack();
      int taken = 0;
      for (int look = 0; look < 3 && taken == 0; look++) {
        taken = pollThroughACut(source);
      }
      assertThat(taken).isEqualTo(1);
    }
  }

  private int pollThroughACut(SftpSource source) {
    try {
      return source.poll(10, this::take);
    } catch (Unreachable e) {
      return 0;
    }
  }

  private SftpSource source() {
    return new SftpSource(partner.settings());
  }

  private Verdict take(Item item) {
    items.add(item);
    return Verdict.TAKEN;
  }

  private void after(Duration time) {
    nanos.addAndGet(time.toNanos());
  }
}
