package io.enforcement.gateway.standards.format;

import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamContext;

/**
 * Paths of findings, like {@code parties[0].uscc}. A name that came from outside is shown only when
 * it looks like a name: a sender may have put a value where a name belongs.
 */
public final class JsonPaths {

  private static final Pattern NAME = Pattern.compile("(?!.*\\d{6})[\\p{L}\\p{N}_$-]{1,60}");

  private JsonPaths() {}

  static String of(TokenStreamContext context) {
    if (context == null || context.inRoot()) {
      return "";
    }
    String parent = of(context.getParent());
    if (context.inArray()) {
      return parent + "[" + Math.max(0, context.getCurrentIndex()) + "]";
    }
    return context.hasCurrentName() ? child(parent, context.currentName()) : parent;
  }

  static String of(List<JacksonException.Reference> references) {
    String path = "";
    for (JacksonException.Reference reference : references) {
      path =
          reference.getPropertyName() == null
              ? path + "[" + Math.max(0, reference.getIndex()) + "]"
              : child(path, reference.getPropertyName());
    }
    return path;
  }

  private static String child(String parent, String name) {
    return parent.isEmpty() ? shown(name) : parent + "." + shown(name);
  }

  /** The name, or {@code ?} when it looks like a value. */
  public static String shown(String name) {
    return NAME.matcher(name).matches() ? name : "?";
  }
}
