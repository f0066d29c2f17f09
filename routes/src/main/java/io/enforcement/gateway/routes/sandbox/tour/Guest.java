package io.enforcement.gateway.routes.sandbox.tour;

import java.util.Arrays;
import java.util.List;

/**
 * One partner of the tour, a line of {@code sandbox/tour.csv}.
 *
 * @param id as in its {@code partner.yaml}
 * @param folder where its samples lie: folder of the partner and, after a slash, its variant
 * @param via how it is called: {@code rest}, {@code soap}, or {@code outbox} when it fetches
 * @param organ its kind of organ in letters of the standard, or empty
 * @param uscc its credit code, invented, or empty
 * @param region beginning of its division, or empty
 */
record Guest(String id, String folder, String via, String organ, String uscc, String region) {

  private static final int COLUMNS = 6;

  static List<Guest> all(String csv) {
    return csv.lines().skip(1).filter(line -> !line.isBlank()).map(Guest::of).toList();
  }

  private static Guest of(String line) {
    String[] values = Arrays.copyOf(line.split(",", -1), COLUMNS);
    return new Guest(values[0], values[1], values[2], values[3], values[4], values[5]);
  }
}
