package io.enforcement.gateway.connectors.soap;

import java.util.function.Consumer;

/** Writes the envelope around a body. Prefix {@code soap} is bound inside it. */
final class Envelope {

  static final String PREFIX = "soap";

  private Envelope() {}

  static byte[] of(SoapVersion version, Consumer<XmlDraft> body) {
    XmlDraft draft = opened(version);
    return closed(version, draft, body);
  }

  static byte[] of(SoapVersion version, Consumer<XmlDraft> header, Consumer<XmlDraft> body) {
    XmlDraft draft = opened(version).start(PREFIX, version.namespace(), "Header");
    header.accept(draft);
    return closed(version, draft.end(), body);
  }

  private static XmlDraft opened(SoapVersion version) {
    return new XmlDraft().startBound(PREFIX, version.namespace(), "Envelope");
  }

  private static byte[] closed(SoapVersion version, XmlDraft draft, Consumer<XmlDraft> body) {
    draft.start(PREFIX, version.namespace(), "Body");
    body.accept(draft);
    return draft.end().end().toBytes();
  }
}
