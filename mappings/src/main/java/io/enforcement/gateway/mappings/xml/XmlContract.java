package io.enforcement.gateway.mappings.xml;

import io.enforcement.gateway.standards.format.SafeXml;
import io.enforcement.gateway.standards.format.SchemaComplaint;
import io.enforcement.gateway.standards.format.SchemaPlace;
import io.enforcement.gateway.standards.validation.Finding;
import io.enforcement.gateway.standards.validation.Rejected;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/**
 * The XSD of a partner's format, one file of its folder, held against every document that comes and
 * that goes. Documents are UTF-8 without indentation, all elements in one namespace, no attributes.
 * Immutable; any thread.
 */
public final class XmlContract {

  private final Schema schema;
  private final String namespace;

  private XmlContract(Schema schema, String namespace) {
    this.schema = schema;
    this.namespace = namespace;
  }

  /**
   * The schema that lies beside a translator.
   *
   * @throws IllegalStateException when it is missing or damaged: a fault of ours, found at start
   */
  public static XmlContract beside(Class<?> translator, String file, String namespace) {
    InputStream xsd = translator.getResourceAsStream(file);
    if (xsd == null) {
      throw new IllegalStateException("no " + file + " beside " + translator.getName());
    }
    try {
      // The JDK's own is named: another one on the class path would ignore the limits.
      SchemaFactory factory = SchemaFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      return new XmlContract(factory.newSchema(new StreamSource(xsd)), namespace);
    } catch (SAXException e) {
      throw new IllegalStateException(file + " is no schema", e);
    }
  }

  /**
   * The document in these bytes.
   *
   * @param root the name of its root element, which tells the partner's messages apart
   * @throws Rejected {@code xml.*} when it is not sound, {@code structure.*} for all that the
   *     schema says, paths in the partner's names
   */
  public XmlElement read(byte[] xml, String root) {
    return checked(xml, root, SchemaComplaint::foreign);
  }

  /**
   * The document as bytes.
   *
   * @throws Rejected {@code structure.*} when the partner's format cannot hold it
   */
  public byte[] write(XmlElement root) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
    try {
      XMLStreamWriter writer = XmlOutput.writers().createXMLStreamWriter(bytes, "UTF-8");
      writer.writeStartDocument("UTF-8", "1.0");
      writer.setDefaultNamespace(namespace);
      write(root, writer);
      writer.writeEndDocument();
      writer.close();
    } catch (XMLStreamException e) {
      throw new Rejected(Finding.of("structure.unwritable", "", "not expressible in XML"));
    }
    byte[] xml = bytes.toByteArray();
    checked(xml, root.name(), SchemaComplaint::finding);
    return xml;
  }

  private void write(XmlElement element, XMLStreamWriter writer) throws XMLStreamException {
    writer.writeStartElement(namespace, element.name());
    if (element.around() == null) {
      writer.writeDefaultNamespace(namespace);
    }
    for (XmlElement child : element.children()) {
      write(child, writer);
    }
    writer.writeCharacters(element.text());
    writer.writeEndElement();
  }

  private XmlElement checked(
      byte[] xml, String root, BiFunction<String, SchemaPlace, Optional<Finding>> judge) {
    XMLStreamReader reader = SafeXml.reader(xml);
    try {
      reader.nextTag();
      if (!reader.getName().equals(new QName(namespace, root))) {
        throw new Rejected(Finding.of("structure.vocabulary", "", "another root element"));
      }
      CheckedTree tree = new CheckedTree(schema.newValidatorHandler());
      XmlElement element = tree.read(reader);
      List<Finding> findings = tree.findings(judge);
      if (findings.stream().anyMatch(Finding::refuses)) {
        throw new Rejected(findings);
      }
      return element;
    } catch (XMLStreamException | SAXException e) {
      throw new Rejected(Finding.of("xml.syntax", "", "not XML"));
    }
  }
}
