package io.enforcement.gateway.routes.soap;

import io.enforcement.gateway.connectors.ConnectorSettings;
import io.enforcement.gateway.connectors.soap.ExchangeMessage;
import io.enforcement.gateway.connectors.soap.SoapMessage;
import io.enforcement.gateway.routes.partner.Partner.Sending;
import java.util.Optional;
import javax.xml.namespace.QName;

/**
 * One operation of a partner's service: the exchange that it stands for, and how its document and
 * the sender's key are found in an envelope. Immutable.
 *
 * @param item with the envelope ExchangeMessage, the matter that tells this exchange from others
 */
record SoapOperation(String exchange, QName payload, Optional<String> item) {

  static SoapOperation of(Sending sending) {
    ConnectorSettings settings = sending.settings();
    boolean wrapped = settings.optional("envelope").filter("exchange-message"::equals).isPresent();
    String name = settings.optional("operation").orElse(sending.exchange());
    return new SoapOperation(
        sending.exchange(),
        new QName(settings.optional("namespace").orElse(""), name),
        wrapped ? Optional.of(settings.required("item")) : Optional.empty());
  }

  boolean takes(SoapMessage message) {
    return item.isPresent()
        ? message.exchangeMessage().filter(m -> m.header().item().equals(item.get())).isPresent()
        : message.operation().equals(payload);
  }

  /** The sender's key: the header block MessageId, or the serial number of an ExchangeMessage. */
  Optional<String> key(SoapMessage message) {
    return item.isPresent()
        ? message.exchangeMessage().map(m -> m.header().sn())
        : message.messageId();
  }

  /** What the translator reads. */
  byte[] document(SoapMessage message) {
    return item.isPresent()
        ? message.exchangeMessage().map(ExchangeMessage::fields).orElseThrow()
        : message.payload();
  }
}
