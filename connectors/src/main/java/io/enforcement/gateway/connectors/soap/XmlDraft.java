package io.enforcement.gateway.connectors.soap;

import com.ctc.wstx.api.InvalidCharHandler;
import com.ctc.wstx.api.WstxOutputProperties;
import com.ctc.wstx.io.WstxInputData;
import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
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

  private static final WstxOutputFactory FACTORY = factory();

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
  private final XMLStreamWriter out;

  XmlDraft() {
    try {
      out = FACTORY.createXMLStreamWriter(bytes, "UTF-8");
      out.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
    } catch (XMLStreamException e) {
      throw impossible(e);
    }
  }

  /** Starts an element whose prefix is already bound. */
  XmlDraft start(String prefix, String namespace, String name) {
    try {
      out.writeStartElement(prefix, name, namespace);
      return this;
    } catch (XMLStreamException e) {
      throw impossible(e);
    }
  }

  /** Starts an element and binds its prefix. */
  XmlDraft startBound(String prefix, String namespace, String name) {
    return start(prefix, namespace, name).bind(prefix, namespace);
  }

  /** Binds a prefix at the element just started. */
  XmlDraft bind(String prefix, String namespace) {
    try {
      if (prefix.isEmpty()) {
        out.writeDefaultNamespace(namespace);
      } else {
        out.writeNamespace(prefix, namespace);
      }
      return this;
    } catch (XMLStreamException e) {
      throw impossible(e);
    }
  }

  XmlDraft attribute(String name, String value) {
    return attribute("", "", name, value);
  }

  XmlDraft attribute(String prefix, String namespace, String name, String value) {
    try {
      if (namespace.isEmpty()) {
        out.writeAttribute(name, value);
      } else {
        out.writeAttribute(prefix, namespace, name, value);
      }
      return this;
    } catch (XMLStreamException e) {
      throw impossible(e);
    }
  }

  XmlDraft text(String text) {
    try {
      out.writeCharacters(text);
      return this;
    } catch (XMLStreamException e) {
      throw impossible(e);
    }
  }

  /** An element with nothing but text, whose prefix is already bound. */
  XmlDraft element(String prefix, String namespace, String name, String text) {
    return start(prefix, namespace, name).text(text).end();
  }

  XmlDraft end() {
    try {
      out.writeEndElement();
      return this;
    } catch (XMLStreamException e) {
      throw impossible(e);
    }
  }

  /**
   * Copies the element at which the reader stands, which then stands at its end. Comments are left
   * out.
   *
   * @param scope prefixes bound further out, needed by names inside values such as {@code xsi:type}
   */
  XmlDraft copy(GuardedXmlReader in, Map<String, String> scope) {
    Map<String, String> bindings = new TreeMap<>(scope);
    in.declared(bindings);
    copyStart(in, bindings);
    int open = 1;
    while (open > 0) {
      switch (in.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          Map<String, String> own = new TreeMap<>();
          in.declared(own);
          copyStart(in, own);
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

  private void copyStart(GuardedXmlReader in, Map<String, String> bindings) {
    start(
        GuardedXmlReader.known(in.getPrefix()),
        GuardedXmlReader.known(in.getNamespaceURI()),
        in.getLocalName());
    bindings.forEach(this::bind);
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
    try {
      out.writeEndDocument();
      out.close();
      return bytes.toByteArray();
    } catch (XMLStreamException e) {
      throw impossible(e);
    }
  }

  /** Whether an element may have this local name. */
  static boolean isName(String name) {
    return name.indexOf(':') < 0 && WstxInputData.findIllegalNameChar(name, true, false) < 0;
  }

  private static IllegalArgumentException impossible(XMLStreamException e) {
    return new IllegalArgumentException("not writable as XML", e);
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
