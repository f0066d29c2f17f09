package io.enforcement.gateway.routes.pack.check;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * A settings file as a tree whose nodes know their lines. Of YAML only what settings need: no
 * aliases, which would let a small file say very much, no tags, one document, bounded in size and
 * depth. For one thread.
 */
final class YamlText {

  private static final int MOST_BYTES = 256 * 1024;
  private static final int DEEPEST = 12;

  private final String file;
  private final Problems problems;
  private boolean sound = true;

  YamlText(String file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  /** The tree; empty when there is none or it is not fit to be read, which then has been said. */
  Optional<Node> read(byte[] bytes) {
    if (bytes.length > MOST_BYTES) {
      problems.error(file, 0, "yaml.too-large", MOST_BYTES);
      return Optional.empty();
    }
    try {
      return tree(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      problems.error(file, 0, "not-utf8");
      return Optional.empty();
    }
  }

  private Optional<Node> tree(String text) {
    Yaml yaml = new Yaml(new LoaderOptions());
    try {
      allowed(yaml.parse(new StringReader(text)));
      if (!sound) {
        return Optional.empty();
      }
      Node root = yaml.compose(new StringReader(text));
      if (root == null) {
        problems.error(file, 1, "yaml.empty");
      }
      return Optional.ofNullable(root);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
      problems.error(file, line, "yaml.syntax", e.getProblem());
    } catch (ReaderException e) {
      int line = 1 + (int) text.codePoints().limit(e.getPosition()).filter(c -> c == '\n').count();
      problems.error(file, line, "yaml.character");
    } catch (YAMLException e) {
      problems.error(file, 0, "yaml.syntax", e.getMessage());
    }
    return Optional.empty();
  }

  private void allowed(Iterable<Event> events) {
    int documents = 0;
    int depth = 0;
    for (Event event : events) {
      if (event instanceof AliasEvent alias) {
        refuse(event, "yaml.alias", alias.getAnchor());
      } else if (event instanceof DocumentStartEvent && ++documents > 1) {
        refuse(event, "yaml.documents");
      } else if (event instanceof ScalarEvent scalar && scalar.getTag() != null) {
        refuse(event, "yaml.tag", scalar.getTag());
      } else if (event instanceof CollectionStartEvent start) {
        if (start.getTag() != null) {
          refuse(event, "yaml.tag", start.getTag());
        }
        if (++depth == DEEPEST) {
          refuse(event, "yaml.depth", DEEPEST);
        }
      } else if (event instanceof CollectionEndEvent) {
        depth--;
      }
    }
  }

  private void refuse(Event event, String kind, Object... arguments) {
    sound = false;
    problems.error(file, event.getStartMark().getLine() + 1, kind, arguments);
  }
}
