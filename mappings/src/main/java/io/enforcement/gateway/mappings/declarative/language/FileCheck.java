package io.enforcement.gateway.mappings.declarative.language;

import static com.schibsted.spt.data.jslt.parser.JsltParserConstants.IDENT;
import static com.schibsted.spt.data.jslt.parser.JsltParserConstants.RPAREN;
import static com.schibsted.spt.data.jslt.parser.JsltParserConstants.STRING;
import static com.schibsted.spt.data.jslt.parser.JsltParserConstants.VARIABLE;
import static com.schibsted.spt.data.jslt.parser.JsltParserTreeConstants.JJTBASEEXPR;
import static com.schibsted.spt.data.jslt.parser.JsltParserTreeConstants.JJTCHAINABLE;
import static com.schibsted.spt.data.jslt.parser.JsltParserTreeConstants.JJTEXPR;
import static com.schibsted.spt.data.jslt.parser.JsltParserTreeConstants.JJTFUNCTIONCALL;
import static com.schibsted.spt.data.jslt.parser.JsltParserTreeConstants.JJTFUNCTIONDECL;
import static com.schibsted.spt.data.jslt.parser.JsltParserTreeConstants.JJTLET;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.schibsted.spt.data.jslt.Callable;
import com.schibsted.spt.data.jslt.parser.SimpleNode;
import com.schibsted.spt.data.jslt.parser.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Names, arguments and recursion of one file whose syntax is known. */
final class FileCheck {

  private static final JsonMapper STRINGS = new JsonMapper();
  private static final Set<String> RESERVED =
      Set.of(MeteredText.METERED, MeteredText.COMPARED, MeteredText.FACTOR);

  private final String file;
  private final Set<String> lost;
  private final Function<String, Module> modules;
  private final Map<String, SimpleNode> functions = new HashMap<>();
  private final Map<String, Set<String>> calls = new HashMap<>();
  private final List<MappingProblem> problems = new ArrayList<>();

  /** What an imported name offers: a function by its name, or null. */
  interface Module {
    Callable function(String name);
  }

  /**
   * @param lost words of lines that could not be read
   * @param modules what was imported under a name; null when nothing was
   */
  FileCheck(String file, Set<String> lost, Function<String, Module> modules) {
    this.file = file;
    this.lost = lost;
    this.modules = modules;
  }

  List<MappingProblem> check(SimpleNode root) {
    SyntaxTree.children(root, JJTFUNCTIONDECL).forEach(this::declare);
    Set<String> names = new HashSet<>(lost);
    names.add("context");
    SyntaxTree.children(root, JJTLET).forEach(let -> names.add(nameOf(let)));
    for (SimpleNode child : SyntaxTree.children(root)) {
      read(child, new HashSet<>(names), child.getId() == JJTFUNCTIONDECL ? nameOf(child) : "");
    }
    functions.forEach(this::refuseRecursion);
    return problems;
  }

  private void declare(SimpleNode function) {
    String name = nameOf(function);
    if (functions.putIfAbsent(name, function) != null) {
      note(function, Fault.of("function.twice", name));
    } else if (BuiltIns.named(name) != null || isImpure(name) || RESERVED.contains(name)) {
      note(function, Fault.of("function.language", name));
    }
  }

  private void read(SimpleNode node, Set<String> names, String within) {
    switch (node.getId()) {
      case JJTFUNCTIONDECL -> names.addAll(parameters(node));
      case JJTCHAINABLE -> variable(node.jjtGetFirstToken(), names);
      case JJTFUNCTIONCALL -> call(node, within);
      default -> {}
    }
    Set<String> here = new HashSet<>(names);
    for (SimpleNode child : SyntaxTree.children(node)) {
      read(child, here, within);
      if (child.getId() == JJTLET) {
        here.add(nameOf(child));
      }
    }
  }

  private void variable(Token token, Set<String> names) {
    if (token.kind == VARIABLE && !names.contains(token.image.substring(1))) {
      note(token, Fault.of("variable.unknown", token.image));
    }
  }

  private void call(SimpleNode call, String within) {
    String name = call.jjtGetFirstToken().image;
    List<SimpleNode> arguments = SyntaxTree.children(call, JJTEXPR);
    if (functions.containsKey(name)) {
      calls.computeIfAbsent(within, w -> new HashSet<>()).add(name);
      count(call, name, arguments.size(), parameters(functions.get(name)).size());
      return;
    }
    Callable callable = callable(call, name);
    if (callable == null) {
      return;
    }
    if (arguments.size() < callable.getMinArguments()
        || arguments.size() > callable.getMaxArguments()) {
      String takes = range(callable.getMinArguments(), callable.getMaxArguments());
      note(call, Fault.of("arguments.number", name, arguments.size(), takes));
    } else if (callable instanceof WithLiterals function) {
      function.literals().forEach(literal -> literal(call, name, arguments, literal));
    }
  }

  private Callable callable(SimpleNode call, String name) {
    int colon = name.indexOf(':');
    if (colon < 0) {
      if (isImpure(name)) {
        note(call, Fault.of("function.impure", name));
      } else if (BuiltIns.named(name) == null && !lost.contains(name)) {
        note(call, Fault.of("function.unknown", name));
      }
      return BuiltIns.named(name);
    }
    Module module = modules.apply(name.substring(0, colon));
    if (module == null) {
      if (!lost.contains(name.substring(0, colon))) {
        note(call, Fault.of("import.unknown", name.substring(0, colon)));
      }
      return null;
    }
    Callable function = module.function(name.substring(colon + 1));
    if (function == null) {
      note(call, Fault.of("function.not-imported", name));
    }
    return function;
  }

  private void literal(SimpleNode call, String name, List<SimpleNode> arguments, Literal literal) {
    if (literal.place() >= arguments.size()) {
      return;
    }
    SimpleNode argument = arguments.get(literal.place());
    SimpleNode plain = SyntaxTree.only(argument, JJTBASEEXPR);
    Token token = argument.jjtGetFirstToken();
    boolean alone = token == argument.jjtGetLastToken();
    if (plain != null && alone && token.kind == STRING) {
      literal.wrong().apply(string(token.image)).ifPresent(wrong -> note(token, wrong));
    } else if (!(literal.orVariable() && alone && token.kind == VARIABLE)) {
      note(call, Fault.of("arguments.literal", name, literal.place() + 1));
    }
  }

  private void count(SimpleNode call, String name, int given, int takes) {
    if (given != takes) {
      note(call, Fault.of("arguments.number", name, given, takes));
    }
  }

  /** A function that may reach itself would end when it wants, or never. */
  private void refuseRecursion(String name, SimpleNode declared) {
    Set<String> reached = new HashSet<>();
    List<String> next = new ArrayList<>(calls.getOrDefault(name, Set.of()));
    while (!next.isEmpty()) {
      String called = next.remove(next.size() - 1);
      if (reached.add(called)) {
        next.addAll(calls.getOrDefault(called, Set.of()));
      }
    }
    if (reached.contains(name)) {
      note(declared, Fault.of("function.recursive", name));
    }
  }

  private void note(SimpleNode node, Fault fault) {
    note(node.jjtGetFirstToken(), fault);
  }

  private void note(Token token, Fault fault) {
    problems.add(new MappingProblem(file, token.beginLine, fault));
  }

  private static boolean isImpure(String name) {
    return BuiltIns.IMPURE.contains(name);
  }

  private static String range(int least, int most) {
    return least == most ? "" + least : least + "–" + most;
  }

  /** Of a let or def: the word after it. */
  static String nameOf(SimpleNode declaration) {
    return declaration.jjtGetFirstToken().next.image;
  }

  static List<String> parameters(SimpleNode function) {
    List<String> names = new ArrayList<>();
    Token token = function.jjtGetFirstToken().next.next;
    for (; token.kind != RPAREN; token = token.next) {
      if (token.kind == IDENT) {
        names.add(token.image);
      }
    }
    return names;
  }

  /** What a text in quotes means; JSLT's own compiler tells when it means nothing. */
  private static String string(String image) {
    try {
      return STRINGS.readValue(image, String.class);
    } catch (JsonProcessingException e) {
      return image;
    }
  }
}
