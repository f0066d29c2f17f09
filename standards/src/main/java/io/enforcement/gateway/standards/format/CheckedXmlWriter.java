package io.enforcement.gateway.standards.format;

import io.enforcement.gateway.standards.validation.Finding;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import javax.xml.validation.ValidatorHandler;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Takes the SAX events of one marshalling pass, writes them as bytes, shows them to the validator,
 * and knows at each complaint where in the record it stands.
 */
final class CheckedXmlWriter extends DefaultHandler {

  private static final int MAX_FINDINGS = 100;

  private final XMLStreamWriter writer;
  private final ValidatorHandler validator;
  private final RecordPath path = new RecordPath();
  private final List<String[]> namespaces = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();

  CheckedXmlWriter(XMLStreamWriter writer, ValidatorHandler validator) {
    this.writer = writer;
    this.validator = validator;
    validator.setErrorHandler(this);
  }

  List<Finding> findings() {
    return findings;
  }

  // JAXB writes a fragment, but the validator wants a whole document.
  @Override
  public void startPrefixMapping(String prefix, String uri) throws SAXException {
    if (path.isEmpty() && namespaces.isEmpty()) {
      validator.startDocument();
    }
    namespaces.add(new String[] {prefix, uri});
    validator.startPrefixMapping(prefix, uri);
  }

  @Override
  public void startElement(String uri, String local, String name, Attributes attributes)
      throws SAXException {
    path.enter(local);
    validator.startElement(uri, local, name, attributes);
    try {
      int colon = name.indexOf(':');
      writer.writeStartElement(colon < 0 ? "" : name.substring(0, colon), local, uri);
      for (String[] namespace : namespaces) {
        writer.writeNamespace(namespace[0], namespace[1]);
      }
      namespaces.clear();
    } catch (XMLStreamException e) {
      throw new SAXException(e);
    }
  }

  @Override
  public void characters(char[] text, int start, int length) throws SAXException {
    String given = new String(text, start, length);
    String value = XmlCharacters.replaceForbidden(given);
    if (!value.equals(given)) {
      add(Finding.of("structure.character", path.here(), "character that XML cannot carry"));
    }
    char[] sound = XmlCharacters.onePerCharacter(value).toCharArray();
    validator.characters(sound, 0, sound.length);
    try {
      writer.writeCharacters(value);
    } catch (XMLStreamException e) {
      throw new SAXException(e);
    }
  }

  @Override
  public void endElement(String uri, String local, String name) throws SAXException {
    validator.endElement(uri, local, name);
    path.leave();
    try {
      writer.writeEndElement();
    } catch (XMLStreamException e) {
      throw new SAXException(e);
    }
    if (path.isEmpty()) {
      validator.endDocument();
    }
  }

  @Override
  public void error(SAXParseException complaint) {
    SchemaComplaint.finding(complaint.getMessage(), path).ifPresent(this::add);
  }

  @Override
  public void fatalError(SAXParseException complaint) {
    error(complaint);
  }

  private void add(Finding finding) {
    if (findings.size() < MAX_FINDINGS) {
      findings.add(finding);
    }
  }
}
