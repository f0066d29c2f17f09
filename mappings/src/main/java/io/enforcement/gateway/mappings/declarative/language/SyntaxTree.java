package io.enforcement.gateway.mappings.declarative.language;

import com.schibsted.spt.data.jslt.parser.JsltParser;
import com.schibsted.spt.data.jslt.parser.Node;
import com.schibsted.spt.data.jslt.parser.ParseException;
import com.schibsted.spt.data.jslt.parser.SimpleNode;
import com.schibsted.spt.data.jslt.parser.Token;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A mapping's text as JSLT's own grammar reads it: nodes that know their first and last token. */
final class SyntaxTree {

  private SyntaxTree() {}

  /**
   * The tree of a mapping or of a file of functions.
   *
   * @throws ParseException at the first thing that is no JSLT
   * @throws com.schibsted.spt.data.jslt.parser.TokenMgrError at a character that begins nothing
   */
  static SimpleNode of(String text) throws ParseException {
    return new Reader(text).read();
  }

  static List<SimpleNode> children(SimpleNode node) {
    List<SimpleNode> children = new ArrayList<>(node.jjtGetNumChildren());
    for (int i = 0; i < node.jjtGetNumChildren(); i++) {
      children.add((SimpleNode) node.jjtGetChild(i));
    }
    return children;
  }

  static List<SimpleNode> children(SimpleNode node, int kind) {
    return children(node).stream().filter(child -> child.getId() == kind).toList();
  }

  /** This node and all below it. */
  static void walk(SimpleNode node, Consumer<SimpleNode> visitor) {
    visitor.accept(node);
    children(node).forEach(child -> walk(child, visitor));
  }

  /** The first node of this kind below a chain of only children, or null. */
  static SimpleNode only(SimpleNode node, int kind) {
    SimpleNode at = node;
    while (at.getId() != kind) {
      if (at.jjtGetNumChildren() != 1) {
        return null;
      }
      at = (SimpleNode) at.jjtGetChild(0);
    }
    return at;
  }

  static int words(SimpleNode node) {
    int words = 1;
    for (Token at = node.jjtGetFirstToken(); at != node.jjtGetLastToken(); at = at.next) {
      words++;
    }
    return words;
  }

  /** JSLT's parser keeps its tree to itself and its heirs. */
  private static final class Reader extends JsltParser {

    Reader(String text) {
      super(new StringReader(text));
    }

    SimpleNode read() throws ParseException {
      Module();
      Node root = jjtree.rootNode();
      return (SimpleNode) root;
    }
  }
}
