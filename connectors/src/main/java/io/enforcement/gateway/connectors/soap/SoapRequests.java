package io.enforcement.gateway.connectors.soap;

import io.enforcement.gateway.connectors.Dispatch;
import io.enforcement.gateway.connectors.http.PlainKey;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamConstants;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/** Writes the requests to one partner. Thread-safe. */
final class SoapRequests {

  private static final String PREFIX = "op";

  private final SoapSettings settings;

  SoapRequests(SoapSettings settings) {
    this.settings = settings;
  }

  /**
   * The request that brings the delivery.
   *
   * @throws SoapRefused when the body is not the document it must be: nothing may be sent
   */
  HttpPost bringing(Dispatch dispatch) {
    String key = PlainKey.checked(dispatch.key());
    Optional<ExchangeMessage> exchange =
        settings.exchange().map(h -> new ExchangeMessage(h.withSn(key), dispatch.body()));
    check(dispatch.body(), exchange.isPresent() ? new QName("fields") : settings.operation());
    Consumer<XmlDraft> body =
        exchange.isPresent()
            ? draft -> {
              start(draft, settings.operation());
              exchange.get().write(draft);
              draft.end();
            }
            : draft -> draft.copy(opened(dispatch.body()), Map.of());
    return post(settings.action(), key, body);
  }

  /** The request that asks whether the partner has the delivery. */
  HttpPost asking(Dispatch dispatch, SoapSettings.Question question) {
    String key = PlainKey.checked(dispatch.key());
    return post(
        question.action(),
        key,
        draft -> {
          start(draft, question.operation());
          draft.element(PREFIX, question.operation().getNamespaceURI(), keyName(), key).end();
        });
  }

  private HttpPost post(String action, String key, Consumer<XmlDraft> body) {
    SoapVersion version = settings.version();
    byte[] envelope = Envelope.of(version, draft -> header(draft, key), body);
    String type = version.contentType();
    HttpPost request = new HttpPost(settings.address());
    if (version == SoapVersion.V1_1) {
      request.setHeader("SOAPAction", '"' + action + '"');
    } else if (!action.isEmpty()) {
      type += "; action=\"" + action + '"';
    }
    request.setEntity(new ByteArrayEntity(envelope, ContentType.parse(type)));
    settings.auth().addTo(request);
    return request;
  }

  private void header(XmlDraft draft, String key) {
    String namespace = settings.operation().getNamespaceURI();
    settings.auth().token().ifPresent(t -> SecurityHeader.write(draft, settings.version(), t));
    draft.startBound(PREFIX, namespace, "MessageId").text(key).end();
  }

  private String keyName() {
    return settings.exchange().isPresent() ? "sn" : "MessageId";
  }

  private static void start(XmlDraft draft, QName operation) {
    draft.startBound(PREFIX, operation.getNamespaceURI(), operation.getLocalPart());
  }

  private static GuardedXmlReader opened(byte[] document) {
    GuardedXmlReader in = SafeXml.reader(document);
    in.nextTag();
    return in;
  }

  private static void check(byte[] document, QName root) {
    GuardedXmlReader in = opened(document);
    if (!in.getName().equals(root)) {
      throw SoapRefused.sender("soap.operation", "the payload is not " + root);
    }
    while (in.next() != XMLStreamConstants.END_DOCUMENT) {
      // The reader refuses whatever is not sound.
    }
  }
}
