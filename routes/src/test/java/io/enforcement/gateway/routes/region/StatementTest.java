package io.enforcement.gateway.routes.region;

import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.routes.region.store.RegionStore.Day;
import io.enforcement.gateway.routes.region.store.RegionStore.OnDay;
import io.enforcement.gateway.routes.region.store.RegionStore.Sent;
import io.enforcement.gateway.standards.model.Operation;
import io.enforcement.gateway.standards.model.ReconciliationStatement;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StatementTest {

  private static final Statement REGION = new Statement("640104", "province", "640000");
  private static final Day DAY = new Day("PenaltyDecision", LocalDate.of(2026, 3, 9), 0);

  @Test
  void ourRevisionsAreOddAndTheirsEven() {
    assertThat(List.of(0, 1, 2, 3, 4).stream().map(Statement::after))
        .containsExactly(1, 3, 3, 5, 5);
  }

  @Test
  void itSaysWhatWasSentAndHowFarThatCame() {
    List<OnDay> sent =
        List.of(
            onDay(1, "100.10", true, false),
            onDay(2, "200.00", true, true),
            onDay(3, null, false, false));

    ReconciliationStatement statement = REGION.of(DAY, 1, sent, Statement.ALL);

    assertThat(statement.getCdOperation()).isEqualTo(Operation.I);
    assertThat(statement.getMessageType()).isEqualTo("302");
    assertThat(
            List.of(
                statement.getSent(),
                statement.getReceived(),
                statement.getAccepted(),
                statement.getRejected(),
                statement.getPending()))
        .containsExactly(3, 2, 1, 1, 0);
    assertThat(statement.getFineSum()).isEqualByComparingTo("300.10");
    assertThat(statement.getAddressee().getAreaNumber()).isEqualTo("640000");
    assertThat(statement.getStatedVersions()).hasSize(3);
  }

  @Test
  void aLargeDayIsToldByRangesAndAVersionThatWasSentTwiceOnce() {
    List<OnDay> sent =
        IntStream.range(0, 200).mapToObj(i -> onDay(i % 100, null, true, false)).toList();

    ReconciliationStatement statement = REGION.of(DAY, 3, sent, Statement.ALL);

    assertThat(statement.getCdOperation()).isEqualTo(Operation.U);
    assertThat(statement.getFineSum()).isNull();
    assertThat(statement.getStatedVersions()).isEmpty();
    assertThat(statement.getDigestRanges()).hasSize(16);
    assertThat(statement.getDigestRanges().stream().mapToInt(range -> range.getRecordCount()).sum())
        .isEqualTo(100);
  }

  private static OnDay onDay(int act, String fines, boolean settled, boolean refused) {
    Sent sent =
        new Sent(
            UUID.randomUUID(),
            DAY.kind(),
            DAY.day(),
            "11640104MB1GXDM29U|302|" + act,
            "",
            1,
            "%064x".formatted(act),
            fines == null ? null : new BigDecimal(fines));
    return new OnDay(sent, settled, refused);
  }
}
