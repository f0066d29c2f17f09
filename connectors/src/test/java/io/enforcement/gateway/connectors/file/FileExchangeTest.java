package io.enforcement.gateway.connectors.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.management.ThreadMXBean;
import io.enforcement.gateway.connectors.Connector;
import io.enforcement.gateway.connectors.Connector.Presence;
import io.enforcement.gateway.connectors.ConnectorFactory;
import io.enforcement.gateway.connectors.Content;
import io.enforcement.gateway.connectors.Dispatch;
import io.enforcement.gateway.connectors.Outcome;
import io.enforcement.gateway.connectors.Source;
import io.enforcement.gateway.connectors.Source.Item;
import io.enforcement.gateway.connectors.Source.Unreachable;
import io.enforcement.gateway.connectors.Source.Verdict;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same rules hold whoever keeps the files. */
@Timeout(60)
class FileExchangeTest {

  private static final byte[] BODY = "案号,1\n".getBytes(UTF_8);
  private static final Dispatch DISPATCH = new Dispatch("key-1", "receipt", BODY);

  @TempDir Path home;
  private Path box;
  private final List<Item> items = new ArrayList<>();

  @BeforeEach
  void makeTheBox() throws IOException {
    box = Files.createDirectory(home.resolve("box"));
  }

  @ParameterizedTest
  @EnumSource
  void leavesTheFileThenItsDigestAndNothingElse(FarSide.Kind kind) throws Exception {
    try (FarSide far = kind.over(home);
        Connector connector = connector(far)) {
      assertThat(connector.ask(DISPATCH)).isEqualTo(Presence.NOT_FOUND);
      assertThat(connector.send(DISPATCH)).isInstanceOf(Outcome.Accepted.class);
      assertThat(connector.ask(DISPATCH)).isEqualTo(Presence.FOUND);
      assertThat(connector.send(DISPATCH)).isInstanceOf(Outcome.Accepted.class);
    }
    assertThat(names(box)).containsExactly("key-1.csv", "key-1.csv.sha256");
    assertThat(box.resolve("key-1.csv")).hasBinaryContent(BODY);
    assertThat(Digest.vouches(Files.readAllBytes(box.resolve("key-1.csv.sha256")), BODY)).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void carriesEveryByteOfALargeFileThereAndBack(FarSide.Kind kind) throws Exception {
    byte[] large = new byte[5_000_001];
    new Random(7).nextBytes(large);
    try (FarSide far = kind.over(home);
        Connector connector = connector(far);
        Source source = new ConnectorFactory().source(far.via(), far.settings())) {
      assertThat(connector.send(new Dispatch("large", "x", large)))
          .isInstanceOf(Outcome.Accepted.class);
      assertThat(source.poll(10, this::take)).isEqualTo(1);
    }
    assertThat(items.get(0).body()).isEqualTo(large);
  }

  @ParameterizedTest
  @EnumSource
  void carriesWhatLiesInAFileAndKnowsItAgain(FarSide.Kind kind) throws Exception {
    byte[] large = new byte[3_000_001];
    new Random(9).nextBytes(large);
    Dispatch dispatch =
        new Dispatch("key-2", "x", Content.of(Files.write(home.resolve("ours"), large)));
    try (FarSide far = kind.over(home);
        Connector connector = connector(far)) {
      assertThat(connector.send(dispatch)).isInstanceOf(Outcome.Accepted.class);
      assertThat(box.resolve("key-2.csv")).hasBinaryContent(large);
      assertThat(connector.send(dispatch)).isInstanceOf(Outcome.Accepted.class);
      large[2_999_999] ^= 1;
      Files.write(box.resolve("key-2.csv"), large);
      assertThat(connector.send(dispatch)).isInstanceOf(Outcome.Refused.class);
    }
  }

  @Test
  void takesNoMoreMemoryForALargeFile() throws Exception {
    Path ours = home.resolve("ours");
    try (RandomAccessFile file = new RandomAccessFile(ours.toFile(), "rw")) {
      file.setLength(100_000_000);
    }
    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    try (FarSide far = FarSide.Kind.FOLDER.over(home);
        Connector connector = connector(far)) {
      connector.send(DISPATCH);
      long before = thread.getCurrentThreadAllocatedBytes();
      connector.send(new Dispatch("key-3", "x", Content.of(ours)));
      assertThat(thread.getCurrentThreadAllocatedBytes() - before).isLessThan(2_000_000);
    }
    assertThat(box.resolve("key-3.csv")).hasSize(100_000_000);
  }

  @ParameterizedTest
  @EnumSource
  void neverMovesOntoAnotherFile(FarSide.Kind kind) throws Exception {
    Files.writeString(box.resolve("key-1.csv"), "somebody else's");
    try (FarSide far = kind.over(home);
        Connector connector = connector(far)) {
      assertThat(connector.send(DISPATCH)).isInstanceOf(Outcome.Refused.class);
    }
    assertThat(box.resolve("key-1.csv")).hasContent("somebody else's");
  }

  @ParameterizedTest
  @EnumSource
  void finishesWhatAnEarlierAttemptLeft(FarSide.Kind kind) throws Exception {
    Files.writeString(box.resolve("key-1.csv.part"), "a longer rest of an attempt that was cut");
    Files.writeString(box.resolve("key-1.csv.sha256.part"), "half a dig");
    try (FarSide far = kind.over(home);
        Connector connector = connector(far)) {
      assertThat(connector.send(DISPATCH)).isInstanceOf(Outcome.Accepted.class);
      Files.delete(box.resolve("key-1.csv.sha256"));
      assertThat(connector.ask(DISPATCH)).isEqualTo(Presence.NOT_FOUND);
      assertThat(connector.send(DISPATCH)).isInstanceOf(Outcome.Accepted.class);
    }
    assertThat(names(box)).containsExactly("key-1.csv", "key-1.csv.sha256");
    assertThat(box.resolve("key-1.csv")).hasBinaryContent(BODY);
  }

  @ParameterizedTest
  @EnumSource
  void aFolderThatIsNotThereIsUnavailable(FarSide.Kind kind) throws Exception {
    Files.delete(box);
    try (FarSide far = kind.over(home);
        Connector connector = connector(far);
        Source source = new ConnectorFactory().source(far.via(), far.settings())) {
      assertThat(connector.send(DISPATCH)).isInstanceOf(Outcome.Unavailable.class);
      assertThatExceptionOfType(Unreachable.class).isThrownBy(() -> source.poll(10, this::take));
    }
    assertThat(box).doesNotExist();
  }

  @ParameterizedTest
  @EnumSource
  void takesWholeFilesAndPutsEachWhereItsVerdictSays(FarSide.Kind kind) throws Exception {
    leavesWhole("处罚决定-1.csv", BODY);
    leavesWhole("conflict.csv", BODY);
    leavesWhole("refused.csv", BODY);
    Files.write(box.resolve("no-digest.csv"), BODY);
    leavesWhole("half.csv", BODY);
    Files.writeString(box.resolve("half.csv"), "案");
    try (FarSide far = kind.over(home);
        Source source = new ConnectorFactory().source(far.via(), far.settings())) {
      assertThat(
              source.poll(
                  10,
                  item ->
                      switch (item.name()) {
                        case "conflict.csv" -> Verdict.CONFLICT;
                        case "refused.csv" -> Verdict.REFUSED;
                        default -> take(item);
                      }))
          .isEqualTo(3);
      assertThat(source.poll(10, this::take)).isZero();
    }
    assertThat(items).extracting(Item::name).containsExactly("处罚决定-1.csv");
    assertThat(names(home.resolve("done"))).containsExactly("处罚决定-1.csv", "处罚决定-1.csv.sha256");
    assertThat(names(home.resolve("conflict"))).hasSize(2);
    assertThat(names(home.resolve("refused"))).hasSize(2);
    assertThat(names(box)).containsExactly("half.csv", "half.csv.sha256", "no-digest.csv");
  }

  @ParameterizedTest
  @EnumSource
  void neverReplacesWhatWasTakenBefore(FarSide.Kind kind) throws Exception {
    try (FarSide far = kind.over(home);
        Source source = new ConnectorFactory().source(far.via(), far.settings())) {
      leavesWhole("a.csv", BODY);
      source.poll(10, this::take);
      leavesWhole("a.csv", "other".getBytes(UTF_8));
      source.poll(10, this::take);
    }
    assertThat(home.resolve("done/a.csv")).hasBinaryContent(BODY);
    assertThat(names(home.resolve("done"))).hasSize(4).allMatch(name -> name.startsWith("a.csv"));
  }

  @ParameterizedTest
  @EnumSource
  void followsNoLink(FarSide.Kind kind) throws Exception {
    Path secret = Files.writeString(home.resolve("secret"), "not for you");
    Files.createSymbolicLink(box.resolve("a.csv"), secret);
    Files.write(
        box.resolve("a.csv.sha256"), Digest.sideFile("not for you".getBytes(UTF_8), "a.csv"));
    Files.createDirectory(box.resolve("folder.csv"));
    Files.write(box.resolve("folder.csv.sha256"), Digest.sideFile(new byte[0], "folder.csv"));
    try (FarSide far = kind.over(home);
        Source source = new ConnectorFactory().source(far.via(), far.settings())) {
      assertThat(source.poll(10, this::take)).isZero();
    }
    assertThat(items).isEmpty();
    assertThat(names(box)).hasSize(4);
  }

  private Connector connector(FarSide far) {
    return new ConnectorFactory().connector(far.via(), far.settings("extension", "csv"));
  }

  private void leavesWhole(String name, byte[] body) throws IOException {
    Files.write(box.resolve(name), body);
    Files.write(box.resolve(name + ".sha256"), Digest.sideFile(body, name));
  }

  private static List<String> names(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private Verdict take(Item item) {
    items.add(item);
    return Verdict.TAKEN;
  }
}
