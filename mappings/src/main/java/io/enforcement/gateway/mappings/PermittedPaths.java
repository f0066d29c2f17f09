package io.enforcement.gateway.mappings;

import static java.util.Comparator.naturalOrder;

import io.enforcement.gateway.standards.dictionary.Dictionary;
import io.enforcement.gateway.standards.dictionary.Field;
import io.enforcement.gateway.standards.dictionary.PartType;
import io.enforcement.gateway.standards.dictionary.Sensitivity;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Which fields a list of permissions permits. Used while a subscription is read, by one thread. */
final class PermittedPaths {

  private static final Map<String, Sensitivity> WORDS =
      Map.of("public", Sensitivity.PUBLIC, "personal", Sensitivity.PERSONAL);

  private final Sensitivity open;
  private final Set<String> paths = new TreeSet<>();
  private final Set<String> unknown;

  PermittedPaths(List<String> permissions) {
    open =
        permissions.stream()
            .map(WORDS::get)
            .filter(Objects::nonNull)
            .max(naturalOrder())
            .orElse(null);
    permissions.stream().filter(p -> !WORDS.containsKey(p)).forEach(paths::add);
    unknown = new TreeSet<>(paths);
  }

  /** How much of a field is permitted. */
  enum Extent {
    ALL,
    PARTLY,
    NOTHING
  }

  /**
   * @param path of the field, from the record
   * @param around the sensitivity of what surrounds it
   */
  Extent of(Field field, String path, Sensitivity around) {
    unknown.remove(path);
    if (paths.contains(path)) {
      return Extent.ALL;
    }
    boolean permitted = isOpen(field.sensitivity().within(around));
    PartType part = Dictionary.v1().part(field.type()).orElse(null);
    if (part == null) {
      return permitted ? Extent.ALL : Extent.NOTHING;
    }
    if (permitted && allBelowIsOpen(part)) {
      return Extent.ALL;
    }
    boolean named = paths.stream().anyMatch(p -> p.startsWith(path + "."));
    return permitted || named ? Extent.PARTLY : Extent.NOTHING;
  }

  /**
   * @throws IllegalArgumentException naming the paths that no record of the subscription has
   */
  void requireAllKnown() {
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "permitted fields that no subscribed record has: " + String.join(", ", unknown));
    }
  }

  private boolean isOpen(Sensitivity sensitivity) {
    return open != null && sensitivity.compareTo(open) <= 0;
  }

  private boolean allBelowIsOpen(PartType part) {
    return isOpen(part.sensitivity()) && part.fields().stream().allMatch(this::allIsOpen);
  }

  private boolean allIsOpen(Field field) {
    return isOpen(field.sensitivity())
        && Dictionary.v1().part(field.type()).map(this::allBelowIsOpen).orElse(true);
  }
}
