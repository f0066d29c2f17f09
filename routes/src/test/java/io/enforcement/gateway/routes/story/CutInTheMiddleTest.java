package io.enforcement.gateway.routes.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.routes.sandbox.farside.Behaviour;
import io.enforcement.gateway.routes.sandbox.farside.Behaviour.Kind;
import io.enforcement.gateway.routes.sandbox.farside.Ledger.Event;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Nobody knows whether the receiver has it, because the wire was cut in the middle of the work.
 * What it holds tells: the ledger in a shared database (D), the names of files (E).
 */
@Story
class CutInTheMiddleTest {

  private final StoryGateway gateway;
  private final Desk housing;

  CutInTheMiddleTest(StoryGateway gateway) {
    this.gateway = gateway;
    this.housing = gateway.housing();
  }

  @Test
  void classDHoldsOneRowWhenTheAnswerToTheCommitWasLost() {
    int lost = gateway.wireTo("credit").lost();
    gateway.wireTo("credit").losesTheAnswerThatSays("COMMIT");
    Paper decision = Paper.decision();

    Reply receipt = housing.sends(decision);

    gateway.eventually(
        () ->
            assertThat(housing.looksUp(receipt).trail("credit"))
                .containsExactly("ATTEMPTING", "RETRY_AT", "ATTEMPTING", "DELIVERED"));
    assertThat(gateway.wireTo("credit").lost() - lost).isEqualTo(1);
    assertThat(gateway.creditTables().penalties(decision)).hasSize(1);
    assertThat(gateway.creditTables().ledger(housing.looksUp(receipt).key("credit"))).isEqualTo(1);
  }

  @Test
  void classDHoldsOneRowWhenTheConnectionIsCutBeforeTheCommit() {
    gateway.credit().behave(Behaviour.slow(3_000));
    Paper decision = Paper.decision();
    Reply receipt = housing.sends(decision);
    gateway.eventually(
        () -> assertThat(housing.looksUp(receipt).trail("credit")).containsExactly("ATTEMPTING"));
    gateway.wireTo("credit").cut();
    gateway.eventually(
        () -> assertThat(housing.looksUp(receipt).trail("credit")).contains("RETRY_AT"));

    gateway.reset();

    gateway.eventually(
        () -> assertThat(housing.looksUp(receipt).delivery("credit")).isEqualTo("DELIVERED"));
    assertThat(gateway.creditTables().penalties(decision)).hasSize(1);
  }

  @Test
  void classEHoldsOneFileWhenTheConnectionIsCutBeforeTheRename() throws IOException {
    gateway.archive().behave(Behaviour.of(Kind.DOWN));
    Reply receipt = housing.sends(Paper.decision().restricted().in(Paper.ARCHIVE));
    gateway.eventually(
        () -> assertThat(housing.looksUp(receipt).trail("archive")).contains("RETRY_AT"));
    String key = housing.looksUp(receipt).key("archive");
    // What a cut upload leaves behind: half a file under the name of one under way.
    Path in = gateway.archive().folder("in");
    Files.write(in.resolve(key + ".json.part"), "{\"num".getBytes(StandardCharsets.UTF_8));

    gateway.archive().behave(Behaviour.ok());

    arrivesAsOneFile(receipt, key);
  }

  @Test
  void classEHoldsOneFileWhenTheConnectionIsCutBetweenRenameAndDigest() throws IOException {
    gateway.archive().behave(Behaviour.of(Kind.ERROR_500_AFTER_WORK));
    Reply receipt = housing.sends(Paper.decision().restricted().in(Paper.ARCHIVE));
    gateway.eventually(
        () -> assertThat(housing.looksUp(receipt).trail("archive")).contains("RETRY_AT"));
    String key = housing.looksUp(receipt).key("archive");
    assertThat(gateway.archive().folder("in").resolve(key + ".json")).exists();
    assertThat(gateway.archive().folder("in").resolve(key + ".json.sha256")).doesNotExist();

    gateway.archive().behave(Behaviour.ok());

    arrivesAsOneFile(receipt, key);
  }

  private void arrivesAsOneFile(Reply receipt, String key) throws IOException {
    gateway.eventually(
        () -> {
          assertThat(housing.looksUp(receipt).delivery("archive")).isEqualTo("DELIVERED");
          assertThat(gateway.archive().ledger().keys(Event.ARRIVED)).containsEntry(key, 1);
        });
    assertThat(gateway.archive().ledger().keys(Event.ARRIVED_AGAIN)).doesNotContainKey(key);
    assertThat(filesOf(key)).containsExactly(key + ".json", key + ".json.sha256");
  }

  private List<String> filesOf(String key) throws IOException {
    try (Stream<Path> files = Files.list(gateway.archive().folder("in"))) {
      return files
          .map(f -> f.getFileName().toString())
          .filter(n -> n.contains(key))
          .sorted()
          .toList();
    }
  }
}
