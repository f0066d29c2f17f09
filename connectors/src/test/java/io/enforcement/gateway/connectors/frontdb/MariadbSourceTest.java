package io.enforcement.gateway.connectors.frontdb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.enforcement.gateway.connectors.peer.Peer;
import java.io.IOException;
import org.junit.jupiter.api.Test;

@Peer(value = "mariadb-server", program = "mariadbd")
class MariadbSourceTest extends FrontDatabaseSourceContract {

  @Override
  PartnerDatabase start() throws IOException {
    return new MariadbPartner();
  }

  @Test
  void aRowWithoutAFormInJsonDoesNotStopTheOthers() throws Exception {
    credit.runs(
        "ALTER TABLE rejection ADD COLUMN big bigint unsigned, ADD COLUMN on_time datetime",
        "INSERT INTO rejection (id, big, on_day, on_time)"
            + " VALUES (1, 18446744073709551615, '0000-00-00', '0000-00-00 00:00:00'),"
            + " (2, 3, NULL, NULL)");
    assertThat(source.poll(10, this::take)).isEqualTo(2);
    assertThat(items.get(0).body())
        .asString(UTF_8)
        .contains("\"BIG\":18446744073709551615")
        .contains("\"ON_DAY\":null")
        .contains("\"ON_TIME\":null");
  }
}
