package io.enforcement.gateway.standards.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.ValidatorHandler;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.w3c.dom.ls.LSResourceResolver;
import org.xml.sax.SAXException;

/**
 * The compiled XSD of the standard. The JDK's own implementation is named: another Xerces on the
 * class path would silently become the default and ignore the limits set here.
 */
final class StandardSchema {

  private static final String FOLDER = "/standards/v1/";
  // A protocol of our own: the files include each other by name, and nothing else can be reached.
  private static final String PROTOCOL = "standard";
  private static final Schema SCHEMA = compile();
  private static final BlockingQueue<ValidatorHandler> IDLE = new ArrayBlockingQueue<>(64);

  private StandardSchema() {}

  /**
   * A validator for one document, to be given back by {@link #release} when the document ended
   * well. Making one costs more than using it, and {@code startDocument} resets it.
   */
  static ValidatorHandler borrow() {
    ValidatorHandler idle = IDLE.poll();
    return idle == null ? fresh() : idle;
  }

  static void release(ValidatorHandler validator) {
    validator.setErrorHandler(null);
    IDLE.offer(validator);
  }

  private static ValidatorHandler fresh() {
    ValidatorHandler validator = SCHEMA.newValidatorHandler();
    validator.setResourceResolver(refusing());
    return validator;
  }

  private static Schema compile() {
    try {
      SchemaFactory factory = SchemaFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, PROTOCOL);
      factory.setResourceResolver(files());
      try (var in = file("enforcement.xsd")) {
        return factory.newSchema(new StreamSource(in, PROTOCOL + ":/enforcement.xsd"));
      }
    } catch (SAXException | IOException e) {
      throw new IllegalStateException("the schema of the standard does not load", e);
    }
  }

  private static LSResourceResolver files() {
    DOMImplementationLS inputs = inputs();
    return (type, namespace, publicId, systemId, base) -> {
      LSInput input = inputs.createLSInput();
      input.setSystemId(PROTOCOL + ":/" + systemId);
      input.setByteStream(file(systemId));
      return input;
    };
  }

  private static InputStream file(String name) {
    InputStream in = StandardSchema.class.getResourceAsStream(FOLDER + name);
    if (!name.matches("[a-z]+\\.xsd") || in == null) {
      throw new IllegalStateException("the standard has no schema file of this name");
    }
    return in;
  }

  private static DOMImplementationLS inputs() {
    try {
      return (DOMImplementationLS)
          DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().getDOMImplementation();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("every Java platform has a DOM", e);
    }
  }

  private static LSResourceResolver refusing() {
    return (type, namespace, publicId, systemId, base) -> {
      throw new IllegalStateException("the schema of the standard stands alone");
    };
  }
}
