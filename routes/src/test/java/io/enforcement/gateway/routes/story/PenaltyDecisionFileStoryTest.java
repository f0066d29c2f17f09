package io.enforcement.gateway.routes.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.routes.sandbox.farside.Behaviour;
import io.enforcement.gateway.routes.sandbox.farside.Ledger.Event;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * A file of the urban management department, dropped over SFTP; receipts come back the same way.
 */
@Story
class PenaltyDecisionFileStoryTest {

  private final StoryGateway gateway;
  private final CityDesk city;

  PenaltyDecisionFileStoryTest(StoryGateway gateway) {
    this.gateway = gateway;
    this.city = new CityDesk(gateway);
  }

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
          assertThat(status.trail("city-management")).containsExactly("ATTEMPTING", "DELIVERED");
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
            org.assertj.core.groups.Tuple.tuple(2, "案件来源", "mapping.code", "text, 4 characters"),
            org.assertj.core.groups.Tuple.tuple(
                2, "罚款金额(元)", "mapping.amount", "text, 2 characters"));
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
  void waitsForAPlatformThatIsDownAndTheReceiptDoesNotWait() {
    gateway.wireTo("publicity").cut();
    CityFile file = CityFile.of(1);
    city.drops(file);
    String id = city.receiptFor(file.name()).path("报文编号").asString();
    gateway.eventually(
        () -> assertThat(gateway.operator().looksUp(id).trail("publicity")).contains("RETRY_AT"));

    gateway.wireTo("publicity").mend();

    gateway.eventually(
        () ->
            assertThat(gateway.operator().looksUp(id).trail("publicity"))
                .startsWith("ATTEMPTING", "RETRY_AT", "ATTEMPTING")
                .endsWith("ATTEMPTING", "DELIVERED"));
  }

  @Test
  void isParkedForThePlatformThatFailsAndArrivesWhenAnOperatorReplaysIt() {
    gateway.publicity().behave(Behaviour.of(Behaviour.Kind.ERROR_500));
    CityFile file = CityFile.of(1);
    city.drops(file);
    String id = city.receiptFor(file.name()).path("报文编号").asString();
    gateway.eventually(
        () -> assertThat(gateway.operator().looksUp(id).delivery("publicity")).isEqualTo("PARKED"));
    gateway.publicity().behave(Behaviour.ok());

    assertThat(gateway.operator().replays(id, "publicity").status()).isEqualTo(202);

    gateway.eventually(
        () ->
            assertThat(gateway.operator().looksUp(id).trail("publicity"))
                .endsWith("PARKED", "REPLAYED", "ATTEMPTING", "DELIVERED"));
    assertThat(gateway.operator().looksUp(id).trail("city-management"))
        .containsExactly("ATTEMPTING", "DELIVERED");
  }

  @Test
  void staysWhereItIsWhileTheDepartmentsServerIsDownAndIsFetchedWhenItIsBack() {
    CityFile file = CityFile.of(1);
    gateway.city().behave(Behaviour.of(Behaviour.Kind.DOWN));
    city.drops(file);
    gateway.city().behave(Behaviour.ok());

    assertThat(city.receiptFor(file.name()).path("接收条数").asInt()).isEqualTo(1);
  }

  @Test
  void isOneMessageHoweverOftenItIsDroppedAndAConflictWhenItsContentChanged() {
    CityFile file = CityFile.of(1);
    city.drops(file);
    city.receiptFor(file.name());
    gateway.eventually(() -> assertThat(city.has("out", file.name())).isFalse());
    Books.Stored before = gateway.books().stored();

    city.drops(file);
    gateway.eventually(() -> assertThat(city.has("out", file.name())).isFalse());
    city.drops(file.name(), CityFile.of(1).bytes());

    gateway.eventually(() -> assertThat(city.has("conflict", file.name())).isTrue());
    assertThat(gateway.books().stored()).isEqualTo(before);
    assertThat(city.receipts())
        .filteredOn(r -> r.path("文件名").asString().equals(file.name()))
        .hasSize(1);
  }
}
