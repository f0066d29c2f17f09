package io.enforcement.gateway.standards.format;

import java.net.URL;
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

  private StandardSchema() {}

  /** A fresh validator; not for sharing between threads. */
  static ValidatorHandler validator() {
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
    } catch (SAXException | java.io.IOException e) {
      throw new IllegalStateException("the schema of the standard does not load", e);
    }
  }

  private static LSResourceResolver refusing() {
    return (type, namespace, publicId, systemId, base) -> {
      throw new IllegalStateException("the schema of the standard stands alone");
    };
  }
}
