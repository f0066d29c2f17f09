package io.enforcement.gateway.connectors.soap;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLResolver;
import javax.xml.stream.XMLStreamException;

/**
 * The door for foreign XML, with the bounds of the unified standard's own reader: UTF-8, no
 * DOCTYPE, no entities, no processing instructions, bounded in size, depth, elements and
 * attributes. XInclude, schemaLocation and XOP references stay inert: nothing here ever resolves a
 * name. Woodstox is named, not looked up, so that no other parser on the class path takes its
 * place. Pure; any thread.
 */
final class SafeXml {

  static final int MAX_BYTES = 16 << 20;
  static final int MAX_DEPTH = 64;
  static final int MAX_ATTRIBUTES = 64;
  static final int MAX_ELEMENTS = 200_000;
  static final int MAX_TEXT = 1 << 20;

  private static final WstxInputFactory FACTORY = factory();

  private SafeXml() {}

  /**
   * A reader that throws {@link SoapRefused} at the first thing that is not sound or not allowed.
   * Holds no resources besides memory.
   */
  static GuardedXmlReader reader(byte[] xml) {
    if (xml.length > MAX_BYTES) {
      throw SoapRefused.sender("xml.size", "larger than the bound");
    }
    if (xml.length > 1 && (xml[0] == 0 || xml[1] == 0)) {
      throw SoapRefused.sender("xml.charset", "UTF-16 or UTF-32");
    }
    String text = decoded(xml);
    String document = text.startsWith("\uFEFF") ? text.substring(1) : text;
    try {
      return GuardedXmlReader.over(FACTORY.createXMLStreamReader(new StringReader(document)));
    } catch (XMLStreamException e) {
      throw GuardedXmlReader.refusal(e);
    }
  }

  // Decoded here and strictly, so that a declared or smuggled charset can never choose the decoder.
  private static String decoded(byte[] xml) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(xml)).toString();
    } catch (CharacterCodingException e) {
      throw SoapRefused.sender("xml.charset", "not UTF-8");
    }
  }

  private static WstxInputFactory factory() {
    WstxInputFactory factory = new WstxInputFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setProperty(WstxInputProperties.P_LAZY_PARSING, false);
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MAX_ATTRIBUTES);
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, 65_536);
    factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, MAX_DEPTH + 1);
    factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_COUNT, (long) MAX_ELEMENTS);
    factory.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, MAX_TEXT);
    XMLResolver none =
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("nothing outside the document is read");
        };
    factory.setXMLResolver(none);
    return factory;
  }
}
