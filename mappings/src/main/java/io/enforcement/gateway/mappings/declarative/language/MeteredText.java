package io.enforcement.gateway.mappings.declarative.language;

import static com.schibsted.spt.data.jslt.parser.JsltParserConstants.FOR;
import static com.schibsted.spt.data.jslt.parser.JsltParserConstants.PLUS;
import static com.schibsted.spt.data.jslt.parser.JsltParserConstants.STAR;
import static com.schibsted.spt.data.jslt.parser.JsltParserConstants.STRING;
import static com.schibsted.spt.data.jslt.parser.JsltParserTreeConstants.JJTADDITIVEEXPR;
import static com.schibsted.spt.data.jslt.parser.JsltParserTreeConstants.JJTADDITIVEOPERATOR;
import static com.schibsted.spt.data.jslt.parser.JsltParserTreeConstants.JJTARRAY;
import static com.schibsted.spt.data.jslt.parser.JsltParserTreeConstants.JJTCOMPARATIVEEXPR;
import static com.schibsted.spt.data.jslt.parser.JsltParserTreeConstants.JJTEXPR;
import static com.schibsted.spt.data.jslt.parser.JsltParserTreeConstants.JJTFUNCTIONDECL;
import static com.schibsted.spt.data.jslt.parser.JsltParserTreeConstants.JJTLET;
import static com.schibsted.spt.data.jslt.parser.JsltParserTreeConstants.JJTMULTIPLICATIVEEXPR;
import static com.schibsted.spt.data.jslt.parser.JsltParserTreeConstants.JJTMULTIPLICATIVEOPERATOR;
import static com.schibsted.spt.data.jslt.parser.JsltParserTreeConstants.JJTOBJECTCOMPREHENSION;

import com.schibsted.spt.data.jslt.parser.ParseException;
import com.schibsted.spt.data.jslt.parser.SimpleNode;
import com.schibsted.spt.data.jslt.parser.Token;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * A mapping's text with a meter at each place where work or size can grow: values that get a name,
 * results of functions, what a loop goes over and what it makes, sums, products, comparisons,
 * pipes. Between two meters a mapping evaluates its own text once at most. Lines stay where they
 * are.
 */
final class MeteredText {

  /** {@code metered(value, words)}: the value as it is, counted. */
  static final String METERED = "metered";

  /** {@code compared(value)}: the value as it is, counted whole each time. */
  static final String COMPARED = "compared";

  /** {@code factor(value)}: the value as it is, unless it is a text: JSLT would repeat it. */
  static final String FACTOR = "factor";

  private final Map<Token, StringBuilder> before = new IdentityHashMap<>();
  private final Map<Token, StringBuilder> after = new IdentityHashMap<>();

  private MeteredText() {}

  static String of(String text) throws ParseException {
    SimpleNode root = SyntaxTree.of(text);
    MeteredText metered = new MeteredText();
    SyntaxTree.walk(root, metered::meter);
    return metered.written(root.jjtGetFirstToken());
  }

  private void meter(SimpleNode node) {
    List<SimpleNode> children = SyntaxTree.children(node);
    switch (node.getId()) {
      case JJTLET, JJTFUNCTIONDECL, JJTOBJECTCOMPREHENSION -> expressions(node);
      case JJTARRAY -> {
        if (node.jjtGetFirstToken().next.kind == FOR) {
          expressions(node);
        }
      }
      case JJTEXPR -> {
        if (children.size() > 1) {
          children.stream().filter(child -> !isOperator(child)).forEach(this::metered);
        }
      }
      case JJTCOMPARATIVEEXPR -> {
        if (children.size() > 1) {
          around(children.get(0), COMPARED + "(", ")");
        }
      }
      case JJTADDITIVEEXPR -> sums(children);
      case JJTMULTIPLICATIVEEXPR -> {
        if (has(children, JJTMULTIPLICATIVEOPERATOR, STAR)) {
          children.stream()
              .filter(child -> child.getId() != JJTMULTIPLICATIVEOPERATOR)
              .forEach(child -> around(child, FACTOR + "(", ")"));
        }
      }
      default -> {}
    }
  }

  private void expressions(SimpleNode node) {
    SyntaxTree.children(node, JJTEXPR).forEach(this::metered);
  }

  /**
   * Every sum on the way, because it may be larger than what was weighed before. One value with
   * texts around it is hardly larger than the value, and is weighed where it goes.
   */
  private void sums(List<SimpleNode> children) {
    if (!has(children, JJTADDITIVEOPERATOR, PLUS)
        || children.stream().filter(c -> !isOperator(c) && !isText(c)).count() < 2) {
      return;
    }
    for (int i = 2; i < children.size(); i += 2) {
      around(children.get(0).jjtGetFirstToken(), METERED + "(", children.get(i), ", 1)");
    }
  }

  private static boolean isOperator(SimpleNode node) {
    return node.jjtGetNumChildren() == 0;
  }

  private static boolean isText(SimpleNode node) {
    return node.jjtGetFirstToken() == node.jjtGetLastToken()
        && node.jjtGetFirstToken().kind == STRING;
  }

  private static boolean has(List<SimpleNode> children, int operator, int token) {
    return children.stream()
        .anyMatch(c -> c.getId() == operator && c.jjtGetFirstToken().kind == token);
  }

  /** In parentheses: an array right after a call would be its index. */
  private void metered(SimpleNode node) {
    around(node, "(" + METERED + "(", ", " + SyntaxTree.words(node) + "))");
  }

  private void around(SimpleNode node, String open, String close) {
    around(node.jjtGetFirstToken(), open, node, close);
  }

  /** Outer nodes are visited first: what is inserted later stands further inside. */
  private void around(Token first, String open, SimpleNode last, String close) {
    before.computeIfAbsent(first, t -> new StringBuilder()).append(open);
    after.computeIfAbsent(last.jjtGetLastToken(), t -> new StringBuilder()).insert(0, close);
  }

  private String written(Token first) {
    StringBuilder text = new StringBuilder();
    int line = 1;
    for (Token token = first; token != null && !token.image.isEmpty(); token = token.next) {
      for (; line < token.beginLine; line++) {
        text.append('\n');
      }
      text.append(before.getOrDefault(token, new StringBuilder())).append(token.image);
      text.append(after.getOrDefault(token, new StringBuilder())).append(' ');
      line = token.endLine;
    }
    return text.toString();
  }
}
