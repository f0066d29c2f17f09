package io.enforcement.gateway.standards.format;

import io.enforcement.gateway.standards.model.ObjectFactory;
import jakarta.xml.bind.annotation.XmlElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where in a record we stand, in the names of the JSON twin: element {@code party} is {@code
 * parties[0]}. Which elements repeat is read from the generated classes, so that a new schema needs
 * no change here.
 */
final class RecordPath implements SchemaPlace {

  private static final Map<String, String> LISTS = lists();

  private record Step(String path, Map<String, Integer> counts) {}

  private final Deque<Step> steps = new ArrayDeque<>();

  boolean isEmpty() {
    return steps.isEmpty();
  }

  @Override
  public String here() {
    return steps.isEmpty() ? "" : steps.peek().path();
  }

  @Override
  public String parent() {
    return steps.stream().skip(1).findFirst().map(Step::path).orElse("");
  }

  void enter(String element) {
    Step parent = steps.peek();
    steps.push(new Step(parent == null ? "" : path(parent, element), new HashMap<>()));
  }

  void leave() {
    steps.pop();
  }

  @Override
  public String child(String parent, String element) {
    String name = LISTS.getOrDefault(element, element);
    return parent.isEmpty() ? name : parent + "." + name;
  }

  private String path(Step parent, String element) {
    String path = child(parent.path(), element);
    if (!LISTS.containsKey(element)) {
      return path;
    }
    return path + "[" + (parent.counts().merge(element, 1, Integer::sum) - 1) + "]";
  }

  private static Map<String, String> lists() {
    Map<String, String> lists = new HashMap<>();
    for (Method create : ObjectFactory.class.getDeclaredMethods()) {
      for (Field field : create.getReturnType().getDeclaredFields()) {
        XmlElement element = field.getAnnotation(XmlElement.class);
        if (field.getType() == List.class && element != null) {
          lists.put(element.name(), field.getName());
        }
      }
    }
    return Map.copyOf(lists);
  }
}
