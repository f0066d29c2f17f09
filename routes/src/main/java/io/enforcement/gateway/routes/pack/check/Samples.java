package io.enforcement.gateway.routes.pack.check;

import io.enforcement.gateway.mappings.GoldenOutcome;
import io.enforcement.gateway.routes.partner.PackFiles;
import io.enforcement.gateway.routes.partner.PartnerFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The samples of a pack by exchange: {@code samples/[<variant>/]<exchange>/<case>.in.<ext>}. An
 * exchange that goes both ways has a folder {@code sends} and a folder {@code receives} below its
 * name.
 */
final class Samples {

  private static final String FOLDER = "samples/";
  private static final String SENDS = "sends";
  private static final String RECEIVES = "receives";

  private final Set<String> sent;
  private final Set<String> received;
  private final Map<String, List<Sample>> byPlace = new TreeMap<>();
  private final List<String> strays = new ArrayList<>();

  private Samples(PartnerFile file) {
    sent = file.sends().stream().map(PartnerFile.Sends::exchange).collect(Collectors.toSet());
    received =
        file.receives().stream().map(PartnerFile.Receives::exchange).collect(Collectors.toSet());
  }

  static Samples of(PackFiles pack, PartnerFile file) {
    Samples samples = new Samples(file);
    pack.names().stream()
        .filter(name -> name.startsWith(FOLDER))
        .forEach(name -> samples.add(pack, name));
    return samples;
  }

  List<Sample> of(PartnerFile.Sends exchange) {
    return byPlace.getOrDefault(place(exchange.exchange(), SENDS), List.of());
  }

  List<Sample> of(PartnerFile.Receives exchange) {
    return byPlace.getOrDefault(place(exchange.exchange(), RECEIVES), List.of());
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
      List<String> below = folders.subList(variant + 1, folders.size());
      if (sent.contains(exchange) && received.contains(exchange)) {
        return below.size() == 1 && List.of(SENDS, RECEIVES).contains(below.get(0))
            ? place(exchange, below.get(0))
            : null;
      }
      if (below.isEmpty() && sent.contains(exchange)) {
        return place(exchange, SENDS);
      }
      if (below.isEmpty() && received.contains(exchange)) {
        return place(exchange, RECEIVES);
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
