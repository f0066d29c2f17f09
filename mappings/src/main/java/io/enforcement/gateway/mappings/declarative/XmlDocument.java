package io.enforcement.gateway.mappings.declarative;

import io.enforcement.gateway.standards.format.SafeXml;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** XML as named values: the texts of elements without elements, and attributes. */
record XmlDocument(Charset charset) implements DocumentForm {

  @Override
  public Map<String, String> values(byte[] document) {
    Map<String, String> values = new LinkedHashMap<>();
    walk(tree(document), "", (path, node) -> values.put(path, node.getTextContent()));
    values.values().removeIf(String::isBlank);
    return values;
  }

  @Override
  public byte[] with(byte[] document, String path, String value) {
    Element root = tree(document);
    walk(
        root,
        "",
        (at, node) -> {
          if (at.equals(path)) {
            change(node, value);
          }
        });
    return written(root.getOwnerDocument());
  }

  private static void change(Node node, String value) {
    if (value != null) {
      node.setTextContent(value);
    } else if (node instanceof Attr attribute) {
      attribute.getOwnerElement().removeAttributeNode(attribute);
    } else {
      node.getParentNode().removeChild(node);
    }
  }

  private static void walk(Element element, String path, BiConsumer<String, Node> visitor) {
    for (int i = element.getAttributes().getLength() - 1; i >= 0; i--) {
      Attr attribute = (Attr) element.getAttributes().item(i);
      if (!attribute.getName().startsWith("xmlns") && !attribute.getName().contains(":")) {
        visitor.accept(child(path, "@" + attribute.getName()), attribute);
      }
    }
    Element next = first(element);
    if (next == null && !path.isEmpty()) {
      visitor.accept(path, element);
    }
    for (; next != null; ) {
      Element each = next;
      next = following(each);
      walk(each, child(path, name(each)), visitor);
    }
  }

  /** With its place among those of the same name, when it is not alone. */
  private static String name(Element element) {
    int place = 0;
    int all = 0;
    for (Element e = first((Element) element.getParentNode()); e != null; e = following(e)) {
      if (e.getLocalName().equals(element.getLocalName())) {
        place = e == element ? all : place;
        all++;
      }
    }
    return all == 1 ? element.getLocalName() : element.getLocalName() + "[" + place + "]";
  }

  private static String child(String path, String name) {
    return path.isEmpty() ? name : path + "/" + name;
  }

  private static Element first(Element parent) {
    return elementFrom(parent.getFirstChild());
  }

  private static Element following(Element element) {
    return elementFrom(element.getNextSibling());
  }

  private static Element elementFrom(Node node) {
    Node at = node;
    while (at != null && !(at instanceof Element)) {
      at = at.getNextSibling();
    }
    return (Element) at;
  }

  /** Only what the guarded reader lets pass is made a tree: no entities, bounded depth and size. */
  private Element tree(byte[] document) {
    try {
      for (XMLStreamReader guarded = SafeXml.fileReader(document, charset); guarded.hasNext(); ) {
        guarded.next();
      }
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setNamespaceAware(true);
      String text = new String(document, charset);
      InputSource source =
          new InputSource(new StringReader(text.startsWith("\uFEFF") ? text.substring(1) : text));
      return factory.newDocumentBuilder().parse(source).getDocumentElement();
    } catch (XMLStreamException | ParserConfigurationException | SAXException | IOException e) {
      throw new IllegalStateException("guarded XML cannot be read: " + e.getClass().getName());
    }
  }

  private byte[] written(Document document) {
    try {
      Transformer writer = TransformerFactory.newDefaultInstance().newTransformer();
      writer.setOutputProperty(OutputKeys.ENCODING, charset.name());
      StringWriter text = new StringWriter();
      writer.transform(new DOMSource(document), new StreamResult(text));
      return text.toString().getBytes(charset);
    } catch (TransformerException e) {
      throw new IllegalStateException("a tree cannot be written: " + e.getClass().getName());
    }
  }
}
