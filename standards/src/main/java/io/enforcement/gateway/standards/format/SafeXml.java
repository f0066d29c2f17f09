package io.enforcement.gateway.standards.format;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import io.enforcement.gateway.standards.validation.Finding;
import io.enforcement.gateway.standards.validation.Rejected;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLResolver;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The door for foreign XML: UTF-8, no DOCTYPE, no entities, no processing instructions, bounded in
 * size, depth, elements and attributes. XInclude, schemaLocation and stylesheets stay inert:
 * nothing here ever resolves a name. Woodstox is named, not looked up, so that no other parser on
 * the class path takes its place. Pure; any thread; refuses with {@link Rejected} rules {@code
 * xml.*}.
 */
public final class SafeXml {

  static final int MAX_BYTES = 16 << 20;
  static final int MAX_DEPTH = 64;
  static final int MAX_ATTRIBUTES = 64;
  static final int MAX_ELEMENTS = 200_000;
  static final int MAX_STREAMED_BYTES = 32 << 20;
  static final int MAX_STREAMED_ELEMENTS = 2_000_000;
  static final int MAX_TEXT = 1 << 20;

  private static final WstxInputFactory FACTORY = factory(MAX_ELEMENTS);
  private static final WstxInputFactory STREAMING = factory(MAX_STREAMED_ELEMENTS);

  private SafeXml() {}

  /** Reads to the end and refuses what is not sound, within the bounds. */
  public static void check(byte[] xml) {
    XMLStreamReader reader = reader(xml);
    try {
      while (reader.hasNext()) {
        reader.next();
      }
    } catch (XMLStreamException e) {
      throw GuardedXmlReader.refusal(e);
    }
  }

  /**
   * A reader that refuses while it reads: its {@code next} throws {@link Rejected} at the first
   * thing that is not sound or not allowed. Holds no resources besides memory.
   */
  public static XMLStreamReader reader(byte[] xml) {
    return reader(xml, StandardCharsets.UTF_8, FACTORY, MAX_BYTES);
  }

  /**
   * As {@link #reader(byte[])}, for files of many records that are never held as a tree: up to 32
   * MiB and two million elements, in the charset that was agreed with the sender.
   */
  public static XMLStreamReader fileReader(byte[] xml, Charset agreed) {
    return reader(xml, agreed, STREAMING, MAX_STREAMED_BYTES);
  }

  private static XMLStreamReader reader(
      byte[] xml, Charset agreed, WstxInputFactory factory, int most) {
    if (xml.length > most) {
      throw new Rejected(
          Finding.of("xml.size", "", "larger than the bound", Integer.toString(most)));
    }
    if (xml.length > 1 && (xml[0] == 0 || xml[1] == 0)) {
      throw new Rejected(Finding.of("xml.charset", "", "UTF-16 or UTF-32", agreed.name()));
    }
    // Decoded here and strictly, so that a declared or smuggled charset can never choose the
    // decoder.
    String text = StrictText.decode(xml, agreed, "xml.charset");
    int start = text.startsWith("\uFEFF") ? 1 : 0;
    StringReader source = new StringReader(start == 0 ? text : text.substring(start));
    try {
      return GuardedXmlReader.over(factory.createXMLStreamReader(source), agreed);
    } catch (XMLStreamException e) {
      throw GuardedXmlReader.refusal(e);
    }
  }

  private static WstxInputFactory factory(long elements) {
    WstxInputFactory factory = new WstxInputFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setProperty(WstxInputProperties.P_LAZY_PARSING, false);
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MAX_ATTRIBUTES);
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, 65_536);
    factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, MAX_DEPTH + 1);
    factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_COUNT, elements);
    factory.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, MAX_TEXT);
    XMLResolver none =
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("nothing outside the document is read");
        };
    factory.setXMLResolver(none);
    return factory;
  }
}
