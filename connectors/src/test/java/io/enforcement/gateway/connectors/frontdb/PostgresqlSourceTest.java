package io.enforcement.gateway.connectors.frontdb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class PostgresqlSourceTest extends FrontDatabaseSourceContract {

  @Override
  PartnerDatabase start() throws IOException {
    return new PostgresqlPartner();
  }

  @Test
  void aRowWithoutAFormInJsonDoesNotStopTheOthers() throws Exception {
    credit.runs(
        "INSERT INTO rejection (id, fine, at) VALUES (1, 'NaN', 'infinity'), (2, 3.00, NULL)");
    assertThat(source.poll(10, this::take)).isEqualTo(2);
    assertThat(items.get(0).body())
        .asString(UTF_8)
        .contains("\"FINE\":\"NaN\"")
        .contains("\"AT\":\"infinity\"");
  }
}
