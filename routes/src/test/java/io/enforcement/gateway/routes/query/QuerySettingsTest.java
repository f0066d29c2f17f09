package io.enforcement.gateway.routes.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enforcement.gateway.routes.CannotStart;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class QuerySettingsTest {

  @Test
  void theLogOfQueriesIsKeptForSixMonthsAtLeast() {
    assertThat(keeping(180).retention()).isEqualTo(Duration.ofDays(180));
    assertThatThrownBy(() -> keeping(179))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("gateway.queries.retention")
        .hasMessageContaining("180 days");
  }

  private static QuerySettings keeping(int days) {
    return new QuerySettings(
        Duration.ofSeconds(3), 8, 20, Duration.ofSeconds(5), 2, 8, Duration.ofDays(days), null);
  }
}
