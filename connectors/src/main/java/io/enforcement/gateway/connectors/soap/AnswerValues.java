package io.enforcement.gateway.connectors.soap;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;

/** The texts of an answer by the local names of their elements. */
final class AnswerValues {

  private final Map<String, Set<String>> texts = new HashMap<>();

  /** Reads every element that holds nothing but text. */
  AnswerValues(byte[] payload) {
    GuardedXmlReader in = SafeXml.reader(payload);
    StringBuilder text = new StringBuilder();
    boolean leaf = false;
    for (int event = in.next(); event != XMLStreamConstants.END_DOCUMENT; event = in.next()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        text.setLength(0);
        leaf = true;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        if (leaf) {
          texts
              .computeIfAbsent(in.getLocalName(), name -> new HashSet<>())
              .add(text.toString().strip());
        }
        leaf = false;
      } else if (event == XMLStreamConstants.CHARACTERS) {
        text.append(in.getText());
      }
    }
  }

  /** Empty when there is no such element, or when several of that name say different things. */
  Optional<String> of(String name) {
    Set<String> found = texts.getOrDefault(name, Set.of());
    return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
  }

  boolean say(ElementValue expected) {
    return of(expected.name()).filter(expected.value()::equals).isPresent();
  }
}
