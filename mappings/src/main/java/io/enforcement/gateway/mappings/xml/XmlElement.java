package io.enforcement.gateway.mappings.xml;

import io.enforcement.gateway.standards.format.JsonPaths;
import io.enforcement.gateway.standards.format.SchemaPlace;
import java.util.ArrayList;
import java.util.List;

/**
 * One element of a partner's document, read or being written: a text, or elements in their order.
 * Attributes and namespaces are the contract's business. Paths are those of findings, without the
 * root and counted from 0 where an element repeats: {@code SXR[1].ZJHM}. Not for sharing between
 * threads.
 */
public final class XmlElement implements SchemaPlace {

  private final String name;
  private final XmlElement around;
  private final List<XmlElement> children = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  private XmlElement(String name, XmlElement around) {
    this.name = name;
    this.around = around;
  }

  /** An empty document. */
  public static XmlElement root(String name) {
    return new XmlElement(name, null);
  }

  public String name() {
    return name;
  }

  /** The text of this element itself, as it stands there. */
  public String text() {
    return text.toString();
  }

  public List<XmlElement> children() {
    return List.copyOf(children);
  }

  /** The children of this name, in their order. */
  public List<XmlElement> children(String childName) {
    return children.stream().filter(child -> child.name.equals(childName)).toList();
  }

  /** The first child of this name, or null. */
  public XmlElement child(String childName) {
    return children.stream().filter(child -> child.name.equals(childName)).findFirst().orElse(null);
  }

  /** The text of the first child of this name, or null. */
  public String text(String childName) {
    XmlElement child = child(childName);
    return child == null ? null : child.text();
  }

  /** A new last child. */
  public XmlElement add(String childName) {
    XmlElement child = new XmlElement(childName, this);
    children.add(child);
    return child;
  }

  /** A new last child with this text; none when there is no text. */
  public void add(String childName, String childText) {
    if (childText != null) {
      add(childName).append(childText);
    }
  }

  void append(String more) {
    text.append(more);
  }

  /** The element around this one; null for the root. */
  XmlElement around() {
    return around;
  }

  /** The path of a child of this name. */
  public String path(String childName) {
    return child(here(), childName);
  }

  @Override
  public String here() {
    if (around == null) {
      return "";
    }
    List<XmlElement> alike = around.children(name);
    String index = alike.size() < 2 ? "" : "[" + alike.indexOf(this) + "]";
    return child(around.here(), JsonPaths.shown(name) + index);
  }

  @Override
  public String parent() {
    return around == null ? "" : around.here();
  }

  @Override
  public String child(String parent, String element) {
    return parent.isEmpty() ? element : parent + "." + element;
  }
}
