package io.enforcement.gateway.standards.format;

import com.ctc.wstx.exc.WstxEOFException;
import io.enforcement.gateway.standards.validation.Finding;
import io.enforcement.gateway.standards.validation.Rejected;
import java.nio.charset.Charset;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/** Refuses DOCTYPE, entities, processing instructions and depth while somebody reads. */
final class GuardedXmlReader extends StreamReaderDelegate {

  private int depth;

  private GuardedXmlReader(XMLStreamReader reader) {
    super(reader);
  }

  static XMLStreamReader over(XMLStreamReader reader, Charset agreed) {
    String declared = reader.getCharacterEncodingScheme();
    if (declared != null && !declared.equalsIgnoreCase(agreed.name())) {
      throw refused("xml.charset", "another charset is declared", agreed.name());
    }
    if (reader.getVersion() != null && !reader.getVersion().equals("1.0")) {
      throw refused("xml.version", "not XML 1.0", "1.0");
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
  public int nextTag() throws XMLStreamException {
    int event = next();
    while (event == SPACE || event == COMMENT || (event == CHARACTERS && isWhiteSpace())) {
      event = next();
    }
    if (event != START_ELEMENT && event != END_ELEMENT) {
      throw refused("xml.syntax", "text where an element must be");
    }
    return event;
  }

  /** As the interface says, but through {@link #next()}, so that nothing slips by. */
  @Override
  public String getElementText() throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    for (int event = next(); event != END_ELEMENT; event = next()) {
      if (event == START_ELEMENT) {
        throw refused("xml.syntax", "element where text must be");
      }
      if (event != COMMENT) {
        text.append(getText());
      }
    }
    return text.toString();
  }

  private int judged(int event) {
    switch (event) {
      case START_ELEMENT -> {
        if (++depth > SafeXml.MAX_DEPTH) {
          throw refused(
              "xml.depth", "nested deeper than the bound", Integer.toString(SafeXml.MAX_DEPTH));
        }
      }
      case END_ELEMENT -> depth--;
      case DTD -> throw refused("xml.dtd", "DOCTYPE");
      case ENTITY_REFERENCE -> throw refused("xml.entity", "entity reference");
      case PROCESSING_INSTRUCTION ->
          throw refused("xml.processing-instruction", "processing instruction");
      default -> {
        // Text, comments and the document's ends carry no danger.
      }
    }
    return event;
  }

  static Rejected refusal(XMLStreamException e) {
    if (e instanceof WstxEOFException) {
      return refused("xml.truncated", "ends too early");
    }
    // Woodstox has no type for a broken bound, only this wording; a test pins it.
    boolean bound = e.getMessage() != null && e.getMessage().contains("limit (");
    return bound
        ? refused("xml.limit", "beyond a bound of the parser")
        : refused("xml.syntax", "not XML");
  }

  private static Rejected refused(String rule, String valueClass, String... arguments) {
    return new Rejected(Finding.of(rule, "", valueClass, arguments));
  }
}
