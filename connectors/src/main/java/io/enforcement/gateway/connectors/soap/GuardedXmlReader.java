package io.enforcement.gateway.connectors.soap;

import com.ctc.wstx.exc.WstxEOFException;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/**
 * Refuses DOCTYPE, entities, processing instructions and depth while somebody reads. Its methods
 * throw {@link SoapRefused} only.
 */
final class GuardedXmlReader extends StreamReaderDelegate {

  private int depth;

  private GuardedXmlReader(XMLStreamReader reader) {
    super(reader);
  }

  static GuardedXmlReader over(XMLStreamReader reader) {
    String declared = reader.getCharacterEncodingScheme();
    if (declared != null && !declared.equalsIgnoreCase("UTF-8")) {
      throw SoapRefused.sender("xml.charset", "another charset is declared");
    }
    if (reader.getVersion() != null && !reader.getVersion().equals("1.0")) {
      throw SoapRefused.sender("xml.version", "not XML 1.0");
    }
    return new GuardedXmlReader(reader);
  }

  @Override
  public int next() {
    try {
      return judged(super.next());
    } catch (XMLStreamException e) {
      throw refusal(e);
    }
  }

  @Override
  public int nextTag() {
    int event = next();
    while (event == SPACE || event == COMMENT || (event == CHARACTERS && isWhiteSpace())) {
      event = next();
    }
    if (event != START_ELEMENT && event != END_ELEMENT) {
      throw SoapRefused.sender("xml.syntax", "text where an element must be");
    }
    return event;
  }

  /** As the interface says, but through {@link #next()}, so that nothing slips by. */
  @Override
  public String getElementText() {
    StringBuilder text = new StringBuilder();
    for (int event = next(); event != END_ELEMENT; event = next()) {
      if (event == START_ELEMENT) {
        throw SoapRefused.sender("xml.syntax", "element where text must be");
      }
      if (event != COMMENT) {
        text.append(getText());
      }
    }
    return text.toString();
  }

  /** Goes on to the end of the element that starts here. */
  void skip() {
    int open = 1;
    while (open > 0) {
      int event = next();
      open += event == START_ELEMENT ? 1 : event == END_ELEMENT ? -1 : 0;
    }
  }

  /** Adds the prefixes that the element that starts here declares; the empty one is the default. */
  void declared(Map<String, String> scope) {
    for (int i = 0; i < getNamespaceCount(); i++) {
      scope.put(known(getNamespacePrefix(i)), known(getNamespaceURI(i)));
    }
  }

  /** The interface leaves open whether "none" is null or empty. */
  static String known(String text) {
    return text == null ? "" : text;
  }

  private int judged(int event) {
    switch (event) {
      case START_ELEMENT -> {
        if (++depth > SafeXml.MAX_DEPTH) {
          throw SoapRefused.sender("xml.depth", "nested deeper than the bound");
        }
      }
      case END_ELEMENT -> depth--;
      case DTD -> throw SoapRefused.sender("xml.dtd", "DOCTYPE");
      case ENTITY_REFERENCE -> throw SoapRefused.sender("xml.entity", "entity reference");
      case PROCESSING_INSTRUCTION ->
          throw SoapRefused.sender("xml.processing-instruction", "processing instruction");
      default -> {
        // Text, comments and the document's ends carry no danger.
      }
    }
    return event;
  }

  static SoapRefused refusal(XMLStreamException e) {
    if (e instanceof WstxEOFException) {
      return SoapRefused.sender("xml.truncated", "ends too early");
    }
    // Woodstox has no type for a broken bound, only this wording; a test pins it.
    boolean bound = e.getMessage() != null && e.getMessage().contains("limit (");
    return bound
        ? SoapRefused.sender("xml.limit", "beyond a bound of the parser")
        : SoapRefused.sender("xml.syntax", "not XML");
  }
}
