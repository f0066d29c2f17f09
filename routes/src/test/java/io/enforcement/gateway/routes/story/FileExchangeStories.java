package io.enforcement.gateway.routes.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.enforcement.gateway.routes.sandbox.farside.FilePartner;
import io.enforcement.gateway.routes.sandbox.farside.Ledger.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Files of a department for the gateway, with receipts that come back the same way, and files of
 * the gateway for an archive: the same rules whatever brings them.
 */
abstract class FileExchangeStories {

  private static final String DIGEST = ".sha256";

  final StoryGateway gateway;
  final CityDesk city;
  private final String sender;
  private final String receiver;
  private final FilePartner archive;
  private final String region;

  /**
   * @param sender the partner whose department leaves files for the gateway
   * @param receiver the partner whose archive gets the decisions of the region
   */
  FileExchangeStories(
      StoryGateway gateway,
      String sender,
      FilePartner department,
      String receiver,
      FilePartner archive,
      String region) {
    this.gateway = gateway;
    this.city = new CityDesk(gateway, department);
    this.sender = sender;
    this.receiver = receiver;
    this.archive = archive;
    this.region = region;
  }

  /** The gateway can reach neither department nor archive. */
  abstract void cutOff();

  /** It can reach them again. */
  abstract void reconnect();

  @Test
  void reachesBothPlatformsRowByRowAndIsAcknowledgedByAReceipt() {
    CityFile file = CityFile.of(2);

    city.drops(file);

    JsonNode receipt = city.receiptFor(file.name());
    assertThat(receipt.path("接收条数").asInt()).isEqualTo(2);
    assertThat(receipt.path("退回条数").asInt()).isZero();
    String id = receipt.path("报文编号").asString();
    gateway.eventually(
        () -> {
          MessageStatus status = gateway.operator().looksUp(id);
          assertThat(status.deliveries("publicity")).containsExactly("DELIVERED", "DELIVERED");
          assertThat(status.deliveries("credit")).containsExactly("DELIVERED", "DELIVERED");
          assertThat(status.trail(sender)).containsExactly("ATTEMPTING", "DELIVERED");
        });
    MessageStatus status = gateway.operator().looksUp(id);
    assertThat(status.trail()).containsExactly("RECEIVED", "TRANSLATED", "TRANSLATED");
    assertThat(gateway.publicity().ledger().keys(Event.ARRIVED))
        .containsKeys(status.keys("publicity").toArray(String[]::new));
    assertThat(city.has("done", file.name())).isTrue();
  }

  @Test
  void isRefusedRowByRowAndTheReceiptNamesRowFieldRuleAndKindOfValue() {
    CityFile file = CityFile.of(3).with(2, "案件来源", "路过看见").with(2, "罚款金额(元)", "很多");

    city.drops(file);

    JsonNode receipt = city.receiptFor(file.name());
    assertThat(receipt.path("结果").asString()).isEqualTo("部分接收");
    assertThat(receipt.path("接收条数").asInt()).isEqualTo(2);
    assertThat(receipt.path("退回条数").asInt()).isEqualTo(1);
    assertThat(receipt.path("退回明细"))
        .extracting(
            f -> f.path("行号").asInt(),
            f -> f.path("字段").asString(),
            f -> f.path("规则").asString(),
            f -> f.path("值的情况").asString())
        .containsExactlyInAnyOrder(
            tuple(2, "案件来源", "mapping.code", "text, 4 characters"),
            tuple(2, "罚款金额(元)", "mapping.amount", "text, 2 characters"));
    assertThat(receipt.path("退回明细"))
        .allSatisfy(f -> assertThat(f.path("处理办法").asString()).isNotBlank());
    String id = receipt.path("报文编号").asString();
    assertThat(gateway.operator().looksUp(id).records())
        .containsExactly("ACCEPTED", "REFUSED", "ACCEPTED");
    gateway.eventually(
        () ->
            assertThat(gateway.operator().looksUp(id).deliveries("publicity"))
                .containsExactly("DELIVERED", "DELIVERED"));
  }

  @Test
  void staysWhereItIsWhileTheDepartmentCannotBeReachedAndIsFetchedAfterwards() {
    CityFile file = CityFile.of(1);
    cutOff();
    city.drops(file);
    reconnect();

    assertThat(city.receiptFor(file.name()).path("接收条数").asInt()).isEqualTo(1);
  }

  @Test
  void isOneMessageHoweverOftenItIsDroppedAndAConflictWhenItsContentChanged() {
    CityFile file = CityFile.of(1);
    city.drops(file);
    city.receiptFor(file.name());
    gateway.eventually(() -> assertThat(city.has("out", file.name() + DIGEST)).isFalse());
    Books.Stored before = gateway.books().stored();

    city.drops(file);
    gateway.eventually(() -> assertThat(city.has("out", file.name())).isFalse());
    // The digest leaves after its file; one that is dropped in between would leave with it.
    gateway.eventually(() -> assertThat(city.has("out", file.name() + DIGEST)).isFalse());
    city.drops(file.name(), CityFile.of(1).bytes());

    gateway.eventually(() -> assertThat(city.has("conflict", file.name())).isTrue());
    assertThat(gateway.books().stored()).isEqualTo(before);
    assertThat(city.receipts())
        .filteredOn(r -> r.path("文件名").asString().equals(file.name()))
        .hasSize(1);
  }

  @Test
  void isTakenWhenItIsWholeAndNotWhileItGrows() throws IOException {
    CityFile file = CityFile.of(2);
    byte[] whole = file.bytes();
    city.leaves(file.name(), Arrays.copyOf(whole, whole.length / 2));
    city.promises(file.name(), whole);
    city.seesAGoodFileThrough();
    assertThat(city.has("out", file.name())).isTrue();

    Files.write(
        city.folder("out").resolve(file.name()),
        Arrays.copyOfRange(whole, whole.length / 2, whole.length),
        StandardOpenOption.APPEND);

    assertThat(city.receiptFor(file.name()).path("接收条数").asInt()).isEqualTo(2);
  }

  @Test
  void isNotTakenWithoutItsDigest() {
    CityFile file = CityFile.of(1);
    city.leaves(file.name(), file.bytes());

    city.seesAGoodFileThrough();

    assertThat(city.has("out", file.name())).isTrue();
  }

  @Test
  void aDecisionIsLeftAsOneFileWithItsDigest() throws IOException {
    Paper decision = forTheArchive();

    Reply receipt = gateway.housing().sends(decision);

    arrivesOnce(receipt);
    assertThat(Files.readString(file(receipt))).contains(decision.number());
    assertThat(gateway.housing().looksUp(receipt).trail(receiver))
        .containsExactly("ATTEMPTING", "DELIVERED");
  }

  @Test
  void aDecisionWaitsWhileTheArchiveCannotBeReached() throws IOException {
    cutOff();
    Reply receipt = gateway.housing().sends(forTheArchive());
    gateway.eventually(() -> assertThat(trail(receipt)).contains("RETRY_AT"));

    reconnect();

    arrivesOnce(receipt);
    assertThat(trail(receipt)).startsWith("ATTEMPTING", "RETRY_AT").doesNotContain("PARKED");
  }

  @Test
  void aDecisionIsParkedAfterTheLastRungAndArrivesWhenAnOperatorReplaysIt() throws IOException {
    cutOff();
    Reply receipt = gateway.housing().sends(forTheArchive());
    gateway.eventually(() -> assertThat(trail(receipt)).endsWith("PARKED"));
    reconnect();

    Reply replay = gateway.operator().replays(receipt.messageId(), receiver);

    assertThat(replay.status()).isEqualTo(202);
    arrivesOnce(receipt);
    assertThat(trail(receipt)).endsWith("PARKED", "REPLAYED", "ATTEMPTING", "DELIVERED");
  }

  @Test
  void anotherFileOfThatNameStaysWhatItIsAndTheSenderIsTold() throws IOException {
    cutOff();
    Reply receipt = gateway.housing().sends(forTheArchive());
    gateway.eventually(() -> assertThat(trail(receipt)).contains("RETRY_AT"));
    Files.writeString(file(receipt), "somebody else's");

    reconnect();

    gateway.eventually(() -> assertThat(trail(receipt)).endsWith("REFUSED_BY_RECEIVER"));
    assertThat(file(receipt)).hasContent("somebody else's");
    assertThat(gateway.housing().looksUp(receipt).detail("REFUSED_BY_RECEIVER"))
        .contains("another file has this name");
  }

  private Paper forTheArchive() {
    return Paper.decision().restricted().in(region);
  }

  private List<String> trail(Reply receipt) {
    return gateway.housing().looksUp(receipt).trail(receiver);
  }

  private Path file(Reply receipt) {
    return archive.folder("in").resolve(gateway.housing().looksUp(receipt).key(receiver) + ".json");
  }

  private void arrivesOnce(Reply receipt) throws IOException {
    gateway.eventually(() -> assertThat(trail(receipt)).endsWith("DELIVERED"));
    String key = gateway.housing().looksUp(receipt).key(receiver);
    gateway.eventually(
        () -> assertThat(archive.ledger().keys(Event.ARRIVED)).containsEntry(key, 1));
    assertThat(archive.ledger().keys(Event.ARRIVED_AGAIN)).doesNotContainKey(key);
    try (Stream<Path> files = Files.list(archive.folder("in"))) {
      assertThat(files.map(f -> f.getFileName().toString()).filter(n -> n.contains(key)))
          .containsExactlyInAnyOrder(key + ".json", key + ".json.sha256");
    }
  }
}
