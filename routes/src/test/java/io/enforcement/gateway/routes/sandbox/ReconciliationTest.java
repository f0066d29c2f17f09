package io.enforcement.gateway.routes.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.routes.sandbox.GatewayApi.Delivery;
import io.enforcement.gateway.routes.sandbox.GatewayApi.Receiver;
import io.enforcement.gateway.routes.sandbox.GatewayApi.Totals;
import io.enforcement.gateway.routes.sandbox.farside.Ledger;
import io.enforcement.gateway.routes.sandbox.farside.Ledger.Event;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class ReconciliationTest {

  private static final Totals NOTHING = new Totals(0, 0, 0, Map.of(), true);
  @TempDir Path directory;
  private Ledger ledger;

  @BeforeEach
  void open() {
    ledger = new Ledger(directory.resolve("ledger.tsv"));
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void agreesWhenEveryRecordAndEveryKeyIsAccountedFor() {
    arrived("a");
    ledger.append(Event.REFUSED, "b", new byte[0], "decisions");
    Reconciliation result = over(336, new Receiver(2, 1, 1, 0, 0, 0, 0, 0));
    result.compare("publicity", ledger, List.of(delivery("a", "DELIVERED")));
    assertThat(result.differences()).isEmpty();
  }

  @Test
  void countsOnlyThisRun() {
    Totals before = new Totals(1000, 5, 7, Map.of(), true);
    Totals after = new Totals(1310, 15, 23, Map.of(), true);
    assertThat(new Reconciliation(336, before, after).differences()).isEmpty();
  }

  @Test
  void namesARecordThatIsLost() {
    assertThat(over(337, new Receiver(0, 0, 0, 0, 0, 0, 0, 0)).differences())
        .containsExactly("sent 337, but received 310 + duplicates 10 + refused 16");
  }

  @Test
  void namesADeliveryThatTheReceiverHasNotSeen() {
    Reconciliation result = over(336, new Receiver(1, 1, 0, 0, 0, 0, 0, 0));
    result.compare("publicity", ledger, List.of(delivery("a", "DELIVERED")));
    assertThat(result.differences())
        .anyMatch(d -> d.equals("publicity: delivered, but not once in its ledger: a"));
  }

  @Test
  void namesAKeyThatArrivedTwice() {
    arrived("a");
    arrived("a");
    Reconciliation result = over(336, new Receiver(1, 1, 0, 0, 0, 0, 0, 0));
    result.compare("publicity", ledger, List.of(delivery("a", "DELIVERED")));
    assertThat(result.differences()).anyMatch(d -> d.contains("stand twice"));
  }

  @Test
  void namesWhatArrivedWithoutTheGatewayKnowing() {
    arrived("a");
    arrived("ghost");
    Reconciliation result = over(336, new Receiver(1, 1, 0, 0, 0, 0, 0, 0));
    result.compare("publicity", ledger, List.of(delivery("a", "DELIVERED")));
    assertThat(result.differences()).singleElement().asString().contains("ledger holds 2");
  }

  @Test
  void namesWhatArrivedAlthoughItIsParked() {
    arrived("a");
    Reconciliation result = over(336, new Receiver(1, 0, 0, 1, 0, 0, 0, 0));
    result.compare("publicity", ledger, List.of(delivery("a", "PARKED")));
    assertThat(result.differences()).anyMatch(d -> d.contains("PARKED at the gateway: a"));
  }

  @Test
  void namesAReceiverWhoseCountsDoNotAddUp() {
    assertThat(over(336, new Receiver(5, 1, 1, 1, 1, 0, 0, 0)).differences())
        .singleElement()
        .asString()
        .startsWith("publicity: subscribed is not the sum");
  }

  @Test
  void whatPeopleGaveUpIsAccountedFor() {
    assertThat(over(336, new Receiver(1, 0, 0, 0, 0, 0, 1, 0)).differences()).isEmpty();
    Reconciliation arrivedAnyway = over(336, new Receiver(1, 0, 0, 0, 0, 0, 1, 0));
    arrived("a");
    arrivedAnyway.compare("publicity", ledger, List.of(delivery("a", "DISCARDED")));
    assertThat(arrivedAnyway.differences())
        .anyMatch(d -> d.contains("DISCARDED at the gateway: a"));
  }

  @Test
  void printsOneLineOfJson() {
    String line = over(336, new Receiver(4, 1, 1, 1, 1, 0, 0, 0)).json(12.345);
    assertThat(line).doesNotContain("\n");
    var json = JsonMapper.builder().build().readTree(line);
    assertThat(json.path("sent").asInt()).isEqualTo(336);
    assertThat(json.at("/receivers/publicity/refusedByReceiver").asInt()).isEqualTo(1);
    assertThat(json.at("/totals/subscribed").asInt()).isEqualTo(4);
    assertThat(json.path("seconds").asDouble()).isEqualTo(12.3);
  }

  private static Reconciliation over(long sent, Receiver publicity) {
    return new Reconciliation(
        sent, NOTHING, new Totals(310, 10, 16, Map.of("publicity", publicity), true));
  }

  private static Delivery delivery(String key, String state) {
    return new Delivery(key, "publicity", "penalty-decision", state, 1, "");
  }

  private void arrived(String key) {
    ledger.append(Event.ARRIVED, key, new byte[0], "decisions");
  }
}
