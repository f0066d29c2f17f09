package io.enforcement.gateway.mappings.declarative.language;

import com.schibsted.spt.data.jslt.parser.ParseException;
import com.schibsted.spt.data.jslt.parser.SimpleNode;
import com.schibsted.spt.data.jslt.parser.Token;
import com.schibsted.spt.data.jslt.parser.TokenMgrError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * All syntax errors of a file, not only the first: a line that cannot be read is noted and left
 * out, and the rest is read on.
 */
final class SyntaxErrors {

  private static final int MAX_LINES = 10_000;
  private static final int MAX_PROBLEMS = 500;
  private static final int MAX_EXPECTED = 8;
  private static final Pattern LEXICAL_LINE = Pattern.compile("line ([0-9]+)");
  private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");
  private static final Pattern BLOCK = Pattern.compile("(def|let|import)\\b.*");

  /** A token by an example of it, which needs no language, instead of the grammar's own name. */
  private static final Map<String, String> EXAMPLES =
      Map.of(
          "<STRING>", "\"…\"",
          "<INTEGER>", "1",
          "<DECIMAL>", "0.5",
          "<IDENT>", "name",
          "<PIDENT>", "gw:name",
          "<VARIABLE>", "$name");

  private final String file;
  private final String[] lines;
  private final List<MappingProblem> problems = new ArrayList<>();
  private final Set<Integer> noted = new HashSet<>();
  private final Set<String> lost = new HashSet<>();
  private SimpleNode tree;

  private SyntaxErrors(String file, String text) {
    this.file = file;
    this.lines = text.split("\n", -1);
  }

  /** What could be read of a file; {@link #tree()} is null when nothing could. */
  static SyntaxErrors of(String file, String text) {
    SyntaxErrors errors = new SyntaxErrors(file, text);
    if (errors.lines.length > MAX_LINES) {
      errors.note(0, Fault.of("syntax.lines", MAX_LINES));
    } else {
      errors.read();
    }
    return errors;
  }

  List<MappingProblem> problems() {
    return problems;
  }

  SimpleNode tree() {
    return tree;
  }

  /** Words on lines that were left out: names that stand there are not unknown. */
  Set<String> lost() {
    return lost;
  }

  private void read() {
    while (tree == null && problems.size() < MAX_PROBLEMS) {
      int before = filled();
      try {
        tree = SyntaxTree.of(String.join("\n", lines));
      } catch (ParseException e) {
        Token token = e.currentToken.next;
        note(token.beginLine, unexpected(token, expected(e)));
        leaveOut(token.beginLine, token.beginColumn);
      } catch (TokenMgrError e) {
        Matcher line = LEXICAL_LINE.matcher(e.getMessage());
        int number = line.find() ? Integer.parseInt(line.group(1)) : lines.length;
        note(number, Fault.of("syntax.character"));
        blank(Math.min(number, lines.length));
      } catch (StackOverflowError e) {
        note(0, Fault.of("syntax.depth"));
        return;
      }
      if (tree == null && filled() == before) {
        return;
      }
    }
  }

  private void note(int line, Fault fault) {
    if (noted.add(line)) {
      problems.add(new MappingProblem(file, line, fault));
    }
  }

  /** A comma that lacks is noticed on the next line; then the line before it is the broken one. */
  private void leaveOut(int line, int column) {
    int at = Math.min(line, lines.length);
    int previous = at - 1;
    while (previous > 0 && lines[previous - 1].isBlank()) {
      previous--;
    }
    boolean first =
        lines[at - 1].substring(0, Math.min(column - 1, lines[at - 1].length())).isBlank();
    int broken = first && previous > 0 && isWhole(lines[previous - 1]) ? previous : at;
    if (lines[broken - 1].isBlank() || !isWhole(lines[broken - 1])) {
      leaveOutBlock(broken);
    } else {
      blank(broken);
    }
  }

  /** From the head of the block around a line to the head of the next. */
  private void leaveOutBlock(int line) {
    int from = line;
    while (from > 1 && !BLOCK.matcher(lines[from - 1]).matches()) {
      from--;
    }
    blank(from);
    for (int i = from + 1; i <= lines.length && !BLOCK.matcher(lines[i - 1]).matches(); i++) {
      blank(i);
    }
  }

  private void blank(int line) {
    WORD.matcher(lines[line - 1]).results().forEach(word -> lost.add(word.group()));
    lines[line - 1] = "";
  }

  private int filled() {
    return (int) Arrays.stream(lines).filter(line -> !line.isBlank()).count();
  }

  /** A line that opens nothing it does not close, nor the other way round. */
  private static boolean isWhole(String line) {
    int depth = 0;
    for (char c : line.toCharArray()) {
      depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
      if (depth < 0) {
        return false;
      }
    }
    return depth == 0 && !BLOCK.matcher(line).matches();
  }

  private static Fault unexpected(Token token, String expected) {
    return token.image.isEmpty()
        ? Fault.of("syntax.end", expected)
        : Fault.of("syntax", token.image, expected);
  }

  private static String expected(ParseException e) {
    return Arrays.stream(e.expectedTokenSequences)
        .map(sequence -> e.tokenImage[sequence[0]])
        .map(image -> EXAMPLES.getOrDefault(image, image))
        .distinct()
        .limit(MAX_EXPECTED)
        .collect(Collectors.joining(" "));
  }
}
