package io.enforcement.gateway.mappings.xml;

import io.enforcement.gateway.standards.format.SchemaPlace;
import io.enforcement.gateway.standards.format.XmlCharacters;
import io.enforcement.gateway.standards.validation.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.validation.ValidatorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.AttributesImpl;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Builds the tree of one document and shows each event to the schema's validator. Complaints wait
 * for the whole tree, because only then a path knows whether its elements repeat.
 */
final class CheckedTree {

  private static final int MAX_FINDINGS = 100;
  // A wrong value complains twice: which facet it breaks, and that it is wrong.
  private static final int MAX_COMPLAINTS = 2 * MAX_FINDINGS;

  private final ValidatorHandler validator;
  private final List<Complaint> complaints = new ArrayList<>();
  private XmlElement here;

  private record Complaint(String message, XmlElement at) {}

  CheckedTree(ValidatorHandler validator) {
    this.validator = validator;
    validator.setErrorHandler(
        new DefaultHandler() {
          @Override
          public void error(SAXParseException complaint) {
            note(complaint);
          }

          @Override
          public void fatalError(SAXParseException complaint) {
            note(complaint);
          }
        });
  }

  /** Reads from the root's start, where the reader stands, to the end of the document. */
  XmlElement read(XMLStreamReader reader) throws XMLStreamException, SAXException {
    validator.startDocument();
    XmlElement root = XmlElement.root(reader.getLocalName());
    start(reader, root);
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> start(reader, here.add(reader.getLocalName()));
        case XMLStreamConstants.END_ELEMENT -> end(reader);
        case XMLStreamConstants.CHARACTERS -> text(reader.getText());
        default -> {
          // Comments and the document's end say nothing.
        }
      }
    }
    validator.endDocument();
    return root;
  }

  List<Finding> findings(BiFunction<String, SchemaPlace, Optional<Finding>> judge) {
    return complaints.stream()
        .flatMap(complaint -> judge.apply(complaint.message(), complaint.at()).stream())
        .limit(MAX_FINDINGS)
        .toList();
  }

  private void start(XMLStreamReader reader, XmlElement element) throws SAXException {
    here = element;
    AttributesImpl attributes = new AttributesImpl();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String uri = reader.getAttributeNamespace(i);
      String local = reader.getAttributeLocalName(i);
      attributes.addAttribute(
          uri == null ? "" : uri, local, local, "CDATA", reader.getAttributeValue(i));
    }
    validator.startElement(uri(reader), element.name(), element.name(), attributes);
  }

  private void text(String text) throws SAXException {
    if (here == null) {
      return;
    }
    here.append(text);
    char[] sound = XmlCharacters.onePerCharacter(text).toCharArray();
    validator.characters(sound, 0, sound.length);
  }

  private void end(XMLStreamReader reader) throws SAXException {
    validator.endElement(uri(reader), here.name(), here.name());
    here = here.around();
  }

  private static String uri(XMLStreamReader reader) {
    return reader.getNamespaceURI() == null ? "" : reader.getNamespaceURI();
  }

  private void note(SAXParseException complaint) {
    if (complaints.size() < MAX_COMPLAINTS) {
      complaints.add(new Complaint(complaint.getMessage(), here));
    }
  }
}
