package io.enforcement.gateway.connectors.frontdb;

import io.enforcement.gateway.connectors.peer.Peer;
import java.io.IOException;

@Peer(value = "mariadb-server", program = "mariadbd")
class MariadbBatchSourceTest extends BatchSourceContract {

  @Override
  PartnerDatabase start() throws IOException {
    return new MariadbPartner();
  }
}
