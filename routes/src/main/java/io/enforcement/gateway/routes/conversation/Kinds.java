package io.enforcement.gateway.routes.conversation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** All kinds of conversations. Immutable; any thread. */
public final class Kinds {

  private static final String FILES = "classpath*:conversation/kinds/*.yaml";

  private final Map<String, Kind> byName = new TreeMap<>();
  private final Map<String, List<Kind>> byRecord;

  private Kinds(Collection<Kind> kinds) {
    kinds.forEach(kind -> byName.put(kind.name(), kind));
    this.byRecord =
        kinds.stream()
            .flatMap(kind -> kind.records().stream())
            .distinct()
            .collect(Collectors.toUnmodifiableMap(type -> type, this::with));
  }

  /**
   * @throws IllegalArgumentException when a file is not as it should be
   */
  public static Kinds shipped() {
    try {
      List<Kind> kinds = new ArrayList<>();
      for (Resource file : new PathMatchingResourcePatternResolver().getResources(FILES)) {
        kinds.add(KindFile.read(file.getFilename(), file.getContentAsByteArray()));
      }
      if (kinds.isEmpty()) {
        throw new IllegalStateException("there are no kinds of conversations on the class path");
      }
      return new Kinds(kinds);
    } catch (IOException e) {
      throw new UncheckedIOException("kinds of conversations cannot be listed", e);
    }
  }

  private List<Kind> with(String record) {
    return byName.values().stream().filter(kind -> kind.records().contains(record)).toList();
  }

  /** The kinds that a type of record belongs to; most belong to none or one. */
  public List<Kind> of(String record) {
    return byRecord.getOrDefault(record, List.of());
  }

  /** Every type of record that some kind knows. */
  public Set<String> records() {
    return byRecord.keySet();
  }

  /**
   * By kind, the types of records that make nobody a participant: guests, and in a restricted kind
   * those that others know, too.
   */
  Map<String, Set<String>> bystanders() {
    Set<String> common =
        byName.values().stream()
            .filter(kind -> !kind.restricted())
            .flatMap(kind -> kind.records().stream())
            .collect(Collectors.toUnmodifiableSet());
    return byName.values().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                Kind::name, kind -> kind.restricted() ? common : kind.guests()));
  }

  public Optional<Kind> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** By name. */
  public Collection<Kind> all() {
    return byName.values();
  }
}
