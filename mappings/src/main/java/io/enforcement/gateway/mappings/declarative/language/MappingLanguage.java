package io.enforcement.gateway.mappings.declarative.language;

import static com.schibsted.spt.data.jslt.parser.JsltParserTreeConstants.JJTEXPR;
import static com.schibsted.spt.data.jslt.parser.JsltParserTreeConstants.JJTFUNCTIONDECL;
import static com.schibsted.spt.data.jslt.parser.JsltParserTreeConstants.JJTIMPORT;

import com.schibsted.spt.data.jslt.Callable;
import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.JsltException;
import com.schibsted.spt.data.jslt.Module;
import com.schibsted.spt.data.jslt.Parser;
import com.schibsted.spt.data.jslt.parser.ParseException;
import com.schibsted.spt.data.jslt.parser.SimpleNode;
import com.schibsted.spt.data.jslt.parser.Token;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads mappings: finds what is wrong with one and with every file it imports, and compiles it with
 * its meters. A mapping sees the files of its folder that it names in quotes, and nothing else of
 * the machine. One for each mapping; not for sharing.
 */
public final class MappingLanguage {

  private static final int MAX_LENGTH = 200_000;
  private static final int MAX_IMPORTS = 50;
  private static final Pattern FILE_NAME =
      Pattern.compile("(gateway:)?[\\p{L}\\p{N}_-]+(\\.[\\p{L}\\p{N}_-]+)*");

  private final Function<String, String> files;
  private final Map<String, Module> ours;
  private final Map<String, SimpleNode> trees = new LinkedHashMap<>();
  private final List<MappingProblem> problems = new ArrayList<>();

  /**
   * @param files a file of the partner's folder by its name, or null when there is none
   * @param ours functions in Java by the name they are imported with
   */
  public MappingLanguage(Function<String, String> files, Map<String, Module> ours) {
    this.files = files;
    this.ours = Map.copyOf(ours);
  }

  /** Whether a name can be a file of the folder: one plain word, no way to anywhere else. */
  public static boolean isFileName(String name) {
    return name.length() <= 100 && FILE_NAME.matcher(name).matches();
  }

  /** Everything that is wrong with a mapping and the files it imports, in order; empty if sound. */
  public List<MappingProblem> problems(String file, String text) {
    problems.clear();
    trees.clear();
    SimpleNode tree = read(file, text, List.of(file));
    if (problems.isEmpty() && SyntaxTree.children(tree, JJTEXPR).isEmpty()) {
      note(file, 0, Fault.of("result.none"));
    }
    if (problems.isEmpty()) {
      compilesToo(file, text);
    }
    Collections.sort(problems);
    return List.copyOf(problems);
  }

  /**
   * The mapping with its meters; run it by {@link Meter#during}.
   *
   * @throws IllegalArgumentException with every problem, one on a line
   */
  public Expression compile(String file, String text) {
    List<MappingProblem> found = problems(file, text);
    if (!found.isEmpty()) {
      StringBuilder message = new StringBuilder("the mapping cannot be used:");
      found.forEach(problem -> message.append('\n').append(problem));
      throw new IllegalArgumentException(message.toString());
    }
    return metered(file, text);
  }

  private SimpleNode read(String file, String text, List<String> way) {
    if (trees.containsKey(file)) {
      return trees.get(file);
    }
    trees.put(file, null);
    if (text.length() > MAX_LENGTH) {
      note(file, 0, Fault.of("syntax.length", MAX_LENGTH));
      return null;
    }
    SyntaxErrors syntax = SyntaxErrors.of(file, lines(text));
    problems.addAll(syntax.problems());
    SimpleNode tree = syntax.tree();
    if (tree == null) {
      return null;
    }
    trees.put(file, tree);
    Map<String, FileCheck.Module> imported = new HashMap<>();
    for (SimpleNode each : SyntaxTree.children(tree, JJTIMPORT)) {
      importFile(each, file, way, imported);
    }
    try {
      problems.addAll(new FileCheck(file, syntax.lost(), imported::get).check(tree));
    } catch (StackOverflowError e) {
      note(file, 0, Fault.of("syntax.depth"));
    }
    return tree;
  }

  /** {@code import "name" as word}. */
  private void importFile(
      SimpleNode node, String file, List<String> way, Map<String, FileCheck.Module> imported) {
    Token token = node.jjtGetFirstToken().next;
    String name = token.image.substring(1, token.image.length() - 1);
    FileCheck.Module module = module(name, file, token.beginLine, way);
    String as = node.jjtGetLastToken().image;
    if (imported.put(as, module) != null) {
      note(file, token.beginLine, Fault.of("import.twice", as));
    }
  }

  private FileCheck.Module module(String name, String file, int line, List<String> way) {
    Module java = ours.get(name);
    if (java != null) {
      return java::getCallable;
    }
    String text = null;
    if (!isFileName(name)) {
      note(file, line, Fault.of("import.foreign"));
    } else if (way.contains(name)) {
      note(file, line, Fault.of("import.circle", name));
    } else if (trees.size() >= MAX_IMPORTS) {
      note(file, line, Fault.of("import.many", MAX_IMPORTS));
    } else {
      text = file(name);
      if (text == null) {
        note(file, line, Fault.of("import.missing", name));
      }
    }
    List<String> further = new ArrayList<>(way);
    further.add(name);
    SimpleNode tree = text == null ? null : read(name, text, further);
    return tree == null ? AnyFunction::new : function -> declared(tree, function);
  }

  private String file(String name) {
    try {
      return files.apply(name);
    } catch (IllegalArgumentException | IllegalStateException e) {
      return null;
    }
  }

  private static Callable declared(SimpleNode tree, String name) {
    return SyntaxTree.children(tree, JJTFUNCTIONDECL).stream()
        .filter(function -> FileCheck.nameOf(function).equals(name))
        .findFirst()
        .map(function -> new Declared(name, FileCheck.parameters(function).size()))
        .orElse(null);
  }

  /** What our reading does not see, JSLT's compiler does. */
  private void compilesToo(String file, String text) {
    try {
      metered(file, text);
    } catch (JsltException e) {
      String source = e.getSource() == null ? file : e.getSource();
      note(source, Math.max(0, e.getLine()), CompilerErrors.fault(e.getMessageWithoutLocation()));
    } catch (StackOverflowError e) {
      note(file, 0, Fault.of("syntax.depth"));
    }
  }

  private Expression metered(String file, String text) {
    return new Parser(new StringReader(meters(text)))
        .withSource(file)
        .withFunctions(BuiltIns.metered())
        .withNamedModules(new HashMap<>(ours))
        .withResourceResolver(name -> new StringReader(meters(files.apply(name))))
        .compile();
  }

  private static String meters(String text) {
    try {
      return MeteredText.of(lines(text));
    } catch (ParseException e) {
      throw new IllegalStateException("a checked mapping cannot be read", e);
    }
  }

  private static String lines(String text) {
    String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return plain.replace("\r\n", "\n").replace('\r', '\n');
  }

  private void note(String file, int line, Fault fault) {
    problems.add(new MappingProblem(file, line, fault));
  }

  /** A function of an imported file. */
  private record Declared(String getName, int arguments) implements Callable {

    @Override
    public int getMinArguments() {
      return arguments;
    }

    @Override
    public int getMaxArguments() {
      return arguments;
    }
  }

  /** A function of a file that could not be read: nothing is known, so nothing is wrong. */
  private record AnyFunction(String getName) implements Callable {

    @Override
    public int getMinArguments() {
      return 0;
    }

    @Override
    public int getMaxArguments() {
      return Integer.MAX_VALUE;
    }
  }
}
