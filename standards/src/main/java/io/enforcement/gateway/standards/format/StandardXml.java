package io.enforcement.gateway.standards.format;

import com.ctc.wstx.stax.WstxOutputFactory;
import io.enforcement.gateway.standards.model.ObjectFactory;
import io.enforcement.gateway.standards.model.StandardRecord;
import io.enforcement.gateway.standards.validation.Finding;
import io.enforcement.gateway.standards.validation.Rejected;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;
import jakarta.xml.bind.Unmarshaller;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import javax.xml.validation.ValidatorHandler;
import org.glassfish.jaxb.runtime.v2.JAXBContextFactory;
import org.xml.sax.SAXException;

/**
 * The XML form of the standard (namespace {@code urn:enforcement:standard:v1}, UTF-8). Pure; any
 * thread. JAXB and Woodstox are named, not looked up.
 */
public final class StandardXml {

  /** The root of a document of many records. */
  public static final String MANY = "Records";

  private static final String NAMESPACE = "urn:enforcement:standard:v1";
  private static final JAXBContext CONTEXT = context();
  private static final WstxOutputFactory OUTPUT = new WstxOutputFactory();

  private StandardXml() {}

  /**
   * A record as XML and what was found in it.
   *
   * @param xml the document; only fit for use when no finding refuses
   * @param findings rules of the catalogue, paths in the names of the JSON twin
   */
  public record Checked(byte[] xml, List<Finding> findings) {

    public Checked {
      findings = List.copyOf(findings);
    }
  }

  /**
   * The record as XML, not validated.
   *
   * @throws Rejected {@code structure.unwritable} when a text holds what XML cannot carry
   */
  public static byte[] write(StandardRecord record) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
    try {
      XMLStreamWriter writer = open(bytes);
      marshaller().marshal(record, writer);
      close(writer);
      return bytes.toByteArray();
    } catch (JAXBException | XMLStreamException e) {
      throw unwritable();
    }
  }

  /**
   * The record as XML and what the schema says about it, rules {@code structure.*}, in one pass.
   */
  public static Checked writeChecked(StandardRecord record) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
    try {
      XMLStreamWriter writer = open(bytes);
      ValidatorHandler validator = StandardSchema.borrow();
      CheckedXmlWriter checked = new CheckedXmlWriter(writer, validator);
      marshaller().marshal(record, checked);
      close(writer);
      StandardSchema.release(validator);
      return new Checked(bytes.toByteArray(), checked.findings());
    } catch (JAXBException | XMLStreamException e) {
      throw unwritable();
    }
  }

  /**
   * The record in these bytes. Foreign vocabulary and unreadable values are refused; completeness
   * is said by {@link #writeChecked}.
   *
   * @throws Rejected {@code xml.*} when the document is not sound, {@code structure.vocabulary}
   *     when it is no record of the standard
   */
  public static StandardRecord read(byte[] xml) {
    try {
      Unmarshaller unmarshaller = CONTEXT.createUnmarshaller();
      unmarshaller.setEventHandler(event -> false);
      Object read = unmarshaller.unmarshal(SafeXml.reader(xml));
      if (read instanceof StandardRecord record) {
        return record;
      }
      throw vocabulary();
    } catch (JAXBException e) {
      throw vocabulary();
    }
  }

  /**
   * What was read.
   *
   * @param record the record as far as it could be bound
   * @param findings what the schema says of the document as it came, rules {@code structure.*}
   */
  public record Read(StandardRecord record, List<Finding> findings) {

    public Read {
      findings = List.copyOf(findings);
    }
  }

  /**
   * The record in a foreign document, and what the schema says of that very document, in one pass.
   *
   * @throws Rejected {@code xml.*} when the document is not sound, {@code structure.vocabulary}
   *     when it is no record of the standard
   */
  public static Read readChecked(byte[] xml) {
    try {
      ValidatorHandler validator = StandardSchema.borrow();
      CheckedXmlReader reader = new CheckedXmlReader(SafeXml.reader(xml), validator);
      Unmarshaller unmarshaller = CONTEXT.createUnmarshaller();
      // What the binding does not understand, the schema has said already.
      unmarshaller.setEventHandler(event -> true);
      if (unmarshaller.unmarshal(reader) instanceof StandardRecord record) {
        StandardSchema.release(validator);
        return new Read(record, reader.findings());
      }
      throw vocabulary();
    } catch (JAXBException | SAXException e) {
      throw vocabulary();
    }
  }

  /**
   * The records in a document of many: below {@value #MANY}, in the namespace of the standard, one
   * after another, each judged for itself.
   *
   * @return one for each record, in their order; its record is null where it is none of the
   *     standard
   * @throws Rejected {@code xml.*} when the document is not sound, {@code structure.vocabulary}
   *     when it is no document of many
   */
  public static List<Read> readMany(byte[] xml) {
    XMLStreamReader reader = SafeXml.fileReader(xml, StandardCharsets.UTF_8);
    try {
      reader.nextTag();
      if (!isMany(reader)) {
        throw vocabulary();
      }
      List<Read> records = new ArrayList<>();
      reader.nextTag();
      while (reader.isStartElement()) {
        records.add(readOne(reader));
        if (!reader.isStartElement() && !reader.isEndElement()) {
          reader.nextTag();
        }
      }
      return records;
    } catch (XMLStreamException | JAXBException | SAXException e) {
      throw vocabulary();
    }
  }

  /** Whether a document holds many records; what is not sound holds none. */
  public static boolean holdsMany(byte[] xml) {
    try {
      XMLStreamReader reader = SafeXml.fileReader(xml, StandardCharsets.UTF_8);
      reader.nextTag();
      return isMany(reader);
    } catch (XMLStreamException e) {
      return false;
    }
  }

  private static boolean isMany(XMLStreamReader reader) {
    return reader.getLocalName().equals(MANY) && NAMESPACE.equals(reader.getNamespaceURI());
  }

  private static Read readOne(XMLStreamReader reader) throws JAXBException, SAXException {
    ValidatorHandler validator = StandardSchema.borrow();
    CheckedXmlReader checked = new CheckedXmlReader(reader, validator);
    Unmarshaller unmarshaller = CONTEXT.createUnmarshaller();
    unmarshaller.setEventHandler(event -> true);
    Object read = unmarshaller.unmarshal(checked);
    StandardSchema.release(validator);
    return new Read(read instanceof StandardRecord record ? record : null, checked.findings());
  }

  private static XMLStreamWriter open(ByteArrayOutputStream bytes) throws XMLStreamException {
    XMLStreamWriter writer = OUTPUT.createXMLStreamWriter(bytes, "UTF-8");
    writer.writeStartDocument("UTF-8", "1.0");
    return writer;
  }

  private static void close(XMLStreamWriter writer) throws XMLStreamException {
    writer.writeEndDocument();
    writer.close();
  }

  private static Marshaller marshaller() throws JAXBException {
    Marshaller marshaller = CONTEXT.createMarshaller();
    marshaller.setProperty(Marshaller.JAXB_FRAGMENT, true);
    return marshaller;
  }

  private static JAXBContext context() {
    try {
      Class<?>[] classes = {ObjectFactory.class};
      return new JAXBContextFactory().createContext(classes, Map.of());
    } catch (JAXBException e) {
      throw new IllegalStateException("the classes of the standard do not bind", e);
    }
  }

  private static Rejected unwritable() {
    return new Rejected(Finding.of("structure.unwritable", "", "not expressible in XML"));
  }

  private static Rejected vocabulary() {
    return new Rejected(Finding.of("structure.vocabulary", "", "no record of the standard"));
  }
}
