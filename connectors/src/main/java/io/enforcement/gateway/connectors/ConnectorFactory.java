package io.enforcement.gateway.connectors;

import io.enforcement.gateway.connectors.filedrop.FileDropConnector;
import io.enforcement.gateway.connectors.filedrop.FileDropSource;
import io.enforcement.gateway.connectors.frontdb.FrontDatabaseConnector;
import io.enforcement.gateway.connectors.frontdb.FrontDatabaseSource;
import io.enforcement.gateway.connectors.jms.JmsConnector;
import io.enforcement.gateway.connectors.jms.JmsSource;
import io.enforcement.gateway.connectors.rest.OutboxSource;
import io.enforcement.gateway.connectors.rest.RestConnector;
import io.enforcement.gateway.connectors.rest.RestRequestor;
import io.enforcement.gateway.connectors.sftp.SftpConnector;
import io.enforcement.gateway.connectors.sftp.SftpSource;
import io.enforcement.gateway.connectors.soap.SoapConnector;
import java.util.List;

/**
 * Finds the transport by the word that stands behind {@code via} in a {@code partner.yaml}. The
 * only place that knows all transports. Thread-safe; whoever gets a connector or source closes it.
 */
public final class ConnectorFactory {

  /** The words of the transports over which we bring. */
  public static final List<String> CONNECTORS =
      List.of("rest", "soap", "sftp", "filedrop", "frontdb", "jms");

  /** The words of the transports over which we fetch. */
  public static final List<String> SOURCES =
      List.of("sftp", "filedrop", "frontdb", "jms", "rest-poll");

  /** The words of the transports over which we ask and are answered at once. */
  public static final List<String> REQUESTORS = List.of("rest");

  /**
   * @param kind one of {@link #CONNECTORS}
   * @throws IllegalArgumentException when the kind is unknown or a setting is missing or wrong
   */
  public Connector connector(String kind, ConnectorSettings settings) {
    return switch (kind) {
      case "rest" -> new RestConnector(settings);
      case "soap" -> new SoapConnector(settings);
      case "sftp" -> new SftpConnector(settings);
      case "filedrop" -> new FileDropConnector(settings);
      case "frontdb" -> new FrontDatabaseConnector(settings);
      case "jms" -> new JmsConnector(settings);
      default -> throw unknown(kind, settings, CONNECTORS);
    };
  }

  /**
   * @param kind one of {@link #SOURCES}; what comes over rest and soap is posted to the gateway,
   *     not fetched
   * @throws IllegalArgumentException when the kind is unknown or a setting is missing or wrong
   */
  public Source source(String kind, ConnectorSettings settings) {
    return switch (kind) {
      case "sftp" -> new SftpSource(settings);
      case "filedrop" -> new FileDropSource(settings);
      case "frontdb" -> new FrontDatabaseSource(settings);
      case "jms" -> new JmsSource(settings);
      case "rest-poll" -> new OutboxSource(settings);
      default -> throw unknown(kind, settings, SOURCES);
    };
  }

  /**
   * @param kind one of {@link #REQUESTORS}
   * @throws IllegalArgumentException when the kind is unknown or a setting is missing or wrong
   */
  public Requestor requestor(String kind, ConnectorSettings settings) {
    if (kind.equals("rest")) {
      return new RestRequestor(settings);
    }
    throw unknown(kind, settings, REQUESTORS);
  }

  private static IllegalArgumentException unknown(
      String kind, ConnectorSettings settings, List<String> known) {
    return new IllegalArgumentException(
        "partner "
            + settings.partner()
            + ": via "
            + kind
            + " is not one of "
            + String.join(", ", known));
  }
}
