package io.enforcement.gateway.standards.format;

import io.enforcement.gateway.standards.validation.Finding;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;
import javax.xml.validation.ValidatorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.AttributesImpl;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Shows a foreign document to the validator while somebody reads it: binding alone takes elements
 * in any order, and a listed value that it does not know for an absent one.
 */
final class CheckedXmlReader extends StreamReaderDelegate {

  private static final int MAX_FINDINGS = 100;

  private final ValidatorHandler validator;
  private final RecordPath path = new RecordPath();
  private final List<Finding> findings = new ArrayList<>();
  private boolean begun;

  CheckedXmlReader(XMLStreamReader reader, ValidatorHandler validator) throws SAXException {
    super(reader);
    this.validator = validator;
    validator.setErrorHandler(
        new DefaultHandler() {
          @Override
          public void error(SAXParseException complaint) {
            complain(complaint);
          }

          @Override
          public void fatalError(SAXParseException complaint) {
            complain(complaint);
          }
        });
    validator.startDocument();
    if (reader.isStartElement()) {
      start(); // The first element of a record in a document of many was read already.
    }
  }

  List<Finding> findings() {
    return findings;
  }

  @Override
  public int next() throws XMLStreamException {
    boolean over = begun && path.isEmpty();
    int event = super.next();
    if (over) {
      return event; // What follows a record is not part of it.
    }
    try {
      switch (event) {
        case START_ELEMENT -> start();
        case END_ELEMENT -> end();
        case CHARACTERS, SPACE -> text();
        default -> {
          // Comments say nothing to a schema.
        }
      }
    } catch (SAXException e) {
      throw new XMLStreamException(e);
    }
    return event;
  }

  private void start() throws SAXException {
    for (int i = 0; i < getNamespaceCount(); i++) {
      String prefix = getNamespacePrefix(i);
      validator.startPrefixMapping(prefix == null ? "" : prefix, getNamespaceURI(i));
    }
    AttributesImpl attributes = new AttributesImpl();
    for (int i = 0; i < getAttributeCount(); i++) {
      String uri = getAttributeNamespace(i);
      String local = getAttributeLocalName(i);
      attributes.addAttribute(uri == null ? "" : uri, local, local, "CDATA", getAttributeValue(i));
    }
    begun = true;
    path.enter(JsonPaths.shown(getLocalName()));
    validator.startElement(uri(), getLocalName(), getLocalName(), attributes);
  }

  private void text() throws SAXException {
    char[] sound = XmlCharacters.onePerCharacter(getText()).toCharArray();
    validator.characters(sound, 0, sound.length);
  }

  private void end() throws SAXException {
    validator.endElement(uri(), getLocalName(), getLocalName());
    path.leave();
    if (path.isEmpty()) {
      validator.endDocument();
    }
  }

  private String uri() {
    return getNamespaceURI() == null ? "" : getNamespaceURI();
  }

  private void complain(SAXParseException complaint) {
    if (findings.size() < MAX_FINDINGS) {
      SchemaComplaint.foreign(complaint.getMessage(), path).ifPresent(findings::add);
    }
  }
}
