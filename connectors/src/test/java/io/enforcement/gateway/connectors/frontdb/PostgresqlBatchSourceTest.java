package io.enforcement.gateway.connectors.frontdb;

import java.io.IOException;

class PostgresqlBatchSourceTest extends BatchSourceContract {

  @Override
  PartnerDatabase start() throws IOException {
    return new PostgresqlPartner();
  }
}
