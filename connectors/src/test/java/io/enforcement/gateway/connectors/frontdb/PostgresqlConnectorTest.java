package io.enforcement.gateway.connectors.frontdb;

import java.io.IOException;

class PostgresqlConnectorTest extends FrontDatabaseConnectorContract {

  @Override
  PartnerDatabase start() throws IOException {
    return new PostgresqlPartner();
  }
}
