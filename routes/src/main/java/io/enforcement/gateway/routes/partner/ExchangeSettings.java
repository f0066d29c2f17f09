package io.enforcement.gateway.routes.partner;

import io.enforcement.gateway.connectors.TransportSetting;
import io.enforcement.gateway.connectors.TransportSetting.Form;
import io.enforcement.gateway.connectors.TransportSettings;
import io.enforcement.gateway.routes.broker.AmqpDoor;
import io.enforcement.gateway.routes.partner.Partner.Receiving;
import io.enforcement.gateway.routes.partner.Partner.Sending;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which settings an exchange knows: those of its transport, and those that the gateway itself
 * reads. None for a transport that is not known.
 */
public final class ExchangeSettings {

  private static final TransportSetting POLL = TransportSetting.of("poll", Form.DURATION);
  private static final TransportSetting CONTENT_TYPE =
      TransportSetting.of("content-type", Form.TEXT);
  private static final TransportSetting FILES_WITHIN =
      TransportSetting.of("files-within", Form.DURATION);
  private static final TransportSetting PATIENCE = TransportSetting.of("patience", Form.DURATION);
  private static final TransportSetting RECEIPT_WITHIN =
      TransportSetting.of("receipt-within", Form.DURATION);

  private static final List<TransportSetting> POSTED =
      List.of(
          TransportSetting.of("form-field", Form.TEXT),
          TransportSetting.of("form-content-type", Form.TEXT),
          TransportSetting.word("charset", "UTF-8", "GB18030"));

  private static final List<TransportSetting> ENVELOPED =
      List.of(
          TransportSetting.of("operation", Form.TEXT),
          TransportSetting.of("namespace", Form.TEXT),
          TransportSetting.word("envelope", "payload", "exchange-message"),
          TransportSetting.of("item", Form.TEXT).neededWith("envelope", "exchange-message"));

  private ExchangeSettings() {}

  /** Of what a partner sends over this transport. */
  public static List<TransportSetting> sent(String via) {
    return switch (via) {
      case Sending.REST -> POSTED;
      case Sending.SOAP -> ENVELOPED;
      case AmqpDoor.VIA -> List.of(POLL);
      default -> with(TransportSettings.fetching(via), List.of(POLL));
    };
  }

  /** Of what a partner receives over this transport. */
  public static List<TransportSetting> received(String via) {
    List<TransportSetting> own = List.of(FILES_WITHIN, PATIENCE, RECEIPT_WITHIN, CONTENT_TYPE);
    return switch (via) {
      case Receiving.OUTBOX, AmqpDoor.VIA -> own;
      default -> with(TransportSettings.bringing(via), own);
    };
  }

  /** Of what a partner is asked over this transport. */
  public static List<TransportSetting> asked(String via) {
    return TransportSettings.asking(via);
  }

  private static List<TransportSetting> with(
      List<TransportSetting> transport, List<TransportSetting> own) {
    return transport.isEmpty()
        ? transport
        : Stream.concat(transport.stream(), own.stream()).distinct().toList();
  }
}
