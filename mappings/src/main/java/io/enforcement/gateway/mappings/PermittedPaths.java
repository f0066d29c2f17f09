package io.enforcement.gateway.mappings;

import io.enforcement.gateway.standards.dictionary.Dictionary;
import io.enforcement.gateway.standards.dictionary.Field;
import io.enforcement.gateway.standards.dictionary.PartType;
import io.enforcement.gateway.standards.dictionary.Sensitivity;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which fields a list of permissions permits. Used while a subscription is read, by one thread. */
final class PermittedPaths {

  private static final String PUBLIC = "public";

  private final boolean allPublic;
  private final Set<String> paths = new TreeSet<>();
  private final Set<String> unknown;

  PermittedPaths(List<String> permissions) {
    allPublic = permissions.contains(PUBLIC);
    permissions.stream().filter(p -> !p.equals(PUBLIC)).forEach(paths::add);
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
    boolean open = allPublic && field.sensitivity().within(around) == Sensitivity.PUBLIC;
    PartType part = Dictionary.v1().part(field.type()).orElse(null);
    if (part == null) {
      return open ? Extent.ALL : Extent.NOTHING;
    }
    if (open && allBelowIsPublic(part)) {
      return Extent.ALL;
    }
    boolean named = paths.stream().anyMatch(p -> p.startsWith(path + "."));
    return open || named ? Extent.PARTLY : Extent.NOTHING;
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

  private static boolean allBelowIsPublic(PartType part) {
    return part.sensitivity() == Sensitivity.PUBLIC
        && part.fields().stream().allMatch(PermittedPaths::isPublic);
  }

  private static boolean isPublic(Field field) {
    return field.sensitivity() == Sensitivity.PUBLIC
        && Dictionary.v1().part(field.type()).map(PermittedPaths::allBelowIsPublic).orElse(true);
  }
}
