package io.enforcement.gateway.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.enforcement.gateway.connectors.filedrop.FileDropConnector;
import io.enforcement.gateway.connectors.filedrop.FileDropSource;
import io.enforcement.gateway.connectors.frontdb.FrontDatabaseConnector;
import io.enforcement.gateway.connectors.frontdb.FrontDatabaseSource;
import io.enforcement.gateway.connectors.jms.JmsConnector;
import io.enforcement.gateway.connectors.jms.JmsSource;
import io.enforcement.gateway.connectors.rest.OutboxSource;
import io.enforcement.gateway.connectors.rest.RestConnector;
import io.enforcement.gateway.connectors.sftp.SftpConnector;
import io.enforcement.gateway.connectors.sftp.SftpSource;
import io.enforcement.gateway.connectors.soap.SoapConnector;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** No far side is needed to build a connector: a partner may be down when we start. */
class ConnectorFactoryTest {

  private static final ConnectorSettings SETTINGS =
      new ConnectorSettings(
          "credit",
          Map.ofEntries(
              Map.entry("endpoint", "https://partner.example/api"),
              Map.entry("namespace", "urn:invented:linkage"),
              Map.entry("operation", "transferCase"),
              Map.entry("host", "partner.example"),
              Map.entry("host-key-fingerprint", "SHA256:invented"),
              Map.entry("root", "/srv/partner"),
              Map.entry("directory", "in"),
              Map.entry("url", "jdbc:postgresql://127.0.0.1:1/front"),
              Map.entry("user", "gateway"),
              Map.entry("credentials", "credit"),
              Map.entry("table", "rejection"),
              Map.entry("key-column", "id"),
              Map.entry("flag-column", "flag"),
              Map.entry("broker", "tls://partner.example:61617"),
              Map.entry("queue", "decisions"),
              Map.entry("aside", "decisions.aside")),
          name -> new Secret("invented"));

  private final ConnectorFactory factory = new ConnectorFactory();

  @Test
  void findsTheTransportOfAReceiver() {
    assertConnector("rest", RestConnector.class);
    assertConnector("soap", SoapConnector.class);
    assertConnector("sftp", SftpConnector.class);
    assertConnector("filedrop", FileDropConnector.class);
    assertConnector("frontdb", FrontDatabaseConnector.class);
    assertConnector("jms", JmsConnector.class);
  }

  @Test
  void findsTheTransportOfASender() {
    assertSource("sftp", SftpSource.class);
    assertSource("filedrop", FileDropSource.class);
    assertSource("frontdb", FrontDatabaseSource.class);
    assertSource("jms", JmsSource.class);
    assertSource("rest-poll", OutboxSource.class);
  }

  @Test
  void tellsWhichTransportsThereAre() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> factory.connector("fax", SETTINGS))
        .withMessage(
            "partner credit: via fax is not one of rest, soap, sftp, filedrop, frontdb, jms");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> factory.source("rest", SETTINGS))
        .withMessage(
            "partner credit: via rest is not one of sftp, filedrop, frontdb, jms, rest-poll");
  }

  @Test
  void namesTheSettingThatIsMissing() {
    ConnectorSettings bare = new ConnectorSettings("credit", Map.of(), name -> new Secret("x"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> factory.connector("sftp", bare))
        .withMessage("partner credit: setting directory is missing");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> factory.connector("rest", bare))
        .withMessageContaining("setting endpoint");
  }

  private void assertConnector(String kind, Class<? extends Connector> type) {
    try (Connector connector = factory.connector(kind, SETTINGS)) {
      assertThat(connector).isInstanceOf(type);
    }
  }

  private void assertSource(String kind, Class<? extends Source> type) {
    try (Source source = factory.source(kind, SETTINGS)) {
      assertThat(source).isInstanceOf(type);
    }
  }
}
