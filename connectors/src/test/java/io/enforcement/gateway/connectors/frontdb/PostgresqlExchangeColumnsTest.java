package io.enforcement.gateway.connectors.frontdb;

import java.io.IOException;

class PostgresqlExchangeColumnsTest extends ExchangeColumnsContract {

  @Override
  PartnerDatabase start() throws IOException {
    return new PostgresqlPartner();
  }
}
