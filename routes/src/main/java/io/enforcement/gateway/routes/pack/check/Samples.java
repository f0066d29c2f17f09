package io.enforcement.gateway.routes.pack.check;

import io.enforcement.gateway.mappings.GoldenOutcome;
import io.enforcement.gateway.routes.partner.PackFiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The samples of a pack by exchange: {@code samples/[<variant>/]<exchange>/<case>.in.<ext>}. An
 * exchange with several ways has a folder for each below its name: {@code sends} and {@code
 * receives}, {@code request} and {@code reply}.
 */
public final class Samples {

  private static final String FOLDER = "samples/";

  private final Map<String, Set<String>> ways = new TreeMap<>();
  private final Map<String, List<Sample>> byPlace = new TreeMap<>();
  private final List<String> strays = new ArrayList<>();

  private Samples() {}

  public static Samples of(PackFiles pack, List<Way> ways) {
    Samples samples = new Samples();
    ways.forEach(
        way ->
            samples
                .ways
                .computeIfAbsent(way.exchange(), exchange -> new TreeSet<>())
                .add(way.folder()));
    pack.names().stream()
        .filter(name -> name.startsWith(FOLDER))
        .forEach(name -> samples.add(pack, name));
    return samples;
  }

  /** The samples of a way, by name. */
  public List<Sample> of(Way way) {
    return byPlace.getOrDefault(place(way.exchange(), way.folder()), List.of());
  }

  /** Files that are no sample of any exchange, nor the outcome of one. */
  List<String> strays() {
    return strays;
  }

  private void add(PackFiles pack, String name) {
    String place = place(name);
    if (place != null && name.contains(Sample.IN)) {
      byPlace.computeIfAbsent(place, p -> new ArrayList<>()).add(new Sample(name));
    } else if (place == null || !isOutcome(pack, name)) {
      strays.add(name);
    }
  }

  /** Where a sample belongs by its folders, or null. */
  private String place(String name) {
    List<String> steps = Arrays.asList(name.split("/"));
    List<String> folders = steps.subList(1, steps.size() - 1);
    for (int variant = 0; variant <= 1 && variant < folders.size(); variant++) {
      String exchange = folders.get(variant);
      Set<String> known = ways.getOrDefault(exchange, Set.of());
      List<String> below = folders.subList(variant + 1, folders.size());
      if (known.size() == 1 && below.isEmpty()) {
        return place(exchange, known.iterator().next());
      }
      if (known.size() > 1 && below.size() == 1 && known.contains(below.get(0))) {
        return place(exchange, below.get(0));
      }
    }
    return null;
  }

  private static String place(String exchange, String direction) {
    return exchange + "/" + direction;
  }

  private static boolean isOutcome(PackFiles pack, String name) {
    return GoldenOutcome.ENDINGS.stream()
        .filter(ending -> name.endsWith("." + ending))
        .map(ending -> name.substring(0, name.length() - ending.length() - 1) + Sample.IN)
        .anyMatch(in -> pack.names().stream().anyMatch(other -> other.startsWith(in)));
  }
}
