package io.enforcement.gateway.standards.format;

import java.io.IOException;
import java.net.URL;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.ValidatorHandler;
import org.w3c.dom.ls.LSResourceResolver;
import org.xml.sax.SAXException;

/**
 * The compiled XSD of the standard. The JDK's own implementation is named: another Xerces on the
 * class path would silently become the default and ignore the limits set here.
 */
final class StandardSchema {

  private static final String XSD = "/standards/v1/enforcement.xsd";
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
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      factory.setResourceResolver(refusing());
      URL xsd = StandardSchema.class.getResource(XSD);
      try (var in = xsd.openStream()) {
        // Without a system id the schema has nothing to resolve relative names against.
        return factory.newSchema(new StreamSource(in));
      }
    } catch (SAXException | IOException e) {
      throw new IllegalStateException("the schema of the standard does not load", e);
    }
  }

  private static LSResourceResolver refusing() {
    return (type, namespace, publicId, systemId, base) -> {
      throw new IllegalStateException("the schema of the standard stands alone");
    };
  }
}
