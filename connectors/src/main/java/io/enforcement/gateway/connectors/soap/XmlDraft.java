package io.enforcement.gateway.connectors.soap;

import com.ctc.wstx.api.InvalidCharHandler;
import com.ctc.wstx.api.WstxOutputProperties;
import com.ctc.wstx.io.WstxInputData;
import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * One XML document that is being written into memory, in UTF-8. Characters that XML cannot hold
 * become {@code ?}: better an answer with a mark than none. Used by one thread.
 */
final class XmlDraft {

  private static final String UTF_8 = "UTF-8";
  private static final WstxOutputFactory FACTORY = factory();

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
  private final XMLStreamWriter out;

  XmlDraft() {
    try {
      out = FACTORY.createXMLStreamWriter(bytes, UTF_8);
    } catch (XMLStreamException e) {
      throw new IllegalStateException("no writer into memory", e);
    }
    with(() -> out.writeStartDocument(UTF_8, "1.0"));
  }

  /** Starts an element whose prefix is already bound. */
  XmlDraft start(String prefix, String namespace, String name) {
    return with(() -> out.writeStartElement(prefix, name, namespace));
  }

  /** Starts an element and binds its prefix. */
  XmlDraft startBound(String prefix, String namespace, String name) {
    return start(prefix, namespace, name).bind(prefix, namespace);
  }

  /** Binds a prefix at the element just started; the empty one is the default. */
  XmlDraft bind(String prefix, String namespace) {
    return with(
        prefix.isEmpty()
            ? () -> out.writeDefaultNamespace(namespace)
            : () -> out.writeNamespace(prefix, namespace));
  }

  XmlDraft attribute(String name, String value) {
    return with(() -> out.writeAttribute(name, value));
  }

  XmlDraft attribute(String prefix, String namespace, String name, String value) {
    return namespace.isEmpty()
        ? attribute(name, value)
        : with(() -> out.writeAttribute(prefix, namespace, name, value));
  }

  XmlDraft text(String text) {
    return with(() -> out.writeCharacters(text));
  }

  /** An element with nothing but text, whose prefix is already bound. */
  XmlDraft element(String prefix, String namespace, String name, String text) {
    return start(prefix, namespace, name).text(text).end();
  }

  XmlDraft end() {
    return with(out::writeEndElement);
  }

  /**
   * Copies the element at which the reader stands, which then stands at its end. Comments are left
   * out.
   *
   * @param scope prefixes bound further out, needed by names inside values such as {@code xsi:type}
   */
  XmlDraft copy(GuardedXmlReader in, Map<String, String> scope) {
    Map<String, String> outer = new TreeMap<>(scope);
    Map<String, String> own = new HashMap<>();
    in.declared(own);
    outer.keySet().removeAll(own.keySet());
    copyStart(in);
    outer.forEach(this::bind);
    copyAttributes(in);
    int open = 1;
    while (open > 0) {
      switch (in.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          copyStart(in);
          copyAttributes(in);
          open++;
        }
        case XMLStreamConstants.END_ELEMENT -> {
          end();
          open--;
        }
        case XMLStreamConstants.COMMENT -> {
          // Says nothing to a machine.
        }
        default -> text(in.getText());
      }
    }
    return this;
  }

  private void copyStart(GuardedXmlReader in) {
    start(
        GuardedXmlReader.known(in.getPrefix()),
        GuardedXmlReader.known(in.getNamespaceURI()),
        in.getLocalName());
    for (int i = 0; i < in.getNamespaceCount(); i++) {
      bind(
          GuardedXmlReader.known(in.getNamespacePrefix(i)),
          GuardedXmlReader.known(in.getNamespaceURI(i)));
    }
  }

  private void copyAttributes(GuardedXmlReader in) {
    for (int i = 0; i < in.getAttributeCount(); i++) {
      attribute(
          GuardedXmlReader.known(in.getAttributePrefix(i)),
          GuardedXmlReader.known(in.getAttributeNamespace(i)),
          in.getAttributeLocalName(i),
          in.getAttributeValue(i));
    }
  }

  /** Closes what is open and gives the document. */
  byte[] toBytes() {
    with(out::writeEndDocument).with(out::close);
    return bytes.toByteArray();
  }

  /** Whether an element may have this local name. */
  static boolean isName(String name) {
    return !name.isEmpty()
        && name.indexOf(':') < 0
        && WstxInputData.findIllegalNameChar(name, true, false) < 0;
  }

  private XmlDraft with(Step step) {
    try {
      step.run();
      return this;
    } catch (XMLStreamException e) {
      throw new IllegalArgumentException("not writable as XML", e);
    }
  }

  @FunctionalInterface
  private interface Step {
    void run() throws XMLStreamException;
  }

  private static WstxOutputFactory factory() {
    WstxOutputFactory factory = new WstxOutputFactory();
    factory.setProperty(XMLOutputFactory.IS_REPAIRING_NAMESPACES, false);
    factory.setProperty(WstxOutputProperties.P_OUTPUT_VALIDATE_NAMES, true);
    factory.setProperty(
        WstxOutputProperties.P_OUTPUT_INVALID_CHAR_HANDLER,
        new InvalidCharHandler.ReplacingHandler('?'));
    return factory;
  }
}
