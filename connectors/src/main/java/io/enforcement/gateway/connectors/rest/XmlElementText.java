package io.enforcement.gateway.connectors.rest;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Finds the text of one element in a partner's XML answer. Nothing outside the answer is ever read,
 * a DOCTYPE ends the reading, and nothing is built in memory: the answer's own bound is the bound.
 * Thread-safe.
 */
final class XmlElementText {

  private XmlElementText() {}

  /** The element's text; empty when the element is not there exactly once, or it is not sound. */
  static Optional<String> of(String localName, byte[] xml) {
    try {
      return only(localName, factory().createXMLStreamReader(new ByteArrayInputStream(xml)));
    } catch (XMLStreamException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> only(String localName, XMLStreamReader reader)
      throws XMLStreamException {
    String found = null;
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamConstants.DTD) {
        return Optional.empty();
      }
      if (event == XMLStreamConstants.START_ELEMENT && reader.getLocalName().equals(localName)) {
        if (found != null) {
          return Optional.empty();
        }
        found = reader.getElementText().strip();
      }
    }
    return Optional.ofNullable(found);
  }

  private static XMLInputFactory factory() {
    // The platform's own, by name: another parser on the class path may ignore what is set here.
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("nothing outside the answer is read");
        });
    return factory;
  }
}
